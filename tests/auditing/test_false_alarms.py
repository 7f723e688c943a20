"""What ordinary portfolios hold is no leak, however common the words of what is withheld."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from portfolio_gen.auditing.furniture import Furniture
from tests.auditing.sites import ATTACHMENTS, Portfolio
from tests.builders import Files

OPEN = """
    ---
    title: Welding at last
    audience: team
    ---

    """
FRAME = """<!DOCTYPE html>
<html lang="en" class="no-js">
<head><meta name="generator" content="mkdocs-1.6.1, mkdocs-material-9.7"><title>Welding</title></head>
<body><nav class="md-nav"><a href=".">Goals</a><a href="search/">Search</a></nav>
<div class="highlight"><pre><code class="language-python">x</code></pre></div>
{}
</body></html>"""


def leaks(tmp_path: Path, files: Files, pages: Mapping[str, str | bytes], *said: str) -> list[str]:
    portfolio = Portfolio(tmp_path, files, {"files/open.png": ATTACHMENTS["files/open.png"]})
    site = portfolio.site(tmp_path / "site")
    for uri, content in pages.items():
        path = site / uri
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return [str(leak) for leak in portfolio.audit(site, Furniture(texts=said)).leaks]


@pytest.mark.parametrize(
    "title",
    ["Goals", "Journal", "Feedback", "2026", "Week 47", "Q3 2026", "November", "Tue 3", "R2", "Highlight", "Generator",
     "Plugin", "Python", "Overview", "Competencies"],
)  # fmt: skip
def test_a_withheld_title_may_be_a_word_of_dates_or_generator(title: str, tmp_path: Path) -> None:
    body = "<p>Journal, Goals, Feedback, Overview, Competencies, Week 47 of 2026, Q3 2026, R2</p>"
    withheld = f"---\ntitle: {title}\n---\nx\n"
    assert leaks(tmp_path, {"a.md": OPEN, "reflections/w.md": withheld}, {"x.html": FRAME.format(body)}) == []


def test_a_number_at_the_end_of_a_title_may_be_a_day(tmp_path: Path) -> None:
    files = {
        "goals/a.md": OPEN.replace("Welding at last", "Sprint"),
        "goals/w1.md": "---\ntitle: Sprint 24\n---\n",
        "journal/a-difficult-week-for-planning-22.md": "x\n",
        "journal/b.md": OPEN.replace("Welding at last", "A difficult week for planning"),
    }
    body = "<p>Sprint 24 November 2026</p><p>A difficult week for planning 22 June 2026</p>"
    assert leaks(tmp_path, files, {"x.html": FRAME.format(body)}) == []


def test_a_withheld_entry_may_quote_an_open_one(tmp_path: Path) -> None:
    said = "The workshop lends its masks to everybody on Thursdays and on Fridays."
    files = {"goals/a.md": OPEN + said, "reflections/w.md": f"---\ntitle: Masked\n---\nThey said: {said} Hm.\n"}
    assert leaks(tmp_path, files, {}) == []


def test_two_entries_may_have_the_same_title_and_headings(tmp_path: Path) -> None:
    files = {
        "people/a/goals/x.md": "---\ntitle: It's Ada's plan\naudience: team\n---\n",
        "people/b/goals/y.md": "---\ntitle: It's Ada's plan\n---\n",
    }
    anchor = '<h2 id="its-adas-plan">It&rsquo;s Ada&rsquo;s plan</h2>'
    assert leaks(tmp_path, files, {"x.html": FRAME.format(anchor)}) == []


def test_the_folder_of_an_open_entry_may_name_a_withheld_person(tmp_path: Path) -> None:
    files = {"people/wilhelmina-oakes/index.md": "# Wilhelmina Oakes\n", "people/wilhelmina-oakes/goals/x.md": OPEN}
    page = FRAME.format("<a href='people/wilhelmina-oakes/goals/x/'>x</a>")
    assert leaks(tmp_path, files, {"people/wilhelmina-oakes/goals/x/index.html": page}) == []


def test_what_the_owner_has_said_of_the_site_is_no_leak(tmp_path: Path) -> None:
    files = {"a.md": OPEN, "reflections/w.md": "# Lantern of the guild\n"}
    page = {"x.html": FRAME.format("<p>Lantern of the guild</p>")}
    assert leaks(tmp_path / "a", files, page, "Lantern of the guild") == []
    assert leaks(tmp_path / "b", files, page) != []


def test_a_code_sample_that_both_have_is_no_leak(tmp_path: Path) -> None:
    code = "\n```python\nfor entry in entries:\n    print(entry.title, entry.date, entry.kind, sep=', ')\n```\n"
    files = {"goals/a.md": OPEN.replace("    ", "") + code, "reflections/w.md": f"---\ntitle: W1\n---\n{code}"}
    page = FRAME.format("<pre>for entry in entries:\n    print(entry.title, entry.date, entry.kind, sep=', ')</pre>")
    assert leaks(tmp_path, files, {"x.html": page}) == []


def test_tables_of_numbers_are_no_leaks(tmp_path: Path) -> None:
    files = {"goals/a.md": OPEN, "reflections/w.md": "---\ntitle: W1\n---\n1 2 3 4 5 6 7 8 9 10 11 12\n"}
    assert leaks(tmp_path, files, {"x.html": FRAME.format("<p>1 2 3 4 5 6 7 8 9 10 11 12</p>")}) == []


def test_values_beside_each_other_are_no_name_together(tmp_path: Path) -> None:
    files = {"goals/a.md": OPEN, "reflections/w.md": "---\ntitle: Marmalade Gearbox\n---\n"}
    pages = {
        "x.html": FRAME.format("<ul><li>Marmalade</li><li>Gearbox</li></ul>"),
        "x.json": '{"tags": ["Marmalade", "Gearbox"]}',
        "y.html": FRAME.format('<img alt="marmalade" title="gearbox">'),
        "x.js": 'f(["a", "Marmalade", "Gearbox"])',
    }
    assert leaks(tmp_path, files, pages) == []


def test_the_last_line_of_broken_front_matter_is_no_heading(tmp_path: Path) -> None:
    files = {"goals/a.md": OPEN, "journal/w.md": "---\ntitle: [\naudience: team\n---\nx\n"}
    assert leaks(tmp_path, files, {"x.html": FRAME.format("<p>Audience: team</p>")}) == []


def test_copies_of_what_is_published_are_no_leaks(tmp_path: Path) -> None:
    picture = ATTACHMENTS["files/open.png"]
    portfolio = Portfolio(
        tmp_path,
        {"goals/a.md": OPEN + "[a](../files/open.png)"},
        {"files/open.png": picture, "files/copy.png": picture, "files/empty.txt": b"", "files/blank.txt": b"\n"},
    )
    site = portfolio.site(tmp_path / "site")
    (site / "copied.png").write_bytes(picture)
    (site / "empty.css").write_bytes(b"")
    (site / "blank.css").write_bytes(b"\n")
    assert portfolio.audit(site).leaks == ()
