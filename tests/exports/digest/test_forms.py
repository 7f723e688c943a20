"""The forms of a digest, each compared with a file. After a change: UPDATE_GOLDEN=1 pytest, then read the diff."""

from __future__ import annotations

import json
from email import message_from_bytes
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import default
from html.parser import HTMLParser
from pathlib import Path

import jsonschema
import pytest

import markdown
from portfolio_gen.exports.digest.document import Digest
from portfolio_gen.exports.digest.json_document import DigestDocument, digest_document
from portfolio_gen.exports.digest.mail import digest_mail, mail_address
from portfolio_gen.exports.digest.markdown import digest_markdown
from portfolio_gen.exports.digest.page import digest_page
from portfolio_gen.exports.digest.text import digest_text
from tests.exports.digest.portfolios import HOSTILE, SITE, for_all, for_bo, own, titled
from tests.golden import check_golden_text

ELEMENTS = {"h1", "h2", "h3", "p", "ul", "li", "a", "span", "br", "strong", "em"}
EXPECTED = Path(__file__).with_name("expected")
DIGESTS = {
    "own": own(),
    "mentor": for_bo(),
    "shared": for_all(address=SITE.page),
    "empty": for_all({"people/ada/index.md": "---\naudience: public\n---\n# Ada\n"}),
}
FORMS = {
    "text.txt": digest_text,
    "markdown.md": digest_markdown,
    "page.html": digest_page,
    "mail.eml": lambda digest: digest_mail(digest, (Address(addr_spec="bo@example.org"),)).decode("ascii"),
    "document.json": lambda digest: json.dumps(digest_document(digest), indent=2, ensure_ascii=False) + "\n",
}


def mail_of(digest: Digest) -> EmailMessage:
    found = message_from_bytes(digest_mail(digest), policy=default)
    assert isinstance(found, EmailMessage)
    assert found.defects == []
    return found


class Shown(HTMLParser):
    """What a browser makes of a page: its elements, where its links lead, and the words that one sees."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.links: list[str] = []
        self.words = ""
        self._open: list[str] = []
        self.feed(page)
        self.close()
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}
        self.links += [value or "" for name, value in attrs if name == "href"]
        if tag not in ("meta", "br"):
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        if not {"title", "style"} & set(self._open):
            self.words = " ".join(f"{self.words}{data}".split()) + (" " if data[-1:].isspace() else "")


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("kind", DIGESTS)
def test_a_digest_looks_like_this(kind: str, form: str) -> None:
    check_golden_text(EXPECTED / f"{kind}-{form}", FORMS[form](DIGESTS[kind]))


@pytest.mark.parametrize("title", HOSTILE, ids=range(len(HOSTILE)))
def test_no_title_does_anything(title: str) -> None:
    digest = for_bo(titled(title), address=SITE.page)
    assert "Ada" not in digest.title
    text, page, mail = digest_text(digest), digest_page(digest), mail_of(digest)
    assert all(sign.isprintable() or sign == "\n" for sign in text.replace("\u200d", ""))
    found = Shown(page)
    assert {link[: len(SITE.url)] for link in found.links} == {SITE.url}
    assert found.attributes <= {"lang", "charset", "http-equiv", "content", "name", "class", "href"}
    assert found.tags <= ELEMENTS | {"html", "head", "meta", "title", "style", "body", "main"}
    assert sorted(mail.keys()) == [
        "Auto-Submitted", "Content-Language", "Content-Type", "Date", "MIME-Version", "Message-ID", "Subject",
    ]  # fmt: skip


@pytest.mark.parametrize("title", HOSTILE, ids=range(len(HOSTILE)))
def test_every_form_says_the_same_words(title: str) -> None:
    digest = for_bo(titled(title), address=SITE.page)
    wanted = {line.text for section in digest.sections for part in section.parts for line in part.lines}
    rendered = Shown(markdown.markdown(digest_markdown(digest))).words
    text = " ".join(digest_text(digest, width=0).split())
    for words in wanted:
        assert words in Shown(digest_page(digest)).words
        assert words in rendered.replace("\u2060", "")
        assert words in text
        assert words in json.dumps(digest_document(digest), ensure_ascii=False).replace('\\"', '"')


@pytest.mark.parametrize("title", HOSTILE, ids=range(len(HOSTILE)))
def test_markdown_calls_nobody_and_leads_only_to_the_site(title: str) -> None:
    digest = for_bo(titled(title), address=SITE.page)
    page = markdown.markdown(digest_markdown(digest), extensions=["pymdownx.magiclink", "tables", "attr_list"])
    found = Shown(page)
    assert found.tags <= ELEMENTS
    assert {link[: len(SITE.url)] for link in found.links} == {SITE.url}
    for said in (digest_markdown(digest), str(digest_document(digest)["text"])):
        assert not any(call in said for call in ("@all", "@channel", "<!", "<@", "<users", "@evil"))


@pytest.mark.parametrize("title", HOSTILE, ids=range(len(HOSTILE)))
def test_the_subject_of_a_mail_is_one_line(title: str) -> None:
    digest = own(titled(title))
    mail = mail_of(digest)
    assert mail["Subject"] == digest.title
    assert "all@example.org" in digest.title or mail["Bcc"] is None
    assert (mail["To"], mail["From"], mail["Bcc"], mail["Cc"]) == (None, None, None, None)
    body = mail.get_body(("plain",))
    assert body is not None and body.get_content().replace("\r\n", "\n") == digest_text(digest)


def test_a_mail_has_the_same_bytes_each_time_and_lines_that_every_server_takes() -> None:
    first, second = (digest_mail(for_bo(titled(HOSTILE[-1]))) for _ in range(2))
    assert first == second
    assert all(len(line) <= 998 and line.isascii() for line in first.split(b"\r\n"))
    assert b"\n" not in first.replace(b"\r\n", b"")


def test_the_id_of_a_mail_is_that_of_what_it_says() -> None:
    assert mail_of(DIGESTS["own"])["Message-ID"] != mail_of(DIGESTS["mentor"])["Message-ID"]


@pytest.mark.parametrize(
    "text", ["", "ada", "ada@", "a@b\nBcc: c@d", "a@b, c@d", "Ada <a@b.org>", "a b@c.org", "ä@b.org", "a@b>", "a\0@b"]
)
def test_what_is_no_single_address_is_none(text: str) -> None:
    assert mail_address(text) is None


@pytest.mark.parametrize("digest", DIGESTS.values(), ids=DIGESTS)
def test_the_document_has_the_form_that_is_told(digest: Digest) -> None:
    document = digest_document(digest)
    jsonschema.validate(document, DigestDocument.model_json_schema(mode="serialization"))


def test_a_page_loads_nothing() -> None:
    page = digest_page(DIGESTS["shared"])
    assert not any(found in page for found in ("src=", "url(", "@import", "<link", "<script"))
