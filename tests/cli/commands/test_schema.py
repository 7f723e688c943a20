"""portfolio schema"""

from __future__ import annotations

from pathlib import Path

import jsonschema
import pytest

from portfolio_gen.exports.kind_schema import entry_schema, kind_schema
from portfolio_gen.model.kinds import KINDS
from tests.cli.runs import document, run


@pytest.mark.parametrize("kind", KINDS)
def test_it_prints_the_schema_of_a_kind(kind: str):
    assert document(run("schema", kind)) == kind_schema(KINDS[kind])


def test_without_a_kind_it_prints_that_of_any_entry():
    assert document(run("schema")) == entry_schema()


def test_it_names_the_draft_that_is_asked_for():
    assert jsonschema.validators.validator_for(document(run("schema", "goal"))) is jsonschema.Draft202012Validator
    assert jsonschema.validators.validator_for(document(run("schema", "--draft", "7"))) is jsonschema.Draft7Validator


def test_it_writes_to_a_file(tmp_path: Path):
    result = run("schema", "goal", "-o", tmp_path / "goal.json")
    assert (result.exit_code, result.output) == (0, "")
    assert (tmp_path / "goal.json").read_text("utf-8") == run("schema", "goal").stdout


def test_a_kind_that_is_none_is_refused():
    result = run("schema", "gaol")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "reflection" in result.stderr
