"""Attachments that would run are not published for untrusted authors."""

from __future__ import annotations

from pathlib import Path

import pytest

from portfolio_gen.withholding.active import may_run, running_attachments, runs_by_name
from tests.builders import build, said

NOTE = "---\naudience: public\n---\n\n[A file](FILE)\n"


@pytest.mark.parametrize(
    "name",
    [
        "a.html", "a.HTM", "a.xhtml", "a.js", "a.mjs", "a.mht", "a.xml", "b/a.svgz", "a.hta", "a.php", "a.php.txt",
        "a.url", "a.html.de", ".htaccess",
    ],
)  # fmt: skip
def test_what_runs_when_it_is_opened_is_known_by_its_name(name: str):
    assert runs_by_name(f"x.y/{name}")


@pytest.mark.parametrize(
    "name", ["a.pdf", "a.png", "a.svg", "a.csv", "a.txt", "html", "phpinfo.docx", "a.json", "a.css", "a.jsonl"]
)
def test_what_is_only_shown_is_not(name: str):
    assert not runs_by_name(f"x.html/{name}")
    assert not may_run(name, b"<script>") or name in ("a.svg", "html", "a.jsonl")


@pytest.mark.parametrize("head", [b"<!doctype html>", b" \n<script>", b"\xef\xbb\xbf<b>", b"\xff\xfe<\0b\0"])
@pytest.mark.parametrize("uri", ["a", "a.foo", ".b/c"])
def test_markup_under_an_ending_that_nobody_knows_runs(uri: str, head: bytes):
    assert may_run(uri, head)


def test_an_svg_is_judged_by_what_it_holds():
    assert not may_run("a.svg", b"<svg><path d='M0 0'/></svg>")
    assert may_run("a.svg", b"<svg><script>1</script></svg>")
    assert not may_run("a.svg", b"")


def test_files_on_disk_are_looked_into(tmp_path: Path):
    (tmp_path / "a.html").write_text("<p>")
    (tmp_path / "a.svg").write_text("<svg onload='x()'/>")
    (tmp_path / "b.svg").write_text("<svg/>")
    found = running_attachments(tmp_path, ["a.html", "a.svg", "b.svg", "missing.svg"])
    assert [(problem.uri, problem.code) for problem in found] == [
        ("a.html", "running-attachment"),
        ("a.svg", "running-attachment"),
    ]


def test_only_untrusted_authors_are_refused_and_only_what_the_owner_has_not_named():
    files = {"notes.md": NOTE.replace("FILE", "demo.html"), "demo.html": ""}
    refused = build(files, untrusted=True)
    assert said(refused.problems, "running-attachment") == ["demo.html:1:1 running-attachment"]
    assert refused.is_stopped
    assert refused.attachments == frozenset()
    for options in ({"untrusted": False}, {"untrusted": True, "assets": ["*.html"]}):
        assert build(files, **options).attachments == {"demo.html"}
