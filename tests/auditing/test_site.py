from __future__ import annotations

from pathlib import Path

from portfolio_gen.auditing.audit import Audit
from portfolio_gen.auditing.site import files_below
from tests.auditing.leaks import GERMAN, RUN, TITLE, page
from tests.auditing.sites import Portfolio

FRAME = "\n".join(f"<p>A line that all pages share, number {number}</p>" for number in range(20))


def audited(tmp_path: Path, **pages: str) -> Audit:
    portfolio = Portfolio(tmp_path)
    site = portfolio.site(tmp_path / "site")
    for name, text in pages.items():
        (site / f"{name}.html").write_text(text, "utf-8")
    return portfolio.audit(site)


def files(tmp_path: Path, **pages: str) -> set[str]:
    return {leak.file for leak in audited(tmp_path, **pages).leaks}


def test_what_is_on_every_page_is_told_of_each(tmp_path: Path) -> None:
    nav = page(f"<nav><a>{TITLE}</a></nav>\n{FRAME}")
    assert files(tmp_path, a=nav, b=nav, c=nav) == {"a.html", "b.html", "c.html"}


def test_a_line_between_lines_that_pages_share_is_read(tmp_path: Path) -> None:
    assert files(tmp_path, a=page(FRAME), b=page(FRAME.replace("number 9<", f"number {TITLE}<"))) == {"b.html"}


def test_lines_that_are_known_and_new_together_are_read(tmp_path: Path) -> None:
    first = page("<p>\nof Quixotic\n</p>\n<hr>\n<p>\nHarbour Regatta\n</p>")
    assert files(tmp_path, a=first, b=page("<p>\nof Quixotic\nHarbour Regatta\n</p>")) == {"b.html"}


def test_pages_of_one_line_are_read(tmp_path: Path) -> None:
    line = page(FRAME).replace("\n", "")
    assert files(tmp_path, a=line, b=line.replace("number 9<", f"number {TITLE}<"), c=line) == {"b.html"}


def test_pages_without_any_line_break_and_the_same_text_are_told_of_each(tmp_path: Path) -> None:
    assert files(tmp_path, a=f"<p>{RUN}</p>", b=f"<p>{RUN}</p>") == {"a.html", "b.html"}


def test_a_leak_is_told_by_file_surface_and_source(tmp_path: Path) -> None:
    (leak,) = audited(tmp_path, a=page(f'<p title="{GERMAN}">x</p>')).leaks
    assert str(leak) == "a.html: attribute: the title of reflections/r2.md:1"


def test_a_repository_is_no_part_of_the_site(tmp_path: Path) -> None:
    for name in (".git/config", ".dot/x", "x"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("", "utf-8")
    assert sorted(uri for uri, _ in files_below(tmp_path)) == [".dot/x", "x"]


def test_a_search_index_in_two_forms_is_told_of_each_and_the_name_of_the_second_is_read(tmp_path: Path) -> None:
    portfolio = Portfolio(tmp_path)
    site = portfolio.site(tmp_path / "site")
    document = '{"docs": [{"title": "%s"}]}'
    (site / "a.json").write_text(document % TITLE, "utf-8")
    (site / "a.js").write_text(f"var __index = {document % TITLE};\n", "utf-8")
    (site / "b.json").write_text(document % "x", "utf-8")
    (site / "b.js").write_text(f"/*{TITLE}*/ var i = {document % 'x'}", "utf-8")
    assert {leak.file for leak in portfolio.audit(site).leaks} == {"a.js", "a.json", "b.js"}
