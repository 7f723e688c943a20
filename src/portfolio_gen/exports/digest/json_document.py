"""A digest as one JSON document, and the form of that document."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from portfolio_gen.exports.digest.document import Digest, Line, Part
from portfolio_gen.exports.digest.markdown import uncalling
from portfolio_gen.exports.digest.text import digest_text
from portfolio_gen.model.audience import AUDIENCE_NAMES

VERSION = 1
"""Changes when a program that reads the document has to change."""


class _Document(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class LineRow(_Document):
    """One thing; all its words are plain and on one line."""

    text: str = Field(description="What it is called or says.")
    about: str = Field(description="What it is, and when; empty if there is nothing to say.")
    below: str = Field(description="What it says in a sentence; empty without one.")
    entry: str | None = Field(description="The id of the entry; null if it is about none.")
    link: str | None = Field(description="The address of its page, else its uri; null if it is about none.")
    person: str | None = Field(description="Whose it is, where a part names several people; null otherwise.")


class PartRow(_Document):
    """Lines below a heading, what matters most first."""

    code: Literal["due", "questions", "promises", "new", "moved", "still", "shared", "lessons", "reached", "offers"] = (
        Field(description="What it is; the same in every language.")
    )
    heading: str = Field(description="In the language of the digest.")
    lines: tuple[LineRow, ...] = Field(description="Never empty.")
    more: int = Field(ge=0, description="How many lines there was no room for.")


class SectionRow(_Document):
    """What is told of one person, or of everybody."""

    person: str | None = Field(description="The id of the person; null unless the digest is for a mentor.")
    name: str | None = Field(description="What the person is called; null with `person`.")
    parts: tuple[PartRow, ...] = Field(description="Never empty.")


class DigestDocument(_Document):
    """What is read in two minutes."""

    version: Literal[1] = Field(description="The version of this form.")
    text: str = Field(description="All of it as plain text, as chats take it. It calls nobody.")
    kind: Literal["own", "mentor", "shared"] = Field(description="About oneself, for a mentor, or for everybody.")
    audience: str = Field(description="For whom it was made.", json_schema_extra={"enum": [*AUDIENCE_NAMES]})
    reader: str | None = Field(description="The id of the person for whom it was made; null without one.")
    since: str = Field(description="The first day that counts.")
    today: str = Field(description="The last one.")
    title: str = Field(description="One line, as the subject of a mail.")
    sections: tuple[SectionRow, ...] = Field(description="Empty if there is nothing to tell.")
    closing: tuple[str, ...] = Field(description="Sentences at the end: the next step, a kind word.")
    others: tuple[str, ...] = Field(description="The names of people for whom there was no room.")
    note: str = Field(description="For whom it was made, and when.")
    is_empty: bool = Field(description="Whether there is nothing to tell.")


def digest_document(digest: Digest) -> Mapping[str, Any]:
    """The document, ready for a JSON encoder."""
    return {
        "version": VERSION,
        "text": uncalling(digest_text(digest, width=0)),
        "kind": digest.kind,
        "audience": digest.audience,
        "reader": digest.reader or None,
        "since": digest.since.isoformat(),
        "today": digest.today.isoformat(),
        "title": digest.title,
        "sections": [
            {
                "person": section.entry or None,
                "name": section.person or None,
                "parts": [_part(part) for part in section.parts],
            }
            for section in digest.sections
        ],
        "closing": list(digest.closing),
        "others": list(digest.others),
        "note": digest.note,
        "is_empty": digest.is_empty,
    }


def _part(part: Part) -> Mapping[str, Any]:
    return {
        "code": part.code,
        "heading": part.heading,
        "lines": [_line(line) for line in part.lines],
        "more": part.more,
    }


def _line(line: Line) -> Mapping[str, Any]:
    return {
        "text": line.text,
        "about": line.about,
        "below": line.below,
        "entry": line.entry or None,
        "link": line.link or None,
        "person": line.group or None,
    }
