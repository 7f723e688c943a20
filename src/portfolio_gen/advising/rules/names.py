"""Names of others, where a role would say as much."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator

from portfolio_gen.advising.advice import Advice
from portfolio_gen.advising.language import Language
from portfolio_gen.advising.prose import Sentence, sentences
from portfolio_gen.advising.written import Acquaintances, Written
from portfolio_gen.withholding.third_parties.hits import hits

_KINDS = frozenset({"reflection", "feedback", "evidence", "challenge", "goal", "checkin", "assessment"})
"""Learning notes name authors, and that is right."""
_TOKEN = re.compile(r"[^\W\d_][^\W_]*(?:[-'\u2019][^\W\d_]+)*")
_BLANKS = ("", " ", "\n")


def name_of_somebody(written: Written) -> Iterable[Advice]:
    """The first name of somebody who is no part of the portfolio: in the text, else in a field."""
    if written.entry.kind_name not in _KINDS:
        return
    offset = _first_name(written.prose.spoken, written)
    if offset is not None:
        yield written.at_offset("name-of-somebody", offset)
        return
    for name, text in written.fields.items():
        if _first_name(text, written) is not None:
            yield written.at_field("name-of-giver" if name == "giver_role" else "name-of-somebody", name)
            return


def _first_name(text: str, written: Written) -> int | None:
    """The offset of the first name in a text; None without one."""
    found = list(_names(text, written.language, written.acquaintances))
    index = written.acquaintances.third_parties
    if index is not None:
        found += [hit.start for hit in hits(text, index, is_markdown=False)]
    return min(found, default=None)


def _names(text: str, language: Language, acquaintances: Acquaintances) -> Iterator[int]:
    """Offsets of what is certainly a name: an honorific and a name, or a common first name."""
    tokens = list(_TOKEN.finditer(text))
    said: tuple[Sentence, ...] | None = None
    for number, token in enumerate(tokens):
        before = _neighbour(text, tokens, number, -1)
        after = _neighbour(text, tokens, number, 1)
        if not _is_name(token, before, after, language) or _is_member(token, after, acquaintances):
            continue
        said = sentences(text) if said is None else said
        index = bisect_right(said, token.start(), key=lambda one: one.start) - 1
        if language.works.isdisjoint(said[index].words):
            yield token.start()


def _is_name(
    token: re.Match[str], before: re.Match[str] | None, after: re.Match[str] | None, language: Language
) -> bool:
    word = _plain(token[0])
    if not token[0][0].isupper() or token[0].isupper():
        return False  # An initial is no name yet, and what is all capitals is mostly a thing.
    if before is not None and _plain(before[0]) in language.honorifics and before[0][0].isupper():
        return True
    if word not in language.first_names:
        return False
    is_place = (before is not None and _plain(before[0]) in language.before_places) or (
        after is not None and after[0][0].isupper() and _plain(after[0]) in language.after_places
    )
    return not is_place


def _is_member(token: re.Match[str], after: re.Match[str] | None, acquaintances: Acquaintances) -> bool:
    """Whether a name is that of somebody in the portfolio; a surname decides between two of one first name."""
    if _plain(token[0]) not in acquaintances.members:
        return False
    is_full = after is not None and after[0][0].isupper() and not token[0].endswith(("'s", "\u2019s"))
    return not is_full or after is None or _plain(after[0]) in acquaintances.members


def _neighbour(text: str, tokens: list[re.Match[str]], number: int, step: int) -> re.Match[str] | None:
    """The word before or behind another one if only a blank is between them, or the full stop of "Dr."."""
    if not 0 <= number + step < len(tokens):
        return None
    first, second = sorted((number, number + step))
    between = text[tokens[first].end() : tokens[second].start()]
    is_near = between in _BLANKS or (step < 0 and between.removeprefix(".") in _BLANKS)
    return tokens[number + step] if is_near else None


def _plain(token: str) -> str:
    """A word of a name in small letters, without the ending of a possessive."""
    return re.sub(r"['\u2019]s?\Z", "", token).lower()
