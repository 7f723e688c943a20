"""The links in a Markdown text, with the offsets that a rewriter needs."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from portfolio_gen.markdown.text_links import linked_text


def links(text: str) -> list[tuple[str, str, str, str]]:
    return [(link.form, link.target, link.fragment, link.label) for link in linked_text(text).links]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("[[a]]", ("wiki", "a", "", "")),
        ("[[a|b]]", ("wiki", "a", "", "b")),
        ("[[ a | b ]]", ("wiki", "a", "", "b")),
        ("[[a#b]]", ("wiki", "a", "b", "")),
        ("[[a#b|c]]", ("wiki", "a", "b", "c")),
        ("[[a/b c]]", ("wiki", "a/b c", "", "")),
        ("[[a\\|b]]", ("wiki", "a", "", "b")),
        ("[[#b]]", ("wiki", "", "b", "")),
        ("![[a.png]]", ("embed", "a.png", "", "")),
        ("![[a.png|300]]", ("embed", "a.png", "", "300")),
        ("[b](a.md)", ("link", "a.md", "", "b")),
        ("[b](a.md#c)", ("link", "a.md", "c", "b")),
        ("[b](#c)", ("link", "", "c", "b")),
        ("[b]( a.md )", ("link", "a.md", "", "b")),
        ("[b](<a c.md>)", ("link", "a c.md", "", "b")),
        ("[b](a%20c.md)", ("link", "a c.md", "", "b")),
        ("[b](a%23c.md)", ("link", "a#c.md", "", "b")),
        ("[b](a_(1).md)", ("link", "a_(1).md", "", "b")),
        ('[b](a.md "c")', ("link", "a.md", "", "b")),
        ("[b](a.md 'c')", ("link", "a.md", "", "b")),
        ("[b](<a.md> 'c (d)')", ("link", "a.md", "", "b")),
        ("[b [c]](a.md)", ("link", "a.md", "", "b [c]")),
        ("[b\nc](a.md)", ("link", "a.md", "", "b\nc")),
        ("[](a.md)", ("link", "a.md", "", "")),
        ("![b](a.png)", ("image", "a.png", "", "b")),
        ("[b]: a.md", ("definition", "a.md", "", "b")),
        ('[b]: a.md "c"', ("definition", "a.md", "", "b")),
        ("[b]: <a c.md>", ("definition", "a c.md", "", "b")),
        ("[b]:\n  a.md", ("definition", "a.md", "", "b")),
        ("   [b]: a.md", ("definition", "a.md", "", "b")),
        ('<a href="a.md">b</a>', ("html", "a.md", "", "b")),
        ("<a class='x' href='a.md#c'>b</a>", ("html", "a.md", "c", "b")),
        ("<A HREF=a.md>b</A>", ("html", "a.md", "", "b")),
        ('<img alt="b" src="a.png">', ("html", "a.png", "", "")),
        ('<video src="a.mp4"></video>', ("html", "a.mp4", "", "")),
        ("<a\n  href='a.md'>b</a>", ("html", "a.md", "", "b")),
    ],
)
def test_a_link_has_a_form_a_target_a_fragment_and_a_label(text: str, found: tuple[str, str, str, str]):
    assert links(f"See\n\n{text}\n\nthere.") == [found]


@pytest.mark.parametrize(
    "text",
    [
        "plain", "[a]", "[a] (b)", "[a\\](b.md)", "\\[a](b.md)", "\\[[a]]", "[b](https://example.org/a.md)",
        "[b](mailto:a@example.org)",
        "[b](//example.org)", "[b]: https://example.org", '<a href="https://example.org">b</a>', "`[[a]]`", "``[[a]]``",
        "```\n[[a]]\n[b](a.md)\n```", "    [[a]]", "[^1]: a.md", "[[a\nb]]", "[[]]", "[a](b", "[a](b\n\nc)", "[ ] todo",
        "- [x] done", "[b](data:image/png;base64,xx)", "<b>a</b>", "a < b",
    ],
)  # fmt: skip
def test_what_is_no_link_or_leads_away_is_left_out(text: str):
    assert links(text) == []


@pytest.mark.parametrize("text", ["[[Review: the first quarter]]", "[[Review: Q1|words]]", "![[Review: Q1.png]]"])
def test_a_wiki_link_names_something_of_ours_even_with_a_colon(text: str):
    assert len(links(text)) == 1


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        ("\\\\[[a]]", ["a"]),
        ('<a title="x > y" href="a.md">b</a>', ["a.md"]),
        ('<a data-href="z.md" href="a.md">b</a>', ["a.md"]),
        ('<video src="a.mp4" poster="b.png"></video>', ["a.mp4", "b.png"]),
        ('<a href="a&amp;b.md">c</a>', ["a&b.md"]),
        ("<a href = 'a.md'>b</a>", ["a.md"]),
        ("- x ` [b](a.md)\n- y ` z", ["a.md"]),
        ("```python foo bar\n[b](a.md)\n\n[c](d.md)\n```", ["a.md", "d.md"]),
    ],
)
def test_no_link_that_a_browser_follows_is_missed(text: str, targets: list[str]):
    """A missed link to something withheld is published, target and words."""
    assert [target for _, target, _, _ in links(text)] == targets


def test_a_link_around_a_picture_is_two_links():
    assert links("[![b](c.png)](a.md)") == [("link", "a.md", "", "![b](c.png)"), ("image", "c.png", "", "b")]


def test_links_come_in_the_order_of_the_text():
    text = "[r]: d.md\n\n[b](a.md) ![[c.png]] <a href='e.md'>f</a> [[g]]"
    assert [target for _, target, _, _ in links(text)] == ["d.md", "a.md", "c.png", "e.md", "g"]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("[[a]]", [(5, 3)]),
        ("x [[a]]", [(5, 5)]),
        ("x\n[[a]]", [(6, 1)]),
        ("\n\n  [[a]] [b](c.md)", [(7, 3), (7, 9)]),
        ("é\U0001f600 [[a]]", [(5, 6)]),
    ],
)
def test_places_are_counted_from_where_the_text_begins(text: str, places: list[tuple[int, int]]):
    assert [(link.line, link.column) for link in linked_text(text, line=5, column=3).links] == places


@pytest.mark.parametrize(
    "text",
    ["[[a#b|c]]", "![[a|300]]", "[t](<a b.md> 'x')", "[t]( a.md )", "![t](a.png)", "[r]: <a.md> 'x'", "<img src=a.png>",
     "<a href='a.md'>b</a>"],
)  # fmt: skip
def test_the_destination_alone_can_be_replaced(text: str):
    (link,) = linked_text(text).links
    start, end = link.destination
    replaced = text[:start] + "new.md" + text[end:]
    assert [one.target for one in linked_text(replaced).links] == ["new.md"]


SIGNS = {"wiki": "[[", "embed": "![[", "link": "[", "image": "![", "definition": "[", "html": "<"}
TEXTS = st.text(max_size=60) | st.lists(
    st.sampled_from(
        ["[", "]", "[[", "]]", "](", "(", ")", "!", "|", "#", "<", ">", "a", "b.md", " ", "\n", "\n\n", "`", "\\", ":",
         "<a href=", "'", '"', "</a>", "[r]: ", "<img src='x'>", "%20", "%", "&", "- ", "    ", "é", "![", "]:"]
    ),
    max_size=20,
).map("".join)  # fmt: skip


@settings(max_examples=1000, deadline=None, database=None, derandomize=True)
@given(TEXTS)
def test_links_are_in_range_in_order_and_begin_with_their_sign(text: str):
    found = linked_text(text)
    assert found.text == text
    assert list(found.links) == sorted(found.links, key=lambda link: (link.start, -link.end))
    for link in found.links:
        first, last = link.destination
        assert 0 <= link.start <= first <= last <= link.end <= len(text)
        assert text[link.start : link.end].lstrip(" " if link.form == "definition" else "").startswith(SIGNS[link.form])
        assert link.line == text.count("\n", 0, link.start) + 1
        assert link.column >= 1


@settings(max_examples=600, deadline=None, database=None, derandomize=True)
@given(TEXTS)
@example("[[<A:HREF=]]>")
@example("[[<a href=b]]>")
def test_links_lie_inside_each_other_or_apart(text: str):
    found = linked_text(text).links
    for number, one in enumerate(found):
        for other in found[number + 1 :]:
            assert other.start >= one.end or other.end <= one.end
