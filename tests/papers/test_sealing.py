"""Documents that are locked with a password."""

from __future__ import annotations

import base64
import json
import re

import pytest
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.pbkdf2 import PBKDF2HMAC

from portfolio_gen.papers.errors import WeakPasswordError
from portfolio_gen.papers.html import html_of
from portfolio_gen.papers.paper import Paper, Sheet
from portfolio_gen.papers.sealing import ROUNDS, sealed

PASSWORD = "four words are enough"
PAPER = html_of(
    Paper("Okapi", "en", "Made for Tapir.", (Sheet("a.md", "Zebra", "# Zebra\n\nQuagga.\n", is_summary=True),))
)


@pytest.fixture(scope="module")
def locked() -> str:
    return sealed(PAPER, PASSWORD, "en")


def opened(text: str, password: str) -> str:
    """The document in a locked file, as any other program would open it."""
    match = re.search(r'<pre id="box" hidden>(.*?)</pre>', text, re.DOTALL)
    assert match is not None
    box = json.loads(match[1].replace("&#34;", '"').replace("&quot;", '"'))
    salt, nonce, data = (base64.b64decode(box[name]) for name in ("salt", "nonce", "locked"))
    key = PBKDF2HMAC(SHA256(), 32, salt, box["rounds"]).derive(password.encode())
    return AESGCM(key).decrypt(nonce, data, None).decode().rstrip("\n")


def test_nothing_of_the_document_is_in_the_file_before_it_is_opened(locked: str) -> None:
    for word in ("Okapi", "Tapir", "Zebra", "Quagga", "quagga"):
        assert word in PAPER or word == "quagga"
        assert word not in locked
        assert base64.b64encode(word.encode()).decode().rstrip("=")[:-1] not in locked


def test_the_password_opens_it_and_another_does_not(locked: str) -> None:
    assert opened(locked, PASSWORD) == PAPER.rstrip("\n")
    with pytest.raises(InvalidTag):
        opened(locked, f"{PASSWORD} ")


def test_two_files_of_the_same_document_have_nothing_in_common() -> None:
    boxes = [re.findall(r"salt.*?locked.*?</pre>", sealed(PAPER, PASSWORD, "en"), re.DOTALL)[0] for _ in range(2)]
    assert boxes[0] != boxes[1]


def test_the_key_is_made_slowly() -> None:
    assert ROUNDS >= 600_000


@pytest.mark.parametrize("password", ["", "short", "elevenchars", "aaaaaaaaaaaaaaaaaa"])
def test_a_password_that_could_be_guessed_is_refused(password: str) -> None:
    with pytest.raises(WeakPasswordError, match="could be guessed"):
        sealed(PAPER, password, "en")


def test_the_length_says_little() -> None:
    lengths = {len(sealed(PAPER.replace("Quagga.", "Q" * count), PASSWORD, "en")) for count in (1, 500)}
    assert len(lengths) == 1
