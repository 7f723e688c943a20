"""PDFs made by hand."""

from __future__ import annotations

import zlib


def pdf(text: str) -> bytes:
    """A PDF of one page that shows some ASCII text."""
    return pdf_of(f"BT /F1 12 Tf 72 700 Td ({text}) Tj ET".encode())


def pdf_of(
    content: bytes,
    *,
    packed: bool = False,
    information: bytes = b"",
    catalog: bytes = b"",
    page: bytes = b"",
    more: tuple[bytes, ...] = (),
) -> bytes:
    """A PDF of one page from its content stream, with what else its dictionaries hold; `more` begins at object 6."""
    stream = zlib.compress(content) if packed else content
    kind = b"/Filter/FlateDecode" if packed else b""
    objects = (
        b"<</Type/Catalog/Pages 2 0 R " + catalog + b">>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>> "
        + page
        + b">>",
        b"<<" + kind + b"/Length %d>>stream\n" % len(stream) + stream + b"\nendstream",
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        *more,
    )
    out = b"%PDF-1.4\n"
    places = []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj" % number + body + b"endobj\n"
    table = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + b"".join(
        b"%010d 00000 n \n" % at for at in places
    )
    trailer = b"trailer<</Size %d/Root 1 0 R/Info<<" % (len(objects) + 1) + information + b">>>>\n"
    return out + table + trailer + b"startxref\n%d\n%%%%EOF\n" % len(out)
