"""Texts in which roles stand for the names of third parties."""

from __future__ import annotations

import re
from collections.abc import Sequence

from portfolio_gen.markdown.text_links import linked_text
from portfolio_gen.markdown.writing import escaped
from portfolio_gen.model.mention import TextLink
from portfolio_gen.withholding.third_parties.fixed import fixed_stretches, mail_addresses, stretch_at
from portfolio_gen.withholding.third_parties.hits import Hit, hits, hits_in_word
from portfolio_gen.withholding.third_parties.shown import TOKEN
from portfolio_gen.withholding.third_parties.spellings import NameIndex

_MOST_PASSES = 4
"""How often a text is looked through: a role may make a name together with the word behind it."""
_MOST_MARKED = 2_000
"""How many signs before a name are looked through for what a mark in it belongs to."""
_TAIL = 200
"""How many signs before a name tell whether it begins a sentence."""
_STARTS_SENTENCE = re.compile(
    r"(?:\A|\n[ \t]*\n"
    r"|[.!?\u2026][\"'\u201d\u2019)\]*_`]*\s+"
    r"|\|[ \t]+"
    r"|(?:\A|\n)[ \t>]*(?:#{1,6}|[-*+]|\d+[.)])[ \t]+(?:\[[ xX]\][ \t]+)?)"
    r"(?:[\s\"'\u201c\u2018(\[*_`>~!]|<[^<>]*>)*\Z"
)
_ABBREVIATION = re.compile(r"\b(?:Drs?|Mrs?|Ms|Mx|Prof|St|e\.g|i\.e|cf|vs|z\.B|d\.h|Fr|Hr)\.\s+\Z")
_CURLY = "\u2019"
_VOID = re.compile(r"<(?:br|wbr|img|hr|input)\b|.*/>\Z", re.IGNORECASE | re.DOTALL)


def renamed_text(text: str, index: NameIndex, *, is_markdown: bool) -> str:
    """A text with roles in place of names; the very same text if there is no name in it.

    Names in targets of links and the like stay: they are problems.
    """
    for _ in range(_MOST_PASSES):
        # Marks in a plain line are read as what their writer meant by them.
        found = hits(text, index)
        fresh = _renamed_once(text, found, is_markdown) if found else text
        if fresh == text:
            return text
        text = fresh
    return text


def renamed_tag(tag: str, index: NameIndex) -> str:
    """A tag, or a few words, with roles in place of names; all of it may be a name in small letters."""
    found = hits_in_word(tag, index)
    if found and (found[0].start, found[0].end) == (0, len(tag)):
        return found[0].role
    return renamed_text(tag, index, is_markdown=False)


def _renamed_once(text: str, found: Sequence[Hit], is_markdown: bool) -> str:
    links: Sequence[TextLink] = linked_text(text).links if is_markdown else ()
    stretches = fixed_stretches(text, links)
    mails = mail_addresses(text)
    pieces: list[str] = []
    position = 0
    for hit in found:
        if stretches.at(hit.start):
            continue
        # Half of a mail address is none, and tells who is meant.
        mail = stretch_at(hit.start, mails)
        start, end = (mail.start, mail.end) if mail else (hit.start, hit.end)
        if start < position:
            continue
        role = _role_at(text, start, hit)
        words = escaped(role) if is_markdown else role
        if mail is None:
            words, end = _in_markup(text, start, end, words)
        pieces += [text[position:start], words]
        position = end
    return "".join([*pieces, text[position:]])


def _role_at(text: str, start: int, hit: Hit) -> str:
    """The role as it stands at an offset: with a capital where a sentence begins, with the ending of a possessive."""
    role = hit.role
    before = ("…x" if start > _TAIL else "") + text[max(0, start - _TAIL) : start]
    if _STARTS_SENTENCE.search(before) and not _ABBREVIATION.search(before):
        role = role[0].upper() + role[1:]
    if not hit.is_possessive:
        return role
    apostrophe = _CURLY if _CURLY in text[hit.start : hit.end] else "'"
    return role + (apostrophe if role.endswith("s") else f"{apostrophe}s")


def _in_markup(text: str, start: int, end: int, words: str) -> tuple[str, int]:
    """What stands for a stretch so that each mark in it keeps its partner outside, and where the text goes on."""
    closing, opening = _loose_marks(text, start, end)
    if not closing:
        return "".join(opening) + words, end
    # "**Jane** [Doe](x.md)": the role stands in the first pair of marks, and an empty second one is left out.
    while opening and (behind := _end_of_mark(opening[-1], text, end)):
        opening.pop()
        end = behind
    if not opening:
        return words + "".join(closing), end
    blanks = len(text[end:]) - len(text[end:].lstrip(" \t"))
    return f"{words}{''.join(closing)} {''.join(opening)}", end + blanks


def _loose_marks(text: str, start: int, end: int) -> tuple[list[str], list[str]]:
    """The marks in a stretch that end something begun before it, and those that begin what ends behind it."""
    closing: list[str] = []
    opening: list[tuple[str, str]] = []
    for token in TOKEN.finditer(text, start, end):
        written, kind = token[0], str(token.lastgroup)
        if kind == "mark":
            if (kind, written) in opening:
                del opening[opening.index((kind, written)) :]
            elif (_marks_before(written, text, start) + closing.count(written)) % 2:
                closing.append(written)
            else:
                opening.append((kind, written))
        elif kind in ("open", "wiki"):
            # A wiki-link has two brackets, each with its partner.
            opening += [("bracket", written), ("bracket", "")][: 2 if kind == "wiki" else 1]
        elif kind == "close":
            _close("bracket", written, opening, closing)
        elif kind == "tag" and written.startswith("</"):
            _close("tag", written, opening, closing)
        elif kind == "tag" and not _VOID.match(written):
            opening.append((kind, written))
    return closing, [written for _, written in opening]


def _close(kind: str, written: str, opening: list[tuple[str, str]], closing: list[str]) -> None:
    """Take away the last mark of a kind that is open, or note one that was opened before."""
    for number in range(len(opening) - 1, -1, -1):
        if opening[number][0] == kind:
            del opening[number]
            return
    closing.append(written)


def _marks_before(mark: str, text: str, start: int) -> int:
    """How often a mark that looks the same at both ends stands in its paragraph before an offset."""
    nearest = max(0, start - _MOST_MARKED)
    paragraph = text.rfind("\n\n", nearest, start)
    return sum(token[0] == mark for token in TOKEN.finditer(text, nearest if paragraph < 0 else paragraph, start))


def _end_of_mark(opening: str, text: str, end: int) -> int | None:
    """Where the partner of an opening mark ends, if it stands right at an offset."""
    token = TOKEN.match(text, end)
    if not opening:
        return end if token and token.lastgroup == "close" else None
    if opening.endswith("|") or opening.endswith("[["):
        return end + 2 if text.startswith("]]", end) else None
    if token is None:
        return None
    fits = {"close": opening.endswith("["), "tag": opening.startswith("<") and token[0].startswith("</")}
    return token.end() if fits.get(str(token.lastgroup), token[0] == opening) else None
