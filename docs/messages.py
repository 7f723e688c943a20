"""Bring the message catalogues up to date with the words in code and templates: `make messages`.

What is new comes without a translation, what is gone leaves, and what was translated stays.
"""

from __future__ import annotations

import io
import sys
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

from portfolio_gen.views.reports.shapes import shape_in

ROOT = Path(__file__).resolve().parent.parent
CATALOGUES = ROOT / "templates/portfolio_templates/messages"

KEYWORDS = {
    "gettext": None,
    "ngettext": (1, 2),
    "pgettext": ((1, "c"), 2),
    "gettext_noop": None,
    "pgettext_noop": ((1, "c"), 2),
    "_": None,
}
_SOURCES = {
    ROOT / "src/portfolio_gen": [("**.py", "python")],
    ROOT / "templates/portfolio_templates/pages": [("**.jinja", "jinja2.ext.babel_extract")],
    ROOT / "templates/portfolio_templates/papers": [("**.jinja", "jinja2.ext.babel_extract")],
}
_TEMPLATES = {"trim_blocks": "true", "lstrip_blocks": "true", "newstyle_gettext": "true", "silent": "false"}

_HEADER = """\
# The words of portfolio-gen in another language. Messages come from code and templates: `make messages`.
msgid ""
msgstr ""
"Language: {language}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: {plurals}\\n"

"""
"""Without names and dates, which the history of the file tells."""


def messages() -> Catalog:
    """All messages of code and templates, with the files that say them."""
    found = Catalog(charset="utf-8")
    for folder, methods in _SOURCES.items():
        place = folder.relative_to(ROOT).as_posix()
        extracted = extract_from_dir(
            folder, methods, {"**.jinja": _TEMPLATES}, KEYWORDS, comment_tags=("Translators:",)
        )
        for name, _line, message, comments, context in sorted(extracted, key=lambda one: (one[0], one[1])):
            # Without line numbers, so that only a change of words changes a catalogue.
            found.add(message, locations=[(f"{place}/{name}", None)], auto_comments=comments, context=context)
    for path in sorted((ROOT / "templates/portfolio_templates/shapes").glob("*.yml")):
        shape = shape_in(path.stem, path.read_text("utf-8"), path.name)
        texts = (shape.title, shape.introduction, *(section.heading for section in shape.sections))
        for text in filter(None, texts):
            found.add(text, locations=[(path.relative_to(ROOT).as_posix(), None)])
    return found


def updated(text: bytes, language: str) -> bytes:
    """A catalogue with exactly the messages that there are."""
    catalogue = read_po(io.BytesIO(text), locale=language)
    known = messages()
    catalogue.update(known, no_fuzzy_matching=True)
    catalogue.obsolete.clear()
    written = io.BytesIO()
    write_po(
        written, catalogue, sort_output=True, omit_header=True, ignore_obsolete=True, include_lineno=False, width=110
    )
    return _HEADER.format(language=language, plurals=catalogue.plural_forms).encode() + written.getvalue()


def main() -> int:
    """Write every catalogue that is not up to date."""
    for path in sorted(CATALOGUES.glob("*.po")):
        path.write_bytes(updated(path.read_bytes(), path.stem))
    return 0


if __name__ == "__main__":
    sys.exit(main())
