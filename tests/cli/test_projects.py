"""How commands find their project, and what they say if it is wrong."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.builders import write_project
from tests.cli.runs import document, run

FILES = {
    "journal/ours.md": "---\ntitle: Ours\naudience: team\n---\n",
    "journal/open.md": "---\ntitle: Open\naudience: public\n---\n",
}


def titles(*arguments: str | Path) -> list[str]:
    return [entry["title"] for entry in document(run("export", "json", *arguments))["entries"]]


def config(project: Path, text: str) -> Path:
    (project / "mkdocs.yml").write_text(text, encoding="utf-8")
    return project


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return write_project(tmp_path / "project", FILES)


def test_a_folder_is_worked_in_as_if_started_there(project: Path):
    assert titles("-C", project) == ["Open"]
    assert titles("-C", project / "content/journal") == ["Open"]


def test_a_configuration_may_be_named(project: Path):
    other = project / "team.yml"
    other.write_text("docs_dir: content\nplugins: [portfolio: {audience: team}]\n", encoding="utf-8")
    assert titles("-f", other) == ["Open", "Ours"]


@pytest.fixture
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder, in which there is another project."""
    folder = write_project(tmp_path / "elsewhere", {"journal/other.md": "---\ntitle: Other\naudience: public\n---\n"})
    monkeypatch.chdir(folder)
    return folder


def test_a_path_is_relative_to_the_folder_that_is_worked_in(project: Path, elsewhere: Path):
    (project / "content/journal/wrong.md").write_text("---\naudience: publik\n---\n", encoding="utf-8")
    assert "journal/wrong.md:2:11: error" in run("check", "-C", project, "content/journal/wrong.md").stdout


def test_a_configuration_is_relative_to_the_folder_that_is_worked_in(project: Path, elsewhere: Path):
    assert titles("-C", project, "-f", "mkdocs.yml") == ["Open"]


@pytest.mark.parametrize(
    "arguments",
    [["export", "json", "-o", "out"], ["export", "json", "--schema", "-o", "out"], ["pages", "out"]],
    ids=" ".join,
)
def test_an_output_is_relative_to_the_folder_that_is_worked_in(project: Path, elsewhere: Path, arguments: list[str]):
    assert run(*arguments, "-C", project).exit_code == 0
    assert (project / "out").exists()
    assert not (elsewhere / "out").exists()


@pytest.mark.parametrize("folder", ["content", "docs", "."])
def test_a_folder_without_configuration_is_a_project(tmp_path: Path, folder: str):
    entry = tmp_path / folder / "competencies/testing.md"
    entry.parent.mkdir(parents=True)
    entry.write_text("# Testing\n", encoding="utf-8")
    assert [row["uri"] for row in document(run("export", "json", "-C", tmp_path))["entries"]] == [
        "competencies/testing.md"
    ]


def test_tags_of_others_are_passed_over_and_run_nothing(project: Path, tmp_path: Path):
    config(
        project,
        f"""
docs_dir: content
markdown_extensions:
  - pymdownx.emoji:
      emoji_generator: !!python/name:material.extensions.emoji.to_svg
      other: !!python/object/apply:pathlib.Path.touch [!!python/object/apply:pathlib.Path ["{tmp_path}/ran"]]
  - x: !relative $config_dir
plugins: [portfolio: {{audience: team}}]
""",
    )
    assert titles("-C", project) == ["Open", "Ours"]
    assert not (tmp_path / "ran").exists()


@pytest.mark.parametrize(
    ("tag", "found"),
    [
        ("!ENV PF_TEST", ["Open", "Ours"]),
        ("!ENV [PF_TEST, public]", ["Open", "Ours"]),
        ("!ENV [PF_NONE, PF_TEST, public]", ["Open", "Ours"]),
        ("!ENV [PF_NONE, public]", ["Open"]),
        ("!ENV PF_NONE", ["Open"]),
    ],
)
def test_options_may_come_from_the_environment(
    project: Path, monkeypatch: pytest.MonkeyPatch, tag: str, found: list[str]
):
    monkeypatch.setenv("PF_TEST", "team")
    config(project, f"docs_dir: content\nplugins:\n  - portfolio:\n      audience: {tag}\n")
    assert titles("-C", project) == found


def test_a_configuration_inherits_what_it_does_not_say_itself(project: Path):
    (project / "base.yml").write_text(
        "docs_dir: content\nplugins:\n  portfolio: {audience: team, today: 2026-01-01}\n", encoding="utf-8"
    )
    config(project, "INHERIT: base.yml\nplugins:\n  portfolio: {today: 2026-02-02}\n")
    assert titles("-C", project) == ["Open", "Ours"]


@pytest.mark.parametrize(
    "arguments",
    [
        ["check", "--audience", "friends"],
        ["check", "--format", "xml"],
        ["check", "--reader", "nobody"],
        ["check", "--colour"],
        ["check", "no-such-folder"],
        ["check", "-C", "no-such-folder"],
        ["check", "-f", "no-such-file.yml"],
        ["pages"],
        ["export"],
        ["export", "xml"],
        ["no-such-command"],
    ],
    ids=" ".join,
)
def test_a_wrong_use_is_refused_with_status_2(project: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str]):
    monkeypatch.chdir(project)
    result = run(*arguments)
    assert result.exit_code == 2
    assert result.stderr.startswith("Usage: ")


@pytest.mark.parametrize("value", ["TEAM", " team "])
def test_an_audience_counts_whatever_its_case_and_blanks(project: Path, value: str):
    assert titles("-C", project, "--audience", value) == ["Open", "Ours"]


WRONG = {
    "syntax": ("site_name: [", "mkdocs.yml:1:13: this is not valid YAML"),
    "list": ("- a\n- b\n", "mkdocs.yml: this is not a list of 'option: value' lines"),
    "two documents": ("a: b\n---\nc: d\n", "mkdocs.yml:2:1: this is not valid YAML"),
    "no folder": ("docs_dir: nowhere\n", "there is no folder 'nowhere'"),
    "odd folder": ("docs_dir: [a]\n", "docs_dir: ['a'] is no folder"),
    "inherits itself": ("INHERIT: mkdocs.yml\n", "INHERIT"),
    "inherits nothing": ("INHERIT: gone.yml\n", "gone.yml: can't be opened"),
    "unknown option": ("docs_dir: content\nplugins: [portfolio: {colour: red}]\n", "'colour' is no option"),
    "options": ("docs_dir: content\nplugins: [portfolio: 5]\n", "plugins: portfolio: 5 is no mapping"),
    "audience": ("docs_dir: content\nplugins: [portfolio: {audience: friends}]\n", "'friends' is no audience"),
    "reader": ("docs_dir: content\nplugins: [portfolio: {reader: nobody}]\n", "'nobody' is the id of no person"),
    "assets": ("docs_dir: content\nplugins: [portfolio: {assets: 5}]\n", "assets: "),
    "plugins": ("docs_dir: content\nplugins: 5\n", "plugins"),
    "style sheets": ("docs_dir: content\nextra_css: 5\n", "extra_css"),
    "no such day": ("docs_dir: content\ncopyright_day: 2026-13-45\n", "mkdocs.yml"),
    "no number": ("docs_dir: content\nextra: !!int many\n", "mkdocs.yml"),
    "control character": ('docs_dir: content\nsite_name: "a\x01b"\n', "mkdocs.yml"),
}


@pytest.mark.parametrize("command", [["check"], ["export", "json"], ["pages", "out"]], ids=" ".join)
@pytest.mark.parametrize("case", WRONG)
def test_a_broken_configuration_is_refused_in_words(
    project: Path, monkeypatch: pytest.MonkeyPatch, case: str, command: list[str]
):
    text, said = WRONG[case]
    monkeypatch.chdir(config(project, text))
    result = run(*command)
    assert result.exit_code == 2
    assert said in result.stderr
    assert not (project / "out").exists()


def test_a_configuration_in_another_encoding_is_refused_in_words(project: Path):
    (project / "mkdocs.yml").write_bytes("site_name: Übung\n".encode("latin-1"))
    result = run("check", project)
    assert (result.exit_code, "not UTF-8" in result.stderr) == (2, True)


def test_listing_commands_loads_neither_a_host_nor_the_model():
    code = (
        "import sys; sys.argv = ['portfolio', '--help']\n"
        "from portfolio_gen.cli import main\n"
        "try:\n    main()\nexcept SystemExit:\n    pass\n"
        "heavy = {'mkdocs', 'pydantic', 'rich', 'jinja2', 'yaml'}\n"
        "commands = {name for name in sys.modules if name.startswith(('portfolio_gen.cli.', 'portfolio_mkdocs.'))}\n"
        "print('LOADED', sorted(heavy & set(sys.modules)), sorted(commands))"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)
    assert "export" in run.stdout
    assert "publish" in run.stdout
    assert run.stdout.splitlines()[-1] == "LOADED [] ['portfolio_mkdocs.commands']"


def test_the_core_reads_a_portfolio_without_loading_a_host(project: Path):
    code = (
        "import sys; from click.testing import CliRunner; from portfolio_gen.cli import main\n"
        "assert CliRunner().invoke(main, ['export', 'json', '-C', sys.argv[1]]).exit_code == 0\n"
        "print([name for name in ('mkdocs', 'material', 'portfolio_mkdocs') if name in sys.modules])"
    )
    run = subprocess.run([sys.executable, "-c", code, project], capture_output=True, text=True, check=True, timeout=60)
    assert run.stdout == "[]\n"


def test_the_installed_script_starts():
    script = Path(sys.executable).with_name("portfolio")
    run = subprocess.run([script, "--version"], capture_output=True, text=True, check=True, timeout=60)
    assert run.stdout == "portfolio, version 0.1.0\n"


def printed_in(encoding: str, *arguments: str | Path) -> bytes:
    """What a run prints on a console of an encoding."""
    code = "from portfolio_gen.cli import main; main()"
    environment = {**os.environ, "PYTHONIOENCODING": encoding}
    command = [sys.executable, "-c", code, *arguments]
    return subprocess.run(command, capture_output=True, check=True, timeout=60, env=environment).stdout


def test_what_a_console_can_not_show_is_shown_as_an_escape(project: Path):
    text = "---\ntitle: Caf\u00e9 \U0001f600\naudience: public\n\u0142: 1\n---\n"
    (project / "content/goals").mkdir(exist_ok=True)
    (project / "content/goals/a.md").write_text(text, encoding="utf-8")
    entries = json.loads(printed_in("cp1252", "export", "json", "-C", project).decode("cp1252"))["entries"]
    assert "Caf\u00e9 \U0001f600" in [entry["title"] for entry in entries]
    assert b"has no field '\\u0142'" in printed_in("ascii", "check", project)
