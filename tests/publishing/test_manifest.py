"""What a published site says of itself."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from portfolio_gen.model.audience import Audience
from portfolio_gen.publishing.manifest import MANIFEST, manifest_of, read_manifest, reader_mark
from portfolio_gen.publishing.refusal import RefusedError
from tests.publishing.sites import OLD, wanted


def site(folder: Path) -> Path:
    folder.mkdir(parents=True)
    wanted(OLD).fill(folder)
    return folder


def test_equal_sites_have_equal_manifests_wherever_and_whenever_they_are_made(tmp_path: Path):
    one, other = (manifest_of(site(tmp_path / name), Audience.TEAM, reader_mark("ada")).text for name in ("a", "b/c"))
    assert one == other
    assert list(json.loads(one)["files"]) == sorted(OLD)


def test_the_manifest_does_not_count_itself(tmp_path: Path):
    folder = site(tmp_path / "site")
    before = manifest_of(folder, Audience.TEAM, None)
    (folder / MANIFEST).write_text(before.text, encoding="utf-8")
    assert manifest_of(folder, Audience.TEAM, None) == before


def test_a_manifest_is_read_as_it_was_written(tmp_path: Path):
    folder = site(tmp_path / "site")
    (folder / "Grüße & <more>.html").touch()
    written = manifest_of(folder, Audience.MENTOR, reader_mark("people/ada"))
    (folder / MANIFEST).write_text(written.text, encoding="utf-8")
    assert read_manifest(folder) == written


def test_a_manifest_tells_readers_apart_and_names_none(tmp_path: Path):
    text = manifest_of(site(tmp_path / "site"), Audience.TEAM, reader_mark("tomasz")).text
    assert reader_mark("tomasz") != reader_mark("lena")
    assert "tomasz" not in text


@pytest.mark.parametrize("change", ["index.html", "people/ada/index.html"])
def test_any_change_gives_a_site_another_name(tmp_path: Path, change: str):
    folder = site(tmp_path / "site")
    before = manifest_of(folder, Audience.TEAM, None)
    (folder / change).write_text("other", encoding="utf-8")
    assert manifest_of(folder, Audience.TEAM, None).name != before.name
    assert manifest_of(folder, Audience.PUBLIC, None).name != manifest_of(folder, Audience.TEAM, None).name


def test_a_folder_without_a_manifest_was_not_published(tmp_path: Path):
    assert read_manifest(site(tmp_path / "site")) is None
    assert read_manifest(tmp_path / "nowhere") is None


GOOD = {"version": 1, "audience": "team", "reader": None, "files": {"a": {"sha256": "0", "size": 1}}}
BROKEN = {
    "empty": "",
    "cut off": '{"version": 1, "audience"',
    "a list": "[]",
    "no audience": json.dumps({**GOOD, "audience": "friends"}),
    "an audience that is a number": json.dumps({**GOOD, "audience": 4}),
    "a later version": json.dumps({**GOOD, "version": 2}),
    "a reader that is a number": json.dumps({**GOOD, "reader": 5}),
    "files without sizes": json.dumps({**GOOD, "files": {"a": {"sha256": "0"}}}),
    "files in a list": json.dumps({**GOOD, "files": ["a"]}),
    "not UTF-8": b"\xff\xfe\xff",
    "very deep": "[" * 100_000,
}


@pytest.mark.parametrize("case", BROKEN)
def test_a_manifest_that_cannot_be_understood_is_refused(tmp_path: Path, case: str):
    text = BROKEN[case]
    (tmp_path / MANIFEST).write_bytes(text if isinstance(text, bytes) else text.encode())
    with pytest.raises(RefusedError, match="nobody knows for whom"):
        read_manifest(tmp_path)
