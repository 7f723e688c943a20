"""The fields that every entry may have, whatever its kind."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from portfolio_gen.model.field_types import (
    AsSequence,
    AsWord,
    Day,
    FrontMatter,
    Line,
    Lines,
    Moment,
    ReferenceText,
    Refers,
    Text,
)


def _as_level(value: object) -> object:
    """A level's number or name; a number in quotes is still a number."""
    if isinstance(value, bool) or not isinstance(value, int | str):
        raise ValueError("a level is its number (1 is the lowest) or its name")
    text = str(value).strip()
    if text.isdecimal() and text.isascii():
        if len(text) > 2 or int(text) < 1:
            raise ValueError("levels are counted from 1, the lowest")
        return int(text)
    return text


LevelName = Annotated[int | str, BeforeValidator(_as_level)]
"""A level of a competency: its number (1 is the lowest) or its name."""


class Claim(FrontMatter):
    """One competency that an entry is about, at which level and why."""

    id: ReferenceText = Field(description="The competency.")
    level: LevelName | None = Field(None, description="The level that is shown, aimed at or rated.")
    because: Text | None = Field(None, description="Why: what in this entry shows it.")


def _as_claim(value: object) -> object:
    return value if isinstance(value, dict | Claim) else {"id": value}


class Question(FrontMatter):
    """Something that the writer asks whoever reads the entry."""

    ask: Text = Field(description="The question.")
    to: Annotated[ReferenceText | None, Refers("asked in", ("person",), free=True)] = Field(
        None, description="Whom it is for: a person, or a few words. If absent, every reader."
    )
    answered: bool = Field(False, description="Whether it is answered.")


def _as_question(value: object) -> object:
    return value if isinstance(value, dict | Question) else {"ask": value}


Questions = Annotated[tuple[Annotated[Question, BeforeValidator(_as_question)], ...], AsSequence]


Claims = Annotated[tuple[Annotated[Claim, BeforeValidator(_as_claim)], ...], AsSequence]


class CommonFields(FrontMatter):
    """What an author may write about any entry."""

    type: Line | None = Field(None, description="The kind of entry. If absent, the folder tells.")
    title: Line | None = Field(None, description="One line. If absent, the first heading, else the file's name.")
    id: ReferenceText | None = Field(
        None, description="A stable name that survives a rename. If absent, the path below content/."
    )
    aliases: Lines = Field((), description="Further names by which other entries may refer to this one.")
    date: Moment | None = Field(
        None,
        description="When it happened: 2026-11-05, 2026-11, 2026-W47 or 2026. If absent, as in the file's name.",
    )
    audience: Line | None = Field(
        None,
        description="Who may see it: me, mentor, team, organisation or public. If absent, the `defaults` option "
        "for its kind, else public for competencies, frameworks, roles and activities, and me for the rest.",
    )
    person: Annotated[ReferenceText | None, Refers("entry of", ("person",))] = Field(
        None,
        description="Whose entry it is. If absent, the person in whose folder it is, else the only person.",
    )
    competencies: Annotated[Claims, Refers("shows", ("competency",))] = Field(
        (), description="The competencies that it is about: ids, or `{id, level, because}`."
    )
    goals: Annotated[tuple[ReferenceText, ...], AsSequence, Refers("goal this moves", ("goal",), elsewhere=True)] = (
        Field((), description="The goals that it moves: entries, files or web addresses.")
    )
    evidence: Annotated[tuple[ReferenceText, ...], AsSequence, Refers("evidence for", elsewhere=True)] = Field(
        (), description="What backs it: entries, files or web addresses."
    )
    activities: Annotated[
        tuple[ReferenceText, ...], AsSequence, Refers("practised in", ("activity",), elsewhere=True)
    ] = Field((), description="The activities that it is about: entries, files or web addresses.")
    people: Annotated[tuple[ReferenceText, ...], AsSequence, Refers("takes part in", ("person",), elsewhere=True)] = (
        Field((), description="Who else took part: persons, files or web addresses.")
    )
    questions: Questions = Field(
        (), description="What I ask whoever reads this, such as a mentor: texts, or `{ask, to, answered}`."
    )
    tags: Lines = Field((), description="Words of your own.")
    lang: Line | None = Field(None, description="The language it is written in, such as `en` or `de`.")
    owner: Annotated[Literal["me", "employer"] | None, AsWord] = Field(
        None, description="Whose property it is: `me` or `employer`."
    )
    revisit: Day | None = Field(None, description="The day on which to look at it again.")
    expires: Day | None = Field(None, description="From this day on only its author sees it.")
