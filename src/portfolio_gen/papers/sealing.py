"""A document locked with a password: a file that opens in a browser, without a network and without a program.

What it protects from, and what not, stands in the manual. It is an addition: what a reader may not see is not in the
document at all.
"""

from __future__ import annotations

import base64
import json
import os
import re
import unicodedata
from importlib.resources import files

from markupsafe import Markup

from portfolio_gen.papers.errors import MissingExtraError, WeakPasswordError
from portfolio_gen.papers.html import environment, policy_for

ROUNDS = 600_000
"""Rounds of PBKDF2 with SHA-256 (OWASP, Password Storage Cheat Sheet, 2023)."""
SHORTEST = 12
"""Signs of a password: each guess costs the same, and there is no end to them."""
_BLOCK = 16_384
"""Bytes to a multiple of which a document is filled up, so that its length says little."""

_STYLE = re.compile(r"<style>(.*?)</style>", re.DOTALL)
_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)


def sealed(html: str, password: str, language: str) -> str:
    """An HTML file that asks for the password, and shows the document once it is right.

    All of the document is encrypted, its title included, with AES-GCM of 256 bits. The key comes from the password by
    PBKDF2, with a salt and a nonce of its own each time, so two of them are never equal.

    Raises:
        WeakPasswordError: the password is too short.
        MissingExtraError: the library for it is not installed.
    """
    try:
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM
        from cryptography.hazmat.primitives.hashes import SHA256
        from cryptography.hazmat.primitives.kdf.pbkdf2 import PBKDF2HMAC
    except ImportError:
        raise MissingExtraError("a password", "crypto") from None
    secret = unicodedata.normalize("NFKC", password)
    if len(secret) < SHORTEST or len(set(secret)) < SHORTEST // 2:
        raise WeakPasswordError(f"this password could be guessed; take {SHORTEST} signs or more, such as four words")
    salt, nonce = os.urandom(16), os.urandom(12)
    key = PBKDF2HMAC(SHA256(), length=32, salt=salt, iterations=ROUNDS).derive(secret.encode("utf-8"))
    locked = AESGCM(key).encrypt(nonce, _padded(html), None)
    parts = {"salt": salt, "nonce": nonce, "locked": locked}
    written = {name: base64.b64encode(part).decode("ascii") for name, part in parts.items()}
    script, style = _asset("unseal.js"), _asset("sealed.css")
    return (
        environment(language)
        .get_template("sealed.html.jinja")
        .render(
            language=language,
            # The document takes the place of this page, and the page's policy stays.
            policy=policy_for([style, *_STYLE.findall(html)], [script, *_SCRIPT.findall(html)]),
            style=Markup(style),
            script=Markup(script),
            box=json.dumps({"rounds": ROUNDS, **written}),
        )
    )


def _padded(html: str) -> bytes:
    text = html.encode("utf-8")
    # White space behind the end of a document is part of it, and shows nowhere.
    return text + b"\n" * (-len(text) % _BLOCK)


def _asset(name: str) -> str:
    text = (files("portfolio_templates") / "assets" / "sealed" / name).read_text("utf-8")
    return f"\n{text}"
