"""Kinds of entry in pictures: the classes by which style sheets know them, and their names."""

from __future__ import annotations

from collections.abc import Mapping

from portfolio_gen.model.kinds import KINDS
from portfolio_gen.wording.words import Words


def kind_class(kind_name: str) -> str:
    """The class of a kind."""
    return f"pf-kind-{kind_name}"


def plurals_by_class(words: Words) -> Mapping[str, str]:
    """What entries of each kind are called, by the class of the kind."""
    return {kind_class(kind.name): words.gettext(kind.plural) for kind in KINDS.values()}
