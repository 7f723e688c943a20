"""The forms in which a digest is given out."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from email.headerregistry import Address

    from portfolio_gen.exports.digest.document import Digest

FORMS = ("text", "markdown", "html", "eml", "json")
"""What `--format` may be."""


def formed(digest: Digest, form: str, to: tuple[str, ...], sender: str | None) -> str | bytes:
    """A digest in one of FORMS.

    Raises:
        click.UsageError: `to` or `sender` is no e-mail address, or the form is no mail.
    """
    if form != "eml" and (to or sender):
        raise click.UsageError("--to and --from are for --format eml")
    match form:
        case "markdown":
            from portfolio_gen.exports.digest.markdown import digest_markdown

            return digest_markdown(digest)
        case "html":
            from portfolio_gen.exports.digest.page import digest_page

            return digest_page(digest)
        case "eml":
            from portfolio_gen.exports.digest.mail import digest_mail

            senders = _addresses("--from", (sender,) if sender else ())
            return digest_mail(digest, _addresses("--to", to), next(iter(senders), None))
        case "json":
            from portfolio_gen.exports.digest.json_document import digest_document

            return json.dumps(digest_document(digest), indent=2, ensure_ascii=False) + "\n"
        case _:
            from portfolio_gen.exports.digest.text import digest_text

            return digest_text(digest)


def _addresses(option: str, written: tuple[str, ...]) -> tuple[Address, ...]:
    from portfolio_gen.exports.digest.mail import mail_address

    found = []
    for text in written:
        address = mail_address(text.strip())
        if address is None:
            raise click.UsageError(f"{option}: {text!r} is no e-mail address; write it as lena@example.org")
        found.append(address)
    return tuple(found)
