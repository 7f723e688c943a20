"""Pairs of portfolios that differ in nothing but what one audience may not see, with a canary in each bit of that."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from random import Random

from portfolio_gen.model.audience import AUDIENCE_NAMES
from tests.plugin.pair_configs import config_of
from tests.withholding.metadata.files import JFIF, jpeg, png, png_chunk, segment, tiff

CANARY = "cnry"
"""Part of every word, name and file that must leave no trace."""
REFERRED = {
    "goals/cnry-goal.md": "goals: [cnry-goal]",
    "people/dora/index.md": "people: [cnry-dora]",
    "journal/cnry-note.md": "evidence: [cnry-note]",
    "competencies/cnry-skill.md": "competencies: [{id: cnry-skill, level: 2, because: Twice.}]",
    "people/ada/evidence/cnry-proof.md": "evidence: [cnry alias]",
}
"""What open entries refer to, so it is in both portfolios, and how a field does so."""
LINKS = (
    "See [[cnry-goal]] and [[cnry-note|Cnry words]].",
    "See [Cnry](/journal/cnry-note.md 'Cnry') and [C][c].\n\n[c]: </competencies/cnry-skill.md> 'Cnry'",
    '<a href="/people/dora/index.md" title="cnry">Cnry</a> met ![Cnry](/goals/cnry-goal.md).',
    "| a | b |\n| - | - |\n| [[cnry alias\\|Cnry]] | [year](/journal/2026.md) |",
)
TRAPS = (
    "index.md", "goals/index.md", "journal/index.md", "journal/2026.md", "journal/undated.md", "404.md",
    "people/index.md", "competencies/README.md", "blog/archive/2026.md", "blog/category/one.md", "blog/page/2.md",
    "people/zoe/index.md", "people/ada/index.markdown.md", "search/index.md",
)  # fmt: skip
"""Places at which a withheld page must neither shadow nor change what is generated or written there."""
MISTAKES = ("README.md", "guide/index.md", "tags/index.md", "people/ada.md", "cnry/broken.md")
"""Withheld pages at which a strict build stops, for want of a place or an id of their own."""
STRAYS = ("cnry.png", "journal/cnry.pdf", "robots.txt", "feed_rss_created.xml", "assets/portfolio/portfolio.css",
          "blog/posts/cnry.jpg", "goals/cnry.html", "notes.md~", "journal/.cnry.swp", "people.yml")  # fmt: skip


@dataclass(frozen=True)
class Pair:
    """Two portfolios and the configuration of both."""

    config: str
    one: Mapping[str, bytes]
    other: Mapping[str, bytes]


def pair(seed: int, *, is_strict: bool = False) -> Pair:
    """The pair of a seed, with mistakes in what is withheld unless it is to be built strictly."""
    random = Random(seed)
    level = random.randint(1, len(AUDIENCE_NAMES) - 1)
    has_reader = level > 1 and random.random() < 0.3
    # What a mentor of everybody sees is hidden from nobody but the writer.
    narrower = AUDIENCE_NAMES[: 1 if has_reader else level]
    config = config_of(random, AUDIENCE_NAMES[level], "people/ben" if has_reader else "")
    shared, passages = _shared(random, AUDIENCE_NAMES[level:])
    versions = []
    for _ in range(2):
        version = Random(random.random())
        files = {uri: _filled(text, version, narrower) if uri in passages else text for uri, text in shared.items()}
        places = TRAPS if is_strict else TRAPS + MISTAKES
        files = {**_withheld(version, narrower, [uri for uri in places if uri not in shared]), **files}
        versions.append({**{uri: text.encode() for uri, text in files.items()}, **_attachments(version)})
    return Pair(config, *versions)


def write(folder: Path, config: str, files: Mapping[str, bytes], seed: int) -> Path:
    """A portfolio on disk, with dates and permissions of its own."""
    random = Random(seed)
    for uri, content in files.items():
        path = folder / "content" / uri
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        path.chmod(random.choice((0o600, 0o644, 0o755)))
        os.utime(path, (day := random.randint(10**9, 17 * 10**8), day))
    (folder / "hook.py").write_text("def on_page_content(html, page, **_):\n    return html + str(page.meta)\n")
    (folder / "mkdocs.yml").write_text(config, encoding="utf-8")
    return folder


def _shared(random: Random, audiences: tuple[str, ...]) -> tuple[dict[str, str], set[str]]:
    """What the audience sees, in the same words in both, and the uris with a place for passages."""
    files = {
        "people/ada/index.md": _page(random, audiences, "mentors: [ben]", "# Ada\n"),
        "people/ben/index.md": _page(random, audiences, "people: [ada]", "# Ben\n"),
        "guide/README.md": _page(random, audiences, "title: Guide", "# Guide\n\n<!-- portfolio: goals -->\n"),
        "tags.md": _page(random, audiences, "", "# Tags\n\n<!-- material/tags -->\n"),
        "blog/index.md": _page(random, audiences, "", "# Blog\n\nPASSAGE\n\nNews.\n"),
        "blog/.authors.yml": "authors:\n  ada: {name: Ada, description: Writer, avatar: https://example.org/a.png}\n",
        "competencies/testing.md": _page(random, audiences, "levels: [{name: One}, {name: Two}]", "# Testing\n"),
        "people/ada/goals/read.md": _page(random, audiences, "due: 2026-12-01", "# Read WORDS\n\nPASSAGE\n\nSoon.\n"),
        "journal/2026-11-01.md": _page(random, audiences, "competencies: [{id: testing, level: 2}]", "Done.\n"),
    }
    for number in range(random.randint(2, 4)):
        day = f"date: 2026-0{number + 1}-01\ncategories: [one]\nauthors: [ada]\nlinks: [tags.md, goals/cnry-goal.md]"
        files[f"blog/posts/{number}.md"] = _page(
            random, audiences, day, "PASSAGE\n\n# Post on [[cnry-note]]\n\nA <!-- more --> b.\n"
        )
    for number in range(random.randint(3, 8)):
        folder = random.choice(("people/ada/journal", "people/ada/evidence", "journal"))
        picture = random.choice(("![](/img/a.jpg)", "![[b.png]]", ""))
        fields = [f"date: {random.choice(('2024', '2025', '2026'))}-02-0{number + 1}", "tags: [seen, more]",
                  random.choice(tuple(REFERRED.values())), random.choice(("person: ada", ""))]  # fmt: skip
        body = f"# Note {number}\n\nPASSAGE\n\n{random.choice(LINKS)}\n\n- [[read]]\n- x WORDS\n\n{picture}\n"
        files[f"{folder}/n{number}.md"] = _page(random, audiences, "\n".join(fields), body)
    return files, {uri for uri, text in files.items() if "PASSAGE" in text}


def _page(random: Random, audiences: tuple[str, ...], fields: str, body: str) -> str:
    return f"---\naudience: {random.choice(audiences)}\n{fields}\n---\n\n{body}"


def _filled(text: str, version: Random, narrower: tuple[str, ...]) -> str:
    """A text with passages for fewer people, none, one or several where it has a place for them."""
    for place, secret in (
        ("PASSAGE\n\n", "<!-- only: {} -->\n# Cnry {}\n[[read]] ![](/cnry.png)\n<!-- end only -->\n\n"),
        (" WORDS", " <!-- only: {} -->cnry {}<!-- end only -->"),
    ):
        while place in text:
            secrets = (secret.format(version.choice(narrower), version.random()) for _ in range(version.randint(0, 2)))
            text = text.replace(place, "".join(secrets), 1)
    return text


def _withheld(version: Random, narrower: tuple[str, ...], places: list[str]) -> dict[str, str]:
    aliases = {"people/dora/index.md": "cnry-dora", "people/ada/evidence/cnry-proof.md": "cnry alias"}
    files = {uri: _secret(version, narrower, aliases.get(uri, "cnry")) for uri in REFERRED}
    for uri in version.sample(places, version.randint(0, len(places))):
        files[uri] = _secret(version, narrower, "ada" if "zoe" in uri else "cnry")
        files[uri] += "<!-- only: me -->" if "broken" in uri else ""
    for number in range(version.randint(0, 9)):
        folder = version.choice(("goals", "journal", "people/ada/evidence", "learning", "blog/posts", "guide", "cnry"))
        files[f"{folder}/cnry-{number}.md"] = _secret(version, narrower, "cnry")
    return files


def _secret(version: Random, narrower: tuple[str, ...], alias: str) -> str:
    """An entry that the audience may not see, with links that would show as backlinks, counts and figures."""
    number = version.random()
    mark = version.choice((f"audience: {version.choice(narrower)}", "audience: public\ndraft: true", "audience: me",
                           "audience: public\nexpires: 2026-01-01", "audience: me\ndescription: cnry"))  # fmt: skip
    return (
        f"---\n{mark}\ntitle: Cnry {number}\naliases: [{alias}]\ntags: [cnry, seen, cnry{number}]\n"
        f"date: {version.randint(2019, 2026)}-03-0{version.randint(1, 9)}\ncategories: [cnry, one]\nauthors: [ada]\n"
        f"competencies: [{{id: testing, level: {version.randint(1, 2)}, because: Cnry {number}}}]\nimage: cnry.png\n"
        f"---\n\n# Cnry {number}\n\n[[read]] [ada](/people/ada/index.md) ![](/img/a.jpg) "
        f"{'cnry ' * version.randint(1, 90)}\n"
    )


def _attachments(version: Random) -> dict[str, bytes]:
    """Pictures that are published, with other metadata each time, and files to which nobody refers."""
    secret = f"{CANARY} {version.random()}".encode()
    exif = segment(0xE1, b"Exif\0\0" + tiff(rest=secret))
    own = [exif, segment(0xFE, secret)][: version.randint(0, 2)]
    pictures = {"img/a.jpg": jpeg(JFIF, *own), "img/b.png": png(png_chunk(b"tEXt", b"Author\0" + secret))}
    return {**dict.fromkeys(version.sample(STRAYS, version.randint(0, len(STRAYS))), secret), **pictures}
