from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from portfolio_gen.cleaning.html import clean_html
from tests.cleaning.rendering import MATERIAL, dangers, rendered
from tests.cleaning.vectors import MARKDOWN, RAW_HTML, SWALLOWING

DOCUMENTED = """
# Title

!!! note inline end "A title"

    Words

??? tip

    Hidden

???+ tip

    Open

=== "One"

    1. a
    2. b

=== "Two"

    words

- [x] Done
- [ ] To do

```py title="x.py" linenums="1" hl_lines="2"
def f():  # (1)!
    return 1
```

1.  An annotation

`#!py range(3)` and ++ctrl+alt+del++, ==marked==, ^^inserted^^, ~~deleted~~, H~2~O, x^2^

| left | right | middle |
| :--- | ----: | :----: |
| a    | b     | c      |

Term

:   Definition

The HTML specification[^1] :material-home:{ .lg } and [a button](x.md){ .md-button .md-button--primary }

[^1]: A note

*[HTML]: Hyper Text Markup Language

![Picture](x.png){ align=left width="300" loading=lazy }

<figure markdown="span">
  ![Picture](y.png)
  <figcaption>Caption</figcaption>
</figure>

<div class="grid cards" markdown>

-   :material-home:{ .lg .middle } __Card__

    ---

    [link](z.md "title")

</div>

Words with annotations (1).
{ .annotate }

1.  Annotated

Inline \\(a < b\\), {++added++}{--gone--}{==marked==}{>>comment<<}

<details open><summary>More</summary>Words</details>

<video controls src="x.mp4" width="300"></video>

<figure><svg viewBox="0 0 10 10" role="img" aria-label="A chart" direction="ltr">
<title>A chart</title><desc>In words</desc>
<g transform="translate(1 1)"><path d="M0 0L9 9" stroke="currentColor" fill="none"></path>
<circle cx="1" cy="1" r="1" class="dot"></circle><polygon points="0,0 1,1 2,0"></polygon>
<text x="1" y="2" text-anchor="middle">a &lt; b</text></g></svg></figure>
"""
"""What Material's manual documents, and a chart."""


class _Parser(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.seen: list[object] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "tbody":
            return  # Every parser adds it.
        plain = {name: re.sub(r"[\s;]", "", value or "") for name, value in attrs if name not in ("rel", "markdown")}
        self.seen.append((tag, sorted((name, "" if value == name else value) for name, value in plain.items())))

    def handle_data(self, data: str) -> None:
        if data.strip():
            self.seen.append(" ".join(data.split()))


def parts(html: str) -> list[object]:
    """Elements with their attributes, and words."""
    parser = _Parser()
    parser.feed(html)
    return parser.seen


def test_everything_that_documented_markdown_makes_survives():
    html = rendered(DOCUMENTED)
    assert html.count("<") > 200
    assert parts(clean_html(html)) == parts(html)


def test_a_progress_bar_survives():
    clean = clean_html(rendered('[=75.25% "75%"]{: .thin }'))
    assert '<div class="progress progress-60plus thin">' in clean
    assert '<div class="progress-bar" style="width:75.25%">' in clean


def test_a_formula_of_its_own_survives():
    assert clean_html('<div class="arithmatex">\\[x &lt; y\\]</div>') == '<div class="arithmatex">\\[x &lt; y\\]</div>'


@pytest.mark.parametrize("text", [*RAW_HTML, *SWALLOWING])
def test_no_attack_in_html_survives(text: str):
    for html in (text, f"<p>{text}</p>", f"<table><tr><td>{text}</table>", f"<svg><g>{text}</g></svg>"):
        clean = clean_html(html)
        assert dangers(clean) == []
        assert clean_html(clean) == clean


@pytest.mark.parametrize("text", MARKDOWN)
def test_no_attack_in_markdown_survives(text: str):
    assert dangers(clean_html(rendered(text, MATERIAL))) == []


PIECES = (
    "<svg>", "</svg>", "<math>", "</math>", "<p>", "</p>", "<title>", "</title>", "<style>", "</style>", "<!--",
    "-->", "<table>", "<tr>", "<td>", "<select>", "<option>", "<template>", "<noscript>", "<textarea>", "</textarea>",
    "<desc>", "<mtext>", "<mglyph>", "<annotation-xml encoding=text/html>", "<foreignObject>",
    "<img src=x onerror=alert(1)>", "<a>", "</a>", "<a href=javascript:alert(1)>", "<form>", "</form>",
    '<a title="</style><img src=x onerror=alert(1)>">', '<img title="--><script>alert(1)</script>">', "<br>", "<g>",
    "<text>", "<label>", "<input>", "<script>", "</script>", "<xmp>", "</xmp>", "<plaintext>", "<frameset>", "<b>",
    "</b>", "<h1>", "<details>", "x", "<![CDATA[", "]]>", "<path>", '<img src="https://evil.example/x" alt="<b>">',
    "<picture>", "<source src=//evil.example/x>", "<video>", "<li>", "<ul>",
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(some.lists(some.sampled_from(PIECES), max_size=12).map("".join))
def test_whatever_is_clean_stays_clean_when_it_is_read_again(html: str):
    clean = clean_html(html)
    assert dangers(clean) == []
    assert clean_html(clean) == clean


def test_a_picture_from_elsewhere_becomes_a_link_with_its_words():
    link = '<a rel="noopener noreferrer" href="https://a.example/x.png?a=1&amp;b=2">A picture</a>'
    assert clean_html('<img src="https://a.example/x.png?a=1&amp;b=2" alt="A picture">') == link
    assert clean_html('<img class="twemoji" src="https://a.example/x.png" alt="☺">') == "☺"


def test_a_picture_of_the_site_stays():
    assert clean_html('<img src="../x.png" alt="A picture">') == '<img src="../x.png" alt="A picture">'


@pytest.mark.parametrize("address", ["https://a.example/", "//a.example/"])
def test_a_link_elsewhere_tells_nobody_where_it_came_from(address: str):
    assert clean_html(f'<a href="{address}">x</a>') == f'<a rel="noopener noreferrer" href="{address}">x</a>'


@pytest.mark.parametrize("address", ["x.html#a:b", "../x/?a=1", "#top", "mailto:a@a.example", "tel:+123"])
def test_a_link_to_the_site_or_to_a_person_stays_as_it_is(address: str):
    assert clean_html(f'<a href="{address}">x</a>') == f'<a href="{address}">x</a>'


@pytest.mark.parametrize("name", ["__search", "__drawer", "__config", "__palette_0", "document", "getElementById"])
def test_an_id_can_not_be_taken_for_one_of_the_theme_or_of_a_script(name: str):
    assert clean_html(f'<p id="{name}">x</p>') == "<p>x</p>"


@pytest.mark.parametrize("name", ["summary", "fn:1", "fnref:1", "__tabbed_1_1", "__codelineno-0-1", "__span-0-1"])
def test_other_ids_stay(name: str):
    assert clean_html(f'<p id="{name}">x</p>') == f'<p id="{name}">x</p>'


def test_a_heading_keeps_the_id_that_its_words_have_made():
    assert clean_html('<h2 id="location">Location</h2>') == '<h2 id="location">Location</h2>'


def test_fields_that_ask_for_something_go():
    assert clean_html('<input><input type="password"><input type="image" src="x">') == ""


def test_classes_of_the_themes_own_windows_go():
    assert clean_html('<p class="md-overlay wide md-button">x</p>') == '<p class="wide md-button">x</p>'


def test_a_class_can_be_taken_away():
    assert clean_html('<pre class="mermaid">x</pre>', {"mermaid"}) == "<pre>x</pre>"
