"""portfolio audit"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.builders import write_project
from tests.cli.runs import run

FILES = {
    "index.md": "---\naudience: public\n---\n\n# Start\n",
    "people/bea/index.md": "---\ntitle: Bea\naudience: team\n---\n",
    "people/ada/index.md": "---\ntitle: Ada\naudience: team\nmentors: [bea]\n---\n",
    "people/ada/journal/okapi.md": "---\ntitle: Zebra crossing\naudience: mentor\n---\n",
}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return write_project(tmp_path / "project", FILES)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "site").mkdir()
    (tmp_path / "site/index.html").write_text("<h1>Start</h1>", encoding="utf-8")
    (tmp_path / "site/about.html").write_text("<p>\nSee zebra&#32;crossing</p>", encoding="utf-8")
    return tmp_path / "site"


def test_what_is_found_is_told_by_file_and_source_and_fails(project: Path, site: Path):
    result = run("audit", site, "-C", project)
    assert result.exit_code == 1
    assert result.stdout.splitlines() == [
        "about.html: text: the title of people/ada/journal/okapi.md:2",
        "2 files read for public: something withheld in 1 place",
    ]


@pytest.mark.parametrize("arguments", [["--audience", "mentor"], ["--audience", "team", "--reader", "bea"]], ids=str)
def test_what_the_audience_may_see_is_no_leak(project: Path, site: Path, arguments: list[str]):
    result = run("audit", site, "-C", project, *arguments)
    assert (result.exit_code, result.stdout.splitlines()[-1].partition(": ")[2]) == (0, "nothing withheld found")


def test_the_report_says_what_was_checked_and_quotes_nothing(project: Path, site: Path, tmp_path: Path):
    assert run("audit", site, "-C", project, "--report", tmp_path / "report.json").exit_code == 1
    text = (tmp_path / "report.json").read_text("utf-8")
    report = json.loads(text)
    assert report["files"] == {"read": 2, "known": 0}
    assert report["looked_for"]["title"] == 1
    assert report["leaks"] == [
        {
            "file": "about.html",
            "surface": "text",
            "what": "title",
            "uri": "people/ada/journal/okapi.md",
            "line": 2,
        }
    ]
    assert "ebra" not in text


@pytest.mark.parametrize("place", [".", "content", "content/people"])
def test_the_sources_are_no_site(project: Path, place: str):
    result = run("audit", place, "-C", project)
    assert (result.exit_code, "overlap" in result.stderr) == (2, True)


def test_a_folder_that_is_not_there_is_told(project: Path):
    result = run("audit", "nowhere", "-C", project)
    assert (result.exit_code, "there is no folder" in result.stderr) == (2, True)


def test_titles_in_the_navigation_are_the_owners_words_unless_they_lead_to_what_is_withheld(
    project: Path, tmp_path: Path
):
    config = project / "mkdocs.yml"
    text = config.read_text("utf-8")
    site = tmp_path / "site"
    site.mkdir()
    (site / "index.html").write_text("<nav><a>Zebra crossing</a></nav>", encoding="utf-8")
    for line, status in (("index.md", 0), ("people/ada/journal/okapi.md", 1)):
        config.write_text(f"{text}nav:\n  - Zebra crossing: {line}\n", encoding="utf-8")
        assert run("audit", site, "-C", project).exit_code == status


def test_a_report_that_can_not_be_written_is_told(project: Path, site: Path, tmp_path: Path):
    result = run("audit", site, "-C", project, "--report", tmp_path / "nowhere/report.json")
    assert (result.exit_code, "No such file" in result.stderr) == (1, True)
