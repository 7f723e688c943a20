"""A digest as a mail that is sent by whom it is for, or by nobody."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import UTC, datetime, time
from email.charset import QP, Charset
from email.header import Header
from email.headerregistry import Address
from email.mime.multipart import MIMEMultipart
from email.mime.nonmultipart import MIMENonMultipart
from email.policy import compat32
from email.utils import format_datetime
from hashlib import sha256

from portfolio_gen.exports.digest.document import Digest
from portfolio_gen.exports.digest.page import digest_page
from portfolio_gen.exports.digest.text import digest_text

_ADDRESS = re.compile(r"[^\s@<>\"',;:\\()\[\]\x00-\x20\x7f]{1,64}@[A-Za-z0-9.-]{1,255}", re.ASCII)
_PLAIN = 64
"""How many signs a subject has at most that fits on its line."""
_LINES = compat32.clone(linesep="\r\n")
"""The newer policies decode what looks like an encoded word in a title, and put blanks where they fold it."""
_QUOTED = Charset("utf-8")
_QUOTED.body_encoding = QP


def mail_address(text: str) -> Address | None:
    """An e-mail address, alone; None if it is none."""
    if not _ADDRESS.fullmatch(text) or not text.isascii():
        return None
    user, _, domain = text.partition("@")
    return Address(username=user, domain=domain)


def digest_mail(digest: Digest, to: Sequence[Address] = (), sender: Address | None = None) -> bytes:
    """The digest as a MIME message with a text and the same as a page; equal digests are equal bytes.

    Its date is the day of the digest, and its id is made of what it says. Without `to` and `sender` it has neither.
    """
    text, page = digest_text(digest), digest_page(digest)
    mark = sha256(f"{digest.title}\0{digest.audience}\0{digest.reader}\0{text}".encode()).hexdigest()
    mail = MIMEMultipart("alternative", boundary=f"=_{mark[32:]}", policy=_LINES)
    mail["Date"] = format_datetime(datetime.combine(digest.today, time(), UTC))
    if sender is not None:
        mail["From"] = str(sender)
    if to:
        mail["To"] = ", ".join(map(str, to))
    mail["Subject"] = _subject(digest.title).encode(linesep="\r\n")
    mail["Message-ID"] = f"<{mark[:32]}@portfolio.invalid>"
    # RFC 3834: so that nobody's note of absence answers.
    mail["Auto-Submitted"] = "auto-generated"
    mail["Content-Language"] = digest.language
    for content, subtype in ((text, "plain"), (page, "html")):
        part = MIMENonMultipart("text", subtype, policy=_LINES, charset="utf-8")
        part.set_payload(content, _QUOTED)
        mail.attach(part)
    return mail.as_bytes()


def _subject(title: str) -> Header:
    """A title as it is: encoded wherever a line would be folded, or words be taken for encoded ones."""
    is_plain = title.isascii() and len(title) <= _PLAIN and "=?" not in title
    return Header(title, "us-ascii" if is_plain else "utf-8", header_name="Subject")
