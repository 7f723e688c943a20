from __future__ import annotations

from portfolio_gen.auditing.published import published_texts
from tests.builders import Files, link

OPEN = "---\ntitle: Open one\naudience: public\n{}---\n"


def published(files: Files) -> str:
    linked = link(files)
    return "\n".join(published_texts(linked.portfolio, linked.links, frozenset({"files/a.png"})))


def test_names_fields_bodies_and_attachments_are_published() -> None:
    text = published({"goals/a.md": OPEN.format("measure: By ear\nmood: cheerful\ntags: [brass]\n") + "The body.\n"})
    assert all(one in text for one in ("Open one", "goals/a.md", "By ear", "cheerful", "brass", "The body.", "a.png"))


def test_links_and_fields_that_are_not_shared_are_not_published() -> None:
    files = {
        "goals/a.md": OPEN.format("evidence: [velvet]\n") + "A [quiet word](velvet.md).\n",
        "goals/velvet.md": "# Velvet\n",
    }
    text = published(files)
    assert "quiet word" not in text
    assert "velvet" not in text


def test_passages_are_not_published() -> None:
    assert "anvil" not in published({"goals/a.md": OPEN.format("") + "x <!-- only: me -->anvil<!-- end only -->\n"})


def test_links_are_published_as_they_are_read() -> None:
    assert "A quiet word." in published({"goals/a.md": OPEN.format("") + "A [quiet](https://example.org/) word.\n"})
