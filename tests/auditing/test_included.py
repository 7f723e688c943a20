"""The audit looks for what owners of included folders withhold, too."""

from __future__ import annotations

from pathlib import Path

import pytest

from portfolio_gen.auditing.furniture import Furniture
from portfolio_gen.build import audit
from portfolio_gen.cli.options import tree_of
from tests.auditing.pictures import jpeg
from tests.checkouts import TEAM, opened, project, team_site

LENA = {
    "index.md": opened("type: person") + "# Lena\n",
    "goals/quiet-revolution.md": "---\ntitle: Quixotic Harbour Regatta\n---\n\n"
    "The workshop lends its masks on Thursdays to whoever asks the gardener nicely.\n",
    "people/jane/index.md": f"{TEAM}# Jane Saffron-Goose\n",
    "drafts/first.md": f"{TEAM}# Velvet Anvil Society\n",
    "broken.md": "---\naudience: teem\n---\n\n# Periwinkle Ledger Nine\n",
    "files/private.txt": "a text of some length that nobody has linked to",
}
CONFIG = "docs_dir: docs\nexclude_docs: drafts/\n"


def leaks(tmp_path: Path, page: str | bytes) -> list[str]:
    team = project(team_site(tmp_path, {"lena": LENA}, {"index.md": TEAM}, lena=CONFIG))
    (tmp_path / "lena/docs/files/photo.jpg").write_bytes(jpeg(comment=b"Taken by somebody with a camera"))
    site = tmp_path / "site"
    site.mkdir()
    (site / "a.html").write_bytes(page.encode() if isinstance(page, str) else page)
    tree, excluded = tree_of(team)
    found = audit(site, tree, team.settings, Furniture(), excluded)
    return [f"{leak.sort} of {leak.uri}" for leak in found.leaks]


@pytest.mark.parametrize(
    ("page", "leak"),
    [
        ("<p>Quixotic Harbour Regatta</p>", "title of people/lena/goals/quiet-revolution.md"),
        ("<a href='quiet-revolution/'>x</a>", "file name of people/lena/goals/quiet-revolution.md"),
        ("<p>masks on Thursdays to whoever asks the gardener</p>", "text of people/lena/goals/quiet-revolution.md"),
        ("<p>Velvet Anvil Society</p>", "title of people/lena/drafts/first.md"),
        ("<p>Jane Saffron-Goose</p>", "title of people/lena/people/jane/index.md"),
        ("<p>Periwinkle Ledger Nine</p>", "title of people/lena/broken.md"),
        (b"a text of some length that nobody has linked to", "attachment of people/lena/files/private.txt"),
        (jpeg(), "attachment of people/lena/files/photo.jpg"),
    ],
)  # fmt: skip
def test_what_an_owner_withholds_is_found(tmp_path: Path, page: str | bytes, leak: str):
    assert leak in leaks(tmp_path, page)


def test_what_an_owner_has_opened_is_no_leak(tmp_path: Path):
    assert leaks(tmp_path, "<h1>Lena</h1><a href='people/lena/'>Lena</a>") == []
