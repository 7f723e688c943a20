"""What a new portfolio begins with."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import date
from typing import Any

import click
import pytest
import yaml

from portfolio_gen.cli import main
from portfolio_gen.drafting.starter import Beginning, starter_files
from portfolio_gen.model.audience import AUDIENCE_NAMES
from portfolio_gen.reading.front_matter import split_front_matter
from portfolio_gen.reading.yaml_loader import load_yaml
from portfolio_gen.settings.mkdocs_yml import plugin_options, read_config
from tests.builders import build, checked, everything_published, said

TODAY = date(2026, 11, 24)
GOAL = "goals/2026-11-24-write-one-entry-a-week.md"


def begun(*persons: str, name: str = "What I am learning", audience: str = "team", is_team: bool = False) -> Beginning:
    return Beginning(name, persons or ("Ada Lorenz",), audience, is_team)


def texts(beginning: Beginning) -> Mapping[str, str]:
    return starter_files(beginning, TODAY)


def content(beginning: Beginning) -> dict[str, str]:
    """The content folder of a new project."""
    files = texts(beginning)
    return {path.removeprefix("content/"): text for path, text in files.items() if path.startswith("content/")}


def options(beginning: Beginning) -> dict[str, Any]:
    """The options of our plugin in a new project."""
    config = yaml.load(texts(beginning)["mkdocs.yml"].replace("!!python/name:", ""), yaml.SafeLoader)
    return dict(plugin_options(config) or {}) | {"today": TODAY}


EVERY = [
    pytest.param(begun(audience=audience, is_team=is_team), id=f"{'team' if is_team else 'person'} for {audience}")
    for audience in AUDIENCE_NAMES
    for is_team in (False, True)
]


@pytest.mark.parametrize("beginning", EVERY)
def test_nothing_in_it_is_worth_a_word_of_check(beginning: Beginning):
    assert said(checked(content(beginning), **options(beginning))) == []
    assert said(checked(content(beginning), **{**options(beginning), "audience": "me"})) == []


@pytest.mark.parametrize("beginning", EVERY)
def test_no_placeholder_is_left(beginning: Beginning):
    for path, text in texts(beginning).items():
        assert not re.search(r"(?<!\$)\{\{", text), path
        assert not re.search(r"LEADER|PERSON\b|GOAL|TEAM\b|dot-", path)


def test_what_explains_itself_to_the_writer_is_in_no_site_for_others():
    for is_team in (False, True):
        beginning = begun(is_team=is_team)
        mine = build(content(beginning), **{**options(beginning), "audience": "me"})
        others = build(content(beginning), **options(beginning))
        assert "How this works" in everything_published(mine)
        assert "Three things to do first" in everything_published(mine)
        assert "How this works" not in everything_published(others)
        assert "Three things to do first" not in everything_published(others)


def test_the_help_in_comments_reaches_no_site():
    published = everything_published(build(content(begun(is_team=True)), **{**options(begun()), "audience": "me"}))
    for words in ("One or two sentences", "A sample", "What in you will stand in the way", "Two or three sentences"):
        assert words not in published


def test_the_first_goal_is_due_in_twelve_weeks_and_leaves_the_plan_open():
    text = content(begun())[f"people/ada-lorenz/{GOAL}"]
    assert "# Write one entry a week until 16 February 2027" in text
    fields, _ = load_yaml(split_front_matter(text).yaml or "")
    assert fields["due"] == date(2027, 2, 16)
    assert [name for name, value in fields.items() if value is None] == ["obstacle", "if", "then"]


def test_ones_own_goal_is_private_until_opened_and_a_leaders_is_open():
    alone = begun()
    site = build(content(alone), **options(alone))
    assert f"people/ada-lorenz/{GOAL}" not in site.written
    team = begun("Maren Okonkwo", "Lena", name="Lantern", is_team=True)
    site = build(content(team), **options(team))
    assert f"people/maren-okonkwo/{GOAL}" in site.written
    assert {"people/lena/index.md", "teams/lantern.md", "who-sees-what.md"} <= set(site.written)
    assert "leads: true" in content(team)["people/maren-okonkwo/index.md"]
    assert "leads" not in content(team)["people/lena/index.md"]


def test_the_folders_of_namesakes_differ_and_names_of_devices_are_not_taken():
    team = begun("Ada", "Ada", "ada", "Con", "...", is_team=True)
    folders = {path.split("/")[1] for path in content(team) if path.startswith("people/")}
    assert folders == {"ada", "ada-2", "ada-3", "person-con", "person"}
    assert said(checked(content(team), **options(team))) == []


@pytest.mark.parametrize(
    "name", ["*Star* [x](y) <b>", "a: b # c", "'\"", "{{name}}", "yes", "42", "Żółć", "- - -", "---"]
)
def test_any_name_is_shown_as_it_is_written(name: str):
    for is_team in (False, True):
        beginning = begun(name, name=name, is_team=is_team)
        config = yaml.load(texts(beginning)["mkdocs.yml"].replace("!!python/name:", ""), yaml.SafeLoader)
        assert config["site_name"] == name
        site = build(content(beginning), **options(beginning))
        assert site.problems == ()
        titles = {entry.title for entry in site.linked.portfolio.entries.values() if entry.kind_name == "person"}
        assert titles == {name}


def pipeline(beginning: Beginning, path: str) -> Any:
    return yaml.safe_load(texts(beginning)[path])


def runs(value: Any) -> list[str]:
    """The lines that a pipeline runs."""
    if isinstance(value, dict):
        own = value.get("run") or value.get("script") or []
        inner = [line for key, one in value.items() if key not in ("run", "script") for line in runs(one)]
        return [*([own] if isinstance(own, str) else own), *inner]
    return [line for one in value for line in runs(one)] if isinstance(value, list) else []


PIPELINES = (".gitlab-ci.yml", ".github/workflows/site.yml")


@pytest.mark.parametrize("path", PIPELINES)
@pytest.mark.parametrize("beginning", EVERY)
def test_each_line_of_a_pipeline_is_a_command_that_exists(path: str, beginning: Beginning):
    lines = [line.split() for line in runs(pipeline(beginning, path))]
    ours = [words[1:] for words in lines if words[0] == "portfolio"]
    assert [words[0] for words in ours] == ["check", "publish"]
    for name, *words in ours:
        command = main.get_command(click.Context(main), name)
        assert command is not None
        context = command.make_context(name, words)
        assert context.params["audience"] == beginning.audience
        assert context.params["strict"]
    assert {words[0] for words in lines} <= {"portfolio", "mkdocs", "pip", "cp", "echo"}
    assert ["mkdocs", "build", "--strict"] in lines


@pytest.mark.parametrize("beginning", EVERY)
def test_nothing_is_published_but_for_the_very_word(beginning: Beginning):
    word = beginning.audience
    gitlab = pipeline(beginning, ".gitlab-ci.yml")
    assert gitlab["pages"]["rules"] == [
        {"if": f'$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH && $PORTFOLIO_PAGES == "{word}"'}
    ]
    assert gitlab["pages"]["artifacts"]["access"] == "developer"
    assert "artifacts" not in gitlab["check"]
    github = pipeline(beginning, ".github/workflows/site.yml")
    condition = github["jobs"]["publish"]["if"].split(" && ")
    assert f"vars.PORTFOLIO_PAGES == '{word}'" in condition
    assert "github.event_name != 'pull_request'" in condition
    assert ("github.event.repository.private" in condition) == (word != "public")
    assert github["permissions"] == {"contents": "read"}
    uses = {step.get("uses", "@v").split("@v")[0] for step in github["jobs"]["check"]["steps"]}
    assert not any("upload" in name for name in uses)


def test_actions_are_named_with_a_major_version():
    jobs = pipeline(begun(), ".github/workflows/site.yml")["jobs"].values()
    uses = [step["uses"] for job in jobs for step in job["steps"] if "uses" in step]
    assert all(re.fullmatch(r"actions/[a-z-]+@v\d+", one) for one in uses)
    assert len(uses) == 6


def test_the_settings_of_editors_are_json():
    for path, text in texts(begun()).items():
        if path.endswith(".json"):
            json.loads(text)


def test_a_task_of_the_editor_finds_the_place_in_what_check_prints():
    pattern = json.loads(texts(begun())[".vscode/tasks.json"])["tasks"][0]["problemMatcher"]["pattern"]
    line = "people/ada/a note.md:4:10: warning: 'x' leads nowhere [broken-link]"
    match = re.match(pattern["regexp"], line)
    assert match is not None
    names = ("file", "line", "column", "severity", "message", "code")
    assert [match[pattern[name]] for name in names] == [
        "people/ada/a note.md", "4", "10", "warning", "'x' leads nowhere", "broken-link",
    ]  # fmt: skip


def test_lists_of_names_are_in_no_repository_and_an_inbox_only_in_ones_own():
    for is_team in (False, True):
        ignored = texts(begun(is_team=is_team))[".gitignore"].splitlines()
        assert {"names.txt", "site/", "public/", ".portfolio/", ".venv/"} <= set(ignored)
        assert ("inbox.md" in ignored) == is_team


def test_the_version_that_pipelines_install_is_this_one():
    last = texts(begun())["requirements.txt"].splitlines()[-1]
    assert re.fullmatch(r"portfolio-gen>=\d+\.\d+\.\d+,<\d+(\.\d+)?", last)


def test_the_configuration_asks_for_no_font_and_has_the_guard(tmp_path: Any):
    (tmp_path / "mkdocs.yml").write_text(texts(begun())["mkdocs.yml"], encoding="utf-8")
    config = read_config(tmp_path / "mkdocs.yml")
    assert config["theme"]["font"] is False
    assert "portfolio_mkdocs.guard" in config["markdown_extensions"][0]
