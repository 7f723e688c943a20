"""Documents as PDF: for screen readers too, and the same each time."""

from __future__ import annotations

import io

import pikepdf
import pytest

from portfolio_gen.papers.html import html_of
from portfolio_gen.papers.paper import Paper, PaperFile, Sheet
from portfolio_gen.papers.pdf import pdf_of

PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360000002000001e221bc33"
    "0000000049454e44ae426082"
)


@pytest.fixture(scope="module")
def html() -> str:
    sheets = (
        Sheet(
            "a/1.md", "One", "# One\n\n## First\n\n![A dot](p.png) ![far](https://x.example/p.png)\n", is_summary=True
        ),
        Sheet("a/2.md", "Two", "# Two\n\n## Within\n\n![file](/etc/passwd) Words.\n"),
    )
    return html_of(Paper("Since", "de", "Made.", sheets, {"a/p.png": PaperFile("image/png", PNG)}, form="<p>Form</p>"))


@pytest.fixture(scope="module")
def made(html: str) -> bytes:
    return pdf_of(html)


def test_a_pdf_is_tagged_and_has_a_title_a_language_and_bookmarks(made: bytes) -> None:
    with pikepdf.open(io.BytesIO(made)) as document:
        assert bool(document.Root.MarkInfo.Marked)
        assert "/StructTreeRoot" in document.Root
        assert str(document.Root.Lang) == "de"
        assert str(document.docinfo["/Title"]) == "Since"
        assert "/CreationDate" not in document.docinfo
        with document.open_outline() as outline:
            (top,) = outline.root
            assert (top.title, [one.title for one in top.children]) == ("One", ["First", "Two"])


def test_equal_documents_are_equal_pdfs(html: str, made: bytes) -> None:
    assert pdf_of(html) == made


def test_a_pdf_asks_for_nothing(made: bytes) -> None:
    with pikepdf.open(io.BytesIO(made)) as document:
        pictures = [page.get_images() for page in document.pages]
    assert sum(map(len, pictures)) == 1
