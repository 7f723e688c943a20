from __future__ import annotations

from datetime import date
from itertools import islice

import pytest

from portfolio_gen.drafting.places import place_for, places_for
from portfolio_gen.drafting.surroundings import surroundings_of
from portfolio_gen.model.dates import parse_partial_date
from portfolio_gen.model.kinds import FOLDERS, KINDS
from portfolio_gen.reading.inference import kind_from_uri

DAY = date(2026, 11, 24)


def place(kind: str, title: str, *uris: str, person: str | None = None, day: str = "2026-11-24") -> str:
    parsed = parse_partial_date(day)
    assert parsed is not None
    return place_for(kind, title, parsed, person, surroundings_of(uris, FOLDERS), FOLDERS)


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_the_place_tells_the_kind(kind: str) -> None:
    assert kind_from_uri(place(kind, "A title"), FOLDERS) == kind


def test_what_the_journal_lists_has_its_date_in_front() -> None:
    assert place("goal", "Say no") == "goals/2026-11-24-say-no.md"
    assert place("competency", "Saying no") == "competencies/saying-no.md"
    assert place("person", "Lena Vögel") == "people/lena-voegel/index.md"
    assert place("page", "How we share", person=None) == "how-we-share.md"


def test_an_entry_stands_in_the_folder_of_its_person() -> None:
    assert place("goal", "x", "people/ada/index.md", person="people/ada") == "people/ada/goals/2026-11-24-x.md"


def test_reflections_begin_in_a_journal() -> None:
    assert place("reflection", "x") == "journal/2026-11-24-x.md"


def test_the_folder_that_the_person_uses_most_counts() -> None:
    uris = ("people/ada/reflections/a.md", "people/ada/reflections/b.md", "people/ada/journal/c.md")
    found = place("reflection", "x", *uris, person="people/ada")
    assert found == "people/ada/reflections/2026-11-24-x.md"


def test_without_entries_of_their_own_the_folder_of_the_others_counts() -> None:
    uris = ("people/bob/reflections/a.md", "people/ada/index.md")
    assert place("reflection", "x", *uris, person="people/ada") == "people/ada/reflections/2026-11-24-x.md"


def test_a_folder_deeper_down_counts_as_the_one_that_tells_the_kind() -> None:
    uris = ("people/ada/work/goals/2026/a.md",)
    assert place("goal", "x", *uris, person="people/ada") == "people/ada/work/goals/2026-11-24-x.md"


def test_a_name_that_is_taken_gets_a_number_whatever_its_case() -> None:
    uris = ("Goals/2026-11-24-X.md", "goals/2026-11-24-x-2/index.md", "goals/2026-11-24-x-3.markdown")
    assert place("goal", "x", *uris) == "goals/2026-11-24-x-4.md"


def test_further_places_come_in_turn() -> None:
    around = surroundings_of((), FOLDERS)
    uris = list(islice(places_for("team", "x", DAY, None, around, FOLDERS), 3))
    assert uris == ["teams/x.md", "teams/x-2.md", "teams/x-3.md"]


def test_a_week_stands_in_the_name() -> None:
    assert place("reflection", "10 days", day="2026-W47") == "journal/2026-W47-10-days.md"
    assert place("reflection", "05 plans", day="2026-11") == "journal/2026-11_05-plans.md"
    assert place("reflection", "Since 2025-01-01", day="2026-11") == "journal/2026-11-since-20250101.md"


def test_folders_that_differ_only_in_case_are_one() -> None:
    uris = ("people/ada/goals/2026-11-24-x.md", "people/Ada/index.md")
    assert place("goal", "x", *uris, person="people/Ada") == "people/Ada/goals/2026-11-24-x-2.md"
