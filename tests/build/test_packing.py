"""What a mentor gets before a conversation."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from portfolio_gen.auditing.audit import Audit
from portfolio_gen.build import linked_portfolio
from portfolio_gen.build.packing import Pack, PackError, packed
from portfolio_gen.build.papering import LeakError, audited_paper, refuse_leaks
from tests.builders import Files, settings, tree
from tests.figures import generated, sources

PEOPLE: Files = {
    "people/lena/index.md": "---\naudience: team\nmentors: [tom]\n---\n# Lena\n",
    "people/tom/index.md": "---\naudience: team\n---\n# Tom\n",
}
ENTRIES: Files = {
    "people/lena/journal/2026-11-10-hard.md": """
        ---
        audience: mentor
        goals: [speak]
        next_action: Ask first.
        questions: ["How do *you* begin?"]
        ---

        # A hard week

        I was late, see [the goal](../goals/speak.md), and [[zebra]].
        """,
    "people/lena/journal/2026-11-11-zebra.md": "---\naudience: me\n---\n# Zebra crossing\n\nOf okapis.\n",
    "people/lena/journal/2026-09-01-old.md": "---\naudience: team\n---\n# An old one\n",
    "people/lena/goals/speak.md": "---\naudience: mentor\ndue: 2026-11-01\n---\n# Speak up\n",
    "people/lena/checkins/2026-10-15-tom.md": """
        ---
        audience: mentor
        with: [tom]
        agreed: [{who: tom, what: Lend the book, by: 2026-11-01}]
        ---

        # Autumn talk
        """,
}


def pack(files: Files | None = None, /, **options: Any) -> Pack:
    """The pack of Lena for Tom."""
    wanted: dict[str, Any] = {"reader": "tom", **options}
    return packed(tree({**PEOPLE, **ENTRIES, **(files or {})}), settings(audience="team"), **wanted)


def test_a_pack_tells_what_is_new_what_is_asked_what_is_open_and_holds_the_entries() -> None:
    made = pack()
    assert (made.person, made.reader, made.since.start, made.is_mentor) == ("Lena", "Tom", date(2026, 10, 15), True)
    for words in ("A hard week", "How do <em>you</em> begin?", "Lend the book", "Speak up", "Ask first.", "I was late"):
        assert words in made.html
    assert "An old one" not in made.html


def test_what_the_mentor_may_not_see_is_in_no_part_of_it() -> None:
    html = pack().html.lower()
    assert "zebra" not in html
    assert "okapi" not in html
    assert "not shared" in html


def test_only_who_names_the_reader_opens_what_is_for_mentors() -> None:
    made = pack({"people/lena/index.md": "---\naudience: team\n---\n# Lena\n"}, person="lena")
    assert not made.is_mentor
    assert "A hard week" not in made.html


def test_a_day_may_be_given() -> None:
    assert "An old one" in pack(start=date(2026, 9, 1)).html


def test_with_one_mentee_nobody_has_to_say_whose_pack_it_is() -> None:
    other = {"people/mia/index.md": "---\naudience: team\n---\n# Mia\n"}
    assert pack(other).person == "Lena"
    with pytest.raises(PackError, match=r"several people name this mentor: people/lena, people/mia; say whose"):
        pack({"people/mia/index.md": "---\naudience: team\nmentors: tom\n---\n# Mia\n"})


def test_who_has_no_mentee_says_whom_it_is_about() -> None:
    with pytest.raises(PackError, match="nobody names this mentor; say whose pack it is"):
        pack(reader="lena")
    assert pack(reader="lena", person="tom").person == "Tom"


@pytest.mark.parametrize(
    ("person", "words"),
    [
        ("tom", "somebody else than the person"),
        ("nobody", "nobody here is called 'nobody'"),
        ("lenna", "did you mean 'lena'"),
    ],
)
def test_a_person_that_can_not_be_meant_is_told(person: str, words: str) -> None:
    with pytest.raises(PackError, match=words):
        pack(person=person)


def test_a_reader_who_is_nobody_is_told_with_the_nearest_spelling() -> None:
    with pytest.raises(PackError, match=r"--for: nobody here is called 'tomm'; did you mean 'tom'\?"):
        pack(reader="tomm")


@pytest.mark.parametrize("person", ["", "lena"])
def test_a_person_whose_page_is_closed_is_told_how_to_open_it(person: str) -> None:
    with pytest.raises(
        PackError, match=r"the page of people/lena.* is for fewer people .*; open it with audience: mentor"
    ):
        pack({"people/lena/index.md": "---\nmentors: [tom]\n---\n# Lena\n"}, person=person)


def test_a_source_with_an_error_is_left_out_and_told() -> None:
    made = pack({"people/lena/journal/2026-11-12-wrong.md": "---\naudience: taem\n---\n# Giraffe\n"})
    assert [problem.uri for problem in made.problems] == ["people/lena/journal/2026-11-12-wrong.md"]
    assert "Giraffe" not in made.html


def test_an_audience_that_is_wider_than_the_team_holds_less() -> None:
    open_one = {"people/lena/journal/2026-11-13-open.md": "---\naudience: organisation\n---\n# Antelope\n"}
    files = {
        **PEOPLE,
        **ENTRIES,
        **open_one,
        "people/lena/journal/2026-11-14-t.md": "---\naudience: team\n---\n# Tapir\n",
    }
    people = {uri: text.replace("audience: team", "audience: organisation") for uri, text in PEOPLE.items()}
    made = packed(tree({**files, **people}), settings(audience="organisation"), reader="tom")
    assert "Antelope" in made.html
    assert "Tapir" not in made.html


def test_equal_portfolios_are_equal_packs() -> None:
    assert pack().html == pack().html


def audit(html: str) -> Audit:
    files = tree({**PEOPLE, **ENTRIES})
    options = replace(settings(audience="team"), reader="tom")
    return audited_paper(html, linked_portfolio(files, options), files, options)


def test_a_document_that_held_something_withheld_is_refused_without_quoting_it() -> None:
    refuse_leaks(audit(pack().html))
    with pytest.raises(LeakError) as refused:
        refuse_leaks(audit(pack().html.replace("</main>", "<p>Zebra crossing</p></main>")))
    assert "people/lena/journal/2026-11-11-zebra.md" in str(refused.value)
    assert "crossing" not in str(refused.value).lower()


@pytest.mark.parametrize("seed", [300, 303])
def test_what_is_withheld_changes_nothing_in_a_pack(seed: int) -> None:
    made = generated.portfolio(seed)
    seen = sources.visible({one.uri: generated.written(one) for one in made}, "team", "p1", generated.TODAY)
    open_ones = {one.uri for one in seen.values()}
    hidden = [one for one in made if one.uri not in open_ones and "/index" not in one.uri and "people/" in one.uri]
    assert hidden
    plain = {one.uri: generated.written(one) for one in made}
    other = {**plain, **{one.uri: "---\naudience: me\n---\n\n# Canary\n\n[[g1]]\n" for one in hidden}}
    for person in ("p0", "p2", "p3"):
        one, two = (
            packed(tree(files), settings(audience="team"), reader="p1", person=person).html for files in (plain, other)
        )
        assert one == two
