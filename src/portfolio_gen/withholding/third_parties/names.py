"""Whose names are looked for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from portfolio_gen.model.entry import Entry
from portfolio_gen.model.kinds.person import PersonFields
from portfolio_gen.settings import SettingsError
from portfolio_gen.settings.names_list import ROLE, ListedName
from portfolio_gen.withholding.third_parties.hits import hits
from portfolio_gen.withholding.third_parties.shown import plain
from portfolio_gen.withholding.third_parties.spellings import WORD, NameIndex, Spelling, index_of

_UNSPACED = re.compile(r"[\u0e00-\u0eff\u1100-\u11ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
"""Signs of scripts that put no blank between words, or grow words together with what belongs to them."""


def name_index(listed: Iterable[ListedName], persons: Iterable[Entry]) -> NameIndex | None:
    """The listed names and those of persons who are third parties; None if there are none.

    What is on the list counts before what a person's page says.

    Raises:
        SettingsError: a role holds one of the names, or a name has two roles.
    """
    spellings: dict[tuple[str, ...], Spelling] = {}
    unspaced: dict[str, str] = {}
    for one in (*listed, *_third_parties(persons)):
        for name in one.spellings:
            text = plain(name)
            words = tuple(WORD.findall(text))
            if _UNSPACED.search(text):
                unspaced.setdefault(text, one.role)
            elif words and spellings.get(words, Spelling(words, one.role, False)).role != one.role and one.place:
                raise SettingsError(f"{one.place}: '{name}' stands for another role before; write it once")
            elif words:
                needs_capital = len(words) == 1 and not (one.place and name.islower())
                spellings.setdefault(words, Spelling(words, one.role, needs_capital))
    if not spellings and not unspaced:
        return None
    index = index_of(spellings.values(), unspaced)
    for one in listed:
        if hits(one.role, index, is_markdown=False):
            raise SettingsError(f"{one.place}: the role '{one.role}' holds a name of the list; use other words")
    return index


def _third_parties(persons: Iterable[Entry]) -> Iterator[ListedName]:
    for person in persons:
        if isinstance(person.fields, PersonFields) and person.fields.third_party:
            yield ListedName((person.title, *person.common.aliases), ROLE)
