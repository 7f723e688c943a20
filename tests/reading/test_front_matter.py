"""Where front matter ends and the text begins."""

from __future__ import annotations

import re
from contextlib import suppress

import frontmatter
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from mkdocs.utils import meta

from portfolio_gen.reading.front_matter import MAX_CHARACTERS, FrontMatterError, split_front_matter

BLOCK = "title: One\naudience: team\n"


def refused(text: str) -> tuple[str, int]:
    """The code of what is wrong with a text, and its line."""
    with pytest.raises(FrontMatterError) as caught:
        split_front_matter(text)
    return caught.value.code, caught.value.line


@pytest.mark.parametrize(
    ("text", "yaml_line", "body", "body_line"),
    [
        pytest.param(f"---\n{BLOCK}---\nText\n", 2, "Text\n", 5, id="plain"),
        pytest.param(f"\ufeff---\n{BLOCK}---\nText\n", 2, "Text\n", 5, id="byte order mark"),
        pytest.param(f"---\n{BLOCK}---\nText\n".replace("\n", "\r\n"), 2, "Text\n", 5, id="CRLF"),
        pytest.param(f"---\n{BLOCK}---\nText\n".replace("\n", "\r"), 2, "Text\n", 5, id="CR"),
        pytest.param(f"---\r\n{BLOCK}---\rText\r\n", 2, "Text\n", 5, id="mixed line ends"),
        pytest.param(f"\n  \n---\n{BLOCK}---\nText\n", 4, "Text\n", 7, id="blank lines before"),
        pytest.param(f"\ufeff\r\n---\r\n{BLOCK}---\r\nText\r\n", 3, "Text\n", 6, id="all at once"),
        pytest.param(f"---\n{BLOCK}...\nText\n", 2, "Text\n", 5, id="dots at the end"),
        pytest.param(f"--- \t\n{BLOCK}---  \nText\n", 2, "Text\n", 5, id="blanks after the fences"),
        pytest.param(f"---\n{BLOCK}---", 2, "", 5, id="no final line end"),
        pytest.param(f"---\n{BLOCK}---\nText", 2, "Text", 5, id="no final line end after text"),
        pytest.param(f"---\n{BLOCK}---\n\n\nText\n", 2, "\n\nText\n", 5, id="blank lines after"),
        pytest.param(f"---\n{BLOCK}---\nText\n\n---\n\nMore\n", 2, "Text\n\n---\n\nMore\n", 5, id="a rule in the text"),
    ],
)
def test_a_block_is_found_however_it_is_fenced(text: str, yaml_line: int, body: str, body_line: int):
    split = split_front_matter(text)
    assert (split.yaml, split.yaml_line, split.body, split.body_line) == (BLOCK, yaml_line, body, body_line)


@pytest.mark.parametrize("text", ["---\n---\n", "---\n---", "---\n...\nText", "\n---\n---\n", "---\r\n---\r\n"])
def test_an_empty_block_is_a_block(text: str):
    assert split_front_matter(text).yaml == ""


@pytest.mark.parametrize("text", ["", "\n", " \n\t\n", "\ufeff", "\r\n\r\n"])
def test_a_blank_source_has_neither_front_matter_nor_text(text: str):
    split = split_front_matter(text)
    assert (split.yaml, split.body) == (None, "")


@pytest.mark.parametrize(
    "text",
    [
        "Text\n",
        "# Title\n\nText\n",
        "# Title\n\n---\n\naudience: me\n\n---\n",
        "Title\n---\nText\n",
        "- a list\n- of two\n",
        "--\nnot a fence\n",
        "***\n\nText\n",
        "****\ntitle: x\n****\n",
        "----\n\nText below a rule\n",
        "Dear diary: today\nI learnt this.\n",
        "    code\n",
        "Note: this is a sentence.\nAnd another.\n",
        "https://example.org/\n",
        "Text\naudience: me\n",
    ],
)
def test_plain_notes_have_no_front_matter(text: str):
    split = split_front_matter(text)
    assert (split.yaml, split.body, split.body_line) == (None, text, 1)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("---\ntitle: One\n", 1),
        ("---\ntitle: One\n\nText\n", 1),
        ("---", 1),
        ("\n\n---\ntitle: One\n", 3),
        ("---\ntitle: One\n----\nText\n", 1),
        ("---\ntitle: One\n ---\nText\n", 1),
        ("---\ntitle: One\n+++\nText\n", 1),
        ("---\ntitle: One\n--- #\nText\n", 1),
        ("---\ntitle: One\n....\nText\n", 1),
        ("---\ntitle: One\n---\u00a0\nText\n", 1),
    ],
)
def test_a_block_without_an_end_is_refused_where_it_begins(text: str, line: int):
    assert refused(text) == ("front-matter-open", line)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        pytest.param("----\naudience: me\n----\n", 1, id="four dashes"),
        pytest.param("-----------\naudience: me\n---\n", 1, id="many dashes"),
        pytest.param(" ---\naudience: me\n---\n", 1, id="indented fence"),
        pytest.param("\t---\naudience: me\n---\n", 1, id="fence after a tab"),
        pytest.param("\n\n ---\naudience: me\n---\n", 3, id="indented fence after blank lines"),
        pytest.param('+++\naudience = "me"\n+++\n', 1, id="TOML"),
        pytest.param("\u2014\naudience: me\n\u2014\n", 1, id="em dash"),
        pytest.param("\u2014-\naudience: me\n\u2014-\n", 1, id="em dash and hyphen"),
        pytest.param("\u2013\u2013\naudience: me\n\u2013\u2013\n", 1, id="en dashes"),
        pytest.param("audience: me\n\nText\n", 1, id="no fences"),
        pytest.param("title: One\naudience: me\n---\n\nText\n", 2, id="no opening fence"),
        pytest.param("title: One\nsummary: a\n    b\naudience: me\n\nText\n", 4, id="MultiMarkdown"),
        pytest.param("Audience: me\n\nText\n", 1, id="MultiMarkdown with a capital"),
        pytest.param("draft: true\n\nText\n", 1, id="draft without fences"),
        pytest.param("----\n\naudience: me\n----\n", 1, id="a blank line after the odd fence"),
    ],
)
def test_what_another_tool_would_read_as_front_matter_is_refused(text: str, line: int):
    assert refused(text) == ("front-matter-fence", line)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("---\u00a0\naudience: me\n---\n", id="no-break space after the fence"),
        pytest.param("---\x0c\naudience: me\n---\n", id="form feed after the fence"),
        pytest.param("---\u2003\naudience: me\n---\n", id="em space after the fence"),
        pytest.param("\u200b---\naudience: me\n---\n", id="zero-width space before the fence"),
        pytest.param("\ufeff\ufeff---\naudience: me\n---\n", id="two byte order marks"),
        pytest.param("---yaml\naudience: me\n---\n", id="named language"),
        pytest.param("--- # front matter\naudience: me\n---\n", id="comment after the fence"),
        pytest.param("----\n# who may see it\naudience: me\n----\n", id="comment below four dashes"),
        pytest.param(" ---\n# who may see it\naudience: me\n---\n", id="comment below an indented fence"),
        pytest.param('+++\n# who may see it\naudience = "me"\n+++\n', id="comment in TOML"),
        pytest.param('+++\naudience="me"\n+++\n', id="TOML without blanks"),
        pytest.param('+++\n[params]\naudience = "me"\n+++\n', id="TOML table"),
        pytest.param('{\n"audience": "me"\n}\n\nText\n', id="JSON"),
        pytest.param("audience : me\n\nText\n", id="blank before the colon"),
    ],
)
def test_front_matter_with_spoilt_fences_is_refused(text: str):
    """Each holds `audience: me`; in a folder whose kind is open by default it would be published, with that line."""
    code, line = refused(text)
    assert code in ("front-matter-fence", "front-matter-open")
    assert 1 <= line <= text.count("\n") + 1


def test_a_block_has_a_largest_size():
    block = "a: " + "x" * (MAX_CHARACTERS - 4) + "\n"
    assert split_front_matter(f"---\n{block}---\n").yaml == block
    assert refused(f"---\nx{block}---\n") == ("front-matter-limit", 1)


def test_only_the_block_is_limited_and_not_the_text():
    text = "x" * (2 * MAX_CHARACTERS)
    assert split_front_matter(f"---\n{BLOCK}---\n{text}").body == text


def test_a_moved_mistake_names_both_of_its_lines():
    moved = FrontMatterError("duplicate-key", "given twice", line=3, column=2, other_line=1).moved(4)
    assert (moved.line, moved.column, moved.message) == (7, 2, "given twice, first in line 5")


LINES = st.sampled_from(
    ["---", "--- ", "----", "...", " ---", "+++", "", " ", "\t", "\ufeff", "a: b", "audience: me", "- a", "# T", "x",
     "---\u00a0", "{", "\u2028", "\x0c", "\x00", "    x", "'", "a: |", "  b", "\u2014"]
)  # fmt: skip
TEXTS = st.text(max_size=60) | st.builds(
    lambda lines, end, last: end.join(lines) + last,
    st.lists(LINES, max_size=8),
    st.sampled_from(["\n", "\r\n", "\r"]),
    st.sampled_from(["", "\n"]),
)
WHOLE = settings(max_examples=400, deadline=None, database=None, derandomize=True)


def plain(text: str) -> str:
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


@WHOLE
@given(TEXTS)
@example("---\n---\n")
def test_no_text_is_lost_between_the_parts(text: str):
    try:
        split = split_front_matter(text)
    except FrontMatterError as error:
        assert 1 <= error.line <= plain(text).count("\n") + 1
        assert error.column >= 1
        return
    if split.yaml is None:
        assert split.body == (plain(text) if plain(text).strip() else "")
        return
    lines = plain(text).split("\n")
    assert "\n".join(lines[split.body_line - 1 :]) == split.body
    assert "".join(f"{line}\n" for line in lines[split.yaml_line - 1 : split.body_line - 2]) == split.yaml


@WHOLE
@given(TEXTS)
def test_whatever_mkdocs_reads_as_a_block_is_a_block_here_or_refused(text: str):
    """MkDocs opens files with universal line ends and without a byte order mark (structure/pages.py, 1.6.1)."""
    if not meta.YAML_RE.match(plain(text)):
        return
    with suppress(FrontMatterError):
        assert split_front_matter(text).yaml is not None


@WHOLE
@given(TEXTS)
@example("---\u00a0\na: b\n---\n")
@example("----\n0\na: b\n---")
def test_whatever_python_frontmatter_reads_as_fields_is_a_block_here_or_refused(text: str):
    handler = frontmatter.YAMLHandler()
    source = plain(text).strip()
    if not handler.detect(source) or len(handler.FM_BOUNDARY.split(source, 2)) < 3:  # type: ignore[union-attr]
        return
    yaml = handler.split(source)[0]
    if not re.search(r"^(a: b|audience: me)$", yaml, re.MULTILINE):
        return
    with suppress(FrontMatterError):
        assert split_front_matter(text).yaml is not None


def test_a_second_block_behind_the_first_is_refused():
    assert refused("---\n---\n---\naudience: me\n---\nText\n") == ("front-matter-fence", 3)
    assert refused("---\ntitle: a\n---\n\n---\naudience: me\n---\n") == ("front-matter-fence", 5)


@pytest.mark.parametrize("body", ["---\n\nText\n", "---\nNote: text\n", "Text\n\n---\nNote: a\n---\n"])
def test_a_rule_in_the_text_is_no_second_block(body: str):
    assert split_front_matter(f"---\ntitle: a\n---\n{body}").body == body
