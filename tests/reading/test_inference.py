"""What folder and file name tell where the author wrote nothing."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from portfolio_gen.model.kinds import FOLDERS, KINDS
from portfolio_gen.model.paths import path_of, person_folder, title_from_uri
from portfolio_gen.reading.inference import date_from_uri, kind_from_uri


@pytest.mark.parametrize(
    ("uri", "kind"),
    [
        ("goals/a.md", "goal"),
        ("reflections/a.md", "reflection"),
        ("journal/a.md", "reflection"),
        ("learning/a.md", "learning"),
        ("evidence/a.md", "evidence"),
        ("feedback/a.md", "feedback"),
        ("assessments/a.md", "assessment"),
        ("checkins/a.md", "checkin"),
        ("challenges/a.md", "challenge"),
        ("activities/a.md", "activity"),
        ("competencies/a.md", "competency"),
        ("frameworks/a.md", "framework"),
        ("roles/a.md", "role"),
        ("teams/a.md", "team"),
        ("people/ada/index.md", "person"),
        ("team/people/ada/index.md", "person"),
        ("people/ada/goals/a.md", "goal"),
        ("people/ada/goals/2026/q3/a.md", "goal"),
        ("goals/journal/a.md", "reflection"),
        ("journal/goals/drafts/a.md", "goal"),
        ("journal/2026/a.markdown", "reflection"),
        ("people/goals/index.md", "person"),
    ],
)
def test_the_nearest_folder_with_a_meaning_tells_the_kind(uri: str, kind: str):
    assert kind_from_uri(uri, FOLDERS) == kind


@pytest.mark.parametrize(
    "uri",
    [
        "a.md", "index.md", "goals.md", "goals/index.md", "goals/README.md", "people/index.md", "people/ada.md",
        "people/ada/README.md", "people/ada/notes/index.md", "README.md", "Goals/a.md", "goal/a.md", "notes/a.md",
        "people/ada/bio.md", "people/ada/goals/index.md", "my-goals/a.md",
    ],
)  # fmt: skip
def test_everything_else_is_a_page(uri: str):
    assert kind_from_uri(uri, FOLDERS) == "page"


def test_further_folders_have_the_meaning_that_the_owner_gives_them():
    folders = {**FOLDERS, "notes": "reflection"}
    assert kind_from_uri("goals/notes/a.md", folders) == "reflection"


@pytest.mark.parametrize(
    ("uri", "text"),
    [
        ("journal/2026-03-05.md", "2026-03-05"),
        ("journal/2026-03-05-call.md", "2026-03-05"),
        ("journal/call-2026-03-05.md", "2026-03-05"),
        ("journal/2026-W10.md", "2026-W10"),
        ("journal/2026.md", "2026"),
    ],
)
def test_the_date_is_that_in_the_files_name(uri: str, text: str):
    assert str(date_from_uri(uri)) == text


@pytest.mark.parametrize("uri", ["2026-03-05/a.md", "journal/a.md", "journal/1984-by-orwell.md", "2026/index.md"])
def test_folders_and_other_numbers_are_no_date(uri: str):
    assert date_from_uri(uri) is None


@pytest.mark.parametrize(
    ("uri", "path"),
    [
        ("a.md", "a"),
        ("index.md", "index"),
        ("people/ada/index.md", "people/ada"),
        ("a/b.markdown", "a/b"),
        ("a.b/c.d.md", "a.b/c.d"),
        ("goals/my-index.md", "goals/my-index"),
        ("a.png", "a.png"),
    ],
)
def test_a_path_is_the_uri_without_ending_and_final_index(uri: str, path: str):
    assert path_of(uri) == path


@pytest.mark.parametrize(
    ("uri", "folder"),
    [
        ("people/ada/index.md", "people/ada"),
        ("people/ada/goals/a.md", "people/ada"),
        ("team/people/ada/a.md", "team/people/ada"),
        ("people/ada/people/ben/a.md", "people/ada/people/ben"),
        ("people/ada.md", None),
        ("people/index.md", None),
        ("goals/a.md", None),
    ],
)
def test_a_persons_folder_is_the_one_below_people(uri: str, folder: str | None):
    assert person_folder(uri) == folder


@pytest.mark.parametrize(
    ("uri", "title"),
    [
        ("journal/2026-03-04-a-hard-week.md", "A hard week"),
        ("journal/2026-03-04.md", "2026-03-04"),
        ("goals/write_more-tests.md", "Write more tests"),
        ("people/ada/index.md", "Ada"),
        ("people/ada/README.md", "Ada"),
        ("index.md", "Index"),
        ("README.md", "Readme"),
        ("notes/--.md", "--"),
        ("notes/été.md", "Été"),
        ("journal/2026-W10-review.md", "Review"),
    ],
)
def test_a_title_is_the_files_name_in_words(uri: str, title: str):
    assert title_from_uri(uri) == title


@pytest.mark.parametrize("uri", ["journal/ .md", "journal/\u00a0.md", "journal/_.md", ".md", "journal/-.md"])
def test_a_title_is_never_empty(uri: str):
    assert title_from_uri(uri).strip()


@settings(max_examples=300, deadline=None, database=None, derandomize=True)
@given(st.lists(st.text("ab-_. 012W\u00e9", min_size=1, max_size=8), min_size=1, max_size=4).map("/".join))
def test_every_uri_tells_a_kind(uri: str):
    assert kind_from_uri(f"{uri}.md", FOLDERS) in KINDS
