"""A title written where it stands: in the first heading, if no field says it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from portfolio_gen.drafting.words import in_markdown
from portfolio_gen.editing.fields.front_matter import fields_of
from portfolio_gen.editing.source_text import Edit
from portfolio_gen.markdown.headings import first_heading
from portfolio_gen.reading.front_matter import split_front_matter

_ATTRIBUTES = re.compile(r"[ \t]*\{:?[ \t]*[.#][^{}]*\}\s*\Z")


def heading_edits(text: str, title: str) -> Iterator[list[Edit]]:
    """The edits that write a title into the first heading, as they might be read; none if it stands elsewhere.

    Attributes behind the heading (`{#here}`) stay.
    """
    if not title or len(title.splitlines()) > 1 or fields_of(text).get("title") is not None:
        return
    body = split_front_matter(text).body
    span = first_heading(body)
    if span is None or not text.endswith(body):
        return
    start, end = (len(text) - len(body) + offset for offset in span)
    attributes = _ATTRIBUTES.search(text[start:end])
    end = start + attributes.start() if attributes else end
    words = in_markdown(title)
    yield [Edit(start, end, words)]
    if not attributes:
        # Signs '#' at the end close a heading.
        yield [Edit(start, end, f"{words} #")]
