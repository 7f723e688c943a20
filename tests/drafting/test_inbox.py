"""The lines of an inbox."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portfolio_gen.drafting.inbox import (
    HEADING,
    InboxError,
    addition,
    decoded,
    encoded,
    inbox_in,
    marked_done,
    one_line,
    restored,
    title_of,
    waiting_in,
    without,
)

DAY = date(2026, 11, 24)


def texts(inbox: str) -> list[str]:
    return [line.text for line in waiting_in(inbox)]


@pytest.mark.parametrize(
    ("line", "text", "day"),
    [
        ("Asked Jonas", "Asked Jonas", None),
        ("- Asked Jonas", "Asked Jonas", None),
        ("* Asked Jonas", "Asked Jonas", None),
        ("  + Asked Jonas  ", "Asked Jonas", None),
        ("\u2022 Asked Jonas", "Asked Jonas", None),
        ("- [ ] Asked Jonas", "Asked Jonas", None),
        ("[ ] Asked Jonas", "Asked Jonas", None),
        ("- 2026-11-24 Asked Jonas", "Asked Jonas", DAY),
        ("- [ ] 2026-11-24: Asked Jonas", "Asked Jonas", DAY),
        ("2026-11-24 Asked Jonas", "Asked Jonas", DAY),
        ("- 2026-13-45 is no day", "2026-13-45 is no day", None),
        ("- 2026-11-24", "2026-11-24", None),
        ("- 2026-11-24 - [x] # <!-- all of it", "- [x] # <!-- all of it", DAY),
        ("#5 is a number", "#5 is a number", None),
        ("*important* thing", "*important* thing", None),
        ("-5 degrees", "-5 degrees", None),
        ("<!-- never closed", "<!-- never closed", None),
        ("<!-- closed --> and more", "<!-- closed --> and more", None),
        ("???", "???", None),
    ],
)
def test_a_line_waits_as_any_editor_leaves_it(line: str, text: str, day: date | None) -> None:
    (found,) = waiting_in(f"# Inbox\n\n{line}\n")
    assert (found.text, found.day) == (text, day)


@pytest.mark.parametrize(
    "line",
    ["", "   ", "# Heading", "###### Heading", "#", "---", "* * *", "===", "-", "- [ ]", "- [x] done", "* [X] done",
     "<!-- a comment -->", "<!-- of\nseveral\n\nlines -->"],
)  # fmt: skip
def test_headings_comments_rules_and_what_is_done_do_not_wait(line: str) -> None:
    assert texts(f"{line}\nthis waits\n") == ["this waits"]


def test_a_byte_order_mark_hides_no_line_and_no_heading() -> None:
    assert texts("\ufeffone\r\ntwo") == ["one", "two"]
    assert texts("\ufeff# Inbox\r\ntwo") == ["two"]


def test_the_first_line_makes_the_heading() -> None:
    added = addition("", ["a", "b"], DAY)
    assert added == f"{HEADING}\n\n- 2026-11-24 a\n- 2026-11-24 b\n"
    assert texts(added) == ["a", "b"]


def test_what_is_added_begins_a_line_and_has_the_line_ends_of_the_file() -> None:
    assert addition("one\r\ntwo", ["three"], DAY) == "\r\n- 2026-11-24 three\r\n"


@given(st.lists(st.text(), max_size=5), st.text(alphabet=st.characters(codec="utf-8"), max_size=60))
def test_what_is_captured_waits_whatever_it_is_and_whatever_was_there(captured: list[str], before: str) -> None:
    lines = [one for text in captured if (one := one_line(text))]
    before = before.replace("<!--", "")
    found = waiting_in(before + addition(before, lines, DAY))
    assert [line.text for line in found[len(found) - len(lines) :]] == lines


@given(st.text(alphabet="ab-[ ]x#<!>\n2026", max_size=80), st.sampled_from(["\n", "\r\n"]))
def test_taking_a_line_out_or_marking_it_changes_nothing_else_and_can_be_undone(inbox: str, end: str) -> None:
    inbox = inbox.replace("\n", end)
    for line in waiting_in(inbox):
        others = [one for one in waiting_in(inbox) if one != line]
        assert inbox[line.start : line.start + len(line.raw)] == line.raw
        rest = without(inbox, line)
        assert rest == inbox[: line.start] + inbox[line.start + len(line.raw) :]
        if "<!--" not in inbox:
            assert [one.text for one in waiting_in(marked_done(inbox, line))] == [one.text for one in others]
        if rest.endswith(("\r", "\n")) or line.raw.endswith(("\r", "\n")):
            assert restored(rest, line) == inbox


def test_a_marked_line_waits_again_where_it_stands() -> None:
    inbox = "# Inbox\n* [ ] one\ntwo"
    one, two = waiting_in(inbox)
    assert marked_done(inbox, one) == "# Inbox\n- [x] one\ntwo"
    assert restored(marked_done(inbox, one) + "\nthree\n", one) == f"{inbox}\nthree\n"
    assert restored(marked_done(inbox, two), two) == inbox


@given(st.binary(max_size=60).filter(lambda data: b"\0" not in data))
def test_bytes_that_are_no_utf_8_stay_as_they_are(data: bytes) -> None:
    assert encoded(decoded(data)) == data
    for line in waiting_in(decoded(data)):
        line.text.encode("utf-8")


def test_utf_16_is_refused_in_words() -> None:
    with pytest.raises(InboxError, match="save it as UTF-8"):
        decoded("a line".encode("utf-16"))


def test_a_captured_text_is_verbatim_on_one_line() -> None:
    long = "word " * 3000 + "end"
    assert one_line(long) == long
    assert one_line(" \tZürich \u200d 日本 <b> [[x]] ") == "Zürich \u200d 日本 <b> [[x]]"
    assert one_line("a\r\nb\n\n c\u2028d") == "a b c d"
    assert one_line("\x1b[31mred\x07\udcff") == "\\x1b[31mred\\x07\\xff"


def test_a_short_line_is_its_own_title_and_a_long_one_lends_its_beginning() -> None:
    assert title_of("Asked Jonas. Good.") == "Asked Jonas. Good."
    sentence = "I asked Jonas before I promised."
    assert title_of(f"{sentence} {'And so on, and on. ' * 5}") == sentence
    assert title_of("word " * 30) == f"{'word ' * 11}word…"
    assert len(title_of("x" * 500)) == 60
    assert title_of("学" * 200).endswith("…")


def test_the_inbox_is_beside_the_configuration_and_hidden_where_pages_are(tmp_path: Path) -> None:
    content = tmp_path / "content"
    content.mkdir()
    assert inbox_in(tmp_path, content, has_config=True).name == "inbox.md"
    assert inbox_in(tmp_path, tmp_path, has_config=True).name == ".inbox/inbox.md"
    assert inbox_in(content, tmp_path, has_config=True).name == ".inbox/inbox.md"
    assert inbox_in(tmp_path, content, has_config=False).name == ".inbox/inbox.md"
