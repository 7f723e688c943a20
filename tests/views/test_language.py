"""Pages in the language of the site, and texts that are in another one."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from portfolio_gen.wording.catalogues import catalogue, languages
from tests.builders import build, page

ENTRY = "journal/2026-03-05-eis.md"
EXAMPLE = Path(__file__).parents[2] / "content"


@pytest.mark.parametrize(("lang", "marked"), [("de", True), ("de-AT", True), ("en", False), ("en-GB", False)])
def test_a_text_in_another_language_than_the_site_says_so(lang: str, marked: bool):
    built = build({ENTRY: f"---\naudience: public\nlang: {lang}\n---\n# Eis\n\nGlatt.\n"})
    assert (f'<div lang="{lang}" dir="auto" markdown="1">\n\nGlatt.\n\n</div>' in page(built, ENTRY)) is marked


@pytest.mark.parametrize("lang", ['"x\\" onclick=\\"y"', "German", "d", '"<b>"'])
def test_what_is_no_language_marks_nothing(lang: str):
    built = build({ENTRY: f"---\naudience: public\nlang: {lang}\n---\n# Eis\n\nGlatt.\n"})
    assert "lang=" not in page(built, ENTRY)


def test_our_words_around_a_text_stay_outside_of_its_language():
    built = build(
        {
            ENTRY: "---\naudience: public\nlang: de\n---\n# Eis\n\nGlatt.\n",
            "goals/go.md": f"---\naudience: public\n---\n# Go\n\n[There](../{ENTRY})\n",
            "journal/2026-04-01-x.md": f"---\naudience: public\n---\n# X\n\n[There](../{ENTRY})\n",
        }
    )
    text = page(built, ENTRY)
    assert "Linked from" in text[text.index("</div>", text.index("Glatt")) :]


@pytest.mark.parametrize("language", [one for one in languages() if one != "en"])
def test_no_word_of_ours_stays_english_on_a_site_in_another_language(language: str):
    """Built from the example: none of the English messages that have another translation is on a generated page."""
    files = {
        path.relative_to(EXAMPLE).as_posix(): path.read_text("utf-8") if path.suffix == ".md" else ""
        for path in sorted(EXAMPLE.rglob("*")) if path.is_file()
    }  # fmt: skip
    english = page_words(files, "en")
    other = page_words(files, language)
    translations = catalogue(language)
    kept = {
        words for words in english & other
        if translations.gettext(words) != words and len(words) > 3
    }  # fmt: skip
    assert kept == set()


def page_words(files: dict[str, str], language: str) -> set[str]:
    """The headings of all generated pages, table heads and labels."""
    built = build(files, audience="team", language=language)
    text = "\n".join(page.text for page in built.generated)
    heads = re.findall(r"^#+ ([^\n{]+?) *(?:\{:[^\n]*)?$", text, re.MULTILINE)
    cells = [cell.strip() for row in re.findall(r"^\|(.+)\|\n\| *:?-", text, re.MULTILINE) for cell in row.split("|")]
    return {*heads, *cells}
