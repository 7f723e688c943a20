"""Kinds of entry as readers and style sheets know them."""

from __future__ import annotations

from collections.abc import Mapping

from portfolio_gen.model.kinds import KINDS, Kind
from portfolio_gen.wording.words import Words, capitalised


def kind_class(kind_name: str) -> str:
    """The class of a kind."""
    return f"pf-kind-{kind_name}"


def several(words: Words, kind: Kind) -> str:
    """What several entries of a kind are called: "goals"."""
    return words.pgettext("several", kind.plural)


def kind_heading(words: Words, kind: Kind) -> str:
    """The same as it begins a line: "Goals"."""
    return capitalised(several(words, kind))


def plurals_by_class(words: Words) -> Mapping[str, str]:
    """What entries of each kind are called, by the class of the kind."""
    return {kind_class(kind.name): several(words, kind) for kind in KINDS.values()}
