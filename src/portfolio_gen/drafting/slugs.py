"""File names made of titles: readable, and possible on every machine."""

from __future__ import annotations

import re
import unicodedata

MOST_SIGNS = 60
"""How long a slug may be. Some systems count the bytes of a whole path."""
MOST_BYTES = 120
"""How many bytes a slug may take; file systems give a name 255, and other scripts take three bytes a sign."""

_LETTERS = str.maketrans({
    "ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "å": "a", "ł": "l", "đ": "d",
    "ð": "d", "þ": "th", "\u0131": "i", "ħ": "h", "ŋ": "n", "ĸ": "k", "ŧ": "t", "&": " and ",
    "'": "", "’": "", "ʼ": "", "´": "", "`": "",  # noqa: RUF001 - Signs that people type as apostrophes.
})  # fmt: skip
"""What a Latin letter without a simple form is written as. The umlauts are written as German writes them."""
_KEPT = ("L", "M", "N")
"""Categories of signs that stay: letters, marks on them, and figures."""
_UNSEEN = dict.fromkeys((0x115F, 0x1160, 0x3164, 0xFFA0, *range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0)))
"""Letters and marks that nobody sees."""
_DEVICES = frozenset({"con", "prn", "aux", "nul", "conin$", "conout$", "clock$"})
_PORT = re.compile(r"(?:com|lpt)[0-9¹²³]\Z")
_PAGES = frozenset({"index", "readme", "404"})


def slug(title: str, otherwise: str) -> str:
    """A title as a file's name without ending: words in lower case, joined by '-'.

    At most MOST_SIGNS long, words kept whole where they can be. Latin letters become ASCII, other scripts stay.
    Never hidden, never a name that Windows keeps for devices, or that makes a page something else (`index`):
    such a name gets `otherwise` in front. A title without letter or figure is called `otherwise`.
    """
    name = _shortened(_plain(title).split()) or otherwise
    return f"{otherwise}-{name}" if is_reserved(name) else name


def is_reserved(stem: str) -> bool:
    """Whether a name without ending means something else: a device of Windows, or the page of a folder."""
    folded = stem.casefold()
    return folded in _DEVICES or folded in _PAGES or _PORT.match(folded) is not None


def _plain(title: str) -> str:
    """The letters, figures and blanks of a title, in lower case; all else is a blank."""
    text = unicodedata.normalize("NFKC", title).lower().translate(_LETTERS)
    signs: list[str] = []
    for sign in unicodedata.normalize("NFD", text).translate(_UNSEEN):
        category = unicodedata.category(sign)
        # A mark says little on a Latin letter; on others it makes another letter. On nothing it is none.
        if category[0] != "M" or not (signs[-1:] or " ")[0].isascii():
            signs.append(sign if category[0] in _KEPT else "" if category == "Cf" else " ")
    return unicodedata.normalize("NFC", "".join(signs))


def _shortened(words: list[str]) -> str:
    """As many words as there is room for; a first word that is too long is cut."""
    kept: list[str] = []
    for word in words:
        if not _fits("-".join((*kept, word))):
            break
        kept.append(word)
    if kept or not words:
        return "-".join(kept)
    word = words[0][:MOST_SIGNS]
    while not _fits(word):
        word = word[:-1]
    return word


def _fits(name: str) -> bool:
    return len(name) <= MOST_SIGNS and len(name.encode("utf-8", "replace")) <= MOST_BYTES
