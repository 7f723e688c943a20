"""portfolio pack"""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from tests.build.test_packing import ENTRIES, PEOPLE
from tests.builders import write_project
from tests.cli.runs import run


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return write_project(tmp_path / "p", {**PEOPLE, **ENTRIES})


def test_a_pack_is_one_file_that_its_owner_alone_can_read(project: Path, tmp_path: Path) -> None:
    result = run("pack", "-C", project, "--for", "tom", "-o", tmp_path / "pack.html")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == f"{tmp_path / 'pack.html'}: Lena for Tom, since 15 October 2026\n"
    assert (tmp_path / "pack.html").read_text("utf-8").startswith("<!doctype html>")
    assert stat.S_IMODE((tmp_path / "pack.html").stat().st_mode) == 0o600


def test_a_pack_says_when_the_person_has_not_opened_anything_to_the_reader(project: Path, tmp_path: Path) -> None:
    result = run("pack", "-C", project, "--for", "lena", "--person", "tom", "-o", tmp_path / "pack.html", "-q")
    assert result.exit_code == 0
    assert "Tom doesn't name Lena as a mentor" in result.stderr


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--for", "tom", "--since", "soon"], "--since: 'soon' is no day; write 2026-11-01, 7d, 2w, 3m or checkin"),
        (["--for", "tom", "--person", "mia"], "--person: nobody here is called 'mia'"),
        (["--for", "mia"], "'mia'"),
        (["--for", "tom", "--url", "x.example"], "--url: 'x.example' is no address; it begins with https://"),
        (["--for", "tom", "--pdf", "--password"], "a PDF isn't locked"),
    ],
)
def test_what_can_not_be_is_told_and_nothing_is_written(
    project: Path, tmp_path: Path, arguments: list[str], words: str
) -> None:
    result = run("pack", "-C", project, *arguments, "-o", tmp_path / "pack.html")
    assert result.exit_code == 2
    assert words in result.stderr
    assert not (tmp_path / "pack.html").exists()


def test_a_file_that_refers_to_pictures_holds_them(project: Path, tmp_path: Path) -> None:
    (project / "content/people/lena/journal/p.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"/>')
    (project / "content/people/lena/journal/2026-11-12-p.md").write_text(
        "---\naudience: team\n---\n# P\n\n![p](p.svg)\n"
    )
    assert run("pack", "-C", project, "--for", "tom", "-o", tmp_path / "pack.html").exit_code == 0
    assert 'src="data:image/svg+xml;base64,' in (tmp_path / "pack.html").read_text("utf-8")
