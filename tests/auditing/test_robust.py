"""No site, however broken or hostile, stops the audit or keeps it for long."""

from __future__ import annotations

import gzip
import os
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from portfolio_gen.auditing.surfaces import Closed, Surface, surfaces_of
from portfolio_gen.auditing.words import words_of
from tests.auditing.leaks import TITLE, planted, zipped
from tests.auditing.sites import Portfolio

CONTENTS = tuple(leak.content for leak in planted() if len(leak.content) < 10_000)


def read(content: bytes) -> int:
    """How many words could be got out of a file."""
    return sum(len(words_of(part.text)) for part in surfaces_of(content) if isinstance(part, Surface))


@given(st.binary(max_size=400))
@settings(max_examples=200, deadline=None)
def test_any_bytes_can_be_read(content: bytes) -> None:
    assert read(content) >= 0


@given(st.sampled_from(CONTENTS), st.integers(0, 10_000), st.binary(max_size=6), st.integers(0, 30))
@settings(max_examples=300, deadline=None)
def test_any_damaged_file_can_be_read(content: bytes, at: int, instead: bytes, cut: int) -> None:
    at %= len(content)
    assert read(content[:at] + instead + content[at + cut :]) >= 0


@pytest.mark.parametrize(
    "unit",
    ["<", "<a ", "<a \"", "<!--", "<![CDATA[", "<script>", "</script ", "<b>", "x<b>", "&", "&#", "%4", "\\", "\\u00",
     "[[", "[a](", "]", "(", "{", "[", "\"", "'", "\", \"", "=\n", "\n ", " ", "A1b2", "A1b2C3d4E5f6G7h8\n", "\x1f",
     "日", "%PDF-\nstream\nx\x9c", "PK\x05\x06", "a=\""],
)  # fmt: skip
def test_rows_of_one_sign_are_read_to_the_end(unit: str) -> None:
    # Were a pattern to look at each of them from each of them again, this would take hours.
    assert read((unit * (300_000 // len(unit))).encode()) >= 0
    assert read(("<p " + unit * (300_000 // len(unit)) + ">").encode()) >= 0


def test_json_of_any_depth_can_be_read() -> None:
    assert read(b"[" * 100_000 + b"]" * 100_000) >= 0


def test_what_can_not_be_opened_is_told() -> None:
    closed = {
        "damaged zip": b"PK\x03\x04" + b"x" * 99,
        "damaged gzip": gzip.compress(b"x" * 999)[:20],
        "damaged PDF": b"%PDF-1.4 and no more",
        "7z archive": b"7z\xbc\xaf\x27\x1c" + b"x" * 99,
    }
    for name, content in closed.items():
        assert name in {part.name for part in surfaces_of(content) if isinstance(part, Closed)}


def test_an_archive_with_a_password_is_told() -> None:
    content = bytearray(zipped(("a.txt", b"x")))
    content[6] |= 1
    content[content.index(b"PK\x01\x02") + 8] |= 1
    assert {part.name for part in surfaces_of(bytes(content)) if isinstance(part, Closed)} == {"encrypted file in zip"}


def test_a_bomb_is_unpacked_in_part_and_told() -> None:
    bomb = gzip.compress(b"\0" * 200_000_000, 1)
    assert "gzip of more bytes than are looked into" in {
        part.name for part in surfaces_of(bomb) if isinstance(part, Closed)
    }


def test_files_in_files_without_end_are_told() -> None:
    content = b"x"
    for _ in range(9):
        content = zipped(("a.zip", content))
    assert any(part.name.startswith("files in files") for part in surfaces_of(content) if isinstance(part, Closed))


def test_links_in_a_circle_and_to_nothing_are_passed_over() -> None:
    with tempfile.TemporaryDirectory() as folder:
        portfolio = Portfolio(Path(folder) / "p")
        site = portfolio.site(Path(folder) / "site")
        (site / "again").symlink_to(site)
        (site / "nothing").symlink_to(site / "is-not-there")
        os.mkfifo(site / "pipe")
        (site / "x.html").write_text(f"<p>{TITLE}</p>", "utf-8")
        assert {leak.file for leak in portfolio.audit(site).leaks} == {"x.html"}


def test_a_leak_deep_in_a_large_file_is_found() -> None:
    with tempfile.TemporaryDirectory() as folder:
        portfolio = Portfolio(Path(folder) / "p")
        site = portfolio.site(Path(folder) / "site")
        (site / "x.txt").write_text("and so on, " * 450_000 + TITLE + " etc." * 20_000, "utf-8")
        assert {leak.file for leak in portfolio.audit(site).leaks} == {"x.txt"}


def test_a_folder_without_files_is_read_by_its_name() -> None:
    with tempfile.TemporaryDirectory() as folder:
        portfolio = Portfolio(Path(folder) / "p")
        site = portfolio.site(Path(folder) / "site")
        (site / "quixotic-harbour-regatta").mkdir()
        assert [leak.surface for leak in portfolio.audit(site).leaks] == ["file name"]


def test_a_zip_whose_sizes_lie_is_no_danger() -> None:
    content = bytearray(zipped(("a.txt", b"x" * 1000)))
    at = content.index(b"PK\x01\x02") + 24
    content[at : at + 4] = (2**31).to_bytes(4, "little")
    assert {part.name for part in surfaces_of(bytes(content)) if isinstance(part, Closed)} == {"too large file in zip"}
