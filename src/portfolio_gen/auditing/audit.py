"""Whether a finished site holds anything that its audience may not see."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from portfolio_gen.auditing.attachments import HiddenFiles
from portfolio_gen.auditing.beside import in_halves
from portfolio_gen.auditing.furniture import Furniture, is_published_attachment
from portfolio_gen.auditing.index import Index, index_of, narrowed, without_published, without_words
from portfolio_gen.auditing.published import published_texts
from portfolio_gen.auditing.site import Leak, Seen, files_in_halves, leaks_of, seen_on, seen_together
from portfolio_gen.auditing.sought import Withheld, withheld_from
from portfolio_gen.linking.links import Links
from portfolio_gen.model.audience import Audience
from portfolio_gen.model.portfolio import Portfolio
from portfolio_gen.reading.sources import Tree

VERSION = 1
"""Changes when a program that reads the report has to change."""


@dataclass(frozen=True, slots=True)
class Audit:
    """What was looked for on a site, where, and what was found."""

    audience: Audience
    sources: int
    """How many sources hold something that was looked for."""
    sought: Mapping[str, int]
    """How many names, texts and attachments were looked for, by sort."""
    also_published: int
    """How many names were not looked for, since what is published holds them too."""
    seen: Seen

    leaks: tuple[Leak, ...]
    """What should not be there, sorted; empty for a site that may be published."""

    def report(self) -> Mapping[str, Any]:
        """Everything that was checked, ready for a JSON encoder; it quotes nothing that is withheld."""
        return {
            "version": VERSION,
            "audience": str(self.audience),
            "files": {"read": self.seen.files - self.seen.known, "known": self.seen.known},
            "looked_for": {"sources": self.sources, **self.sought},
            "also_published": self.also_published,
            "closed": [{"file": file, "part": part} for file, part in self.seen.closed],
            "leaks": [
                {"file": leak.file, "surface": leak.surface, "what": leak.sort, "uri": leak.uri, "line": leak.line}
                for leak in self.leaks
            ],
        }


@dataclass(frozen=True, slots=True)
class Prepared:
    """All that an audit needs to know before there is a site."""

    audience: Audience
    withheld: Withheld
    index: Index
    """What is looked for: what is withheld, less what the published sources say too."""
    hidden: HiddenFiles
    furniture: Furniture
    published: Mapping[str, Path]
    """The attachments that are published, on disk."""


def prepared_audit(
    tree: Tree,
    everything: Portfolio,
    visible: Portfolio,
    links: Links,
    attachments: frozenset[str],
    furniture: Furniture,
    audience: Audience,
) -> Prepared:
    """What to look for on a site for an audience.

    `visible`, `links` and `attachments` are what it may see. What these, the theme and the generator say too
    is no leak.
    """
    withheld = withheld_from(tree, everything, visible, links, attachments)
    whole = index_of(withheld)
    return Prepared(
        audience=audience,
        withheld=withheld,
        index=without_published(whole, published_texts(visible, links, attachments)) if not whole.is_empty else whole,
        hidden=_hidden_files(tree, withheld.attachments, attachments),
        furniture=furniture,
        published=_on_disk(tree, attachments),
    )


def _hidden_files(tree: Tree, withheld: Iterable[str], published: Iterable[str]) -> HiddenFiles:
    hidden, shown = _on_disk(tree, withheld), _on_disk(tree, sorted(published))
    return HiddenFiles({**hidden, **shown}, tuple(hidden), tuple(shown))


def _on_disk(tree: Tree, uris: Iterable[str]) -> Mapping[str, Path]:
    """Files on disk by their uris; none for those that are only in memory."""
    paths = {uri: tree.path_of(uri) for uri in uris}
    return {uri: path for uri, path in paths.items() if path is not None}


def audited(site: Path, prepared: Prepared) -> Audit:
    """What a site holds of the sources that its audience may not see.

    Raises:
        OSError: a file of the site can't be read.
    """
    seen = _seen(site, prepared, prepared.index)
    if seen.found:
        # Reading what the theme says takes time, so it is asked only when something was found.
        suspects = narrowed(prepared.index, (one.sought for one in seen.found))
        left = without_words(suspects, prepared.furniture.words())
        is_left = left.names or left.runs or any(one.sought.sort == "attachment" for one in seen.found)
        seen = _seen(site, prepared, left, is_thorough=True) if is_left else replace(seen, found=frozenset())
    withheld, index = prepared.withheld, prepared.index
    counts = Counter(name.sort for names in index.names.values() for name in names)
    return Audit(
        audience=prepared.audience,
        sources=len(_sources(withheld)),
        sought={
            **dict(sorted(counts.items())),
            "runs of words": len(index.runs),
            "attachments": len(withheld.attachments),
        },
        also_published=len(withheld.names) - counts.total(),
        seen=seen,
        leaks=leaks_of(seen.found, {text.uri: text for text in withheld.texts}),
    )


def _seen(site: Path, prepared: Prepared, index: Index, *, is_thorough: bool = False) -> Seen:
    def is_known(uri: str, path: Path) -> bool:
        return prepared.furniture.has(uri, path) or is_published_attachment(uri, path, prepared.published)

    halves = files_in_halves(site)

    def half(number: int) -> Seen:
        return seen_on(halves[number], index, prepared.hidden, is_known, is_thorough=is_thorough)

    return seen_together(in_halves(half))


def _sources(withheld: Withheld) -> set[str]:
    named = {one.uri for one in withheld.names} | {one.uri for one in withheld.texts}
    return named | set(withheld.attachments)
