"""Documents of one file: complete, quiet and the same each time."""

from __future__ import annotations

import re

from portfolio_gen.papers.html import html_of, sha256_source
from portfolio_gen.papers.paper import Paper, PaperFile, Sheet

PNG = PaperFile("image/png", b"\x89PNG")
PDF = PaperFile("application/pdf", b"%PDF")


def paper(*texts: str, files: dict[str, PaperFile] | None = None, form: str = "", url: str = "") -> str:
    """A document of sheets a/1.md, a/2.md ..., the first of which is the summary."""
    sheets = (Sheet(f"a/{n}.md", f"Part {n}", text, is_summary=n == 1) for n, text in enumerate(texts, 1))
    return html_of(Paper("Since", "en", "Made for Bo.", tuple(sheets), files or {}, form, url))


def body(html: str) -> str:
    return html.partition("<main>")[2]


def test_a_link_to_another_part_leads_there() -> None:
    assert '<a href="#sheet-2">b</a>' in body(paper("[b](2.md)", "# Two"))


def test_a_link_to_what_is_not_in_the_file_is_words() -> None:
    assert "<p><a>c</a></p>" in body(paper("[c](../people/cy/index.md)"))


def test_with_a_site_a_link_to_what_is_not_in_the_file_leads_to_it() -> None:
    html = paper("[c](../people/cy/index.md) [d](d%20e.md)", url="https://x.example/")
    assert 'href="https://x.example/people/cy/"' in html
    assert 'href="https://x.example/a/d%20e/"' in html


def test_a_picture_is_in_the_file_itself() -> None:
    assert 'src="data:image/png;base64,iVBORw=="' in paper("![p](p.png)", files={"a/p.png": PNG})


def test_a_picture_that_is_not_carried_is_asked_from_nowhere() -> None:
    html = body(paper("![p](p.png) ![q](https://x.example/q.png)"))
    assert "src=" not in html
    assert "q.png" in html


def test_another_file_is_listed_at_the_end_and_can_be_saved() -> None:
    html = paper("[f](f.pdf)", files={"a/f.pdf": PDF})
    assert '<a href="#file-1">f</a>' in html
    assert '<a download="f.pdf" href="data:application/pdf;base64,JVBERg==">f.pdf</a>' in html


def test_a_way_out_of_the_content_leads_nowhere() -> None:
    assert "<a>x</a>" in body(paper("[x](../../../etc/passwd.md)", url="https://x.example/"))


def test_ids_of_two_parts_never_meet() -> None:
    html = body(paper("# One\n\n## Same", "# Two\n\n## Same\n\n[s](#same)\n\nNote[^1].\n\n[^1]: Here."))
    ids = re.findall(r' id="([^"]*)"', html)
    assert len(ids) == len(set(ids))
    assert 'href="#s2-same"' in html


def test_entries_stand_one_level_below_the_summary() -> None:
    html = body(paper("# One", "# Two\n\n## Three"))
    assert re.findall(r"<(h\d)[^>]*>(\w+)<", html) == [("h1", "One"), ("h2", "Two"), ("h3", "Three")]


def test_what_authors_wrote_can_neither_run_nor_ask() -> None:
    html = body(paper('<script>x()</script><img src=x onerror="x()"> <a href="javascript:x()">a</a> <iframe></iframe>'))
    assert not re.search(r"<script|onerror|javascript:|<iframe", html)


def test_an_author_can_not_close_the_document() -> None:
    html = paper('</main></body><p id="answer">x', "# Two")
    assert html.count("</main>") == html.count("</body>") == 1
    assert html.count('id="answer"') == 0


def test_the_policy_names_what_is_in_the_file_and_nothing_else() -> None:
    html = paper("# One")
    (style,) = re.findall(r"<style>(.*?)</style>", html, re.DOTALL)
    policy = re.search(r'content="(default-src[^"]*)"', html)
    assert policy is not None
    allowed = policy[1].replace("&#39;", "'")
    assert allowed.split("; ") == [
        "default-src 'none'", "img-src data:", f"style-src {sha256_source(style)}", "base-uri 'none'",
        "form-action 'none'",
    ]  # fmt: skip


def test_only_a_form_brings_a_script() -> None:
    assert "<script" not in paper("# One")


def test_what_is_closed_on_a_screen_is_open_on_paper() -> None:
    assert "<details open=" in paper("<details><summary>s</summary>t</details>")


def test_equal_documents_are_equal_files() -> None:
    assert paper("# One", "# Two") == paper("# One", "# Two")
