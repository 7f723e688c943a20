"""In a pipeline nothing is said of what is withheld but its place."""

from __future__ import annotations

import json

import pytest

from portfolio_gen.build import build_site, check, export
from portfolio_gen.settings.options import is_pipeline
from portfolio_gen.withholding.discretion import UNTOLD
from tests.builders import Files, settings, tree

FILES: Files = {
    "goals/okapi.md": "---\ntitle: Okapi plan\ndue: kudu\n---\n",
    "journal/hidden.md": "---\ntitle: Okapi\ngoals: [kudu]\nokapi: kudu\n---\n\nSee [okapi](kudu.md).\n",
    "journal/secret-okapi.md": "---\ntitle: Okapi\ndraft: true\n---\n",
    "journal/open.md": """
        ---
        audience: public
        evidence: [journal/secret-okapi]
        zebra: 1
        ---

        # Open

        See [[Okapi]], [an okapi](secret-okapi.md) and [a zebra](zebra.md).
        """,
}


@pytest.fixture(autouse=True)
def _in_a_pipeline(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("CI", "true")


def test_what_is_withheld_is_told_by_place_and_code_alone():
    problems = [problem for problem in check(tree(FILES), settings()) if problem.uri != "journal/open.md"]
    assert {(problem.uri, problem.line, problem.code) for problem in problems} >= {
        ("goals/okapi.md", 3, "invalid-value"),
        ("journal/hidden.md", 3, "unresolved-field"),
        ("journal/hidden.md", 4, "unknown-field"),
        ("journal/secret-okapi.md", 3, "withheld-mark"),
    }
    assert {(problem.message, problem.hint) for problem in problems} == {(UNTOLD, "")}


def test_what_an_open_entry_names_and_may_not_show_is_not_quoted():
    problems = [problem for problem in check(tree(FILES), settings()) if problem.uri == "journal/open.md"]
    assert {problem.code for problem in problems if problem.message == UNTOLD} == {"not-shared"}
    assert not any("kapi" in f"{problem.message}{problem.hint}" for problem in problems)


def test_what_is_open_is_told_whole():
    problems = check(tree(FILES), settings())
    assert any("zebra" in problem.message for problem in problems if problem.code == "unknown-field")
    assert any("zebra.md" in problem.message for problem in problems if problem.code == "broken-link")


def test_a_build_and_an_export_are_as_discreet():
    built = build_site(tree(FILES), settings())
    document, _ = export(tree(FILES), settings())
    for text in (*(f"{one.message}{one.hint}" for one in built.problems), json.dumps(document["problems"])):
        assert "kudu" not in text
        assert "Okapi" not in text


@pytest.mark.parametrize(
    ("value", "is_one"),
    [("true", True), ("1", True), ("woodpecker", True), ("", False), ("false", False), ("0", False)],
)
def test_a_pipeline_says_that_it_is_one(value: str, is_one: bool):
    assert is_pipeline({"CI": value}) is is_one
    assert not is_pipeline({})
