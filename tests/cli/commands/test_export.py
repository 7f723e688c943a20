"""portfolio export json"""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from tests.builders import COMPETENCY, write_project
from tests.cli.runs import document, run
from tests.conftest import CHECKOUT

FILES = {
    "competencies/testing.md": COMPETENCY,
    "goals/read.md": "---\ntitle: Read\naudience: public\ncompetencies: testing\n---\n",
    "journal/2026-03-04-note.md": """
        ---
        audience: public
        goals: [read, secret]
        competencies: [{id: testing, level: Reliable, because: "As in [[read]] and [[secret|a zebra]]."}]
        tags: [craft]
        hide: [toc]
        ---

        # A note

        See [[read]] and [[secret]].
        """,
    "goals/secret.md": "---\ntitle: Zebra\n---\n",
}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return write_project(tmp_path, FILES)


def test_the_document_holds_entries_references_and_backlinks_as_the_audience_sees_them(project: Path):
    exported = document(run("export", "json", "-C", project))
    assert [entry.pop("fields") for entry in exported["entries"]][1:] == [
        {"competencies": [{"id": "competencies/testing"}]},
        {
            "goals": ["goals/read", "not shared"],
            "competencies": [
                {"id": "competencies/testing", "level": "Reliable", "because": "As in [[read]] and not shared."}
            ],
            "tags": ["craft"],
        },
    ]
    note = "journal/2026-03-04-note"
    uri = f"{note}.md"
    assert exported == {
        "version": 1,
        "audience": "public",
        "entries": [
            {
                "id": "competencies/testing", "kind": "competency", "title": "Testing",
                "uri": "competencies/testing.md", "audience": "public", "person": None, "date": None,
            },
            {
                "id": "goals/read", "kind": "goal", "title": "Read", "uri": "goals/read.md", "audience": "public",
                "person": None, "date": None,
            },
            {
                "id": note, "kind": "reflection", "title": "A note", "uri": uri, "audience": "public", "person": None,
                "date": "2026-03-04",
            },
        ],
        "references": [
            {"source": "goals/read", "target": "competencies/testing", "field": "competencies", "uri": "goals/read.md",
             "line": 4},
            {"source": note, "target": "competencies/testing", "field": "competencies", "uri": uri, "line": 4},
            {"source": note, "target": "goals/read", "field": "body", "uri": uri, "line": 11},
            {"source": note, "target": "goals/read", "field": "competencies", "uri": uri, "line": 4},
            {"source": note, "target": "goals/read", "field": "goals", "uri": uri, "line": 3},
        ],
        "backlinks": {
            "competencies/testing": [
                {"source": "goals/read", "field": "competencies"}, {"source": note, "field": "competencies"},
            ],
            "goals/read": [
                {"source": note, "field": "body"}, {"source": note, "field": "competencies"},
                {"source": note, "field": "goals"},
            ],
        },
        "problems": exported["problems"],
    }  # fmt: skip


def test_nothing_withheld_is_in_the_document(project: Path):
    assert "zebra" not in run("export", "json", "-C", project).stdout.lower()
    assert "Zebra" in run("export", "json", "-C", project, "--audience", "me").stdout


def test_the_document_is_what_its_schema_says():
    schema = document(run("export", "json", "--schema"))
    jsonschema.Draft202012Validator.check_schema(schema)
    for audience in ("public", "team", "me"):
        exported = document(run("export", "json", "-C", CHECKOUT, "--audience", audience))
        jsonschema.validate(exported, schema, jsonschema.Draft202012Validator)
        assert exported["audience"] == audience


def test_the_schema_refuses_a_document_with_anything_else(project: Path):
    schema = document(run("export", "json", "--schema"))
    exported = document(run("export", "json", "-C", project))
    validator = jsonschema.Draft202012Validator(schema)
    assert not validator.is_valid({**exported, "more": 1})
    assert not validator.is_valid({**exported, "version": 2})
    assert not validator.is_valid({name: value for name, value in exported.items() if name != "backlinks"})


def test_with_errors_the_document_is_printed_without_what_is_wrong_and_the_run_fails(tmp_path: Path):
    files = {**FILES, "goals/wrong.md": "---\naudience: publik\n---\n"}
    result = run("export", "json", "-C", write_project(tmp_path, files))
    assert result.exit_code == 1
    assert [entry["uri"] for entry in document(result)["entries"]] == [
        "competencies/testing.md", "goals/read.md", "journal/2026-03-04-note.md",
    ]  # fmt: skip
    assert ("goals/wrong.md", "error") in [(row["uri"], row["severity"]) for row in document(result)["problems"]]


def test_a_file_is_written_whole_and_replaces_the_former(project: Path, tmp_path: Path):
    out = tmp_path / "out" / "portfolio.json"
    out.parent.mkdir()
    out.write_text("former", encoding="utf-8")
    result = run("export", "json", "-C", project, "-o", out)
    assert (result.exit_code, result.stdout) == (0, "")
    assert json.loads(out.read_text("utf-8")) == document(run("export", "json", "-C", project))
    assert [path.name for path in out.parent.iterdir()] == ["portfolio.json"]


@pytest.mark.parametrize("output", ["content", "gone/portfolio.json"], ids=["folder", "nowhere"])
def test_a_file_that_cannot_be_written_leaves_nothing_behind(
    project: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch, output: str
):
    monkeypatch.chdir(tmp_path_factory.mktemp("elsewhere"))
    before = sorted(project.rglob("*"))
    result = run("export", "json", "-C", project, "-o", output)
    assert result.exit_code != 0
    assert sorted(project.rglob("*")) == before


def test_signs_that_a_terminal_or_a_script_would_act_on_are_escaped(tmp_path: Path):
    title = "bell\x07 escape\x1b[31m old\x9b turned\u202e"
    entry = f"---\naudience: public\ntitle: {json.dumps(title)}\n---\n"
    result = run("export", "json", "-C", write_project(tmp_path, {"journal/a.md": entry}))
    assert result.stdout.replace("\n", "").isprintable()
    assert document(result)["entries"][0]["title"] == title
