"""The schemas of front matter agree with the reader: what it takes they take."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from portfolio_gen.drafting.draft import Answers, draft
from portfolio_gen.drafting.templates import templates
from portfolio_gen.exports.kind_schema import entry_schema, kind_schema
from portfolio_gen.exports.value_schemas import fields_of
from portfolio_gen.model.audience import AUDIENCE_NAMES
from portfolio_gen.model.common import CommonFields
from portfolio_gen.model.field_types import WrittenNumber
from portfolio_gen.model.kinds import FOLDERS, KINDS
from portfolio_gen.problems import Severity
from portfolio_gen.reading.entries import read_entry
from portfolio_gen.reading.fields import Places, names_of, typed_fields
from portfolio_gen.reading.front_matter import FrontMatterError, split_front_matter
from portfolio_gen.reading.inference import kind_from_uri
from portfolio_gen.reading.sources import Source
from portfolio_gen.reading.yaml_loader import load_yaml

ROOT = Path(__file__).parents[2]
BROKEN = ROOT / "tests/broken/content"

NOT_EXPRESSIBLE = {"activities/audience-twice.md": "a schema sees each field once"}
"""Mistakes in fields that a schema can't see, with the reason."""


def as_json(value: Any) -> Any:
    """A value of front matter as a program reads it that knows YAML as JSON."""
    match value:
        case dict():
            return {key: as_json(inner) for key, inner in value.items()}
        case list():
            return [as_json(inner) for inner in value]
        case WrittenNumber():
            return float(value)
        case date():
            return value.isoformat()
        case _:
            return value


def written(text: str) -> Any:
    """The front matter of a source, as JSON."""
    return as_json(load_yaml(split_front_matter(text).yaml or "")[0]) or {}


@cache
def validator(kind: str) -> jsonschema.Draft202012Validator:
    """The schema of a kind; that of any entry for `any`."""
    return jsonschema.Draft202012Validator(entry_schema() if kind == "any" else kind_schema(KINDS[kind]))


def wrong_places(kind: str, fields: Any) -> set[str]:
    """The names of the fields with which a schema finds fault."""
    found: set[str] = set()
    for error in validator(kind).iter_errors(fields):
        found |= {str(error.absolute_path[0])} if error.absolute_path else {"(all)"}
    return found


def entries() -> Iterator[Any]:
    """All entries of the example, with their kinds."""
    for path in sorted((ROOT / "content").rglob("*.md")):
        uri = path.relative_to(ROOT / "content").as_posix()
        entry, _ = read_entry(Source(uri, path.read_text("utf-8")), FOLDERS)
        assert entry is not None
        yield pytest.param(entry.kind_name, path, id=uri)


def is_taken(kind: str, fields: Mapping[str, Any]) -> bool:
    """Whether the reader takes fields without a problem."""
    found, problems = typed_fields(dict(fields), KINDS[kind], Places("a.md", {}, {}, 0))
    return found is not None and not problems


@pytest.mark.parametrize("kind", ["any", *KINDS])
def test_each_schema_is_one(kind: str):
    schema = entry_schema() if kind == "any" else kind_schema(KINDS[kind])
    jsonschema.Draft202012Validator.check_schema(schema)
    # Programs that know no later draft read it as well.
    jsonschema.Draft7Validator.check_schema(schema)
    assert json.loads(json.dumps(schema)) == schema


def test_the_patterns_are_read_by_the_engines_of_editors():
    """With its flag `u`, as validators set it, JavaScript refuses a backslash before what needs none."""
    patterns = re.findall(r'"pattern": (".*?[^\\](?:\\\\)*")[,}]', json.dumps(entry_schema()))
    assert len(patterns) > 10
    for pattern in map(json.loads, patterns):
        assert set(re.findall(r"\\(.)", pattern)) <= set("snr.[]\\"), pattern


def test_every_field_is_described():
    for kind in KINDS.values():
        properties = kind_schema(kind)["properties"]
        for name in (*names_of(CommonFields), *names_of(kind.fields)):
            assert properties[name]["description"], name


def test_the_entries_of_the_example_fit():
    for case in entries():
        kind, path = case.values
        assert isinstance(path, Path)
        fields = written(path.read_text("utf-8"))
        assert wrong_places(str(kind), fields) == set(), path
        assert wrong_places("any", fields) == set(), path


def test_what_templates_make_fits():
    for template in templates(None)[0].values():
        made = draft(template, Answers(title="A title: in two parts", date=date(2026, 11, 24)))
        fields = written(made.text)
        assert wrong_places(template.kind, fields) == set(), template.name
        assert wrong_places("any", fields) == set(), template.name


def test_what_is_broken_in_a_field_is_found():
    """Each mistake that `tests/broken` has in a field is seen by the schema of its kind, at that field."""
    seen = 0
    for line in (ROOT / "tests/broken/expected.txt").read_text("utf-8").splitlines():
        uri, (_, code, *words) = line.split(":")[0], line.split(" ", 1)[1].split(" ")
        if code not in ("invalid-value", "unknown-audience", "audience-misspelt", "unknown-field"):
            continue
        name = words[0].strip("':").split(".")[0]
        kind = kind_from_uri(uri, FOLDERS)
        fields = written((BROKEN / uri).read_text("utf-8"))
        found = wrong_places(kind, fields)
        assert ({name, "(all)"} & found) or uri in NOT_EXPRESSIBLE, line
        seen += 1
    assert seen > 25


def test_the_schema_of_any_entry_follows_its_type():
    assert wrong_places("any", {"type": "goal", "wish": "Fly", "status": "active"}) == set()
    assert wrong_places("any", {"type": "reflection", "wish": "Fly"})
    assert wrong_places("any", {"type": "refelction"})
    assert wrong_places("any", {"wish": "Fly", "impact": "Much"}) == set()
    assert wrong_places("any", {"wihs": "Fly"})
    assert wrong_places("any", {"type": None}) == set()
    assert wrong_places("any", None) == set()


def test_a_misspelt_field_is_flagged_and_those_of_hosts_are_not():
    assert wrong_places("goal", {"staus": "done"})
    assert wrong_places("goal", {"icon": "material/star", "hide": ["toc"]}) == set()


@pytest.mark.parametrize(
    "fields",
    [
        {"status": "Doing"},
        {"due": "2026-02-30"},
        {"due": "2026-11"},
        {"progress": 120},
        {"confidence": 0},
        {"wish": True},
        {"competencies": [{"id": "a", "becuase": "x"}]},
        {"competencies": [{"level": 1}]},
        {"competencies": [{"id": "a", "level": 0}]},
        {"goals": [["a", "b"]]},
        {"goals": [""]},
        {"title": "One\nTwo"},
        {"id": "a b"},
        {"id": "../a"},
        {"id": "a/"},
        {"type": "reflection"},
    ],
    ids=str,
)
def test_what_the_reader_refuses_is_refused(fields: Mapping[str, Any]):
    assert wrong_places("goal", fields) == set(fields)


WORDS = sorted({*AUDIENCE_NAMES, "active", "done", "self", "given", "quoted", "employer", "others", "partly", "yes"})
NEAR_RIGHT: list[Any] = [
    *WORDS, "Team", " PUBLIC\n", " Done ", "Self", "True", "", "Mail",
    "2026-11-05", "2026-02-29", "2024-02-29", "2026-W47", "2026-W53", "2020-W53", "2026-11", "2026", "0001-01-01",
    "2026-11-05T10:00", " 2026-11-05 09:30:00 ", "50%", "50 %", " 7", "-0", "1.5", "-2", "007", "0", "00", "99", "100",
    "[[a]]", "[[a|b]]", "[[a#b]]", "[a](b.md)", "[a](<b c.md> 'd')", "![[a]]", "a/b", "a\nb", "\na\n", "..", "a..b",
    "https://example.org/?a=b#c", "\u2028", "\x85", "é" * 500, " " * 20 + "é" * 500 + "\n",
    -1, 0, 1, 5, 99, 100, 101, 999, 1000, 2026, 9999, 10_000, True, False, None, date(2026, 11, 5),
    WrittenNumber("1.5"), WrittenNumber("0.0"), WrittenNumber("-2.5"), WrittenNumber("50.0"),
    [], [None], ["a"], ["a", None, 7], [["a"]], [[["a"]]], [["a", "b"]], {}, {"a": 2}, {"a": "Name"}, {"a": None},
    {"id": "a"}, {"id": "a", "level": 2, "because": "b"}, [{"id": ["a"], "level": "3"}, "b"], {"id": None},
    {"name": "A"}, {"ask": "a", "to": "b", "answered": True},
    [{"name": 1, "signals": "b", "examples": ["c", None]}], {"what": "a", "by": "2026-11-05"},
    [{"who": "a", "what": "b", "by": None, "done": True}, None], {"date": date(2026, 11, 5), "changed": "Partly"},
]  # fmt: skip
"""What comes near to being right in some field."""
TEXTS = st.one_of(st.text(max_size=12), st.sampled_from([one for one in NEAR_RIGHT if isinstance(one, str)]))
SCALARS = st.one_of(TEXTS, st.integers(-3, 130), st.booleans(), st.none(), st.dates())
OWN = {(kind.name, name) for kind in KINDS.values() for name in names_of(kind.fields)}
FIELDS = sorted(OWN | {("page", name) for name in CommonFields.model_fields if name not in ("type", "id")})
"""Each field by itself; what may not be a type or an id is seen later than what a field holds."""
KEYS = [
    "id",
    "level",
    "because",
    "name",
    "summary",
    "signals",
    "date",
    "changed",
    "note",
    "who",
    "what",
    "by",
    "done",
    "x",
]


def values(depth: int = 2) -> SearchStrategy[Any]:
    """What may stand in a field: all that YAML gives, and most of all what comes near to being right."""
    if depth == 0:
        return SCALARS
    inner = values(depth - 1)
    return st.one_of(
        SCALARS,
        st.lists(inner, max_size=3),
        st.dictionaries(st.sampled_from(KEYS), inner, max_size=3),
        st.dictionaries(TEXTS, inner, max_size=2),
        inner.map(lambda value: [[value]]),
    )


def is_misspelt(value: Any) -> bool:
    """Whether there may be a name without a value, which the reader passes over and a schema calls unknown."""
    if isinstance(value, dict):
        return any(inner is None or is_misspelt(inner) for inner in value.values())
    return isinstance(value, list) and any(map(is_misspelt, value))


@pytest.mark.parametrize(("kind", "name"), FIELDS, ids=map("-".join, FIELDS))
def test_each_field_takes_all_that_the_reader_takes(kind: str, name: str):
    taken = [value for value in NEAR_RIGHT if not is_misspelt(value) and is_taken(kind, {name: value})]
    assert [value for value in taken if wrong_places(kind, {name: as_json(value)})] == []
    assert len(taken) > 1, "nothing but None"


@settings(max_examples=200, deadline=None, database=None)
@given(st.sampled_from(FIELDS), values())
def test_what_the_reader_takes_the_schema_takes(field: tuple[str, str], value: Any):
    kind, name = field
    if is_misspelt(value) or not is_taken(kind, {name: value}):
        return
    fields = {name: as_json(value)}
    assert wrong_places(kind, fields) == set()
    assert wrong_places("any", fields) == set()
    assert wrong_places("any", {"type": kind, **fields}) == set()


@settings(max_examples=100, deadline=None, database=None)
@given(TEXTS)
def test_an_id_that_the_reader_takes_the_schema_takes(text: str):
    source = f"---\nid: {json.dumps(text)}\n---\n"
    try:
        entry, problems = read_entry(Source("a.md", source), FOLDERS)
    except FrontMatterError:
        return
    if entry is not None and all(problem.severity is not Severity.ERROR for problem in problems):
        assert wrong_places("page", {"id": text}) == set()


def test_each_field_takes_something_and_refuses_something():
    """A schema that takes all or nothing would agree with any reader, or with none."""
    for kind in KINDS.values():
        for name, schema in fields_of(kind.fields).items():
            whole = {**kind_schema(kind), "properties": {name: schema}}
            check = jsonschema.Draft202012Validator(whole)
            assert check.is_valid({name: None}), name
            assert not check.is_valid({name: {"no": ["such", "thing"]}}), name
