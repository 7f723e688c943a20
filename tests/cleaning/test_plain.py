"""Words on which nothing acts."""

from __future__ import annotations

import unicodedata
from xml.etree import ElementTree

from portfolio_gen.cleaning.plain import harmless_line, shortened


def test_no_sign_that_acts_is_left() -> None:
    everything = "".join(map(chr, (*range(0x10000), *range(0xE0000, 0xE0100))))
    left = harmless_line(everything)
    kinds = {sign: unicodedata.category(sign) for sign in left}
    assert set(kinds.values()) & {"Cc", "Cs", "Zl", "Zp"} == set()
    assert not any(
        unicodedata.bidirectional(sign) in ("RLO", "LRO", "RLE", "LRE", "PDF", "LRI", "RLI") for sign in left
    )
    document = ElementTree.Element("title")
    document.text = left.replace("\ufffd", "")
    assert ElementTree.fromstring(ElementTree.tostring(document, "utf-8")).text == document.text


def test_words_stay_as_they_are() -> None:
    words = 'café 😀 👩\u200d💻 中文 עברית \u0645\u06cc\u200c\u062e\u0648 <b> & "x" \\ ` *'
    assert harmless_line(words) == words


def test_breaks_become_blanks() -> None:
    assert harmless_line(" a\r\n\tb\u2028c\x85d\x0be\x00 \u202e f ") == "a b c d e f"


def test_what_is_too_long_ends_at_a_word() -> None:
    assert shortened("one two three four", 12) == "one two…"
    assert shortened("one two", 7) == "one two"
    assert shortened("x" * 20, 10) == "x" * 9 + "…"
