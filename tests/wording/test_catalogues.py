"""The catalogues hold each message that there is, translated, with the values that it needs."""

from __future__ import annotations

import importlib.util
import re
from functools import cache
from pathlib import Path
from types import ModuleType

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

from portfolio_gen.model.common import CommonFields
from portfolio_gen.model.field_types import Refers
from portfolio_gen.model.kinds import KINDS
from portfolio_gen.wording import terms
from portfolio_gen.wording.catalogues import catalogue, language_for, languages

ROOT = Path(__file__).resolve().parents[2]
CATALOGUES = sorted((ROOT / "templates/portfolio_templates/messages").glob("*.po"))
VALUE = re.compile(r"%\((\w+)\)[sd]|%%")


@cache
def writer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("docs_messages", ROOT / "docs/messages.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@cache
def messages() -> Catalog:
    found: Catalog = writer().messages()
    return found


def read(path: Path) -> Catalog:
    with path.open("rb") as file:
        return read_po(file, locale=path.stem)


def test_german_french_and_spanish_are_there_besides_english():
    assert {"de", "en", "es", "fr"} <= set(languages())


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.stem)
def test_a_catalogue_is_what_make_messages_writes(path: Path):
    assert writer().updated(path.read_bytes(), path.stem) == path.read_bytes()


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.stem)
def test_every_message_is_translated_with_its_values(path: Path):
    wrong = []
    for message in read(path):
        if not message.id:
            continue
        texts = message.string if isinstance(message.string, tuple) else (message.string,)
        sources = message.id if isinstance(message.id, tuple) else (message.id,)
        values = {value for source in sources for value in VALUE.findall(source)}
        if not all(texts) or message.fuzzy:
            wrong.append(f"not translated: {sources[0]}")
        elif any(set(VALUE.findall(text)) - values for text in texts) or set(VALUE.findall(texts[-1])) != values:
            wrong.append(f"other values: {sources[0]} / {texts}")
        elif any("%" in VALUE.sub("", text) for text in texts):
            wrong.append(f"a bare sign: {texts}")
    assert wrong == []


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.stem)
def test_a_translation_says_something_else_for_most_messages(path: Path):
    found = [one for one in read(path) if isinstance(one.id, str) and one.id]
    same = [one.id for one in found if one.id == one.string]
    assert len(same) < len(found) / 5


@pytest.mark.parametrize("message", [str(one.id) for one in messages() if one.id])
def test_a_message_is_plain_text(message: str):
    assert not re.search(r"<[a-zA-Z/]|&\w+;", message)


def test_a_message_with_a_value_in_it_formats_in_every_language():
    class Anything(dict[str, str]):
        def __missing__(self, key: str) -> str:
            return key

    for language in languages():
        for one in messages():
            if isinstance(one.id, str) and one.id and one.context is None:
                text = catalogue(language).gettext(one.id)
                assert text % Anything() or not text


def test_each_word_of_the_model_that_readers_see_is_a_message():
    labels = {label for kind in KINDS.values() for label in kind.labels.values()}
    for model in (CommonFields, *(kind.fields for kind in KINDS.values())):
        labels |= {
            one.label for field in model.model_fields.values() for one in field.metadata if isinstance(one, Refers)
        }
    assert labels <= terms.REFERENCES
    names = {"check-in" if name == "checkin" else name for name in KINDS}
    assert names <= terms.KINDS
    assert {kind.plural for kind in KINDS.values()} <= terms.KINDS_IN_PLURAL


def test_a_language_is_found_by_any_spelling_of_a_theme():
    assert [language_for(name) for name in ("de", "de-AT", "DE_ch", " fr ", "es-419")] == ["de", "de", "de", "fr", "es"]
