"""The message catalogues: one file of gettext's form for each language but English, which stands in the code."""

from __future__ import annotations

import io
from functools import cache
from gettext import GNUTranslations, NullTranslations
from importlib.resources import files
from importlib.resources.abc import Traversable

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

SOURCE_LANGUAGE = "en"
"""The language of the words in code and templates."""


@cache
def languages() -> tuple[str, ...]:
    """The languages there are words in, in the order of the alphabet."""
    found = (file.name.removesuffix(".po") for file in _folder().iterdir() if file.name.endswith(".po"))
    return tuple(sorted({SOURCE_LANGUAGE, *found}))


def language_for(name: str) -> str:
    """The language that serves a site whose theme names one ("de", "pt-BR", "zh_Hant"); English if none does."""
    wanted = name.strip().replace("-", "_").partition("_")[0].lower()
    return wanted if wanted in languages() else SOURCE_LANGUAGE


@cache
def catalogue(language: str) -> NullTranslations:
    """The messages of one of `languages()`; what has no translation is in English."""
    if language == SOURCE_LANGUAGE:
        return NullTranslations()
    compiled = io.BytesIO()
    with (_folder() / f"{language}.po").open("rb") as source:
        write_mo(compiled, read_po(source, locale=language))
    compiled.seek(0)
    return GNUTranslations(compiled)


def _folder() -> Traversable:
    return files("portfolio_templates") / "messages"
