"""Leaks to plant in a clean site: where, what, and what the audit has to say of it."""

from __future__ import annotations

import base64
import bz2
import gzip
import html
import io
import json
import lzma
import quopri
import tarfile
import unicodedata
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import quote

from pypdf import PdfReader, PdfWriter

from portfolio_gen.withholding.metadata import published_bytes
from tests.auditing.pictures import exif, gif, jpeg, png, webp
from tests.auditing.portable import pdf, pdf_of
from tests.auditing.sites import ATTACHMENTS, CONTENT, JPEG, PDF, PNG, TEXT
from tests.builders import text_of

Told = tuple[str, str, int]
"""What a leak is, its source and its line there."""

TITLE = "Quixotic Harbour Regatta"
IS_TITLE: Told = ("title", "reflections/r1.md", 2)
ID = "cobalt-lantern-77"
IS_ID: Told = ("id", "reflections/r1.md", 3)
ALIAS = "Velvet Anvil Society"
IS_ALIAS: Told = ("alias", "reflections/r1.md", 4)
TAG = "zugzwangerei"
IS_TAG: Told = ("tag", "reflections/r1.md", 5)
RUN = "brother pawned the silver trombone before anybody noticed"
IS_RUN: Told = ("text", "reflections/r1.md", 9)
GERMAN = "Überfällige Märchenstunde für Großmütter"
IS_GERMAN: Told = ("title", "reflections/r2.md", 1)
GERMAN_RUN = "fürchten nämlich, dass böse Wölfe künftig auch Möhren fräßen"
IS_GERMAN_RUN: Told = ("text", "reflections/r2.md", 3)
CHINESE = "深夜港口的秘密計画"
IS_CHINESE: Told = ("title", "reflections/r3.md", 2)
CHINESE_RUN = "旧灯塔下面埋了三箱银色的鱼"
IS_CHINESE_RUN: Told = ("text", "reflections/r3.md", 5)
QUOTED = 'The "Marzipan" Telescope isn\'t yours'
IS_QUOTED: Told = ("title", "reflections/r4.md", 2)
QUOTED_RUN = "she hadn't told the bishop's gardener where we'd hidden"
IS_QUOTED_RUN: Told = ("text", "reflections/r4.md", 5)
FRENCH = "Crème brûlée à l'été"
IS_FRENCH: Told = ("title", "reflections/r5.md", 2)
FILE = "gondola-whisper"
IS_FILE: Told = ("file name", "reflections/2026-05-06-gondola-whisper.md", 1)
IS_FOLDER: Told = ("file name", "reflections/tangerine-observatory/index.md", 1)
UNREAD = "Xylophone of the undertaker"
IS_UNREAD: Told = ("title", "journal/j1.md", 2)
UNREAD_RUN = "the undertaker hums polkas while he measures the planks"
IS_UNREAD_RUN: Told = ("text", "journal/j1.md", 7)
PASSAGE_RUN = "the foreman keeps his false teeth in a jar of emerald paint"
IS_PASSAGE_RUN: Told = ("text", "goals/g1.md", 11)
SHORT_PASSAGE = "Bribe the saffron goose"
IS_SHORT_PASSAGE: Told = ("passage", "goals/g1.md", 14)
LINK = "the row about rigging the pantomime boat"
IS_LINK: Told = ("link text", "goals/g1.md", 8)
FULL_WIDTH = "".join(chr(ord(sign) + 0xFEE0) for sign in "Quixotic")
BOLD = "".join(chr(ord(sign) - ord("a") + 0x1D41A) for sign in "quixotic")
WORDS = (
    *("quixotic", "trombone", "zugzwangerei", "velvet", "wölfe", "深夜", "marzipan", "brûlée", "xylophone", "polkas"),
    *("emerald", "saffron", "pantomime"),
)
"""Of which no report says any."""


@dataclass(frozen=True)
class Planted:
    """One leak in one file."""

    name: str
    file: str
    content: bytes
    told: Told


def page(body: str, head: str = "") -> str:
    """A page around some HTML."""
    return f"<!DOCTYPE html>\n<html>\n<head>{head}</head>\n<body>\n{body}\n</body>\n</html>\n"


def planted() -> Iterator[Planted]:
    """All leaks."""
    for name, body, told in (*IN_PAGES, *NAMES_AND_TEXTS):
        yield Planted(f"page: {name}", "x/index.html", page(body).encode(), told)
    for name, file, content, told in (*IN_FILES, *in_archives(), *in_pictures(), *in_pdfs(), *attachments()):
        yield Planted(name, file, content.encode() if isinstance(content, str) else content, told)


def _entities(text: str, form: str) -> str:
    return "".join(form.format(ord(sign)) for sign in text)


NAMES_AND_TEXTS: tuple[tuple[str, str, Told], ...] = (
    ("id", f"<p>{ID}</p>", IS_ID),
    ("alias", f"<p>{ALIAS}</p>", IS_ALIAS),
    ("tag", f"<p>#{TAG}</p>", IS_TAG),
    ("run", f"<p>a {RUN} b</p>", IS_RUN),
    ("run across the paragraph's lines", "<p>anybody noticed that the parrot had been replaced by</p>", IS_RUN),
    ("German title", f"<p>{GERMAN}</p>", IS_GERMAN),
    ("German run", f"<p>{GERMAN_RUN}</p>", IS_GERMAN_RUN),
    ("Chinese title", f"<p>{CHINESE}</p>", IS_CHINESE),
    ("Chinese run", f"<p>我{CHINESE_RUN}</p>", IS_CHINESE_RUN),
    ("quoted title", f"<p>{QUOTED}</p>", IS_QUOTED),
    ("typographic quotes", "<p>The \u201cMarzipan\u201d Telescope isn\u2019t yours</p>", IS_QUOTED),
    ("run with apostrophes", f"<p>{QUOTED_RUN}</p>", IS_QUOTED_RUN),
    ("French title", f"<p>{FRENCH}</p>", IS_FRENCH),
    ("file name", f"<a href='../{FILE}/'>x</a>", IS_FILE),
    ("dated file name", "<a href='../2026-05-06-gondola-whisper/'>x</a>", IS_FILE),
    ("folder", "<a href='../tangerine-observatory/'>x</a>", IS_FOLDER),
    ("unread title", f"<p>{UNREAD}</p>", IS_UNREAD),
    ("unread id", "<p>periwinkle-ledger</p>", ("id", "journal/j1.md", 3)),
    ("unread run", f"<p>{UNREAD_RUN}</p>", IS_UNREAD_RUN),
    ("passage run", f"<p>{PASSAGE_RUN}</p>", IS_PASSAGE_RUN),
    ("short passage", f"<p>{SHORT_PASSAGE}</p>", IS_SHORT_PASSAGE),
    ("replaced link", f"<p>{LINK}</p>", IS_LINK),
    ("withheld attachment's name", "<a href='files/a3.txt'>x</a>", ("file name", "files/a3.txt", 1)),
)

IN_PAGES: tuple[tuple[str, str, Told], ...] = (
    ("text", f"<p>{TITLE}</p>", IS_TITLE),
    ("bold inside", "<p>Quixotic <b>Harbour</b> Regatta</p>", IS_TITLE),
    ("tags inside words", "<p>Qui<em>xo</em>tic Har<span class='x'>bour</span> Regatta</p>", IS_TITLE),
    ("tags without blanks", "<p><b>Quixotic</b><i>Harbour</i><u>Regatta</u></p>", IS_TITLE),
    ("lines", "<p>Quixotic\n   Harbour\n\n\tRegatta</p>", IS_TITLE),
    ("br", "<p>Quixotic<br>Harbour<br/>Regatta</p>", IS_TITLE),
    ("wbr", "<p>Quixo<wbr>tic Harbour Regatta</p>", IS_TITLE),
    ("comment inside", "<p>Quixotic Har<!-- -->bour Regatta</p>", IS_TITLE),
    ("title attribute", f'<p title="{TITLE}">x</p>', IS_TITLE),
    ("alt", f"<img src=x.png alt='{TITLE}'>", IS_TITLE),
    ("href", "<a href=/quixotic-harbour-regatta/>x</a>", IS_TITLE),
    ("fragment", '<a href="#quixotic_harbour_regatta">x</a>', IS_TITLE),
    ("id attribute", "<h2 id=quixotic-harbour-regatta>x</h2>", IS_TITLE),
    ("name attribute", "<a name='quixotic-harbour-regatta'></a>", IS_TITLE),
    ("class", "<p class='tag tag--zugzwangerei'>x</p>", IS_TAG),
    ("words of a class", "<p class='quixotic harbour regatta'>x</p>", IS_TITLE),
    ("meta content", f'<meta name="description" content="About {TITLE}, at last">', IS_TITLE),
    ("Open Graph", f'<meta property=og:title content="{TITLE}">', IS_TITLE),
    ("data attribute", f'<div data-md-title="{TITLE}"></div>', IS_TITLE),
    ("name of an attribute", "<div data-quixotic-harbour-regatta='1'></div>", IS_TITLE),
    ("aria-label", f"<div aria-label='{TITLE}'></div>", IS_TITLE),
    ("srcset", '<img srcset="a.png 1x, quixotic-harbour-regatta.png 2x">', IS_TITLE),
    ("unquoted attribute", f"<p title={TAG}>x</p>", IS_TAG),
    ("attribute with >", f'<p title="a > {TITLE}">x</p>', IS_TITLE),
    ("attribute over lines", '<p\n  title="Quixotic\n  Harbour Regatta"\n>x</p>', IS_TITLE),
    ("attribute with tags", '<p data-html="&lt;b&gt;Quixotic&lt;/b&gt; Harbour Regatta">x</p>', IS_TITLE),
    ("no value", "<p class=x quixotic harbour regatta>x</p>", IS_TITLE),
    ("taken for a tag", f"<p><{TITLE}></p>", IS_TITLE),
    ("doctype", f"<!ENTITY x {TITLE}>", IS_TITLE),
    ("processing instruction", f"<?note {TITLE}?>", IS_TITLE),
    ("broken quote", f"<p title=it's>{TITLE} isn't</p>", IS_TITLE),
    ("unclosed tag", f"<p>x</p><p title='{TITLE}'", IS_TITLE),
    ("value", f"<input value='{TITLE}'>", IS_TITLE),
    ("style attribute", "<p style=\"--x: 'Quixotic Harbour Regatta'\">x</p>", IS_TITLE),
    ("comment", f"<!-- {TITLE} -->", IS_TITLE),
    ("conditional comment", "<!--[if IE]><p>Quixotic <b>Harbour</b> Regatta</p><![endif]-->", IS_TITLE),
    ("unclosed comment", f"<!-- {TITLE}", IS_TITLE),
    ("inline script", f'<script>var x = {{"a": "{TITLE}"}};</script>', IS_TITLE),
    ("script with escapes", r"<script>x = 'Quixotic\u0020H\x61rbour\nRegatta'</script>", IS_TITLE),
    ("script without end", f"<script>x = '{TITLE}'", IS_TITLE),
    ("JSON-LD", f'<script type="application/ld+json">{{"name": "{TITLE}"}}</script>', IS_TITLE),
    ("JSON in a template", '<script type="text/template"><p>Quixotic <b>Harbour</b> Regatta</p></script>', IS_TITLE),
    ("style", f"<style>p::before {{ content: '{TITLE}' }}</style>", IS_TITLE),
    ("template", f"<template><p>{TITLE}</p></template>", IS_TITLE),
    ("noscript", f"<noscript>{TITLE}</noscript>", IS_TITLE),
    ("hidden", f"<p hidden>{TITLE}</p>", IS_TITLE),
    ("CDATA", f"<svg><![CDATA[{TITLE}]]></svg>", IS_TITLE),
    ("CDATA with tags", "<x><![CDATA[<p>Quixotic <b>Harbour</b> Regatta</p>]]></x>", IS_TITLE),
    ("named entities", "<p>Cr&egrave;me br&ucirc;l&eacute;e &agrave; l&rsquo;&eacute;t&eacute;</p>", IS_FRENCH),
    ("decimal entities", f"<p>{_entities(TITLE, '&#{};')}</p>", IS_TITLE),
    ("hexadecimal entities", f"<p>{_entities(GERMAN, '&#x{:x};')}</p>", IS_GERMAN),
    ("entities without end", "<p>Quixotic&nbspHarbour&nbspRegatta</p>", IS_TITLE),
    (
        "escaped twice",
        f"<p>{html.escape(html.escape('<b>Quixotic</b> Harbour &amp; Regatta').replace('&amp;amp; ', ''))}</p>",
        IS_TITLE,
    ),
    ("percent escapes", f"<a href='?q={quote(GERMAN)}'>x</a>", IS_GERMAN),
    ("percent escapes twice", f"<a href='?q={quote(quote(GERMAN))}'>x</a>", IS_GERMAN),
    ("percent escapes of Latin-1", f"<a href='?q={quote(GERMAN.encode('latin-1'))}'>x</a>", IS_GERMAN),
    ("plus for blanks", "<a href='?q=Quixotic+Harbour+Regatta'>x</a>", IS_TITLE),
    ("mail address", f"<a href='mailto:x@example.org?subject={quote(TITLE)}'>x</a>", IS_TITLE),
    ("soft hyphens", "<p>Qui\u00adxotic Har&shy;bour Regatta</p>", IS_TITLE),
    ("zero-width blanks", "<p>Qui\u200bxotic Har&#8203;bour Regatta\ufeff</p>", IS_TITLE),
    ("no-break blanks", "<p>Quixotic&nbsp;Harbour\u00a0Regatta</p>", IS_TITLE),
    ("decomposed", f"<p>{unicodedata.normalize('NFD', GERMAN)}</p>", IS_GERMAN),
    ("upper case", f"<p>{TITLE.upper()}</p>", IS_TITLE),
    ("upper case with ß", f"<p>{GERMAN.upper()}</p>", IS_GERMAN),
    ("full width", f"<p>{FULL_WIDTH} Harbour Regatta</p>", IS_TITLE),
    ("slug", "<a href='#the-marzipan-telescope-isnt-yours'>x</a>", IS_QUOTED),
    ("slug without accents", "<a href='#creme-brulee-a-lete'>x</a>", IS_FRENCH),
    ("slug without ß", "<a href='#uberfallige-marchenstunde-fur-gromutter'>x</a>", IS_GERMAN),
    ("underscores", "<p>quixotic_harbour_regatta</p>", IS_TITLE),
    ("data address", f"<img src='data:image/svg+xml,{quote(f'<svg><title>{TITLE}</title></svg>')}'>", IS_TITLE),
    (
        "Base64 in an address",
        f"<a href='data:text/plain;base64,{base64.b64encode(TITLE.encode()).decode()}'>x</a>",
        IS_TITLE,
    ),
    ("Base64 in a comment", f"<!-- {base64.b64encode(GERMAN.encode()).decode()} -->", IS_GERMAN),
    ("SVG text", "<svg><text>Quixotic <tspan>Harbour</tspan> Regatta</text></svg>", IS_TITLE),
    ("table", f"<table><tr><td>{TITLE}</td><td>1</td></tr></table>", IS_TITLE),
    (
        "run with markup",
        "<p>My <b>brother</b> pawned the <a href=x>silver trombone</a> before anybody noticed</p>",
        IS_RUN,
    ),
    ("run in an attribute", f'<meta content="{RUN}">', IS_RUN),
    ("one line", "<div><p>x</p><p>" + TITLE + "</p></div>" + "<p>y</p>" * 2000, IS_TITLE),
)

_STRINGS = json.dumps({"docs": [{"title": GERMAN, "text": f"<p>{RUN}</p>"}]})
_CARD = "BEGIN:VCARD\r\nNOTE:Quixotic Har\r\n bour Rega\r\n\ttta\\, and more\r\nEND:VCARD\r\n"
_EVENT = "BEGIN:VEVENT\r\nSUMMARY:Überfällige Märchen\r\n stunde\\nfür Großmüt\r\n ter\r\nEND:VEVENT\r\n"
_FEED = "<?xml version='1.0'?><rss><channel><item>{}</item></channel></rss>"
_TWICE = html.escape("<p>Quixotic <b>Harbour</b> Regatta</p>")
_BASE64 = base64.b64encode((RUN + ". " + "Filler words of no weight. " * 5).encode()).decode()
_WRAPPED = "\r\n".join(_BASE64[at : at + 76] for at in range(0, len(_BASE64), 76))
_LANDSCAPE = base64.b64encode(f"日{GERMAN}?>日".encode(), b"-_").decode().rstrip("=")

IN_FILES: tuple[tuple[str, str, str | bytes, Told], ...] = (
    ("text file", "x.txt", f"a\nb {TITLE} c\n", IS_TITLE),
    ("end without a line break", "x.txt", f"a\n\n{TITLE}", IS_TITLE),
    ("text with quotes and rows of values", "x.txt", f'{QUOTED}\n\n"a", "b", "c"\n', IS_QUOTED),
    ("Markdown", "x.md", text_of(CONTENT["reflections/r1.md"]), IS_TITLE),
    ("UTF-16", "x.txt", f"{GERMAN}\n".encode("utf-16"), IS_GERMAN),
    ("UTF-16 without mark", "x.txt", f"{TITLE}\n".encode("utf-16-le"), IS_TITLE),
    ("UTF-16 of the other order", "x.txt", ("x " * 200 + GERMAN).encode("utf-16-be"), IS_GERMAN),
    ("UTF-8 with mark", "x.html", b"\xef\xbb\xbf" + page(f"<p>{TITLE}</p>").encode(), IS_TITLE),
    ("Latin-1", "x.html", page(f"<p>{GERMAN}</p>").encode("latin-1"), IS_GERMAN),
    ("UTF-8 with a wrong byte", "x.txt", b"\xff" + GERMAN.encode(), IS_GERMAN),
    ("CSV", "x.csv", f"a,b\r\n1,{TITLE}\r\n", IS_TITLE),
    ("CSV with quotes", "x.csv", 'a,b\r\n"1","The ""Marzipan"" Telescope isn\'t yours"\r\n', IS_QUOTED),
    ("TSV", "x.tsv", f"a\tb\n1\t{TITLE}\n", IS_TITLE),
    ("JSON", "x.json", _STRINGS, IS_GERMAN),
    ("JSON with HTML", "search/search_index.json", _STRINGS, IS_RUN),
    ("JSON of one line with a mark", "x.json", b"\xef\xbb\xbf" + _STRINGS.encode(), IS_GERMAN),
    ("JSON keys", "tags.json", json.dumps({"mappings": {TAG: ["a"]}}), IS_TAG),
    ("JSON with escaped slashes", "x.json", '{"a": "<b>Quixotic<\\/b> Harbour\\/Regatta"}', IS_TITLE),
    ("JSON with pairs", "x.json", json.dumps(f"{BOLD} Harbour Regatta"), IS_TITLE),
    ("JSON that is broken", "x.json", '{"a": "Quixotic\\u0020Harbour Regatta",, }', IS_TITLE),
    ("pairs in a script", "x.js", r'f("\ud835\udc10uixotic Harbour Regatta")', IS_TITLE),
    ("script that names JSON", "search/search_index.js", f"var __index = {_STRINGS};\n", IS_GERMAN),
    ("tag-like signs in two values", "x.json", json.dumps({"a": "x <b", "b": TITLE, "c": "y > z"}), IS_TITLE),
    ("script", "x.js", f"(()=>{{var a='{TITLE}',b=`x`}})()", IS_TITLE),
    ("script with escapes", "x.js", r"f('Q\u0075ixotic \u{48}arbour R\x65gatta')", IS_TITLE),
    ("script with HTML", "x.js", 'f("<p class=\\"a\\">Quixotic <b class=\\"b\\">Harbour</b> Regatta</p>","x","y")', IS_TITLE),  # noqa: E501
    ("style sheet", "x.css", f"a::after{{content:\"{TITLE}\"}}", IS_TITLE),
    ("NDJSON", "x.ndjson", f'{{"a": "x"}}\n{{"a": {json.dumps(GERMAN)}}}\n', IS_GERMAN),
    ("source map", "x.js.map", json.dumps({"version": 3, "sourcesContent": [f"// {TITLE}\n"]}), IS_TITLE),
    ("web manifest", "x.webmanifest", json.dumps({"shortcuts": [{"name": TITLE}]}), IS_TITLE),
    ("sitemap", "sitemap.xml", "<?xml version='1.0'?><urlset><url><loc>https://x.org/quixotic-harbour-regatta/</loc></url></urlset>", IS_TITLE),  # noqa: E501
    ("RSS", "feed.xml", _FEED.format(f"<title>{TITLE}</title>"), IS_TITLE),
    ("RSS with escaped HTML", "feed.xml", _FEED.format(f"<description>{_TWICE}</description>"), IS_TITLE),
    ("RSS escaped twice", "feed.xml", _FEED.format(f"<description>{html.escape(_TWICE)}</description>"), IS_TITLE),
    ("RSS with CDATA", "feed.xml", _FEED.format("<description><![CDATA[<p>Quixotic <b>Harbour</b> Regatta</p>]]></description>"), IS_TITLE),  # noqa: E501
    ("Atom", "atom.xml", f"<feed><entry><title type='html'>{_TWICE}</title></entry></feed>", IS_TITLE),
    ("JSON feed", "feed.json", json.dumps({"items": [{"content_html": "<p>Quixotic <i>Harbour</i> Regatta</p>"}]}), IS_TITLE),  # noqa: E501
    ("calendar", "x.ics", _EVENT, IS_GERMAN),
    ("card", "x.vcf", _CARD, IS_TITLE),
    ("quoted-printable", "x.eml", quopri.encodestring((GERMAN_RUN + ", " + GERMAN).encode()), IS_GERMAN),
    ("quoted-printable broken in a word", "x.eml", "a=3D1 Quixotic Harb=\r\nour Regatta", IS_TITLE),
    ("mail header", "x.eml", f"Subject: =?utf-8?b?{base64.b64encode(GERMAN.encode()).decode()}?=\r\n\r\nx", IS_GERMAN),
    ("Base64", "x.txt", base64.b64encode(TITLE.encode()), IS_TITLE),
    ("Base64 of a mail", "x.eml", f"Content-Transfer-Encoding: base64\r\n\r\n{_WRAPPED}\r\n--x--\r\n", IS_RUN),
    ("Base64 below a boundary", "x.eml", f"------------------------------abc\n{_WRAPPED}\nEnd", IS_RUN),
    ("Base64 for addresses", "x.txt", _LANDSCAPE, IS_GERMAN),
    ("Base64 of UTF-16", "x.txt", base64.b64encode(TITLE.encode("utf-16-le")), IS_TITLE),
    ("Base64 of gzip", "x.txt", base64.b64encode(gzip.compress(TITLE.encode())), IS_TITLE),
    ("Base64 in JSON", "x.json", json.dumps({"x": base64.b64encode(_STRINGS.encode()).decode()}), IS_GERMAN),
    ("file", "x/quixotic-harbour-regatta.html", page("x"), IS_TITLE),
    ("folder", "quixotic-harbour-regatta/index.html", page("x"), IS_TITLE),
    ("percent escapes in the name of a file", "Quixotic%20Harbour%20Regatta", page("x"), IS_TITLE),
    ("dot file", ".cache/.x", TITLE, IS_TITLE),
    ("no ending", "CNAME", TITLE, IS_TITLE),
    ("robots", "robots.txt", "Disallow: /quixotic-harbour-regatta/\n", IS_TITLE),
    ("SVG", "x.svg", f"<svg xmlns='http://www.w3.org/2000/svg'><title>{TITLE}</title></svg>", IS_TITLE),
    ("SVG metadata", "x.svg", f"<svg><metadata><rdf:RDF><dc:title>{TITLE}</dc:title></rdf:RDF></metadata></svg>", IS_TITLE),  # noqa: E501
    ("SVG description", "x.svg", "<?xml version='1.0'?>\n<svg><desc>Quixotic\nHarbour Regatta</desc></svg>", IS_TITLE),
    ("YAML", "x.yml", f"a:\n  - '{TITLE}'\n", IS_TITLE),
    ("bytes", "x.bin", bytes(range(256)) + GERMAN.encode() + bytes(range(256)), IS_GERMAN),
    ("bytes in Latin-1", "x.bin", bytes(range(256)) + b"\0" + GERMAN.encode("latin-1") + b"\0", IS_GERMAN),
    ("page of a large site", "x.html", page(f"<p>{TITLE}</p>" + "<p>word and word</p>\n" * 30_000), IS_TITLE),
)  # fmt: skip


def zipped(*files: tuple[str, bytes], comment: bytes = b"", note: bytes = b"") -> bytes:
    """A zip with some files."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files:
            member = zipfile.ZipInfo(name)
            member.comment, member.compress_type = note, zipfile.ZIP_DEFLATED
            archive.writestr(member, content)
        archive.comment = comment
    return stream.getvalue()


def tarred(name: str, content: bytes, mode: str = "w:gz") -> bytes:
    """A tar with one file."""
    stream = io.BytesIO()
    with tarfile.open(fileobj=stream, mode=mode) as archive:
        member = tarfile.TarInfo(name)
        member.size = len(content)
        archive.addfile(member, io.BytesIO(content))
    return stream.getvalue()


def named_gzip(name: str) -> bytes:
    """A gzip that says how the file was called."""
    stream = io.BytesIO()
    with gzip.GzipFile(name, "wb", fileobj=stream) as file:
        file.write(b"x")
    return stream.getvalue()


def in_archives() -> Iterator[tuple[str, str, bytes, Told]]:
    """Leaks in files that hold files."""
    text = f"a {TITLE} b".encode()
    document = "<w:p><w:r><w:t>Quixotic</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t xml:space='preserve'> Harbour Regatta</w:t></w:r></w:p>"  # noqa: E501
    cells = "<sst><si><r><t>Quixotic</t></r><r><t> Harbour Regatta</t></r></si></sst>"
    yield "gzip", "sitemap.xml.gz", gzip.compress(f"<loc>{TITLE}</loc>".encode()), IS_TITLE
    yield "name in gzip", "x.gz", named_gzip("quixotic-harbour-regatta.txt"), IS_TITLE
    yield "gzip in two parts", "x.gz", gzip.compress(b"a") + gzip.compress(text), IS_TITLE
    yield "gzip with more behind it", "x.gz", gzip.compress(text) + b"garbage", IS_TITLE
    yield "gzip cut short", "x.gz", gzip.compress(text + bytes(range(256)) * 9)[:-20], IS_TITLE
    yield "gzip in gzip", "x.gz", gzip.compress(gzip.compress(text)), IS_TITLE
    yield "bzip2", "x.bz2", bz2.compress(text), IS_TITLE
    yield "xz", "x.xz", lzma.compress(text), IS_TITLE
    yield "zip", "x.zip", zipped(("a.txt", text)), IS_TITLE
    yield "name in a zip", "x.zip", zipped(("x/quixotic-harbour-regatta.txt", b"")), IS_TITLE
    yield "name of a folder in a zip", "x.zip", zipped(("quixotic-harbour-regatta/", b"")), IS_TITLE
    yield "comment of a zip", "x.zip", zipped(("a", b""), comment=text), IS_TITLE
    yield "comment in a zip", "x.zip", zipped(("a", b""), note=text), IS_TITLE
    yield "zip in a zip", "x.zip", zipped(("a.zip", zipped(("b.html", f"<p>{GERMAN}</p>".encode())))), IS_GERMAN
    yield "zip behind a picture", "x.jpg", jpeg() + zipped(("a.txt", text)), IS_TITLE
    yield "docx", "x.docx", zipped(("word/document.xml", document.encode())), IS_TITLE
    yield "xlsx", "x.xlsx", zipped(("xl/sharedStrings.xml", cells.encode())), IS_TITLE
    yield (
        "properties of docx",
        "x.docx",
        zipped(("docProps/core.xml", f"<dc:title>{TITLE}</dc:title>".encode())),
        IS_TITLE,
    )
    yield "tar", "x.tar", tarred("a.txt", text, "w"), IS_TITLE
    yield "tar.gz", "x.tar.gz", tarred("a.txt", text), IS_TITLE
    yield "name in tar", "x.tar.gz", tarred("quixotic-harbour-regatta.txt", b""), IS_TITLE
    yield "tar.bz2", "x.tar.bz2", tarred("a.txt", text, "w:bz2"), IS_TITLE


def in_pictures() -> Iterator[tuple[str, str, bytes, Told]]:
    """Leaks in metadata."""
    title, latin = TITLE.encode(), GERMAN.encode("latin-1")
    xmp = f"<x:xmpmeta><dc:title><rdf:li>{TITLE}</rdf:li></dc:title></x:xmpmeta>".encode()
    yield "PNG text", "x.png", png(("tEXt", b"Title\0" + title)), IS_TITLE
    yield "PNG text in Latin-1", "x.png", png(("tEXt", b"Title\0" + latin)), IS_GERMAN
    yield "PNG compressed text", "x.png", png(("zTXt", b"Title\0\0" + zlib.compress(title))), IS_TITLE
    yield "PNG text in UTF-8", "x.png", png(("iTXt", b"Title\0\0\0de\0Titel\0" + GERMAN.encode())), IS_GERMAN
    yield "PNG compressed UTF-8", "x.png", png(("iTXt", b"Title\0\1\0\0\0" + zlib.compress(GERMAN.encode()))), IS_GERMAN
    yield "PNG XMP", "x.png", png(("iTXt", b"XML:com.adobe.xmp\0\0\0\0\0" + xmp)), IS_TITLE
    yield "PNG EXIF", "x.png", png(("eXIf", exif(0x010E, 2, title)[6:])), IS_TITLE
    yield "JPEG comment", "x.jpg", jpeg(comment=title), IS_TITLE
    yield "JPEG comment in Latin-1", "x.jpg", jpeg(comment=latin), IS_GERMAN
    yield "JPEG EXIF", "x.jpg", jpeg(exif=exif(0x010E, 2, title + b"\0")), IS_TITLE
    yield "JPEG EXIF in UTF-16", "x.jpg", jpeg(exif=exif(0x9C9B, 1, GERMAN.encode("utf-16-le"))), IS_GERMAN
    yield "JPEG EXIF in Chinese", "x.jpg", jpeg(exif=exif(0x9C9B, 1, CHINESE.encode("utf-16-le"))), IS_CHINESE
    yield "JPEG EXIF comment", "x.jpg", jpeg(exif=exif(0x9286, 7, b"UNICODE\0" + TITLE.encode("utf-16-be"))), IS_TITLE
    yield "JPEG XMP", "x.jpg", jpeg(exif=b"http://ns.adobe.com/xap/1.0/\0" + xmp), IS_TITLE
    yield (
        "JPEG IPTC",
        "x.jpg",
        jpeg(iptc=b"Photoshop 3.0\0" + b"8BIM\x04\x04\0\0\0\x1d\x1c\x02\x78\0\x18" + title),
        IS_TITLE,
    )
    yield "WebP EXIF", "x.webp", webp(("EXIF", exif(0x010E, 2, title)[6:])), IS_TITLE
    yield "WebP XMP", "x.webp", webp(("XMP ", xmp)), IS_TITLE
    yield "GIF comment", "x.gif", gif(title), IS_TITLE


def in_pdfs() -> Iterator[tuple[str, str, bytes, Told]]:
    """Leaks in all corners of PDFs."""
    show = f"BT /F1 12 Tf 72 700 Td ({TITLE}) Tj ET".encode()
    pieces = b"BT /F1 12 Tf 72 700 Td [(Qui) -20 (xotic Har) 15 (bour) -250 ( Regatta)] TJ ET"
    hexadecimal = b"BT /F1 12 Tf 72 700 Td <" + TITLE.encode().hex().encode() + b"> Tj ET"
    lines = b"BT /F1 12 Tf 14 TL 72 700 Td (Quixotic Har-) Tj T* (bour Regatta) Tj ET"
    name = TITLE.encode()
    note = b"/Annots[<</Type/Annot/Subtype/Text/Rect[0 0 9 9]/Contents(" + name + b")>>]"
    link = (
        b"/Annots[<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/A<</S/URI/URI(https://x.org/quixotic-harbour-regatta)>>>>]"
    )
    field = b"/AcroForm<</Fields[6 0 R]>>"
    xmp = f"<x:xmpmeta><dc:title>{TITLE}</dc:title></x:xmpmeta>".encode()
    yield "PDF text", "x.pdf", pdf_of(show), IS_TITLE
    yield "PDF packed", "x.pdf", pdf_of(show, packed=True), IS_TITLE
    yield "PDF text in pieces", "x.pdf", pdf_of(pieces, packed=True), IS_TITLE
    yield "PDF text in hexadecimal", "x.pdf", pdf_of(hexadecimal), IS_TITLE
    yield "PDF with a hyphen", "x.pdf", pdf_of(lines, packed=True), IS_TITLE
    yield "PDF properties", "x.pdf", pdf_of(b"", information=b"/Title(" + name + b")"), IS_TITLE
    wide = (b"\xfe\xff" + GERMAN.encode("utf-16-be")).hex().encode()
    yield "PDF properties in UTF-16", "x.pdf", pdf_of(b"", information=b"/Subject<" + wide + b">"), IS_GERMAN
    yield "PDF note", "x.pdf", pdf_of(b"", page=note), IS_TITLE
    yield "PDF link", "x.pdf", pdf_of(b"", page=link), IS_TITLE
    yield "PDF form", "x.pdf", pdf_of(b"", catalog=field, more=(b"<</FT/Tx/T(x)/V(" + name + b")>>",)), IS_TITLE
    metadata = b"<</Type/Metadata/Subtype/XML/Length %d>>stream\n" % len(xmp) + xmp + b"\nendstream"
    yield "PDF XMP", "x.pdf", pdf_of(b"", catalog=b"/Metadata 6 0 R", more=(metadata,)), IS_TITLE
    packed = zlib.compress(xmp)
    unused = b"<</Filter/FlateDecode/Length %d>>stream\n" % len(packed) + packed + b"\nendstream"
    yield "PDF stream that nothing uses", "x.pdf", pdf_of(b"", more=(unused,)), IS_TITLE
    yield "PDF cut short", "x.pdf", pdf_of(show, packed=True)[:-250], IS_TITLE
    yield "PDF in a zip", "x.zip", zipped(("a.pdf", pdf_of(show, packed=True))), IS_TITLE
    yield "PDF bookmark", "x.pdf", _written_pdf("bookmark"), IS_TITLE
    yield "PDF attached file", "x.pdf", _written_pdf("file"), IS_GERMAN
    yield "PDF name of an attached file", "x.pdf", _written_pdf("file name"), IS_TITLE
    yield "PDF properties by a program", "x.pdf", _written_pdf("properties"), IS_GERMAN


def _written_pdf(where: str) -> bytes:
    writer = PdfWriter()
    writer.append(PdfReader(io.BytesIO(pdf("x"))))
    if where == "bookmark":
        writer.add_outline_item(title=TITLE, page_number=0)
    elif where == "file":
        writer.add_attachment("a.txt", GERMAN.encode())
    elif where == "file name":
        writer.add_attachment("quixotic-harbour-regatta.txt", b"x")
    else:
        writer.add_metadata({"/Keywords": GERMAN})
    for one in writer.pages:
        one.compress_content_streams()
    stream = io.BytesIO()
    writer.write(stream)
    return stream.getvalue()


def attachments() -> Iterator[tuple[str, str, bytes, Told]]:
    """Copies of attachments that are not published."""
    for uri, content in ATTACHMENTS.items():
        if uri != "files/open.png":
            told = ("attachment", uri, 1)
            ending = uri.rpartition(".")[2]
            encoded = base64.b64encode(content).decode()
            yield f"attached {ending}", f"x/y.{ending}", content, told
            yield f"attached {ending} in a zip", "x.zip", zipped((f"y.{ending}", content)), told
            yield f"attached {ending} in gzip", "x.gz", gzip.compress(content), told
            yield f"attached {ending} in an address", "x.html", page(f"<img src='data:x/y;base64,{encoded}'>"), told
            yield (
                f"attached {ending} in a style sheet",
                "x.css",
                f"a{{background:url(data:x/y;base64,{encoded})}}".encode(),
                told,
            )
    for uri, content in (("files/a1.jpg", JPEG), ("files/a2.png", PNG)):
        clean = published_bytes(content, uri)
        assert clean not in (None, content)
        yield f"{uri} without metadata", "x/y.bin", clean or b"", ("attachment", uri, 1)
    carrier = PdfWriter()
    carrier.append(PdfReader(io.BytesIO(PDF)))
    carrier.add_attachment("a.txt", TEXT)
    stream = io.BytesIO()
    carrier.write(stream)
    yield "attached txt in a PDF", "x.pdf", stream.getvalue(), ("attachment", "files/a3.txt", 1)
