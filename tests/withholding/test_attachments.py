"""Attachments on disk, as they may be published."""

from __future__ import annotations

from pathlib import Path

import pytest

from portfolio_gen.withholding.attachments import MAX_BYTES, attachment_problems, clean_bytes
from portfolio_gen.withholding.metadata import UnsafeAttachmentError, may_tell, published_bytes
from tests.withholding.metadata.files import FILES, ftyp, zipped


def larger_than_can_be_looked_into(path: Path, head: bytes) -> Path:
    """A file with a hole, which takes no room on disk."""
    with path.open("wb") as file:
        file.write(head)
        file.truncate(MAX_BYTES + 1)
    return path


@pytest.mark.parametrize("head", [*FILES.values(), b"%PDF-1.7\n", b"\xd0\xcf\x11\xe0"])
def test_a_file_too_large_to_be_looked_into_is_refused_if_it_may_tell_something(tmp_path: Path, head: bytes):
    assert may_tell(head[:4096])
    with pytest.raises(UnsafeAttachmentError, match="too large"):
        clean_bytes(larger_than_can_be_looked_into(tmp_path / "a", head))


def test_a_large_file_of_another_kind_is_published_as_it_is(tmp_path: Path):
    assert clean_bytes(larger_than_can_be_looked_into(tmp_path / "a", b"a,b\n")) is None


def test_a_file_without_metadata_is_published_as_it_is(tmp_path: Path):
    (tmp_path / "a.csv").write_bytes(b"a,b\n")
    assert clean_bytes(tmp_path / "a.csv") is None


def test_a_file_that_vanishes_is_a_problem(tmp_path: Path):
    assert [problem.code for problem in attachment_problems(tmp_path, ["gone.png"])] == ["unreadable"]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("x.png", b"garbage"),
        ("x.JPG", b"<html>"),
        ("x.pdf", b"no PDF"),
        ("x.docx", b"no zip"),
        ("x.docx", zipped(a=b"no document")),
        ("x.odt", zipped(a=b"no document")),
        ("x.heic", ftyp(b"mp42")),
        ("x.svgz", b"\x1f\x8b\x08"),
        ("x.gif", b"ID3\4\0\0\0\0\0\0garbage"),
    ],
)
def test_a_file_that_is_not_what_its_ending_says_is_refused(tmp_path: Path, name: str, data: bytes):
    (tmp_path / name).write_bytes(data)
    [problem] = attachment_problems(tmp_path, [name])
    assert (problem.code, "isn't what its ending" in problem.message, bool(problem.hint)) == ("attachment", True, True)


@pytest.mark.parametrize("name", ["x.png", "x.jpeg", "x.webp"])
def test_a_picture_under_the_ending_of_another_kind_is_cleaned(tmp_path: Path, name: str):
    (tmp_path / name).write_bytes(FILES["a.jpg"])
    assert clean_bytes(tmp_path / name) == published_bytes(FILES["a.jpg"])


def test_an_empty_file_is_published_whatever_its_ending(tmp_path: Path):
    (tmp_path / "x.png").touch()
    assert clean_bytes(tmp_path / "x.png") is None


@pytest.mark.parametrize("target", ["../outside.txt", "a.md", ".git/config", "names.yml", "a.md~"])
def test_a_link_to_what_is_no_attachment_is_refused(tmp_path: Path, target: str):
    content = tmp_path / "content"
    content.mkdir()
    (content / target).resolve().parent.mkdir(exist_ok=True)
    (content / target).resolve().write_text("secret")
    (content / "x.txt").symlink_to(content / target)
    [problem] = attachment_problems(content, ["x.txt"])
    assert "is a link" in problem.message


def test_a_link_to_another_attachment_is_followed(tmp_path: Path):
    (tmp_path / "a.txt").write_text("open")
    (tmp_path / "x.txt").symlink_to(tmp_path / "a.txt")
    assert list(attachment_problems(tmp_path, ["x.txt"])) == []
