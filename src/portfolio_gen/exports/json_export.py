"""A portfolio as one JSON document, and the schema of that document."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from portfolio_gen.linking.links import Links, Named
from portfolio_gen.linking.not_shared import NOT_SHARED
from portfolio_gen.linking.resolution import NotShared, ToAddress, ToEntry, ToFile
from portfolio_gen.linking.rewriting import rewritten
from portfolio_gen.model.audience import AUDIENCE_NAMES, Audience
from portfolio_gen.model.dates import PartialDate
from portfolio_gen.model.entry import Entry
from portfolio_gen.model.field_types import FrontMatter
from portfolio_gen.model.kinds import KINDS
from portfolio_gen.model.mention import FieldPath
from portfolio_gen.model.portfolio import Portfolio
from portfolio_gen.problems import Problem

VERSION = 1
"""Changes when a program that reads the document has to change."""

_IN_THE_ROW = frozenset({"type", "title", "id", "date", "audience", "person"})
"""Common fields that have a place of their own in an entry's row."""


class _Document(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class ProblemRow(_Document):
    """Something an author can fix, and where to fix it."""

    uri: str = Field(description="The source, as a '/'-path below the content folder.")
    line: int = Field(ge=1, description="1-based, front matter included.")
    column: int = Field(ge=1, description="1-based, in characters.")
    code: str = Field(description="A stable name for this kind of problem.")
    severity: Literal["error", "warning", "note"] = Field(description="How much it matters.")
    message: str = Field(description="What is wrong.")
    hint: str = Field(description="What would be right; empty if the message says it all.")


class EntryRow(_Document):
    """One entry that the audience may see."""

    id: str = Field(description="Unique over the whole portfolio.")
    kind: str = Field(description="The kind of entry.", json_schema_extra={"enum": list(KINDS)})
    title: str = Field(description="One line of plain text.")
    uri: str = Field(description="The source, as a '/'-path below the content folder.")
    audience: str = Field(description="Who may see it, after all rules.", json_schema_extra={"enum": [*AUDIENCE_NAMES]})
    person: str | None = Field(description="The id of the person whose entry it is; null if it is nobody's.")
    date: str | None = Field(description="2026-11-05, 2026-W47, 2026-11 or 2026; null without a date.")
    fields: dict[str, Any] = Field(description="All other fields that were written, references as ids.")


class ReferenceRow(_Document):
    """One entry pointing at another, and where it says so."""

    source: str = Field(description="The id of the entry that points.")
    target: str = Field(description="The id of the entry that it points at.")
    field: str = Field(description="The field that says so, or `body`.")
    uri: str = Field(description="The source file.")
    line: int = Field(ge=1, description="1-based line in it, front matter included.")


class BacklinkRow(_Document):
    """An entry that points here."""

    source: str = Field(description="The id of the entry that points.")
    field: str = Field(description="The field that says so, or `body`.")


class ExportDocument(_Document):
    """A portfolio as one audience may see it."""

    version: Literal[1] = Field(description="The version of this form.")
    audience: str = Field(description="For whom it was made.", json_schema_extra={"enum": [*AUDIENCE_NAMES]})
    entries: tuple[EntryRow, ...] = Field(description="By uri.")
    references: tuple[ReferenceRow, ...] = Field(description="Sorted; each one once.")
    backlinks: dict[str, tuple[BacklinkRow, ...]] = Field(description="By the id of the entry that is pointed at.")
    problems: tuple[ProblemRow, ...] = Field(description="Errors anywhere, and what else is wrong with what is shown.")


def export_document(
    portfolio: Portfolio, links: Links, problems: Iterable[Problem], audience: Audience
) -> Mapping[str, Any]:
    """The document, ready for a JSON encoder.

    A field that names something withheld says "not shared" in its place. Persons without a page of their
    own are no entries, but may be the person of one.
    """
    entries = [entry for entry in portfolio.entries.values() if entry.is_written]
    return {
        "version": VERSION,
        "audience": str(audience),
        "entries": [_entry_row(entry, portfolio, links) for entry in sorted(entries, key=lambda entry: entry.uri)],
        "references": [
            {"source": one.source, "target": one.target, "field": one.field, "uri": one.uri, "line": one.line}
            for one in links.references
        ],
        "backlinks": {
            target: [
                {"source": source, "field": field} for source, field in sorted({(r.source, r.field) for r in found})
            ]
            for target, found in links.backlinks.items()
        },
        "problems": [problem_row(problem) for problem in problems],
    }


def _entry_row(entry: Entry, portfolio: Portfolio, links: Links) -> Mapping[str, Any]:
    person = portfolio.persons.get(entry.id)
    return {
        "id": entry.id,
        "kind": entry.kind_name,
        "title": entry.title,
        "uri": entry.uri,
        "audience": str(portfolio.audiences[entry.id]),
        "person": person if person in portfolio.entries else None,
        "date": str(entry.date) if entry.date else None,
        "fields": _fields(entry, links),
    }


def _fields(entry: Entry, links: Links) -> Mapping[str, Any]:
    meant = {named.mention.at: _name(named) for named in links.named[entry.id]}
    meant |= {
        path: rewritten(text, links.texts[entry.id, path], lambda _link, _target: None)
        for path, text in entry.texts.items()
    }
    written = {**_plain(entry.common, (), meant), **_plain(entry.fields, (), meant)}
    return {name: value for name, value in written.items() if name not in _IN_THE_ROW}


def _name(named: Named) -> str:
    match named.target:
        case ToEntry(id=entry_id):
            return entry_id
        case ToFile(uri=uri):
            return uri
        case ToAddress(url=url):
            return url
        case NotShared():
            return NOT_SHARED
        case _:
            return named.mention.target


def _plain(value: Any, path: FieldPath, meant: Mapping[FieldPath, str]) -> Any:
    """A typed value as JSON has it: what was written, with references replaced by what they mean."""
    if path in meant:
        return meant[path]
    match value:
        case FrontMatter():
            fields = type(value).model_fields
            written = (
                (fields[name].alias or name, getattr(value, name)) for name in fields if name in value.model_fields_set
            )
            return {name: _plain(inner, (*path, name), meant) for name, inner in written}
        case tuple():
            return [_plain(inner, (*path, index), meant) for index, inner in enumerate(value)]
        case Mapping():
            return {meant.get((*path, name), name): level for name, level in value.items()}
        case date() | PartialDate():
            return str(value)
        case _:
            return value


def problem_row(problem: Problem) -> Mapping[str, Any]:
    """A problem, ready for a JSON encoder."""
    return {
        "uri": problem.uri, "line": problem.line, "column": problem.column, "code": problem.code,
        "severity": str(problem.severity), "message": problem.message, "hint": problem.hint,
    }  # fmt: skip


def export_schema() -> Mapping[str, Any]:
    """The JSON Schema of the document (draft 2020-12)."""
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **ExportDocument.model_json_schema()}
