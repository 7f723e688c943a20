"""A small portfolio on disk with much that is withheld, its clean site, and what the audit says of sites."""

from __future__ import annotations

import html
from collections.abc import Mapping
from pathlib import Path

from portfolio_gen.auditing.audit import Audit
from portfolio_gen.auditing.furniture import Furniture
from portfolio_gen.build import Build, audit_beside, build_site
from portfolio_gen.reading.sources import Tree, read_tree
from portfolio_gen.settings import Settings
from tests.auditing.pictures import jpeg, png
from tests.auditing.portable import pdf
from tests.builders import Files, settings, text_of

CONTENT: Files = {
    "index.md": """
        ---
        title: Ada's portfolio
        audience: public
        ---

        Welcome to everyone who reads this, with tea and a biscuit on the table.
        """,
    "goals/g1.md": """
        ---
        title: Learn to weld
        audience: team
        ---

        The workshop lends its masks on Thursdays, see [the picture](../files/open.png).

        Then [the row about rigging the pantomime boat](../reflections/r1.md) happened.

        <!-- only: me -->
        Between us, the foreman keeps his false teeth in a jar of emerald paint.
        <!-- end only -->

        Nothing else. <!-- only: me -->Bribe the saffron goose<!-- end only -->
        """,
    "reflections/r1.md": """
        ---
        title: Quixotic Harbour Regatta
        id: cobalt-lantern-77
        aliases: [Velvet Anvil Society]
        tags: [zugzwangerei]
        date: 2026-03-04
        ---

        My **brother** pawned the [silver trombone](https://example.org/x) before anybody noticed
        that the *parrot* had been replaced by clockwork.
        """,
    "reflections/r2.md": """
        # Überfällige Märchenstunde für Großmütter

        Die Großmütter fürchten nämlich, dass böse Wölfe künftig auch Möhren fräßen.
        """,
    "reflections/r3.md": """
        ---
        title: 深夜港口的秘密計画
        ---

        我们昨天在旧灯塔下面埋了三箱银色的鱼。
        """,
    "reflections/r4.md": """
        ---
        title: The "Marzipan" Telescope isn't yours
        ---

        It's Ada's "own" fault; she hadn't told the bishop's gardener where we'd hidden the ladder.
        """,
    "reflections/r5.md": """
        ---
        title: Crème brûlée à l'été
        ---

        Short.
        """,
    "reflections/2026-05-06-gondola-whisper.md": """
        ---
        title: R6
        ---

        Short too.
        """,
    "reflections/tangerine-observatory/index.md": """
        ---
        type: reflection
        title: R7
        ---

        Shorter.
        """,
    "journal/j1.md": """
        ---
        title: Xylophone of the undertaker
        id: periwinkle-ledger
        audience: everybody and nobody
        ---

        Nobody may read that the undertaker hums polkas while he measures the planks.
        """,
}
"""A build for the team holds the first two, without the passages and the link."""

JPEG = jpeg(exif=b"Exif\0\0MM\0*a camera of mine")
PNG = png(("tEXt", b"Author\0Somebody"), size=3)
TEXT = b"Dear diary, this is a text file that nobody links to.\n"
PDF = pdf("A page of its own that nobody links to")
ATTACHMENTS: Mapping[str, bytes] = {
    "files/open.png": png(size=2),
    "files/a1.jpg": JPEG,
    "files/a2.png": PNG,
    "files/a3.txt": TEXT,
    "files/a4.pdf": PDF,
    "files/a5.bin": bytes(range(256)),
}
"""The first one is published."""


class Portfolio:
    """A portfolio on disk, built for the team, and sites that are made of it."""

    def __init__(self, root: Path, files: Files = CONTENT, attachments: Mapping[str, bytes] = ATTACHMENTS) -> None:
        for uri, content in {**{uri: text_of(text).encode() for uri, text in files.items()}, **attachments}.items():
            path = root / "content" / uri
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        self.root = root
        self.tree: Tree = read_tree(root / "content")
        self.settings: Settings = settings(audience="team")
        self.build: Build = build_site(self.tree, self.settings)

    def site(self, folder: Path) -> Path:
        """The clean site, written into a folder."""
        for page in (*self.build.written.values(), *self.build.generated):
            _write(folder / page.uri.replace(".md", ".html"), _page(page.text).encode())
        for uri in self.build.attachments:
            _write(folder / uri, (self.root / "content" / uri).read_bytes())
        return folder

    def audit(self, site: Path, furniture: Furniture | None = None) -> Audit:
        """What the audit says of a site."""
        return audit_beside(self.tree, self.settings, furniture or Furniture(), self.build).answer_to(site)


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def _page(markdown: str) -> str:
    blocks = "\n".join(f"<p>{html.escape(block)}</p>" for block in markdown.split("\n\n"))
    return f"<!DOCTYPE html>\n<html>\n<body>\n{blocks}\n</body>\n</html>\n"
