"""What the second reader knows of a language: one file each, `advice/LANGUAGE.yml`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cache
from importlib.resources import files
from typing import Any

from portfolio_gen.advising.phrases import ANY, MORE, Phrases, phrases
from portfolio_gen.advising.prose import words_in
from portfolio_gen.problems import PortfolioError
from portfolio_gen.reading.yaml_loader import load_yaml

ROLES = ("description", "meaning", "action", "own_part", "measure", "plan", "due", "behaviour")
"""What the part of a text below a heading may be for."""
CODES = (
    "not-begun", "no-next-step", "empty-next-step", "vague-next-step", "mostly-description", "no-own-part",
    "no-measure", "no-plan", "no-due", "no-reason", "no-reason-of-others", "name-of-somebody", "name-of-giver",
    "no-feed-forward", "no-behaviour",
)  # fmt: skip
"""What there can be advice about."""


class LanguageError(PortfolioError):
    """The file of a language is not as it has to be; the message says where."""


@dataclass(frozen=True, slots=True)
class Language:
    """Word lists and sentences in one language; phrases are as `phrases.phrases` reads them."""

    common: frozenset[str]
    """Words so common that a text with hardly any of them is in another language."""
    i: Phrases
    """The writer as the one who acts."""
    others: Phrases
    """Others as those who act."""
    bare_actions: Phrases
    """First words of sentences that leave out the "I"."""
    intention: Phrases
    """What announces something that the writer will do."""
    regret: Phrases
    """What looks like an intention and looks back."""
    openings: Phrases
    """First words of sentences that say what to do."""
    calendar: frozenset[str]
    """Days and months, which at the very end of a text are in a plan."""
    conditions: Phrases
    """First words of an if-then plan."""
    consequences: Phrases
    """What begins the other half of it."""
    learning: Phrases
    """Words of a writer who wants to learn from something."""
    meaning: Phrases
    """Words of judging, feeling, learning and asking why."""
    vague: Phrases
    """Resolutions that nobody could see."""
    moments: Phrases
    """What says when something is to be done."""
    numbers: frozenset[str]
    """Numbers in words, and other words by which something can be counted."""
    praise: Phrases
    """Judgements of a person or of all of their work."""
    persons: frozenset[str]
    """Words for the one whom feedback is about."""
    linking: frozenset[str]
    """Words between such a word and a judgement, that are nothing one could have seen."""
    honorifics: frozenset[str]
    """Words before a surname."""
    first_names: frozenset[str]
    """Common first names that mean nothing else."""
    before_places: frozenset[str]
    """Words before a first name that make it a place or a figure of history."""
    after_places: frozenset[str]
    """Words behind a first name that make it a place or an organisation."""
    works: frozenset[str]
    """Words of sentences about authors and their works, whose names are no secret."""
    headings: Mapping[str, Phrases]
    """Headings of templates by what stands below them, each of ROLES."""
    advice: Mapping[str, tuple[str, str]]
    """For each of CODES the sentence, and the example."""


def language_of(name: str) -> str:
    """The language that a name means, without its country: "en" for "en-GB"."""
    return name.strip().replace("-", "_").partition("_")[0].lower()


@cache
def languages() -> tuple[str, ...]:
    """The languages in which there is advice, in the order of the alphabet."""
    folder = files("portfolio_templates") / "advice"
    return tuple(sorted(file.name.removesuffix(".yml") for file in folder.iterdir() if file.name.endswith(".yml")))


def language(name: str) -> Language | None:
    """A language by its name; None if there is no advice in it.

    Raises:
        LanguageError: its file is not as it has to be.
    """
    wanted = language_of(name)
    return _shipped(wanted) if wanted in languages() else None


@cache
def _shipped(name: str) -> Language:
    return language_from((files("portfolio_templates") / "advice" / f"{name}.yml").read_text("utf-8"), name)


def language_from(text: str, name: str) -> Language:
    """A language from the text of its file.

    Raises:
        LanguageError: something is missing, of another shape, or unknown.
    """
    written, _ = load_yaml(text)
    wanted = {one.name: str(one.type) for one in fields(Language)}
    _check_keys(written, wanted, name)
    _check_keys(written["headings"], ROLES, f"{name}: headings")
    _check_keys(written["advice"], CODES, f"{name}: advice")
    given: dict[str, Any] = {
        "headings": {role: phrases(_listed(written["headings"][role], f"{name}: {role}")) for role in ROLES},
        "advice": {code: _sentences(written["advice"][code], f"{name}: {code}") for code in CODES},
    }
    for key in wanted.keys() - given.keys():
        listed = _listed(written[key], f"{name}: {key}")
        given[key] = phrases(listed) if wanted[key] == "Phrases" else frozenset(listed)
    return Language(**given)


def _check_keys(written: object, wanted: Any, place: str) -> None:
    if not isinstance(written, Mapping):
        raise LanguageError(f"{place}: this is no mapping")
    missing, unknown = set(wanted) - written.keys(), written.keys() - set(wanted)
    if missing or unknown:
        said = [f"there is no '{one}'" for one in sorted(missing)] + [f"'{one}' is unknown" for one in sorted(unknown)]
        raise LanguageError(f"{place}: {'; '.join(said)}")


def _listed(value: object, place: str) -> list[str]:
    """Words or phrases, with commas between them."""
    found = [" ".join(one.split()) for one in value.split(",")] if isinstance(value, str) else [""]
    if not all(found):
        raise LanguageError(f"{place}: write words with commas between them")
    for one in found:
        bare = one.removesuffix(MORE).replace(ANY, "").split()
        if list(words_in(" ".join(bare))) != bare or one == ANY:
            raise LanguageError(f"{place}: '{one}' is not made of whole words in small letters")
    return found


def _sentences(value: object, place: str) -> tuple[str, str]:
    _check_keys(value, ("sentence", "example"), place)
    assert isinstance(value, Mapping)
    sentence, example = (" ".join(str(value[key] or "").split()) for key in ("sentence", "example"))
    if not sentence or not example:
        raise LanguageError(f"{place}: write a sentence and an example")
    return sentence, example
