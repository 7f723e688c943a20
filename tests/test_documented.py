"""The manual says what the code does: its reference, its examples and its links."""

from __future__ import annotations

import importlib.util
import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import click
import pytest

from portfolio_gen.cli import main
from portfolio_gen.markdown.code_spans import code_spans
from portfolio_gen.markdown.writing import slug
from portfolio_gen.model.common import CommonFields
from portfolio_gen.model.kinds import KINDS
from portfolio_gen.problems import CODES, Severity
from portfolio_gen.reading.fields import names_of
from portfolio_gen.settings import OPTIONS, settings_from
from portfolio_gen.settings.mkdocs_yml import plugin_options, read_config
from tests.builders import checked, said, write_project
from tests.cli.runs import run

ROOT = Path(__file__).parents[1]
REFERENCE = ROOT / "docs" / "reference"
MANUAL = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
PAGES = [*MANUAL, *(ROOT / name for name in ("CONTRIBUTING.md", "CHANGELOG.md")), *sorted(ROOT.glob("docs/*/**/*.md"))]

_FENCED = re.compile(r"^```(?P<language>\w+)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)
_ENTRY = re.compile(r"`(?:content/)?(?P<uri>[\w/.-]+\.md)`[^`]*\n\n```markdown\n(?P<text>---\n.*?)^```$", re.M | re.S)
_LINK = re.compile(r"\]\((?P<link>[^()\s]+)\)|(?:src|srcset)=\"(?P<source>[^\"]+)\"")


def _generator() -> Any:
    spec = importlib.util.spec_from_file_location("generate", ROOT / "docs" / "generate.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


GENERATED: Mapping[str, str] = _generator().pages()


def name(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


def blocks(page: Path, language: str) -> list[str]:
    """The fenced blocks of a page in a language."""
    return [match["text"] for match in _FENCED.finditer(page.read_text("utf-8")) if match["language"] == language]


def example_entries(page: Path) -> dict[str, str]:
    """The entries that a page shows, by the uri that is named before each."""
    return {match["uri"]: match["text"] for match in _ENTRY.finditer(page.read_text("utf-8"))}


def configurations() -> list[Any]:
    """The mkdocs.yml examples of the manual."""
    texts = [(page, number, text) for page in MANUAL for number, text in enumerate(blocks(page, "yaml"), 1)]
    return [pytest.param(text, id=f"{name(page)} {number}") for page, number, text in texts]


def surroundings() -> dict[str, str]:
    """What the manual's entries refer to: the example, less what its people wrote."""
    content = ROOT / "content"
    everything = {path.relative_to(content).as_posix(): path for path in content.rglob("*.md")}
    return {
        uri: path.read_text("utf-8")
        for uri, path in everything.items()
        if not uri.startswith("people/") or uri.endswith("/index.md")
    }


@pytest.mark.parametrize("file", GENERATED)
def test_the_reference_is_that_of_the_code(file: str) -> None:
    assert (REFERENCE / file).read_text("utf-8") == GENERATED[file], "run 'make docs'"


def test_the_reference_holds_no_other_files() -> None:
    found = (path.relative_to(REFERENCE).as_posix() for path in REFERENCE.rglob("*") if path.is_file())
    assert sorted(found) == sorted(GENERATED)


def test_the_reference_does_not_depend_on_the_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    assert _generator().pages() == GENERATED


@pytest.mark.parametrize("kind", ["any", *KINDS])
def test_each_field_is_documented(kind: str) -> None:
    heading = "Every entry" if kind == "any" else f"`{kind}`"
    section = GENERATED["fields.md"].partition(f"\n## {heading}\n")[2].partition("\n## ")[0]
    for field in names_of(CommonFields if kind == "any" else KINDS[kind].fields):
        assert f"| `{field}` |" in section, field


@pytest.mark.parametrize("option", OPTIONS)
def test_each_option_is_documented(option: str) -> None:
    assert f"| `{option}` |" in GENERATED["options.md"]
    assert f"`{option}" in (ROOT / "docs" / "configuration.md").read_text("utf-8") or option in ("audience", "reader")


@pytest.mark.parametrize("code", CODES)
def test_each_problem_code_is_documented(code: str) -> None:
    assert f"| [`{code}`](problems/{code}.md) |" in GENERATED["problems.md"]


def commands(command: click.Command, path: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    yield path, command
    if isinstance(command, click.Group):
        context = click.Context(command)
        for below in command.list_commands(context):
            found = command.get_command(context, below)
            assert found is not None
            yield from commands(found, (*path, below))


COMMANDS = {" ".join(path): command for path, command in commands(main, ("portfolio",))}


@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_and_its_options_are_documented(command: str) -> None:
    section = GENERATED["commands.md"].partition(f"\n## `{command}`\n")[2].partition("\n## ")[0]
    options = [
        one for param in COMMANDS[command].params if isinstance(param, click.Option) for one in param.opts
    ]  # fmt: skip
    assert section
    assert [option for option in options if f"`{option}`" not in section] == []


@pytest.mark.parametrize("page", MANUAL, ids=name)
def test_each_command_line_in_the_manual_exists(page: Path) -> None:
    for line in "".join(blocks(page, "sh")).splitlines():
        words = shlex.split(line, comments=True)
        if not words or not words[0].endswith("portfolio"):
            continue
        words = ["portfolio", *words[1:]]
        command = next(" ".join(words[:n]) for n in range(len(words), 0, -1) if " ".join(words[:n]) in COMMANDS)
        known = {one for param in COMMANDS[command].params for one in param.opts}
        assert {word for word in words if word.startswith("-")} <= known, line


@pytest.mark.parametrize("page", [page for page in MANUAL if example_entries(page)], ids=name)
def test_entries_in_the_manual_have_no_problems(page: Path) -> None:
    entries = example_entries(page)
    shown = [text for text in blocks(page, "markdown") if text.startswith("---\n")]
    assert len(entries) == len(shown), "name the file before each block"
    problems = checked({**surroundings(), **entries}, audience="me")
    assert said(tuple(problem for problem in problems if problem.severity is not Severity.NOTE)) == []


@pytest.mark.parametrize("text", configurations())
def test_configurations_in_the_manual_are_right(text: str, tmp_path: Path) -> None:
    options = plugin_options(read_config(write_project(tmp_path, {}, config=text) / "mkdocs.yml"))
    assert options is not None
    settings_from(options)


def test_the_readme_builds_as_it_says(tmp_path: Path) -> None:
    readme = ROOT / "README.md"
    entries = {**surroundings(), **example_entries(readme)}
    project = tmp_path / "my-portfolio"
    assert run("init", project, "--yes").exit_code == 0
    config = (project / "mkdocs.yml").read_text("utf-8")
    write_project(project, entries, config=config)
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(tmp_path / "site")]
    subprocess.run(command, cwd=project, check=True, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"})
    goal = (tmp_path / "site/people/lena/goals/run-a-workshop/index.html").read_text("utf-8")
    assert "The same workshop again, backwards" in goal
    assert "Eight question cards and what became of them" in goal


@pytest.mark.parametrize("script", blocks(ROOT / "docs/scripting.md", "python"), ids=["export", "handler"])
def test_scripts_in_the_manual_run(script: str, tmp_path: Path) -> None:
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    shutil.copytree(ROOT / "content", tmp_path / "content")
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=tmp_path, capture_output=True, text=True, env={**os.environ, "PATH": path}
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_each_relative_link_leads_somewhere(page: Path) -> None:
    text = page.read_text("utf-8")
    code = code_spans(text)
    for match in _LINK.finditer(text):
        link = match["link"] or match["source"]
        if "://" in link or any(start <= match.start() < end for start, end in code):
            continue
        path, _, anchor = link.partition("#")
        target = page.parent / path if path else page
        assert target.exists(), link
        if anchor:
            headings = re.findall(r"^#+ (.+)$", target.read_text("utf-8"), re.MULTILINE)
            assert anchor in [slug(heading.replace("`", "")) for heading in headings], link


@pytest.mark.parametrize("page", [ROOT / "README.md", ROOT / "CONTRIBUTING.md"], ids=name)
def test_each_make_target_in_the_manual_exists(page: Path) -> None:
    targets = re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
    named = re.findall(r"^make ([a-z]+)|`make ([a-z]+)", page.read_text("utf-8"), re.MULTILINE)
    assert {one or other for one, other in named} <= set(targets)


@pytest.mark.parametrize("image", sorted((ROOT / "docs" / "images").iterdir()), ids=lambda image: image.name)
def test_pictures_are_small(image: Path) -> None:
    assert image.stat().st_size < 150_000
