"""Which PDFs are published."""

from __future__ import annotations

import zlib

import pytest

from portfolio_gen.withholding.metadata import UnsafeAttachmentError, published_bytes
from tests.withholding.metadata.files import pdf, stream

XMP = "<x:xmpmeta><rdf:Description>{}</rdf:Description></x:xmpmeta>"


def packed(text: bytes, dictionary: bytes = b"/Type /ObjStm /Filter /FlateDecode") -> bytes:
    return stream(zlib.compress(text), dictionary)


@pytest.mark.parametrize(
    "data",
    [
        pdf(b"<< /Producer (Okapi) /Creator (Okapi) >>"),
        pdf(b"<< /Author () /Title (x) >>"),
        pdf(b"<< /Author( \xfe\xff ) >>"),
        pdf(b"<< /Author <> >>", b"<< /Author <FEFF> >>"),
        pdf(b"<< /Author 2 0 R >>", b"()"),
        pdf(b"<< /Authors (x) /S /Author >>", b"<< /Author /Name >>"),
        pdf(b"<< /Author << /A (x) >> >>"),
        pdf(stream(XMP.format("<dc:creator><rdf:Seq><rdf:li/></rdf:Seq></dc:creator>").encode(), b"/Type /Metadata")),
        pdf(stream(XMP.format("<xmp:CreatorTool>x</xmp:CreatorTool><pdf:Author />").encode(), b"/Type /Metadata")),
        pdf(packed(b"<< /Author () >>")),
        pdf(b"<< /Subtype /Highlight /T () >>", b"<< /Subtype /Widget /T (field) >>"),
        pdf(stream(b"not zlib at all"), stream(b"\xff\xd8", b"/Subtype /Image /Filter /DCTDecode")),
        pdf(stream(zlib.compress(b"/Author (pixels)"), b"/Subtype /Image /Filter /FlateDecode")),
        pdf()[:-20],
    ],
)
def test_a_pdf_without_an_author_is_published_as_it_is(data: bytes):
    assert published_bytes(data) == data


@pytest.mark.parametrize(
    "data",
    [
        pdf(b"<< /Author (Okapi) >>"),
        pdf(b"<</Author(Okapi)>>"),
        pdf(b"<< /Author % why\n (\xfe\xff\0O\0k) >>"),
        pdf(b"<< /Author <4F6B617069> >>"),
        pdf(b"<< /Author (\\101) >>"),
        pdf(b"<< /Auth#6Fr (Okapi) >>"),
        pdf(b"<< /Author 2 0 R >>", b"(Okapi)"),
        pdf(b"<< /Author 2 0 R >>", b"()").replace(b"trailer", b"2 0 obj (Okapi) endobj trailer"),
        pdf(b"<< /Author 9 0 R >>"),
        pdf(b"<< /Author () >>", b"<< /Author (Okapi) >>"),
        pdf(packed(b"<< /Author (Okapi) >>")),
        pdf(packed(b"<< /Author (Okapi) >>", b"/Filter [/FlateDecode]")),
        pdf(packed(b"<< /Author (Okapi) >>")).replace(b"stream\n", b"stream\r\n", 1),
        b"\xef\xbb\xbfjunk\n" + pdf(b"<< /Author (Okapi) >>"),
    ],
)
def test_an_author_is_refused_wherever_it_stands(data: bytes):
    with pytest.raises(UnsafeAttachmentError, match=r"this PDF names its author$") as refusal:
        published_bytes(data)
    assert "Okapi" not in str(refusal.value) + refusal.value.hint
    assert "properties" in refusal.value.hint


@pytest.mark.parametrize(
    "xmp",
    [
        "<dc:creator><rdf:Seq><rdf:li>Okapi</rdf:li></rdf:Seq></dc:creator>",
        "<pdf:Author>Okapi</pdf:Author>",
        "<rdf:Description pdf:Author = 'Okapi'/>",
        "<ns0:creator\nxml:lang='x'>Okapi</ns0:creator>",
        "<xmp:Creator>&#79;</xmp:Creator>",
        "<dc:creator>Okapi",
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-32-be"])
@pytest.mark.parametrize("is_packed", [True, False])
def test_an_author_in_xmp_is_refused(xmp: str, encoding: str, is_packed: bool):
    text = XMP.format(xmp).encode(encoding)
    data = pdf(packed(text, b"/Type /Metadata /Filter /FlateDecode") if is_packed else stream(text, b"/Type /Metadata"))
    with pytest.raises(UnsafeAttachmentError, match="in its XMP metadata"):
        published_bytes(data)


def test_comments_that_name_their_author_are_refused():
    for comment in (pdf(b"<< /Subtype /Highlight /T (Okapi) >>"), pdf(packed(b"<</Subtype/Text/T<FEFF004F>>>"))):
        with pytest.raises(UnsafeAttachmentError, match="comments"):
            published_bytes(comment)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (pdf(trailer=b"/Encrypt 5 0 R"), "encrypted"),
        (pdf(packed(b"text", b"/Type /XRef /Encrypt 5 0 R /Filter /FlateDecode")), "encrypted"),
        (pdf(stream(b"...", b"/Type /ObjStm /Filter /LZWDecode")), "packed"),
        (pdf(packed(b"text", b"/Type /ObjStm /Filter [/ASCII85Decode /FlateDecode]")), "packed"),
        (pdf(packed(b"text", b"/Type /ObjStm /Filter /FlateDecode /DecodeParms << /Predictor 12 >>")), "packed"),
        (pdf(stream(zlib.compress(b"text" * 99)[:-6], b"/Type /Metadata /Filter /FlateDecode")), "packed"),
        (pdf(packed(bytes(20_000_001))), "packed"),
        (pdf(*[packed(bytes(19_000_000))] * 6), "packed"),
        (b"%PDF-1.7\n" + b"stream\n" * 100_001, "packed"),
        (pdf(packed(b"<author >" * 999, b"")) * 2_000, "packed"),
        (pdf(b"<< /Author" + b" " * 5_000 + b"() >>"), "names its author"),
        (pdf(b"<author ></author>" * 1_001), "names its author"),
    ],
)
def test_what_nobody_can_look_into_is_refused(data: bytes, message: str):
    with pytest.raises(UnsafeAttachmentError, match=message):
        published_bytes(data)
