"""A source that is edited keeps every byte that has no reason to change."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portfolio_gen.editing.errors import EditError
from portfolio_gen.editing.source_text import Edit, edited, source_text

TEXTS = st.text(st.sampled_from("ab:-# é😀\u2028\n\r\t"), max_size=40)


@given(TEXTS, st.booleans())
def test_nothing_changes_without_edits(text: str, has_mark: bool):
    data = (("\ufeff" if has_mark else "") + text).encode("utf-8")
    assert edited(source_text(data), []) == data


@given(TEXTS, st.data())
def test_only_the_stretch_that_is_edited_changes(text: str, data: st.DataObject):
    source = source_text(text.encode("utf-8"))
    start = data.draw(st.integers(0, len(source.text)))
    end = data.draw(st.integers(start, len(source.text)))
    fresh = source_text(edited(source, [Edit(start, end, "x\ny")]))
    assert fresh.text == source.text[:start] + "x\ny" + source.text[end:]
    lines = source.text.count("\n", 0, start)
    assert fresh.line_ends[:lines] == source.line_ends[:lines]
    behind = len(source.line_ends) - source.text.count("\n", 0, end)
    assert fresh.line_ends[len(fresh.line_ends) - behind :] == source.line_ends[len(source.line_ends) - behind :]


def test_lines_that_are_added_end_as_the_others_do():
    assert edited(source_text(b"a\r\nb\r\n"), [Edit(2, 2, "x\n")]) == b"a\r\nx\r\nb\r\n"


def test_what_is_not_utf_8_is_refused_with_its_line():
    with pytest.raises(EditError, match="UTF-8") as raised:
        source_text(b"a\n\xff")
    assert raised.value.line == 2
