"""A site that takes the place of another."""

from __future__ import annotations

import os
import shutil
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from portfolio_gen.publishing.destination import standing_at
from portfolio_gen.publishing.manifest import MANIFEST
from portfolio_gen.publishing.publish import Wanted, publish, rehearse
from portfolio_gen.publishing.refusal import RefusedError
from portfolio_gen.publishing.swap import swap
from portfolio_gen.publishing.workshop import alone, workshop
from tests.publishing.sites import LEFT, NEW, OLD, beside, files_of, is_whole, wanted


class OutOfPaperError(Exception):
    """What a build may die of."""


def failing(folder: Path) -> None:
    wanted(NEW).fill(folder)
    raise OutOfPaperError


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "out/site"


@pytest.fixture(params=[True, False], ids=["links", "no links"])
def with_links(request: pytest.FixtureRequest) -> bool:
    return bool(request.param)


def test_the_first_site_is_all_added(place: Path, with_links: bool):
    found = publish(place, wanted(OLD), with_links=with_links).difference
    assert (found.added, found.changed, found.withdrawn) == (tuple(sorted(OLD)), (), ())
    assert files_of(place) == OLD
    assert is_whole(place)


def test_a_site_takes_the_place_of_the_former_and_nothing_of_that_is_left(place: Path, with_links: bool):
    publish(place, wanted(OLD), with_links=with_links)
    found = publish(place, wanted(NEW), with_links=with_links).difference
    assert found.added == ("journal/2026/index.html",)
    assert found.changed == ("index.html",)
    assert found.withdrawn == ("gone.html",)
    assert files_of(place) == NEW
    assert is_whole(place)
    assert beside(place) == (LEFT if with_links else [".site.lock"])


def test_a_destination_is_a_link_that_may_be_moved_with_all_around_it(place: Path, tmp_path: Path):
    publish(place, wanted(OLD))
    assert place.is_symlink()
    (tmp_path / "out").rename(tmp_path / "elsewhere")
    assert files_of(tmp_path / "elsewhere/site") == OLD
    publish(tmp_path / "elsewhere/site", wanted(NEW))
    assert files_of(tmp_path / "elsewhere/site") == NEW


def test_where_there_are_no_links_a_destination_is_a_folder(place: Path):
    publish(place, wanted(OLD), with_links=False)
    assert not place.is_symlink()


@pytest.mark.parametrize("before", [True, False], ids=["link", "folder"])
@pytest.mark.parametrize("after", [True, False], ids=["to link", "to folder"])
def test_links_may_become_possible_and_impossible(place: Path, before: bool, after: bool):
    publish(place, wanted(OLD), with_links=before)
    publish(place, wanted(NEW), with_links=after)
    assert place.is_symlink() is after
    assert files_of(place) == NEW
    assert beside(place) == (LEFT if after else [".site.lock"])


def test_a_folder_comes_back_if_the_new_one_can_t_take_its_place(place: Path):
    publish(place, wanted(OLD), with_links=False)
    with workshop(place) as folder, pytest.raises(FileNotFoundError):
        swap(place, standing_at(place), folder / "not there", "0123456789ab", with_links=False)
    assert files_of(place) == OLD


def test_an_empty_folder_is_replaced(place: Path, with_links: bool):
    place.mkdir(parents=True)
    publish(place, wanted(OLD), with_links=with_links)
    assert files_of(place) == OLD


def test_an_equal_site_is_not_published_again(place: Path, with_links: bool):
    publish(place, wanted(OLD), with_links=with_links)
    before = (place.stat(), place.lstat())
    assert publish(place, wanted(OLD), with_links=with_links).difference.is_none
    assert (place.stat(), place.lstat()) == before


def test_an_equal_site_for_others_is_published_again(place: Path):
    publish(place, wanted(OLD))
    assert publish(place, wanted(OLD, "public")).difference.is_none
    with pytest.raises(RefusedError):
        publish(place, wanted(OLD, "team"))


def test_what_others_have_changed_in_a_published_site_is_seen_and_put_right(place: Path, with_links: bool):
    publish(place, wanted(OLD), with_links=with_links)
    (place / "index.html").write_text("defaced", encoding="utf-8")
    (place / "gone.html").unlink()
    (place / "more.html").touch()
    found = publish(place, wanted(OLD), with_links=with_links).difference
    assert (found.added, found.changed, found.withdrawn) == (("gone.html",), ("index.html",), ("more.html",))
    assert files_of(place) == OLD
    assert is_whole(place)
    assert beside(place) == (LEFT if with_links else [".site.lock"])


def test_a_build_that_fails_changes_nothing(place: Path, with_links: bool):
    publish(place, wanted(OLD), with_links=with_links)
    with pytest.raises(OutOfPaperError):
        publish(place, Wanted(failing, wanted(OLD).audience), with_links=with_links)
    assert files_of(place) == OLD
    assert beside(place) == (LEFT if with_links else [".site.lock"])


def test_a_first_build_that_fails_leaves_no_destination(place: Path):
    with pytest.raises(OutOfPaperError):
        publish(place, Wanted(failing, wanted(OLD).audience))
    assert beside(place) == [".site.lock"]
    assert not place.exists()


def test_nobody_looks_into_a_site_before_it_is_published(place: Path):
    def fill(folder: Path) -> None:
        (folder / "index.html").touch()
        assert stat.S_IMODE(folder.parent.stat().st_mode) == 0o700

    publish(place, Wanted(fill, wanted(OLD).audience))


@pytest.fixture
def umask() -> Iterator[int]:
    before = os.umask(0o027)
    yield 0o027
    os.umask(before)


def test_a_published_site_is_as_open_as_any_new_files(place: Path, umask: int, with_links: bool):
    publish(place, wanted(OLD), with_links=with_links)
    assert stat.S_IMODE(place.stat().st_mode) == 0o777 & ~umask
    files = [path for path in place.rglob("*") if path.is_file()]
    assert {stat.S_IMODE(path.stat().st_mode) for path in files} == {0o666 & ~umask}
    assert MANIFEST in {path.name for path in files}


def test_a_site_that_shows_more_is_refused_before_it_is_built(place: Path):
    publish(place, wanted(OLD, "organisation"))
    for narrower in (wanted(NEW, "team"), wanted(NEW, "organisation", "ada")):
        with pytest.raises(RefusedError, match="--replace-audience"):
            publish(place, Wanted(failing, narrower.audience, narrower.reader))
        with pytest.raises(RefusedError, match="--replace-audience"):
            rehearse(place, Wanted(failing, narrower.audience, narrower.reader))
    assert files_of(place) == OLD
    assert beside(place) == LEFT


def test_what_is_refused_is_not_touched(tmp_path: Path):
    (tmp_path / "site").mkdir()
    (tmp_path / "site/mine.txt").touch()
    with pytest.raises(RefusedError):
        publish(tmp_path / "site", wanted(NEW))
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["mine.txt", "site"]


def test_a_site_that_shows_more_is_published_if_that_is_what_is_said(place: Path):
    publish(place, wanted(OLD, "organisation"))
    publish(place, wanted(NEW, "me", "ada", replaces=True))
    assert files_of(place) == NEW


def test_only_one_publishes_at_a_time(place: Path):
    publish(place, wanted(OLD))
    with alone(place) as is_alone, pytest.raises(RefusedError, match="is at work here"):
        assert is_alone
        publish(place, wanted(NEW))
    assert files_of(place) == OLD
    publish(place, wanted(NEW))
    assert files_of(place) == NEW


def test_a_rehearsal_says_what_would_change_and_changes_nothing(place: Path):
    publish(place, wanted(OLD))
    assert rehearse(place, wanted(NEW)).withdrawn == ("gone.html",)
    assert files_of(place) == OLD
    assert beside(place) == LEFT


def test_a_rehearsal_of_a_first_site_makes_no_folder(place: Path):
    assert rehearse(place, wanted(NEW)).added == tuple(sorted(NEW))
    assert not place.parent.exists()


def test_what_bears_a_similar_name_and_is_not_ours_is_left_alone(place: Path):
    own = [
        ".site.building-abcdefgh/mine.txt", "site.0123456789ab/index.html", "site.backup/index.html",
        ".site.building-notes/.portfolio-publish", "site2.0123456789ab/.portfolio-manifest.json",
    ]  # fmt: skip
    for uri in own:
        (place.parent / uri).parent.mkdir(parents=True)
        (place.parent / uri).touch()
    publish(place, wanted(OLD))
    publish(place, wanted(NEW))
    assert all((place.parent / uri).exists() for uri in own)


def test_a_copy_of_a_published_site_is_known_and_replaced(place: Path, tmp_path: Path):
    publish(place, wanted(OLD, "organisation"))
    copy = tmp_path / "copy/site"
    shutil.copytree(place, copy)
    with pytest.raises(RefusedError):
        publish(copy, wanted(NEW, "team"))
    assert publish(copy, wanted(NEW, "public")).difference.withdrawn == ("gone.html",)
    assert files_of(copy) == NEW
