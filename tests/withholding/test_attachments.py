"""Attachments on disk, as they may be published."""

from __future__ import annotations

from pathlib import Path

import pytest

from portfolio_gen.withholding.attachments import MAX_BYTES, attachment_problems, clean_bytes
from portfolio_gen.withholding.metadata import UnsafeAttachmentError, may_tell
from tests.withholding.metadata.files import FILES


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
    assert clean_bytes(larger_than_can_be_looked_into(tmp_path / "a", b"\0\0\0\x18ftypmp42")) is None


def test_a_file_without_metadata_is_published_as_it_is(tmp_path: Path):
    (tmp_path / "a.csv").write_bytes(b"a,b\n")
    assert clean_bytes(tmp_path / "a.csv") is None


def test_a_file_that_vanishes_is_a_problem(tmp_path: Path):
    assert [problem.code for problem in attachment_problems(tmp_path, ["gone.png"])] == ["unreadable"]
