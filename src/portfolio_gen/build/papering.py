"""What documents of one file are made of, and the audit of what they hold."""

from __future__ import annotations

import mimetypes
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from portfolio_gen.auditing.audit import Audit
from portfolio_gen.auditing.furniture import Furniture
from portfolio_gen.build.attachments import attachments_of
from portfolio_gen.build.auditing import audited_folder
from portfolio_gen.build.linked import Linked
from portfolio_gen.linking.resolution import ToFile
from portfolio_gen.model.entry import EntryId
from portfolio_gen.papers.paper import PaperFile
from portfolio_gen.problems import PortfolioError
from portfolio_gen.reading.sources import Tree
from portfolio_gen.settings import Settings
from portfolio_gen.withholding.attachments import clean_bytes

MOST_BYTES = 12_000_000
"""How much of other files a document carries: with more, no mail takes it."""
_RUNNING = frozenset({"text/html", "application/xhtml+xml", "text/javascript", "application/javascript"})


class LeakError(PortfolioError):
    """A document held what its reader may not see; it was not written. The message says where, and quotes nothing."""


@dataclass(frozen=True, slots=True)
class Carried:
    """The files that a document carries, and those that it leaves behind."""

    files: Mapping[str, PaperFile]
    """By uri, in order."""
    left: tuple[str, ...]
    """Uris of those that are too large together, or would run."""


def carried_files(entries: Collection[EntryId], linked: Linked, tree: Tree, settings: Settings) -> Carried:
    """The attachments to which some entries refer and that may be published, as they are published."""
    wanted = sorted(_named_by(entries, linked) & attachments_of(tree, linked, settings)[0])
    files: dict[str, PaperFile] = {}
    left: list[str] = []
    room = MOST_BYTES
    for uri in wanted:
        path = tree.path_of(uri)
        media_type = mimetypes.guess_type(uri)[0] or "application/octet-stream"
        if path is None or media_type in _RUNNING or path.stat().st_size > room:
            left.append(uri)
            continue
        content = clean_bytes(path) or path.read_bytes()
        room -= len(content)
        files[uri] = PaperFile(media_type, content)
    return Carried(files, tuple(left))


def audited_paper(html: str, linked: Linked, tree: Tree, settings: Settings) -> Audit:
    """What a finished document holds of the sources that its reader may not see."""
    attachments, _ = attachments_of(tree, linked, settings)
    with TemporaryDirectory(prefix="portfolio-") as folder:
        Path(folder, "index.html").write_text(html, encoding="utf-8", newline="")
        return audited_folder(Path(folder), tree, linked, attachments, settings, Furniture(texts=(settings.site_name,)))


def refuse_leaks(found: Audit) -> None:
    """Stop if a document holds what its reader may not see.

    Raises:
        LeakError: it does.
    """
    if found.leaks:
        told = "\n".join(f"  {leak.surface}: the {leak.sort} of {leak.uri}:{leak.line}" for leak in found.leaks[:20])
        raise LeakError(f"this would have held what {found.audience} may not see, so it was not written:\n{told}")


def _named_by(entries: Collection[EntryId], linked: Linked) -> set[str]:
    return set(_files(entries, linked))


def _files(entries: Collection[EntryId], linked: Linked) -> Iterator[str]:
    wanted = frozenset(entries)
    for entry in wanted:
        yield from (one.target.uri for one in linked.links.named.get(entry, ()) if isinstance(one.target, ToFile))
    for (entry, _), targets in linked.links.texts.items():
        if entry in wanted:
            yield from (target.uri for target in targets if isinstance(target, ToFile))
