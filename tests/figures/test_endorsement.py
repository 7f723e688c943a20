"""Whether others put on record what they said."""

from portfolio_gen.figures.endorsement import committed_by
from portfolio_gen.model.entry import EntryId
from tests.figures.builders import linked, person

SAID = "people/ada/feedback/f"
ME, YOU = frozenset({"a"}), frozenset({"b"})


def said(said_by: frozenset[str], own: int = 3, other: frozenset[str] = frozenset()) -> str | None:
    """Who is taken to have committed a piece of feedback to Ada."""
    fronts = {f"journal_j{number}": "{}" for number in range(own)} | {"feedback_f": "consent: quoted"}
    bo = {f"people/bo/journal/b{number}.md": "---\naudience: public\n---\n# B\n" for number in range(3)}
    found = linked({**person("Bo"), **bo}, **fronts)
    authors = {EntryId(f"people/ada/journal/j{number}"): ME for number in range(own)} | {EntryId(SAID): said_by}
    authors |= {EntryId(f"people/bo/journal/b{number}"): other for number in range(3) if other}
    return committed_by(found.portfolio, authors).get(EntryId(SAID))


def test_who_commits_most_of_what_a_person_wrote_is_that_person() -> None:
    assert (said(YOU), said(ME)) == ("other", "owner")


def test_what_both_committed_tells_nothing() -> None:
    assert said(ME | YOU) is None


def test_of_few_entries_nobody_is_known() -> None:
    assert said(YOU, own=2) is None


def test_who_commits_for_several_persons_is_none_of_them() -> None:
    assert said(ME, other=ME) is None
    assert said(ME, other=YOU) == "owner"
