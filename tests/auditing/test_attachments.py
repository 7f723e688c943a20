from __future__ import annotations

from pathlib import Path

from portfolio_gen.auditing.attachments import HiddenFiles
from tests.auditing.pictures import jpeg

PICTURE = jpeg(comment=b"Taken by somebody with a camera")


def same_as(folder: Path, content: bytes, published: tuple[str, ...] = ()) -> list[str]:
    uris = tuple(sorted(path.name for path in folder.iterdir() if path.name not in published))
    paths = {uri: folder / uri for uri in (*uris, *published)}
    return [one.uri for one in HiddenFiles(paths, uris, published).same_as(content)]


def test_a_copy_is_known_by_its_bytes(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"a text of some length")
    assert same_as(tmp_path, b"a text of some length") == ["a.txt"]
    assert same_as(tmp_path, b"b text of some length") == []


def test_a_picture_is_known_without_its_metadata(tmp_path: Path) -> None:
    (tmp_path / "a.jpg").write_bytes(PICTURE)
    assert same_as(tmp_path, jpeg()) == ["a.jpg"]


def test_a_copy_of_what_is_published_is_no_leak(tmp_path: Path) -> None:
    for name in ("a.jpg", "b.jpg"):
        (tmp_path / name).write_bytes(PICTURE)
    assert same_as(tmp_path, jpeg(), ("b.jpg",)) == []


def test_what_is_published_without_its_metadata_is_a_leak_with_it(tmp_path: Path) -> None:
    (tmp_path / "b.jpg").write_bytes(PICTURE)
    (tmp_path / "c.jpg").write_bytes(jpeg())
    assert same_as(tmp_path, PICTURE, ("b.jpg", "c.jpg")) == ["b.jpg"]
    assert same_as(tmp_path, jpeg(), ("b.jpg", "c.jpg")) == []


def test_a_file_of_a_few_bytes_is_like_many(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"\n")
    assert same_as(tmp_path, b"\n") == []


def test_what_is_only_in_memory_is_like_nothing() -> None:
    assert list(HiddenFiles({}, ("a.txt",), ()).same_as(b"a text of some length")) == []
