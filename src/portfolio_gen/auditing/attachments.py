"""Attachments that are not published, compared with the files of a site by what they hold."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from portfolio_gen.auditing.sought import Sought
from portfolio_gen.withholding.attachments import clean_bytes
from portfolio_gen.withholding.metadata import UnsafeAttachmentError

_SMALLEST = 16
"""How many bytes a file needs to be like no other by chance."""
_METADATA = 1024 * 1024
"""How many bytes of metadata a picture may have lost on its way."""
_PICTURES = (b"\xff\xd8", b"\x89PNG", b"RIFF", b"GIF8")
_CLEANED = (".jpg", ".jpeg", ".jpe", ".jfif", ".png", ".apng", ".webp", ".gif", ".svg")


@dataclass(frozen=True)
class HiddenFiles:
    """The attachments of a content folder that are not published."""

    paths: Mapping[str, Path]
    """Where they are on disk, and those that are published; what is only in memory is not among them."""
    uris: tuple[str, ...]
    published: tuple[str, ...]
    """Those that are: a copy of one of them is no leak, whatever else it is called."""

    def same_as(self, content: bytes) -> Iterator[Sought]:
        """Those with exactly this content, as they are or without their metadata."""
        size = len(content)
        if size < _SMALLEST or not self.paths:
            return
        yield from self._uncleaned(content)
        candidates = self._by_size.get(size, ())
        is_picture = content.startswith(_PICTURES) or content.lstrip()[:1] == b"<"
        if not candidates and not is_picture:
            return
        digest = hashlib.sha256(content).digest()
        near = [uri for uri in candidates if self._digest(self.paths[uri]) == digest]
        near += [uri for uri, cleaned in self._cleaned(size) if cleaned == digest] if is_picture else []
        if near and not any(
            digest in (self._digest(self.paths[uri]), self._cleaned_digest(uri)) for uri in self.published
        ):
            yield from (Sought("attachment", uri, 1, ()) for uri in near)

    def _uncleaned(self, content: bytes) -> Iterator[Sought]:
        """Those that are published only without their metadata, and have it here."""
        for uri in self._published_by_size.get(len(content), ()):
            if self.paths[uri].read_bytes() == content and self._cleaned_digest(uri) is not None:
                yield Sought("attachment", uri, 1, ())

    @cached_property
    def _by_size(self) -> dict[int, list[str]]:
        return self._sizes_of(self.uris)

    @cached_property
    def _published_by_size(self) -> dict[int, list[str]]:
        return self._sizes_of(self.published)

    def _sizes_of(self, uris: Iterable[str]) -> dict[int, list[str]]:
        sizes: defaultdict[int, list[str]] = defaultdict(list)
        for uri in uris:
            try:
                sizes[self.paths[uri].stat().st_size].append(uri)
            except OSError:
                continue  # It can't have been published either.
        return dict(sizes)

    def _cleaned(self, size: int) -> Iterable[tuple[str, bytes]]:
        """Pictures that are a little larger than that, and the hash of what would be published of them."""
        for own, uris in self._by_size.items():
            if size < own <= size + _METADATA:
                for uri in uris:
                    if uri.lower().endswith(_CLEANED) and (digest := self._cleaned_digest(uri)) is not None:
                        yield uri, digest

    def _cleaned_digest(self, uri: str) -> bytes | None:
        if uri not in self._known:
            try:
                clean = clean_bytes(self.paths[uri])
            except (UnsafeAttachmentError, OSError):
                clean = None
            self._known[uri] = hashlib.sha256(clean).digest() if clean is not None else None
        return self._known[uri]

    @cached_property
    def _known(self) -> dict[str, bytes | None]:
        return {}

    @staticmethod
    def _digest(path: Path) -> bytes:
        try:
            with path.open("rb") as file:
                return hashlib.file_digest(file, "sha256").digest()
        except OSError:
            return b""
