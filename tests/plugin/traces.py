"""What two sites tell of a difference between their sources."""

from __future__ import annotations

import gzip
import html
import io
import re
import zipfile
from base64 import b64encode
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote_to_bytes

from tests.plugin.pairs import CANARY


def differences(one: Path, other: Path) -> list[str]:
    """The files of two folders that differ in their bytes, in their permissions, or in being there at all."""
    first, second = _listing(one), _listing(other)
    return sorted(uri for uri in first.keys() | second.keys() if first.get(uri) != second.get(uri))


def traces(folder: Path) -> list[str]:
    """The files that hold the canary, in their path or in any form."""
    files = (path for path in sorted(folder.rglob("*")))
    return [
        path.relative_to(folder).as_posix()
        for path in files
        if _is_told(path.relative_to(folder).as_posix().encode())
        or (path.is_file() and any(map(_is_told, _forms(path.read_bytes()))))
    ]


def _listing(folder: Path) -> dict[str, tuple[int, bytes]]:
    return {
        path.relative_to(folder).as_posix(): (path.stat().st_mode, path.read_bytes() if path.is_file() else b"")
        for path in folder.rglob("*")
    }


def _is_told(data: bytes) -> bool:
    return CANARY.encode() in data.lower() or any(form in data for form in _ENCODED)


def _encoded(word: str) -> Iterator[bytes]:
    """The signs of Base64 that tell of a word alone, wherever it begins."""
    for before in range(3):
        code = b64encode(b"\0" * before + word.encode())
        yield code[(0, 2, 3)[before] :].rstrip(b"=")[: -1 if (before + len(word)) % 3 else None]


_ENCODED = [form for word in (CANARY, CANARY.title(), CANARY.upper()) for form in _encoded(word)]


def _forms(data: bytes) -> Iterator[bytes]:
    """The bytes of a file, and what they stand for."""
    if data[:2] == b"\x1f\x8b":
        yield from _forms(gzip.decompress(data))
    if data[:4] == b"PK\3\4":
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for name in archive.namelist():
                yield from (name.encode(), *_forms(archive.read(name)))
    yield data
    text = data.decode("utf-8", "replace")
    yield html.unescape(text).encode()
    yield unquote_to_bytes(text)
    yield re.sub(r"\\u([0-9a-fA-F]{4})", lambda match: chr(int(match[1], 16)), text).encode("utf-8", "replace")
    yield re.sub(r"\r?\n[ \t]", "", text).encode()
