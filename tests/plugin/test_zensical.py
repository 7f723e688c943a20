"""Zensical runs no plugin of ours: it is stopped before it writes, and builds what has been filtered for it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from portfolio_gen.settings.mkdocs_yml import GUARD
from portfolio_mkdocs import guard
from tests.builders import write_project
from tests.cli.runs import run
from tests.plugin.sites import built, files_of, places_naming

WHOLE_LINE = "portfolio_mkdocs.guard: !!python/name:portfolio_mkdocs.guard.OPTIONS"
NAME_ALONE = "portfolio_mkdocs.guard"
CONFIG = """\
site_name: Test site
docs_dir: content
theme: {name: material, font: false}
nav: [index.md, Okapi: journal/okapi.md]
markdown_extensions:
  - GUARD
plugins: [search, tags, portfolio]
"""
FILES = {
    "index.md": "---\naudience: public\n---\n\n# Welcome\n\nAsk [me](journal/okapi.md). ![](map.svg)\n",
    "goals/read.md": "---\naudience: public\n---\n\n# Read more\n",
    "map.svg": "<svg/>",
    "journal/okapi.md": "---\ntags: [okapi]\n---\n\n# Okapi\n\nMy okapi. ![](okapi.png)\n",
    "journal/okapi.png": "okapi",
}


def zensical_build(folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "zensical", "build"], cwd=folder, capture_output=True, text=True, timeout=60, check=False
    )


def guarded(folder: Path, line: str) -> Path:
    return write_project(folder, FILES, config=CONFIG.replace("GUARD", line))


def test_without_a_guard_zensical_publishes_everything(tmp_path: Path):
    project = guarded(tmp_path, "attr_list")
    assert zensical_build(project).returncode == 0
    assert "journal/okapi/index.html" in places_naming(project / "site", "my okapi")


def test_the_guard_stops_zensical_before_it_writes_anything(tmp_path: Path):
    project = guarded(tmp_path, WHOLE_LINE)
    before = files_of(project)
    stopped = zensical_build(project)
    assert stopped.returncode != 0
    assert files_of(project) == before


def test_whoever_is_stopped_is_told_what_to_do_and_nothing_else(tmp_path: Path):
    said = zensical_build(guarded(tmp_path, WHOLE_LINE)).stderr
    assert said.startswith("Error: portfolio: the build was stopped.")
    assert "portfolio pages" in said
    assert "mkdocs build" in said
    assert "Traceback" not in said


def test_the_name_of_the_guard_alone_stops_zensical_at_the_first_page(tmp_path: Path):
    project = guarded(tmp_path, NAME_ALONE)
    assert zensical_build(project).returncode != 0
    assert places_naming(project / "site", "my okapi") == []
    assert not list(project.glob("site/*/index.html"))


@pytest.mark.parametrize("line", [WHOLE_LINE, NAME_ALONE])
def test_the_guard_changes_nothing_in_mkdocs(tmp_path: Path, line: str):
    site = built(guarded(tmp_path / "guarded", line), strict=True)
    plain = built(guarded(tmp_path / "plain", "attr_list"), strict=True)
    assert _pages(site) == _pages(plain)


@pytest.mark.parametrize("line", [WHOLE_LINE, NAME_ALONE])
def test_zensical_builds_what_the_audience_sees_of_a_written_project(tmp_path: Path, line: str):
    out = tmp_path / "out"
    assert run("pages", out, "-C", guarded(tmp_path / "project", line)).exit_code == 0
    assert places_naming(out, "okapi") == []
    done = zensical_build(out)
    assert done.returncode == 0, done.stderr
    assert places_naming(out, "okapi") == []
    assert "Read more" in (out / "site/goals/read/index.html").read_text("utf-8")
    assert "not shared" in (out / "site/index.html").read_text("utf-8")
    assert (out / "site/map.svg").is_file()


@pytest.mark.parametrize(
    ("modules", "is_refused"),
    [
        (["mkdocs", "mkdocs.plugins"], False),
        (["properdocs.plugins"], False),
        (["zensical"], True),
        (["zensical", "mkdocs.plugins"], True),
        (["markdown"], True),
        (["mkdocs"], True),
    ],
    ids=["mkdocs", "properdocs", "zensical", "zensical with mkdocs", "a previewer", "mkdocs without plugins"],
)
def test_an_engine_that_runs_no_plugin_of_ours_is_refused(modules: list[str], is_refused: bool):
    assert guard.is_refused(modules) is is_refused


def test_the_core_calls_the_guard_by_its_name():
    assert guard.__name__ == GUARD


def _pages(site: Path) -> dict[str, bytes]:
    return {uri: data for uri, data in files_of(site).items() if uri.endswith(".html")}
