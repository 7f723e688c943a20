"""`portfolio templates` lists and shows what entries start from."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from portfolio_gen.drafting.templates import entry_text, templates
from portfolio_gen.model.kinds import KINDS
from tests.builders import write_project
from tests.cli.runs import document, run

SHIPPED, _ = templates(None)
OWN = """---
template: {kind: goal, description: Ours., default: true}
---

# {{title}}
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with one template of its own, and one that can't be read."""
    write_project(tmp_path, {"index.md": "# Home\n"})
    folder = tmp_path / "templates/entries"
    folder.mkdir(parents=True)
    (folder / "ours.md").write_text(OWN, encoding="utf-8")
    (folder / "odd.md").write_text("---\ntemplate: {kind: gaol, description: x}\n---\n", encoding="utf-8")
    return tmp_path


def test_all_are_listed_below_their_kinds_with_the_default_marked(tmp_path: Path) -> None:
    result = run("templates", "-C", tmp_path)
    assert result.exit_code == 0
    assert [line.removesuffix(":") for line in result.stdout.splitlines() if line.endswith(":")] == list(KINDS)
    for name, template in SHIPPED.items():
        (line,) = [line for line in result.stdout.splitlines() if line[4:].split("  ")[0] == name]
        assert line.startswith("  * ") == template.is_default
        assert line.endswith(f"  {template.description}")


def test_a_screen_of_eighty_columns_is_not_overrun_and_no_word_is_broken(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("TERM", "dumb")
    monkeypatch.setenv("COLUMNS", "80")
    shown = run("templates").stdout
    assert max(map(len, shown.splitlines())) <= 80
    assert all(template.description in " ".join(shown.split()) for template in SHIPPED.values())


def test_one_kind_alone(tmp_path: Path) -> None:
    names = [row["name"] for row in document(run("templates", "--kind", "Goal", "--format", "json"))["templates"]]
    assert names == ["backward-plan", "pdp", "smart", "woop"]
    assert run("templates", "--kind", "gaol").exit_code == 2


def test_programs_get_all_that_is_said_about_a_template() -> None:
    rows = {row["name"]: row for row in document(run("templates", "--format", "json"))["templates"]}
    assert list(rows) == list(SHIPPED)
    assert rows["woop"] == {
        "name": "woop", "kind": "goal", "description": SHIPPED["woop"].description, "source": SHIPPED["woop"].source,
        "default": True, "own": False,
    }  # fmt: skip


def test_one_is_shown_as_an_entry_gets_it() -> None:
    result = run("templates", "gibbs")
    assert result.stdout == entry_text(SHIPPED["gibbs"])
    assert "template:" not in result.stdout
    assert "Graham Gibbs" in result.stderr
    assert document(run("templates", "gibbs", "--format", "json"))["text"] == result.stdout


def test_an_unknown_name_is_a_wrong_command_with_near_names() -> None:
    result = run("templates", "gibs")
    assert result.exit_code == 2
    assert "there is no template 'gibs'; did you mean 'gibbs'" in result.stderr


def test_a_name_and_a_kind_are_one_too_many() -> None:
    assert run("templates", "gibbs", "--kind", "goal").exit_code == 2


def test_the_projects_own_are_among_them_and_what_is_wrong_is_said_beside(project: Path) -> None:
    result = run("templates", "-C", project, "--kind", "goal", "--format", "json")
    assert result.exit_code == 0
    assert {row["name"]: row["own"] for row in json.loads(result.stdout)["templates"]}["ours"] is True
    assert result.stderr.startswith("templates/entries/odd.md:2:12: kind: 'gaol' is no kind of entry")
    assert "Ours. (your own)" in run("templates", "-C", project).stdout
