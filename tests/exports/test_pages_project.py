"""Folders are written whole or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from portfolio_gen.exports.pages_project import RefusedError, write_project
from tests.plugin.sites import files_of


def test_texts_and_copies_are_written_with_a_mark_of_who_wrote_them(tmp_path: Path):
    (tmp_path / "a.png").write_bytes(b"\x00")
    (tmp_path / "own/sub").mkdir(parents=True)
    (tmp_path / "own/sub/b.html").write_bytes(b"b")
    copies = {"content/a.png": tmp_path / "a.png", "overrides": tmp_path / "own"}
    write_project(
        tmp_path / "x/out",
        {"content/ä.md": "ö\n"},
        copies,
        attachments={},
        replace=False,
        protected=tmp_path / "content",
    )
    assert files_of(tmp_path / "x/out") == {
        ".portfolio-pages": b"Written by 'portfolio pages'.\n",
        "content/a.png": b"\x00",
        "content/\u00e4.md": "ö\n".encode(),
        "overrides/sub/b.html": b"b",
    }


def test_an_empty_folder_may_be_filled(tmp_path: Path):
    (tmp_path / "out").mkdir()
    write_project(tmp_path / "out", {"a": "b"}, {}, attachments={}, replace=False, protected=tmp_path / "content")
    assert (tmp_path / "out/a").read_text("utf-8") == "b"


def test_a_written_folder_is_as_open_as_any_new_one(tmp_path: Path):
    (tmp_path / "new").mkdir()
    write_project(tmp_path / "out", {"a": "b"}, {}, attachments={}, replace=False, protected=tmp_path / "content")
    assert (tmp_path / "out").stat().st_mode == (tmp_path / "new").stat().st_mode


def test_dates_and_permissions_of_originals_are_not_copied(tmp_path: Path):
    original = tmp_path / "a.png"
    original.write_bytes(b"a")
    original.chmod(0o600)
    write_project(
        tmp_path / "out", {"b": ""}, {"a.png": original}, attachments={}, replace=False, protected=tmp_path / "content"
    )
    assert (tmp_path / "out/a.png").stat().st_mode == (tmp_path / "out/b").stat().st_mode


@pytest.mark.parametrize("out", ["content", "content/out", "."])
def test_what_overlaps_the_content_is_refused(tmp_path: Path, out: str):
    (tmp_path / "content").mkdir()
    with pytest.raises(RefusedError, match="overlap"):
        write_project(tmp_path / out, {"a": "b"}, {}, attachments={}, replace=True, protected=tmp_path / "content")
    assert files_of(tmp_path) == {}
