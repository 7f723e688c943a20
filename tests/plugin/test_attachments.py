"""What attachments tell when they are published."""

from __future__ import annotations

from pathlib import Path

import pytest
from mkdocs.exceptions import Abort

from tests.builders import write_project
from tests.cli.runs import run
from tests.plugin.sites import built, files_of, places_naming

EXIF = b"Exif\0\0MM\0*\0\0\0\x08\0\0 Okapi was here"
PICTURE = (
    b"\xff\xd8\xff\xe1" + (len(EXIF) + 2).to_bytes(2, "big") + EXIF
    + b"\xff\xc0\0\x0b\x08\0\x01\0\x01\x01\x01\x11\0" + b"\xff\xda\0\x08\x01\x01\0\0?\0" + b"pixels" + b"\xff\xd9"
)  # fmt: skip
DOCUMENT = b"%PDF-1.4\n1 0 obj\n<< /Author (Okapi) >>\nendobj\ntrailer << /Info 1 0 R >>\n%%EOF\n"


def project_with(folder: Path, name: str, data: bytes, options: str = "") -> Path:
    files = {"journal/a.md": f"---\naudience: public\n---\n![]({name})\n"}
    project = write_project(folder, files, options)
    (project / "content/journal" / name).write_bytes(data)
    return project


def test_a_picture_loses_what_a_camera_wrote_and_keeps_its_pixels(tmp_path: Path):
    site = built(project_with(tmp_path, "a.jpg", PICTURE))
    assert places_naming(site, "okapi") == []
    assert b"pixels" in files_of(site)["journal/a.jpg"]


def test_a_picture_loses_it_in_a_written_project_too(tmp_path: Path):
    project = project_with(tmp_path / "project", "a.jpg", PICTURE)
    assert run("pages", tmp_path / "out", "-C", project).exit_code == 0
    assert places_naming(tmp_path / "out", "okapi") == []
    assert b"pixels" in files_of(tmp_path / "out")["content/journal/a.jpg"]


@pytest.mark.parametrize(("name", "data"), [("a.pdf", DOCUMENT), ("a.jpg", PICTURE[:20])])
def test_what_names_its_author_or_is_damaged_stops_the_build(tmp_path: Path, name: str, data: bytes):
    project = project_with(tmp_path, name, data)
    with pytest.raises(Abort):
        built(project)
    assert f"journal/{name}:1:1: error" in run("check", project).stdout
    assert "Okapi" not in run("check", project).stdout


def test_what_names_its_author_can_be_withheld_alone(tmp_path: Path):
    site = built(project_with(tmp_path, "a.pdf", DOCUMENT, "on_error: withhold"))
    assert (site / "journal/a/index.html").is_file()
    assert not (site / "journal/a.pdf").exists()


def test_nobody_looks_into_what_is_not_published(tmp_path: Path):
    project = project_with(tmp_path, "a.jpg", PICTURE)
    (project / "content/journal/b.pdf").write_bytes(DOCUMENT)
    assert (built(project) / "journal/a.jpg").is_file()


@pytest.mark.parametrize("name", ["a.md~", "names.yml", "table.json"])
def test_a_link_to_a_file_that_is_published_for_nobody_stops_the_build(tmp_path: Path, name: str):
    project = project_with(tmp_path, name, b"Okapi")
    with pytest.raises(Abort):
        built(project)
    assert f"journal/{name}:1:1: error" in run("check", project).stdout


def test_files_of_settings_are_published_where_they_are_named(tmp_path: Path):
    project = project_with(tmp_path, "table.json", b"{}", "assets: ['journal/*.json', '**']")
    for name in ("names.yml", "b.bak"):
        (project / "content/journal" / name).write_bytes(b"Okapi")
    site = built(project)
    assert (site / "journal/table.json").is_file()
    assert places_naming(site, "okapi") == []
    assert not (site / "journal/names.yml").exists() and not (site / "journal/b.bak").exists()
