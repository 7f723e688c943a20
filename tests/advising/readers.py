"""What the second reader says of one text."""

from __future__ import annotations

from portfolio_gen.advising.advice import Advice
from portfolio_gen.build.advising import advice_for
from portfolio_gen.build.author import authored
from tests.builders import Files, settings, tree


def advice(
    uri: str, text: str, others: Files | None = None, language: str = "", **options: object
) -> tuple[Advice, ...]:
    """All advice on one entry, which may stand among others."""
    given = settings(language, **options)
    whole = authored(tree({uri: text, **(others or {})}), given)
    assert whole.loaded.problems == ()
    (entry,) = (one for one in whole.portfolio.entries.values() if one.uri == uri)
    return advice_for([entry], whole.portfolio, given).advice


def codes(uri: str, text: str, others: Files | None = None, language: str = "", **options: object) -> list[str]:
    """What the advice on one entry is about."""
    return [one.code for one in advice(uri, text, others, language, **options)]
