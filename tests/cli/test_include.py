"""The commands, on a site that includes folders of others."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.auditing.pictures import jpeg
from tests.checkouts import TEAM, opened, team_site
from tests.cli.runs import document, run

LENA = {
    "index.md": opened("type: person", "mentors: [tom]") + "# Lena\n\n![](a.jpg)\n",
    "goals/read.md": opened("goals: [gone]"),
    "goals/weld.md": "---\naudience: mentor\n---\n# Weld\n",
    "drafts/a.md": f"{TEAM}# Draft\n",
}


@pytest.fixture
def team(tmp_path: Path) -> Path:
    people = {"lena": LENA, "tom": {"index.md": opened("type: person") + "# Tom\n"}}
    own = {"index.md": f"{TEAM}# Team\n\n[[lena]]\n"}
    folder = team_site(tmp_path, people, own, lena="docs_dir: docs\nexclude_docs: drafts/\n")
    (tmp_path / "lena/docs/a.jpg").write_bytes(jpeg(comment=b"Taken by somebody"))
    return folder


def test_check_names_a_source_by_its_place_in_the_site(team: Path):
    result = run("check", "-C", team, "--format", "json")
    assert result.exit_code == 1
    assert [row["uri"] for row in document(result)["problems"]] == ["people/lena/goals/read.md"]


def test_an_annotation_names_the_file_on_disk_as_seen_from_where_the_check_runs(
    team: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.chdir(team)
    assert "file=../lena/docs/goals/read.md," in run("check", "--format", "github").stdout


def test_an_export_holds_what_is_open_and_says_whose_it_is(team: Path):
    entries = document(run("export", "json", "-C", team))["entries"]
    assert {entry["id"]: entry["person"] for entry in entries} == {
        "index": None, "people/lena": "people/lena", "people/tom": "people/tom",
    }  # fmt: skip


def test_a_mentor_reads_what_somebody_in_another_folder_shares_with_mentors(team: Path):
    entries = document(run("export", "json", "-C", team, "--reader", "tom"))["entries"]
    assert "people/lena/goals/weld" in {entry["id"] for entry in entries}


def test_pages_are_written_with_what_is_included(team: Path, tmp_path: Path):
    result = run("pages", tmp_path / "out", "-C", team)
    assert result.exit_code == 0, result.output
    content = tmp_path / "out/content"
    assert "[Lena](people/lena/index.md)" in (content / "index.md").read_text("utf-8")
    assert (content / "people/lena/a.jpg").read_bytes() == jpeg()
    assert not (content / "people/lena/drafts").exists()
    assert not (content / "people/lena/goals").exists()


@pytest.mark.parametrize("command", ["pages", "audit", "publish"])
def test_no_command_writes_into_an_included_folder_or_reads_it_as_a_site(team: Path, command: str):
    result = run(command, team.parent / "lena/docs", "-C", team)
    assert result.exit_code == 2
    assert "overlap" in result.output


def test_what_is_wrong_with_the_option_is_told_whole(team: Path):
    config = (team / "mkdocs.yml").read_text("utf-8").replace("../lena", "../gone").replace("person: tom", "person: ''")
    (team / "mkdocs.yml").write_text(config, encoding="utf-8")
    result = run("check", "-C", team)
    assert result.exit_code == 2
    assert "include: path: there is no folder '../gone'" in result.output
    assert "include: person: '' is no name" in result.output
