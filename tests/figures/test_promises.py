from portfolio_gen.figures.promises import agreed_with, open_promises
from portfolio_gen.model.entry import EntryId
from tests.builders import Files
from tests.figures.builders import ADA, BO, CY, TODAY, linked, person

WITH_BO = """with: [bo, a friend]
agreed:
  - {who: bo, what: Read it, by: 2026-11-20}
  - {who: ada, what: Write it, by: 2026-11-19}
  - {who: ada, what: Sleep, by: 2026-11-01, done: true}
  - {what: Meet again}"""
OTHERS: Files = {**person("Bo"), **person("Cy")}


def promises(who: EntryId, files: Files = OTHERS, **fronts: str) -> list[tuple[str, int, bool, bool]]:
    found = linked(files, **fronts)
    every = open_promises(who, found.portfolio, found.links, TODAY)
    return [(one.checkin.rpartition("/")[2], one.index, one.is_overdue, one.is_own) for one in every]


def test_what_is_not_done_comes_by_its_day_and_is_overdue_from_the_day_after() -> None:
    assert promises(ADA, checkins_a=WITH_BO) == [("a", 1, True, True), ("a", 0, False, False), ("a", 3, False, False)]


def test_who_takes_part_has_the_same_promises_to_look_after() -> None:
    assert promises(BO, checkins_a=WITH_BO) == [("a", 1, True, False), ("a", 0, False, True), ("a", 3, False, False)]


def test_who_only_promised_something_has_that_alone() -> None:
    front = "agreed:\n  - {who: cy, what: Ask, by: 2026-12-01}\n  - {who: ada, what: Answer}"
    assert promises(CY, checkins_a=front) == [("a", 0, False, True)]


def test_nobody_else_is_told_of_promises() -> None:
    assert promises(CY, checkins_a=WITH_BO) == []


def test_who_writes_i_is_who_wrote_the_check_in() -> None:
    front = "with: [bo]\nagreed:\n  - {who: me, what: Write}\n  - {who: I, what: Ask}\n  - {who: bo, what: Read}"
    assert promises(ADA, checkins_a=front) == [("a", 0, False, True), ("a", 1, False, True), ("a", 2, False, False)]
    assert promises(BO, checkins_a=front) == [("a", 0, False, False), ("a", 1, False, False), ("a", 2, False, True)]


def test_what_was_agreed_with_somebody_in_words_is_found_by_these_words() -> None:
    found = linked(
        OTHERS,
        checkins_a="with: [My Boss]\nagreed: [{who: me, what: Ask, by: 2026-11-01}, {what: Done, done: true}]",
        checkins_b="with: [bo]\nagreed: [{what: Not this}]",
    )
    agreed = agreed_with(ADA, "my boss", found.portfolio, found.links, TODAY)
    assert [(one.checkin.rpartition("/")[2], one.index, one.state) for one in agreed] == [
        ("a", 0, "overdue"),
        ("a", 1, "done"),
    ]
    assert agreed_with(ADA, "boss", found.portfolio, found.links, TODAY) == ()
