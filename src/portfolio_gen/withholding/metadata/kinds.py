"""What kind of file bytes are, by how they begin; and which endings promise a kind that is looked into."""

from __future__ import annotations

import re

from portfolio_gen.withholding.metadata import film, png, svg

HEAD = 4_096
"""How many bytes tell it."""

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
_FLAT_DOCUMENT = re.compile(
    rb"\s*(?:\xef\xbb\xbf)?<\?(?:xml|mso).{0,1000}?<(?:office:document|w:wordDocument)\b", re.DOTALL
)

_PICTURE_BRANDS = frozenset(
    {b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"mif2", b"msf1", b"avif", b"avis", b"crx "}
)
_SIMPLE = (
    ("jpeg", b"\xff\xd8"),
    ("png", png.SIGNATURE),
    ("gif", b"GIF87a"),
    ("gif", b"GIF89a"),
    ("zip", b"PK\x03\x04"),
    ("zip", b"PK\x05\x06"),
    ("mp3", b"ID3"),
    ("flac", b"fLaC"),
    ("ogg", b"OggS"),
    ("matroska", b"\x1a\x45\xdf\xa3"),
)
_RIFF = {b"WEBP": "webp", b"WAVE": "riff", b"AVI ": "riff"}

PICTURES_AND_DOCUMENTS = frozenset({"jpeg", "png", "gif", "webp", "heif", "svg", "pdf", "zip", "closed"})
"""The kinds that are behind the endings below."""
_ENDINGS = re.compile(
    "jpg|jpeg|jpe|jfif|pjpeg|pjp|png|apng|webp|gif|svg|svgz|heic|heif|hif|avif|avifs|tif|tiff|psd|xcf|jxl|jp2|j2k"
    "|dng|cr2|cr3|nef|arw|orf|rw2|raf|pdf|doc|docx|docm|dot|dotx|dotm|rtf|xls|xlsx|xlsm|xlsb|xlt|xltx|xltm|ppt"
    "|pptx|pptm|pot|potx|potm|pps|ppsx|ppsm|vsdx|odt|ods|odp|odg|odf|ott|ots|otp|otg|sxw|sxc|sxi|fodt|fods|fodp"
    "|fodg|epub"
)


def promises_a_kind(uri: str) -> bool:
    """Whether a file's ending is that of a picture or document of a kind that is looked into."""
    return _ENDINGS.fullmatch(ending_of(uri)) is not None


def ending_of(uri: str) -> str:
    """What follows the last dot of a file's name, in small letters; empty if there is no dot."""
    _, dot, ending = uri.rpartition("/")[2].rpartition(".")
    return ending.lower() if dot else ""


def kind_of(head: bytes) -> str:
    """What a file is, by its first few thousand bytes; empty if it is of a kind that isn't looked into."""
    for kind, magic in _SIMPLE:
        if head.startswith(magic):
            return kind
    if head.startswith(b"RIFF") and head[8:12] in _RIFF:
        return _RIFF[head[8:12]]
    if any(head.startswith(magic) for magic, *_ in _CLOSED) or _FLAT_DOCUMENT.match(head):
        return "closed"
    if _is_heif(head):
        return "heif"
    if film.is_film(head):
        return "film"
    if b"%PDF-" in head[:1024]:  # Readers take it for a PDF with something before it, too.
        return "pdf"
    if svg.is_svg(head):
        return "svg"
    is_sound = head[:1] == b"\xff" and head[1:2] >= b"\xe0" and head[1:2] not in (b"\xfe", b"\xff")
    return "mp3" if is_sound else ""


def closed_kind(head: bytes) -> tuple[str, str]:
    """The name of a kind that nobody can look into, and what to do about it."""
    found = ((kind, hint) for magic, kind, hint in _CLOSED if head.startswith(magic))
    return next(found, ("document in one XML file", _AS_DOCUMENT))


def _is_heif(data: bytes) -> bool:
    """Whether a file is HEIF, AVIF or a raw picture like them, rather than a film."""
    size = int.from_bytes(data[:4], "big")
    brands = data[8 : size if 16 <= size < 1024 else 1024]  # Sizes 0 and 1 mean that it is told elsewhere.
    return data[4:8] == b"ftyp" and any(brands[at : at + 4] in _PICTURE_BRANDS for at in range(0, len(brands), 4))
