"""Which Office documents are published."""

from __future__ import annotations

import pytest

from portfolio_gen.withholding.metadata import UnsafeAttachmentError, published_bytes
from tests.withholding.metadata.files import odf, ooxml, zipped_parts

CORE = "docProps/core.xml"
SETTINGS = "<?xml version='1.0' encoding='{}'?><c xmlns:dc='d' xmlns:cp='c'>{}</c>"


def core(text: str, encoding: str = "utf-8") -> bytes:
    return ooxml(CORE, SETTINGS.format(encoding, text).encode(encoding))


@pytest.mark.parametrize(
    "data",
    [
        ooxml(),
        odf(),
        core("<dc:creator></dc:creator><cp:lastModifiedBy> </cp:lastModifiedBy><dc:title>Okapi</dc:title>"),
        core("<!-- <dc:creator>Okapi</dc:creator> --><dc:creator/>"),
        ooxml("docProps/app.xml", b"<p><Company></Company><Application>Okapi</Application></p>"),
        ooxml("word/comments.xml", b"<c><w:comment w:author='Author'/><w:comment w:author=''/></c>"),
        ooxml("xl/comments1.xml", b"<c><authors><author>Author</author></authors></c>"),
        ooxml("customXml/item1.xml", b"<b:Sources><b:Author>Okapi</b:Author></b:Sources>"),
        ooxml("word/embeddings/a.xlsx", ooxml()),
        odf("meta.xml", b"<m><meta:generator>Okapi</meta:generator></m>"),
    ],
)
def test_a_document_that_names_nobody_is_published_as_it_is(data: bytes):
    assert published_bytes(data) == data


@pytest.mark.parametrize(
    "data",
    [
        core("<dc:creator>Okapi</dc:creator>"),
        core("<dc:creator>Okapi</dc:creator>", "utf-16"),
        core("<cp:lastModifiedBy>Okapi</cp:lastModifiedBy>"),
        core("<dc:creator><![CDATA[Okapi]]></dc:creator>"),
        core("<x:creator xml:lang='en'>&#79;kapi</x:creator>"),
        ooxml("package/services/metadata/core-properties/1.psmdcp", b"<c><creator>Okapi</creator></c>"),
        ooxml("docProps/app.xml", b"<p><Company>Okapi</Company></p>"),
        ooxml("docProps/app.xml", b"<p><Manager>Okapi</Manager></p>"),
        ooxml("word/comments.xml", b"<c><w:comment w:author='Okapi'/></c>"),
        ooxml("word/document.xml", b"<d><w:p><w:ins w:author='Okapi'/></w:p></d>"),
        ooxml("word/footnotes.xml", b"<d><w:del w:author='Okapi'/></d>"),
        ooxml("word/people.xml", b"<d><w15:person w15:author='Okapi'/></d>"),
        ooxml("xl/comments/comment1.xml", b"<c><author>Okapi</author></c>"),
        ooxml("xl/persons/person.xml", b"<c><person displayName='Okapi'/></c>"),
        ooxml("xl/workbook.xml", b"<c><fileSharing userName='Okapi'/></c>"),
        ooxml("ppt/commentAuthors.xml", b"<c><p:cmAuthor name='Okapi'/></c>"),
        ooxml("ppt/authors.xml", b"<c><p188:author name='Okapi'/></c>"),
        ooxml("ppt/embeddings/a.xlsx", core("<dc:creator>Okapi</dc:creator>")),
        odf("meta.xml", b"<m><dc:creator>Okapi</dc:creator></m>"),
        odf("meta.xml", b"<m><meta:initial-creator>Okapi</meta:initial-creator></m>"),
        odf("meta.xml", b"<m><meta:printed-by>Okapi</meta:printed-by></m>"),
        zipped_parts({"mimetype": b"application/epub+zip", "OEBPS/a.opf": b"<m><dc:creator>Okapi</dc:creator></m>"}),
        odf("content.xml", b"<c><office:annotation><dc:creator>Okapi</dc:creator></office:annotation></c>"),
        odf("Object 1/meta.xml", b"<m><dc:creator>Okapi</dc:creator></m>"),
    ],
)
def test_a_document_that_names_somebody_is_refused(data: bytes):
    with pytest.raises(UnsafeAttachmentError, match="names") as refusal:
        published_bytes(data)
    assert "Okapi" not in str(refusal.value) + refusal.value.hint
    assert refusal.value.hint


def test_of_a_damaged_document_nobody_knows_what_it_carries():
    with pytest.raises(UnsafeAttachmentError, match="damaged"):
        published_bytes(ooxml()[:-30])


@pytest.mark.parametrize(
    "xml",
    [
        b"<c>",
        b"",
        b"\xff\xfe\xff",
        b"<?xml version='1.0' encoding='okapi'?><c/>",
        b"<?xml version='1.0' encoding='shift_jis'?><c/>",
        b"<!DOCTYPE c [<!ENTITY a 'Okapi'>]><c><dc:creator>&a;</dc:creator></c>",
        b"<!DOCTYPE c SYSTEM 'file:///etc/passwd'><c/>",
    ],
)
def test_xml_that_is_no_plain_xml_is_refused(xml: bytes):
    with pytest.raises(UnsafeAttachmentError, match="damaged"):
        published_bytes(ooxml(CORE, xml))


def test_a_document_too_large_or_too_deep_is_refused():
    nested = ooxml()
    for _ in range(3):
        nested = ooxml("word/embeddings/a.docx", nested)
    parts = {f"word/{name}.xml": b"<a>" + b" " * 18_000_000 + b"</a>" for name in "abcdef"}
    too_many = zipped_parts({"[Content_Types].xml": b"", **parts})
    tags = ooxml(CORE, b"<a>" + b"<b/>" * 2_000_000 + b"</a>")
    names = zipped_parts({"[Content_Types].xml": b"", **dict.fromkeys(map(str, range(20_000)), b"")})
    for data in (nested, ooxml(CORE, bytes(20_000_001)), too_many, tags, names):
        with pytest.raises(UnsafeAttachmentError, match="too large"):
            published_bytes(data)


def test_other_archives_are_left_alone():
    data = zipped_parts({"a.txt": b"Okapi", "meta.xml": b"<dc:creator>Okapi</dc:creator>"})
    assert published_bytes(data) == data
    assert published_bytes(data[:-9]) == data[:-9]
