"""What a mistake does to a build."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest
from mkdocs.exceptions import Abort

from tests.builders import checked, said, write_project
from tests.plugin.sites import built, files_of, html_of, places_naming, run_mkdocs

GOOD = {"journal/good.md": "---\ntitle: Good one\naudience: public\n---\n\nSee [[fennec]].\n"}
WRONG = {
    "journal/fennec.md": "---\ntitle: Zebra\naudience: publik\n---\n",
    "journal/private.md": "---\ntitle: Okapi\ngoals: [nowhere]\n---\n",
    "goals/open.md": "---\ntitle: Kudu\n",
}


def test_errors_anywhere_are_reported_all_at_once_at_their_places_and_leave_no_site(tmp_path: Path):
    project = write_project(tmp_path, {**GOOD, **WRONG})
    (project / "site").mkdir()
    (project / "site/former.html").write_text("a former build", encoding="utf-8")
    run = run_mkdocs(project, "build")
    assert run.returncode == 1
    places = [line.strip().split(": ")[0] for line in run.stderr.splitlines() if line.startswith("  ")]
    assert places == ["goals/open.md:1:1", "journal/fennec.md:3:11", "journal/private.md:3:9"]
    assert "3 errors" in run.stderr
    assert "Traceback" not in run.stderr
    assert files_of(project / "site") == {}


@pytest.mark.parametrize(
    "field", ["goals: [fennec]", "competencies: [{id: fennec, level: 9}]"], ids=["another kind", "no such level"]
)
def test_what_an_open_entry_names_and_may_not_show_is_no_error_of_the_build(tmp_path: Path, field: str):
    files = {
        "competencies/fennec.md": "---\naudience: me\nlevels: [{name: Low}]\n---\n",
        "journal/open.md": f"---\naudience: public\n{field}\n---\n",
    }
    # Whether it would be one for its author depends on what is withheld; `check` tells the author.
    assert (built(write_project(tmp_path, files)) / "journal/open/index.html").is_file()
    assert said(checked(files), "unresolved-field") != []


def test_a_build_that_withholds_what_is_wrong_publishes_the_rest_and_warns(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
):
    with caplog.at_level(logging.WARNING, logger="mkdocs"):
        site = built(write_project(tmp_path, {**GOOD, **WRONG}, "on_error: withhold"))
    warnings = [record.getMessage() for record in caplog.records if record.levelno == logging.WARNING]
    for place in ("goals/open.md:1:1", "journal/fennec.md:3:11", "journal/private.md:3:9"):
        assert len([warning for warning in warnings if f"withheld: {place}: " in warning]) == 1
    assert "See not shared." in html_of(site, "journal/good/index.html")
    assert [places_naming(site, word) for word in ("zebra", "okapi", "kudu", "fennec")] == [[], [], [], []]


def test_a_strict_build_fails_with_the_warnings_of_what_it_withholds(tmp_path: Path):
    project = write_project(tmp_path, {**GOOD, **WRONG}, "on_error: withhold")
    with pytest.raises(Abort, match="3 warnings in strict mode"):
        built(project, strict=True)


def test_a_warning_leaves_a_site_and_fails_only_a_strict_build(tmp_path: Path):
    project = write_project(tmp_path, {"journal/a.md": "---\naudience: public\nmodd: others\n---\n"})
    assert (built(project) / "journal/a/index.html").is_file()
    with pytest.raises(Abort, match="1 warnings in strict mode"):
        built(project, strict=True)


@pytest.mark.parametrize(
    ("option", "message"),
    [
        ("audience: friends", "audience: 'friends' is no audience; use me, mentor, team, organisation, public"),
        ("today: tomorrow", "today: 'tomorrow' is no day; write it as 2026-11-20"),
        ("on_error: shrug", "on_error: 'shrug' is neither 'stop' nor 'withhold'"),
        ("reader: nobody", "reader: 'nobody' is the id of no person"),
        ("folders: {notes: memo}", "folders: notes: 'memo' is no kind of entry"),
        ("defaults: {memo: team}", "defaults: 'memo' is no kind of entry"),
    ],
)
def test_an_option_that_cannot_be_right_leaves_no_site(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, option: str, message: str
):
    project = write_project(tmp_path, GOOD)
    config = f"site_name: T\ndocs_dir: content\ntheme: mkdocs\nplugins:\n  - portfolio:\n      {option}\n"
    (project / "mkdocs.yml").write_text(config, encoding="utf-8")
    with pytest.raises(Abort):
        built(project)
    assert f"portfolio: {message}" in caplog.text
    assert not (project / "site").exists()


def test_a_dirty_build_publishes_nothing_that_was_withheld_since(tmp_path: Path):
    project = write_project(tmp_path, {"journal/a.md": "---\naudience: public\ntitle: Zebra\n---\n"})
    built(project)
    (project / "content/journal/a.md").write_text("---\naudience: me\ntitle: Zebra\n---\n", encoding="utf-8")
    run_mkdocs(project, "build", "--dirty")
    assert places_naming(project / "site", "zebra") == []
