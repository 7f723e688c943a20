"""What of an attachment may be published: the file without what its author didn't mean to tell."""

from __future__ import annotations

from portfolio_gen.withholding.metadata import gif, jpeg, office, pdf, png, webp
from portfolio_gen.withholding.metadata.refusal import UnsafeAttachmentError

__all__ = ["UnsafeAttachmentError", "may_tell", "published_bytes"]

_AS_PICTURE, _AS_DOCUMENT = "export it as JPEG or PNG", "save it as docx, xlsx, pptx or PDF"
_CLOSED = (
    (b"\xd0\xcf\x11\xe0", "old or encrypted Office document", f"{_AS_DOCUMENT}, without a password"),
    (b"{\\rtf", "RTF document", _AS_DOCUMENT),
    *((magic, "TIFF or raw picture", _AS_PICTURE) for magic in (b"II*\0", b"MM\0*", b"II+\0", b"MM\0+", b"IIU\0")),
    *((magic, "raw picture", _AS_PICTURE) for magic in (b"IIRO", b"IIRS", b"FUJIFILMCCD-RAW")),
    *((magic, "Photoshop or GIMP file", _AS_PICTURE) for magic in (b"8BPS", b"gimp xcf")),
    (b"\0\0\0\x0cJXL \r\n\x87\n", "JPEG XL", _AS_PICTURE),
    (b"\0\0\0\x0cjP  \r\n\x87\n", "JPEG 2000", _AS_PICTURE),
)
"""Kinds that are refused: how they begin, what they are, what to do."""

_PICTURE_BRANDS = frozenset(
    {b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"mif2", b"msf1", b"avif", b"avis", b"crx "}
)
_XMP_BOX = bytes.fromhex("be7acfcb97a942e89c71999491e3afac")
_SIGNS_OF_METADATA = (b"Exif", b"mime", b"application/rdf+xml", b"http://ns.adobe.com/xap/", _XMP_BOX)


def published_bytes(data: bytes) -> bytes:
    """The bytes of an attachment as they may be published.

    JPEG, PNG, WebP and GIF lose their metadata and whatever follows the picture, and are not coded anew. PDF and
    Office documents, HEIF and AVIF come back as they are if they name nobody. What a file is, its content says,
    never its ending.

    Not looked into, and returned as they are: text of any kind (an SVG may name its author), sound and film (ID3,
    MP4), archives, EPUB, fonts; colour profiles; pictures and files inside documents, but for Office documents
    in Office documents.

    Raises:
        UnsafeAttachmentError: the file names somebody, is damaged, or is of a kind that can't be looked into.
    """
    if data.startswith(b"\xff\xd8"):
        return jpeg.without_metadata(data)
    if data.startswith(png.SIGNATURE):
        return png.without_metadata(data)
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        return webp.without_metadata(data)
    if data.startswith((b"GIF87a", b"GIF89a")):
        return gif.without_metadata(data)
    _refuse_what_tells(data)
    return data


def may_tell(head: bytes) -> bool:
    """Whether a file, by its first few thousand bytes, is of a kind that has to be looked into."""
    magics = (b"\xff\xd8", png.SIGNATURE, b"GIF8", b"PK\x03\x04", b"PK\x05\x06", *(magic for magic, *_ in _CLOSED))
    is_webp = head.startswith(b"RIFF") and head[8:12] == b"WEBP"
    return head.startswith(magics) or is_webp or _is_heif(head) or b"%PDF-" in head[:1024]


def _refuse_what_tells(data: bytes) -> None:
    """Stop at kinds that can't be looked into, and at what was found in the others."""
    for magic, kind, hint in _CLOSED:
        if data.startswith(magic):
            raise UnsafeAttachmentError(f"this {kind} can't be looked into, so it may name its author", hint)
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        office.refuse_authors(data)
    elif _is_heif(data):
        if any(sign in data for sign in _SIGNS_OF_METADATA):
            raise UnsafeAttachmentError("this picture carries metadata that can't be taken out", _AS_PICTURE)
    elif b"%PDF-" in data[:1024]:  # Readers take it for a PDF with something before it, too.
        pdf.refuse_authors(data)


def _is_heif(data: bytes) -> bool:
    """Whether a file is HEIF, AVIF or a raw picture like them, rather than a film."""
    size = int.from_bytes(data[:4], "big")
    brands = data[8 : size if 16 <= size < 1024 else 1024]  # Sizes 0 and 1 mean that it is told elsewhere.
    return data[4:8] == b"ftyp" and any(brands[at : at + 4] in _PICTURE_BRANDS for at in range(0, len(brands), 4))
