"""Files that hold other files, compressed or not."""

from __future__ import annotations

import bz2
import io
import lzma
import struct
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from portfolio_gen.auditing.surfaces.surface import Closed, Payload, Room, Surface

_GZIP = 31
"""What zlib calls a stream with the header of gzip."""
_FLOWS: Mapping[bytes, tuple[str, Callable[[], Any]]] = {
    b"\x1f\x8b": ("gzip", lambda: zlib.decompressobj(_GZIP)),
    b"BZh": ("bzip2", bz2.BZ2Decompressor),
    b"\xfd7zXZ": ("xz", lzma.LZMADecompressor),
}
_SEALED: Mapping[bytes, str] = {
    b"7z\xbc\xaf\x27\x1c": "7z archive",
    b"Rar!": "RAR archive",
    b"\x28\xb5\x2f\xfd": "zstd",
}
"""Archives that Python has no means to open."""
_BEGINNING = 4 * 1024 * 1024
"""How many bytes are looked into of what unpacks to too many."""
_END_OF_ZIP = b"PK\x05\x06"
_TRAILER = 66_000
"""Behind what a zip ends: its last record with the longest comment."""
_DAMAGE = (
    zipfile.BadZipFile, tarfile.TarError, zlib.error, lzma.LZMAError, struct.error, OSError, EOFError, RuntimeError,
    ValueError, LookupError, OverflowError, TypeError, AttributeError, AssertionError,
)  # fmt: skip
"""What the standard library raises for archives that no program wrote."""


def is_archive(content: bytes) -> bool:
    """Whether something is a compressed file or an archive, or ends with one."""
    return (
        content.startswith((*_FLOWS, *_SEALED, b"PK\x03\x04", _END_OF_ZIP))
        or content[257:262] == b"ustar"
        or _END_OF_ZIP in content[-_TRAILER:]
    )


def archive_parts(content: bytes, room: Room) -> Iterator[Payload | Surface | Closed]:
    """The files inside an archive, their names and its comments; Closed for what needs a password or is damaged."""
    flow = next((known for magic, known in _FLOWS.items() if content.startswith(magic)), None)
    if flow is not None:
        yield from _flow_parts(content, *flow, room)
    elif content[257:262] == b"ustar":
        yield from _tar_parts(content, room)
    elif (sealed := next((name for magic, name in _SEALED.items() if content.startswith(magic)), None)) is not None:
        yield Closed(sealed)
    else:
        yield from _zip_parts(content, room)


def _flow_parts(
    content: bytes, name: str, opened: Callable[[], Any], room: Room
) -> Iterator[Payload | Surface | Closed]:
    if name == "gzip":
        # The name and comment of the file before it was compressed (RFC 1952, 2.3.1); programs write UTF-8 too.
        head = content[10:1034].replace(b"\0", b" \x1f ")
        yield Surface("file name in gzip", f"{head.decode('latin-1')} \x1f {head.decode('utf-8', 'replace')}")
    whole = bytearray()
    rest, trouble = content, ""
    try:
        while rest and not trouble:
            flow = opened()
            piece = flow.decompress(rest, room.left + 1)
            whole += piece
            if not room.takes(len(piece)):
                trouble = f"{name} of more bytes than are looked into"
                del whole[_BEGINNING:]
            elif not flow.eof:
                trouble = f"damaged {name}"
            rest = flow.unused_data.lstrip(b"\0")
    except _DAMAGE:
        trouble = f"damaged {name}"
    # What could be read before the damage is there to be read by everybody.
    yield Payload(name, bytes(whole))
    if trouble:
        yield Closed(trouble)


def _zip_parts(content: bytes, room: Room) -> Iterator[Payload | Surface | Closed]:
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
        members = archive.infolist()
    except _DAMAGE:
        yield Closed("damaged zip")
        return
    yield Surface("comment of zip", archive.comment.decode("utf-8", "replace"))
    for member in members:
        yield Surface("file name in zip", f"{member.filename} \x1f {member.comment.decode('utf-8', 'replace')}")
        if member.is_dir():
            continue
        if member.flag_bits & 1 or not room.takes(member.file_size):
            yield Closed(f"{'encrypted' if member.flag_bits & 1 else 'too large'} file in zip")
            continue
        try:
            yield Payload("zip", archive.read(member))
        except _DAMAGE:
            yield Closed("damaged file in zip")


def _tar_parts(content: bytes, room: Room) -> Iterator[Payload | Surface | Closed]:
    try:
        with tarfile.open(fileobj=io.BytesIO(content)) as archive:
            for member in archive:
                names = " \x1f ".join((member.name, member.linkname, member.uname, member.gname))
                yield Surface("file name in tar", names)
                if member.isfile() and not room.takes(member.size):
                    yield Closed("too large file in tar")
                elif member.isfile() and (file := archive.extractfile(member)) is not None:
                    yield Payload("tar", file.read())
    except _DAMAGE:
        yield Closed("damaged tar")
