"""Words of a writer in a draft: as little escaped as is right, since it is the writer who reads on."""

from __future__ import annotations

import html
import json
import re
from typing import Any

from portfolio_gen.model.field_types import WrittenNumber
from portfolio_gen.reading.yaml_loader import plain_value

_PLAIN = re.compile(r"\w(?:[\w ./+'()&!?-]*[\w.)!?+])?\Z")
_UNSEEN = re.compile("[^\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")

_ENTITY = re.compile(r"&[#\w]+;?")
_RULES = (
    # A backslash before what it would escape, and one at the end, with which Python-Markdown sees no heading.
    (re.compile(r"\\(?=[\W_]|\Z)"), r"\\\\"),
    (re.compile(r"([`\[])"), r"\\\1"),
    (re.compile(r"(?<=\])\("), r"\\("),
    (re.compile(r"(?<!\s)\*|\*(?!\s)"), r"\\*"),
    (re.compile(r"(?<![^\W_])_|_(?![^\W_])"), r"\\_"),
    (re.compile(r"\A#"), r"\\#"),
    (re.compile(r"\{"), "&#123;"),
    (re.compile(r"<(?=[A-Za-z/!?]|.*>)"), "&lt;"),
    (re.compile(r"(?<=--)>"), "&gt;"),
    (re.compile(r":(?=[\w+-]+:)"), "&#58;"),
)
"""What would mean something in a line of Markdown, and how it is written so that it does not."""
_PAIRED = "~^$=+"
"""Signs that mean something to extensions of Markdown where they stand in pairs."""


def in_markdown(words: str) -> str:
    """Plain words as Markdown that shows just these words, in a heading or behind other words of a line."""
    text = _ENTITY.sub(
        lambda match: match[0].replace("&", "&amp;") if html.unescape(match[0]) != match[0] else match[0], words
    )
    for pattern, written in _RULES:
        text = pattern.sub(written, text)
    for sign in _PAIRED:
        if len(re.findall(f"{re.escape(sign)}+", words)) > 1:
            text = text.replace(sign, f"&#{ord(sign)};")
    return text


def in_yaml(text: str) -> str:
    """A text as a scalar of YAML, in quotes if it needs them; also inside a list in brackets."""
    if _PLAIN.match(text) and isinstance(plain_value(text), str):
        return text
    # The reader takes marks of passages for such wherever they stand.
    quoted = json.dumps(text, ensure_ascii=False).replace("<!-", "\\u003c!-")
    return _UNSEEN.sub(lambda sign: f"\\U{ord(sign[0]):08x}", quoted)


def value_in_yaml(value: Any) -> str:
    """A value as YAML on one line."""
    if isinstance(value, dict):
        return f"{{{', '.join(f'{in_yaml(str(key))}: {value_in_yaml(inner)}' for key, inner in value.items())}}}"
    if isinstance(value, list):
        return f"[{', '.join(map(value_in_yaml, value))}]"
    if isinstance(value, str):
        return in_yaml(value)
    if isinstance(value, WrittenNumber):
        return value.text
    return "null" if value is None else str(value).lower()
