"""The files that editors read."""

from __future__ import annotations

import json
from typing import Any

import jsonschema
import pytest

from portfolio_gen.exports.editor_files import editor_files
from portfolio_gen.model.kinds import KINDS

FILES = editor_files("content")


def finds_fault(kind: str, fields: Any) -> bool:
    schema = json.loads(FILES[f".vscode/portfolio/{kind}.schema.json"])
    validator = jsonschema.validators.validator_for(schema)
    assert validator is jsonschema.Draft7Validator
    validator.check_schema(schema)
    return not validator(schema).is_valid(fields)


@pytest.mark.parametrize("kind", [*KINDS, "entry"])
def test_each_kind_has_a_schema_that_linters_read(kind: str):
    assert not finds_fault(kind, {"title": "A title", "audience": "team"})
    assert not finds_fault(kind, None)
    assert finds_fault(kind, {"tilte": "A title"})
    assert finds_fault(kind, {"audience": "everyone"})


def test_what_lies_in_a_folder_may_say_that_it_is_of_another_kind():
    assert finds_fault("goal", {"status": "doing"})
    assert finds_fault("goal", {"type": "Goal", "status": "doing"})
    assert not finds_fault("goal", {"type": "reflection", "next_action": "Ask."})
    assert finds_fault("goal", {"type": "refelction"})


def test_each_file_has_the_schema_of_its_folder():
    _, (_, options) = json.loads(FILES[".remarkrc.json"])["plugins"]
    globs = {path.split("/")[-1].split(".")[0]: patterns for path, patterns in options["schemas"].items()}
    assert next(iter(globs)) == "entry", "of several that fit, the last counts"
    assert globs["reflection"] == [
        "content/**/reflections/!(index|README).md",
        "content/**/journal/!(index|README).md",
    ]
    assert globs["person"] == ["content/**/people/*/index.md"]
    assert set(globs) == {"entry", "person", *(kind.name for kind in KINDS.values() if kind.folders)}
