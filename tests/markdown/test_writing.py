"""Markdown that means what it says."""

from __future__ import annotations

import posixpath
from html.parser import HTMLParser
from urllib.parse import unquote

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown.extensions.toc import slugify

import markdown
from portfolio_gen.markdown.text_links import linked_text
from portfolio_gen.markdown.writing import cell, destination, escaped, link_to, one_line, slug


class Text(HTMLParser):
    """All text of a document, and the tags in it."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.text = ""
        self.tags: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        self.text += data


def shown(source: str) -> tuple[str, list[str]]:
    """The words that a reader sees, blanks put together, and the elements around them."""
    parser = Text()
    parser.feed(markdown.markdown(source, extensions=["tables", "attr_list", "md_in_html"]))
    parser.close()
    return " ".join(parser.text.split()), parser.tags


PLACES = {
    "paragraph": "{}",
    "within a paragraph": "so {} then",
    "list item": "- {}",
    "second list item": "- a\n- {}",
    "numbered item": "1. {}",
    "link": "[{}](a.md)",
    "link in a list": "- [{}](a.md) x",
    "cell": "| a | b |\n| --- | --- |\n| {} | x |",
    "link in a cell": "| a | b |\n| --- | --- |\n| [{}](a.md) | x |",
    "bold": "**{}**",
    "list in a div": '<div class="x" markdown="1">\n\n- {}\n\n</div>',
    "span in a list": '- <span class="x">{}</span> y',
    "heading": "# {}",
    "lower heading": "### {}",
}
WORDS = (
    st.lists(
        st.sampled_from(
            [*"\\`*_{}[]()<>#+-.!|&;:~^$=\"'/?%@, aA1é0x", "1.", "12)", "&amp;", "&#35;", "---", "***", "[[a]]",
             "[a](b)", "![a](b)", "{#x}", "{: .y}", "`c`", "**b**", "__", "<b>", "</b>", "<!--", "-->", "<http://a.b>",
             "C#", ":x:", "~~", "http://a.b", "a@b.c", "\U0001f600", "\\|", " # "]
        ),
        min_size=1,
        max_size=8,
    ).map("".join)
    | st.text(st.characters(exclude_categories=("Cc", "Cf", "Cs", "Zl", "Zp")), max_size=12)
).map(lambda words: " ".join(words.split())).filter(bool)  # fmt: skip


@pytest.mark.parametrize("place", PLACES.values(), ids=PLACES)
@settings(max_examples=150, deadline=None, database=None, derandomize=True)
@given(words=WORDS)
@example(words="--")
@example(words="C#")
@example(words="1. a")
@example(words="- a")
@example(words="# a")
@example(words="a|b\\|c")
@example(words="&amp; &lt;b&gt; &#35;")
@example(words="a_b_c **d** `e`")
@example(words="{#x} a {: .b}")
@example(words="[a](b) [[c]] ![d](e)")
@example(words="a\\")
@example(words="a]: b")
@example(words="<script>alert(1)</script>")
def test_escaped_words_show_just_themselves(place: str, words: str):
    plain, elements = shown(place.replace("{}", "PLACE"))
    assert shown(place.replace("{}", escaped(words))) == (plain.replace("PLACE", words), elements)


@settings(max_examples=200, deadline=None, database=None, derandomize=True)
@given(WORDS)
def test_escaped_words_hold_no_links(words: str):
    assert linked_text(escaped(words)).links == ()


SEGMENTS = st.text("ab. _-~()#?%&+é字\U0001f600'\"<>[]|\\:;=@!,*`{}^$0", min_size=1, max_size=8).filter(
    lambda segment: segment not in (".", "..")
)
URIS = st.lists(SEGMENTS, min_size=1, max_size=4).map("/".join)


@settings(max_examples=400, deadline=None, database=None, derandomize=True)
@given(URIS, URIS)
@example("a/b.md", "a/b.md")
@example("a.md", "b/c/d.md")
@example("C#/50%.md", "index.md")
def test_a_destination_leads_from_one_page_to_the_other(uri: str, at: str):
    way = unquote(destination(uri, at))
    assert posixpath.normpath(posixpath.join(posixpath.dirname(at), way)) == uri


@settings(max_examples=300, deadline=None, database=None, derandomize=True)
@given(WORDS, URIS, URIS)
@example("[a](b)", "a.md", "b.md")
def test_a_written_link_is_read_as_it_was_meant(words: str, uri: str, at: str):
    (link,) = linked_text(link_to(words, uri, at, "part")).links
    assert (link.form, link.fragment) == ("link", "part")
    assert posixpath.normpath(posixpath.join(posixpath.dirname(at), link.target)) == uri


@settings(max_examples=200, deadline=None, database=None, derandomize=True)
@given(WORDS, URIS)
def test_a_written_link_is_rendered_as_one_link(words: str, uri: str):
    assert shown(link_to(words, uri, "index.md")) == (words, ["p", "a"])


def test_destinations_are_relative_and_readable():
    assert destination("goals/a b.md", "journal/c.md") == "../goals/a%20b.md"
    assert destination("goals/a.md", "goals/b.md", "why") == "a.md#why"
    assert destination("goals/été.md", "index.md") == "goals/été.md"


def test_a_cell_is_one_line_without_bars():
    assert cell("a | b\n\n  c\td") == "a &#124; b c d"


def test_one_line_has_single_blanks():
    assert one_line(" a\n b\t\tc\r\n") == "a b c"


@settings(max_examples=300, deadline=None, database=None, derandomize=True)
@given(st.text(max_size=30))
@example("Été à Paris: C# & Go!")
@example("--a--b--")
def test_an_anchor_is_that_of_the_host(heading: str):
    assert slug(heading) == slugify(heading, "-")
