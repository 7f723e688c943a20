"""Where a site may be published, and where not."""

from __future__ import annotations

from pathlib import Path

import pytest

from portfolio_gen.publishing.destination import Form, destination_at, published_near, standing_at
from portfolio_gen.publishing.publish import publish
from portfolio_gen.publishing.refusal import RefusedError
from tests.publishing.sites import NEW, OLD, wanted


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project, in which the tests are."""
    folder = tmp_path / "project"
    (folder / "content/journal").mkdir(parents=True)
    (folder / "way-in").symlink_to("content")
    monkeypatch.chdir(folder)
    return folder


def place(path: str, project: Path) -> Path:
    return destination_at(Path(path), content=project / "content", project=project)


@pytest.mark.parametrize(
    "path",
    ["content", "content/", "content/site", "content/journal/deep/site", "way-in/site", ".", "..", "../../..", "/",
     "../project", "../project/", "journal/.."],
)  # fmt: skip
def test_a_destination_among_the_sources_or_around_them_is_refused(project: Path, path: str):
    with pytest.raises(RefusedError):
        place(path, project)


def test_a_destination_that_holds_the_folder_one_is_in_is_refused(project: Path, monkeypatch: pytest.MonkeyPatch):
    (project / "out/empty").mkdir(parents=True)
    monkeypatch.chdir(project / "out/empty")
    for path in (".", "../empty", str(project / "out")):
        with pytest.raises(RefusedError, match="this is where you are"):
            place(path, project)


@pytest.mark.parametrize("path", ["site", "site/", "public/site", "../site", "contents", "../project-site"])
def test_a_destination_beside_the_sources_is_good(project: Path, path: str):
    found = place(path, project)
    assert found.is_absolute()
    assert found.name in ("site", "contents", "project-site")


def test_a_destination_in_a_published_site_is_refused(project: Path):
    publish(place("site", project), wanted(OLD))
    with pytest.raises(RefusedError, match="inside the published site"):
        place("site/team", project)


def test_a_destination_that_is_not_there_or_empty_is_good(tmp_path: Path):
    (tmp_path / "empty").mkdir()
    assert standing_at(tmp_path / "nothing").form is Form.NOTHING
    assert standing_at(tmp_path / "empty").form is Form.EMPTY


def test_a_file_or_a_folder_with_anything_in_it_is_refused(tmp_path: Path):
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder/.hidden").touch()
    with pytest.raises(RefusedError, match="has not written"):
        standing_at(tmp_path / "folder")
    with pytest.raises(RefusedError, match="this is a file"):
        standing_at(tmp_path / "folder/.hidden")


@pytest.mark.parametrize("target", ["elsewhere", "site.0123456789ab", "other.0123456789ab", "../site", "site"])
def test_a_link_to_anything_but_a_published_site_beside_it_is_refused(tmp_path: Path, target: str):
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "site").symlink_to(target)
    with pytest.raises(RefusedError, match=f"leads to {target}, which"):
        standing_at(tmp_path / "site")


def test_a_link_to_a_published_site_of_another_name_is_refused(tmp_path: Path):
    publish(tmp_path / "team", wanted(OLD))
    (tmp_path / "site").symlink_to((tmp_path / "team").readlink())
    with pytest.raises(RefusedError):
        standing_at(tmp_path / "site")


def test_a_build_in_a_published_site_above_it_or_below_it_is_found(tmp_path: Path):
    site = tmp_path / "out/site"
    publish(site, wanted(NEW))
    assert published_near(site) == published_near(site / "journal") == published_near(site.resolve()) == site.resolve()
    assert published_near(tmp_path / "out") is not None
    assert published_near(tmp_path) is None
    assert published_near(tmp_path / "out/other") is None
