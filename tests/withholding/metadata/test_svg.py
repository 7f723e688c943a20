"""What of an SVG is published, and which SVG could run something."""

from __future__ import annotations

import base64

import pytest

from portfolio_gen.withholding.metadata import UnsafeAttachmentError, published_bytes
from portfolio_gen.withholding.metadata.svg_scripts import holds_script
from tests.withholding.metadata.files import CANARY, exif_segment, jpeg, segment, tiff

NAMES = (
    'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:i="http://www.inkscape.org" '
    'xmlns:rdf="rdf" xmlns:dc="dc" xmlns:h="http://www.w3.org/1999/xhtml"'
)


def svg(content: str = "", attributes: str = "", before: str = "", after: str = "") -> bytes:
    return f"{before}<svg {NAMES}{attributes}>{content}</svg>{after}".encode()


def published(data: bytes) -> bytes:
    return published_bytes(data, "a.svg")


@pytest.mark.parametrize(
    "metadata",
    [
        "<metadata><rdf:RDF><dc:creator>Okapi</dc:creator></rdf:RDF></metadata>",
        "<metadata/>",
        "<rdf:RDF><dc:creator>Okapi<g/><!-- x --></dc:creator></rdf:RDF>",
        "<i:namedview i:document='/home/okapi/a.svg'/>",
        "<i:pgf  a='>'>Okapi</i:pgf >",
        "<!-- Okapi -->",
        "<?xpacket Okapi?>",
    ],
)
def test_what_an_editor_noted_leaves_no_trace_wherever_it_stands(metadata: str):
    path = "<path d='M0 0'/>"
    assert published(svg(f"{metadata}<g>{path}{metadata}</g>{metadata}")) == svg(f"<g>{path}</g>")


def test_comments_around_the_drawing_go():
    head = '<?xml version="1.0"?>\n'
    assert published(svg(before=f"{head}<!-- Okapi -->", after="<!-- Okapi -->")) == svg(before=head)


def test_a_byte_order_mark_and_other_letters_shift_nothing():
    clean = published(b"\xef\xbb\xbf" + svg("<text>Ä→😀</text><!-- Okapi --><g i:label='Okapi' id='ü'/>"))
    assert clean == b"\xef\xbb\xbf" + svg("<text>Ä→😀</text><g id='ü'/>")


def test_attributes_of_an_editor_go_and_all_others_stay_as_they_are():
    dirty = "<g  id = 'a'\n i:export-filename=\"C:\\Users\\okapi\\a.png\" class='>' i:label='x'/>"
    assert published(svg(dirty, " i:docname='okapi.svg'")) == svg("<g  id = 'a' class='>'/>")


@pytest.mark.parametrize(
    "drawing",
    [
        svg("<style>a { fill: url(#b) }</style><title>t</title><use xlink:href='#a' xml:space='preserve'/>"),
        svg(
            before='<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">'
        ),
        svg("<a href='https://a.example/home/b'><image href='b.png'/></a><h:p>x</h:p>"),
        b"<svg/>",
        b"",
    ],
)
def test_a_drawing_without_notes_is_published_as_it_is(drawing: bytes):
    assert published(drawing) == drawing


def test_an_svg_is_known_by_its_content_too():
    assert CANARY not in published_bytes(svg("<metadata>Okapi</metadata>"), "drawing")


def picture(data: bytes) -> bytes:
    return svg(f"<image href='data:image/jpeg;base64,{base64.b64encode(data).decode()}'/>")


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (svg("<image href='file:///C:/Users/okapi/a.png'/>"), "place on its author's computer"),
        (svg("<image xlink:href='C:\\Users\\okapi\\a.png'/>"), "place on its author's computer"),
        (svg("<image xlink:href='/home/okapi/a.png'/>"), "place on its author's computer"),
        (svg("<style>a { fill: url(file:///home/okapi/a.png) }</style>"), "place on its author's computer"),
        (picture(jpeg(segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0<dc:creator>Okapi</dc:creator>"))), "who took it"),
        (svg(before="<!DOCTYPE svg [<!ENTITY a 'Okapi'>]>"), "declares entities"),
        (svg("<g>"), "damaged"),
        (b"<html><svg/></html>", "damaged"),
        (b"garbage", "damaged"),
        (b"\x1f\x8b\x08", "damaged"),
        (svg().decode().encode("utf-16"), "not UTF-8"),
    ],
)
def test_what_tells_or_can_not_be_read_is_refused(data: bytes, message: str):
    with pytest.raises(UnsafeAttachmentError, match=message):
        published(data)


def test_an_embedded_photo_that_names_nobody_is_fine():
    data = picture(jpeg(exif_segment(6)))
    assert CANARY in tiff() and published(data) == data


@pytest.mark.parametrize(
    "drawing",
    [
        svg("<script>1</script>"),
        svg("<SCRIPT/>"),
        svg("<h:script>1</h:script>"),
        svg("<s:script xmlns:s='http://www.w3.org/2000/svg'/>"),
        svg("<g onclick='x()'/>"),
        svg("", " onload='x()'"),
        svg("<a href='javascript:x()'/>"),
        svg("<a xlink:href='java&#10;script:x()'/>"),
        svg("<a href=' &#1;javascript:x()'/>".replace("&#1;", "")),
        svg("<a href='data:text/html,x'/>"),
        svg("<set attributeName='href' to='javascript:x()'/>"),
        svg("<animate attributeName='xlink:href' values='javascript:x()'/>"),
        svg("<foreignObject><h:p>x</h:p></foreignObject>"),
        svg("<use href='b.svg#a'/>"),
        svg("<image href='https://a.example/b.png'/>"),
        svg("<image href='data:image/svg+xml,x'/>"),
        svg("<style>@import 'a.css'</style>"),
        svg("<style>a { fill: url(https://a.example/) }</style>"),
        svg("<style>a { fill: u\\72l(b) }</style>"),
        svg("<g style='fill: url(\"//a.example\")'/>"),
        svg("<g fill='url( b.svg#a)'/>"),
        svg(before="<?xml-stylesheet href='a.xsl' type='text/xsl'?>"),
        svg(before="<!DOCTYPE svg [<!ATTLIST svg onload CDATA 'x()'>]>"),
        svg("<g>"),
    ],
)
def test_what_could_run_or_fetch_something_is_found(drawing: bytes):
    assert holds_script(drawing)


@pytest.mark.parametrize(
    "drawing",
    [
        svg("<style>a { fill: url(#b) }</style><g style='fill: url( \"#b\" )' fill='url(#a)'/><use href='#a'/>"),
        svg("<a href='https://a.example/'>x</a><a href='../b.md#c'/><a href='mailto:a@b.example'/>"),
        svg("<animate attributeName='opacity'/><image href='data:image/png;base64,AAAA'/><text>on: javascript</text>"),
        svg("<metadata><rdf:RDF/></metadata>", " i:docname='a.svg'", "<?xml version='1.0'?>"),
    ],
)
def test_an_ordinary_drawing_holds_no_script(drawing: bytes):
    assert not holds_script(drawing)
