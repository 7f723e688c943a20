from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from portfolio_gen.cleaning.source import harmless_markdown, harmless_words
from portfolio_gen.markdown.writing import one_line
from tests.cleaning.rendering import MATERIAL, PLAIN, dangers, rendered
from tests.cleaning.vectors import MARKDOWN, RAW_HTML, SWALLOWING, TITLES

ENGINES = {"plain": PLAIN, "material": MATERIAL}


PLACES = (
    "{}",
    "words {} words",
    "- item\n\n    {}\n",
    "> {}",
    "<div class='a' markdown='1'>\n\n- <span class='a'>b</span> {}\n\n</div>",
)


@pytest.mark.parametrize("name", ENGINES)
@pytest.mark.parametrize("text", [*RAW_HTML, *MARKDOWN, *SWALLOWING, *TITLES])
def test_no_engine_makes_anything_dangerous_of_an_attack(text: str, name: str):
    assert dangers(rendered(harmless_markdown(text), ENGINES[name])) == []
    for place in PLACES:
        for words in (harmless_words(text), one_line(harmless_words(text))):
            assert dangers(rendered(place.replace("{}", words), ENGINES[name])) == []


def test_the_attacks_are_dangerous_as_they_stand():
    harmless = [text for text in [*RAW_HTML, *MARKDOWN, *SWALLOWING] if not dangers(rendered(text))]
    assert len(harmless) < 40


PIECES = (
    "`", "``", "```", "~~~", "\n", "\n\n", "    ", "> ", "- ", "[", "]", "(", ")", "](", "]:", "][", "!", "[^1]", "<",
    ">", "</", "<!--", "-->", "{", "}", "{:", "{ .a }", "=", '"', "'", "\\", ":", "&", ";", "&#58;", "&lt;", "|",
    "---", "*", "_", "javascript", "alert(1)", "onclick=alert(1)", "<script>", "<img src=x onerror=alert(1)>", "<b>",
    "</code>", "<code>", "x", " ", "\t", "https://a.example", "<https://a.example>", "data:text/html,", "!!! note",
    '"title"', "/// html | ", "script", "java", "div", "\x01", "\x02", "\r", "$", "++", "--", "==", "{>>", "<<}",
    "*[x]:", ":smile:", "^^", "#", "##", "py", "<div markdown>", "![", "[x](", "[x]: ", "<?", "<![CDATA[", "https:",
    "//", "mailto:", "\\(", "%", "style=",
)  # fmt: skip


@settings(max_examples=400, deadline=None)
@given(some.lists(some.sampled_from(PIECES), max_size=25).map("".join), some.sampled_from(sorted(ENGINES)))
def test_no_engine_makes_anything_dangerous_of_any_text(text: str, name: str):
    assert dangers(rendered(harmless_markdown(text), ENGINES[name])) == []
    assert dangers(rendered(f"- x {one_line(harmless_words(text))}", ENGINES[name])) == []


@pytest.mark.parametrize(
    "text",
    [
        "Plain words, *emphasis*, a < b, 3 > 2 and 1 <2.",
        "[a page](../a%20page_(1).md#part \"its title: long\") and ![a picture](pictures/one.png)",
        "[web](https://example.org/?a=1&b=2#c:d) and [mail](mailto:a@example.org)",
        "[a][1]\n\n[1]: https://example.org 'A: title'\n[2]: other.md",
        "A note[^1].\n\n[^1]: Note: it stays.",
        "```html\n<b onclick=x>{{ y }}</b> [x](javascript:y)\n```",
        "Words\n{: .wide #totals }\n\n![x](x.png){ width=300 align=left }",
        "Press <kbd>Enter</kbd><br>H<sub>2</sub>O, `plain code`",
        "<!-- portfolio: goals -->",
        "!!! note \"Title\"\n\n    Text",
        "/// caption\nwords\n///",
        "| a | b |\n| --- | --: |\n| 1 | 2 |",
    ],
)  # fmt: skip
def test_what_does_no_harm_stays_as_it_is(text: str):
    assert harmless_markdown(text) == text


@pytest.mark.parametrize(
    ("written", "stays"),
    [
        ("<div onclick=x>a</div>", "&lt;div onclick=x>a&lt;/div>"),
        ("[x](javascript:y)", "[x]&#40;javascript:y)"),
        ("![x](https://a.example/x.png)", "[x](https://a.example/x.png)"),
        ("*x*{ onclick=y }", "*x*&#123; onclick=y &#125;"),
        ("`<b>`", "<code>&lt;b&gt;</code>"),
        ('```py title="x"\ny\n```', "```py\ny\n```"),
        ("<https://example.org/?a=1>", "[https://example.org/?a&#61;1](https://example.org/?a=1)"),
        ("[x](<a b.md>)", "[x](a%20b.md)"),
        ("--8<-- \"secret.md\"", "--8&lt;-- \"secret.md\""),
    ],
)  # fmt: skip
def test_what_could_do_harm_is_words(written: str, stays: str):
    assert harmless_markdown(written) == stays


def test_a_fence_that_some_engine_reads_otherwise_makes_nothing_code():
    assert "<" not in harmless_markdown("~~~ a`b\n```\n~~~\n<script>\n```")
    assert "<" not in harmless_markdown("```\n<script>\n")
    assert "<" in harmless_markdown("```\n<script>\n```")


def test_making_harmless_twice_changes_nothing_more():
    for text in (*RAW_HTML, *MARKDOWN):
        once = harmless_markdown(text)
        assert rendered(harmless_markdown(once)) == rendered(once)
