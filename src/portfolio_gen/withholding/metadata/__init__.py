"""What of an attachment may be published: the file without what its author didn't mean to tell."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from portfolio_gen.withholding.metadata import film, gif, jpeg, office, pdf, png, sound, svg, webp
from portfolio_gen.withholding.metadata.kinds import (
    HEAD,
    PICTURES_AND_DOCUMENTS,
    closed_kind,
    ending_of,
    kind_of,
    promises_a_kind,
)
from portfolio_gen.withholding.metadata.refusal import UnsafeAttachmentError

__all__ = ["HEAD", "UnsafeAttachmentError", "may_tell", "published_bytes"]

_XMP_BOX = bytes.fromhex("be7acfcb97a942e89c71999491e3afac")
_SIGNS_OF_METADATA = (b"Exif", b"mime", b"application/rdf+xml", b"http://ns.adobe.com/xap/", _XMP_BOX)


def published_bytes(data: bytes, uri: str = "") -> bytes:
    """The bytes of an attachment as they may be published.

    Pictures, sound and films lose their metadata, and are not coded anew; an SVG loses what its editor noted. PDF and
    Office documents, e-books, HEIF, AVIF, Ogg and WebM come back as they are if they name nobody. What a file is, its
    content says; its ending, if there is a uri, only promises that the file is one that can be looked into.

    Not looked into, and returned as they are: text of any kind, archives, fonts; colour profiles; films, sounds and
    attached files inside documents.

    Raises:
        UnsafeAttachmentError: the file names somebody, is damaged, or is of a kind that can't be looked into.
    """
    # What stands at the top of an SVG, browsers pass over, so it can be anything.
    kind = "svg" if data and ending_of(uri) == "svg" else kind_of(data[:HEAD])
    # An empty file tells nothing, whatever its ending promises.
    if data and promises_a_kind(uri) and kind not in PICTURES_AND_DOCUMENTS:
        raise _disguised(uri)
    if kind == "zip":
        if not office.refuse_authors(data) and promises_a_kind(uri):
            raise _disguised(uri)
        return data
    if kind == "mp3":
        rest = sound.mp3_without_metadata(data)
        return rest if rest == data else published_bytes(rest, uri)
    return _CLEAN[kind](data) if kind in _CLEAN else data


def may_tell(head: bytes, uri: str = "") -> bool:
    """Whether a file, by its first few thousand bytes and its ending, is of a kind that has to be looked into."""
    return bool(kind_of(head)) or promises_a_kind(uri)


def _heif(data: bytes) -> bytes:
    if any(sign in data for sign in _SIGNS_OF_METADATA):
        raise UnsafeAttachmentError("this picture carries metadata that can't be taken out", "export it as JPEG or PNG")
    return data


def _pdf(data: bytes) -> bytes:
    pdf.refuse_authors(data)
    return data


def _closed(data: bytes) -> bytes:
    kind, hint = closed_kind(data)
    raise UnsafeAttachmentError(f"this {kind} can't be looked into, so it may name its author", hint)


def _disguised(uri: str) -> UnsafeAttachmentError:
    return UnsafeAttachmentError(
        f"this file isn't what its ending .{ending_of(uri)} says, so what it carries can't be told",
        "export it again, or give it the ending of what it is",
    )


_CLEAN: Mapping[str, Callable[[bytes], bytes]] = {
    "jpeg": jpeg.without_metadata,
    "png": png.without_metadata,
    "webp": webp.without_metadata,
    "gif": gif.without_metadata,
    "svg": svg.without_metadata,
    "heif": _heif,
    "pdf": _pdf,
    "closed": _closed,
    "film": film.without_metadata,
    "riff": sound.riff_without_metadata,
    "flac": sound.flac_without_metadata,
    "ogg": sound.ogg_checked,
    "matroska": sound.matroska_checked,
}
"""What looks into a kind."""
