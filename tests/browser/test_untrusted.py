"""Entries of an attacker in a site of many, in a real browser."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Browser, Page, expect

from tests.browser.serving import served
from tests.builders import write_project
from tests.cleaning.vectors import MARKDOWN, RAW_HTML, SWALLOWING, TITLES
from tests.plugin.sites import built

CONFIG = """
    site_name: Test site
    docs_dir: content
    theme:
      name: material
      font: false
      features: [content.code.copy, content.tabs.link, content.tooltips, navigation.instant, navigation.tracking,
        navigation.footer, navigation.path, navigation.top, search.highlight, search.suggest, content.code.annotate]
      palette:
        - {scheme: default, toggle: {icon: material/weather-night, name: Dark}}
        - {scheme: slate, toggle: {icon: material/weather-sunny, name: Light}}
    markdown_extensions:
      - abbr
      - admonition
      - attr_list
      - def_list
      - footnotes
      - md_in_html
      - toc: {permalink: true}
      - pymdownx.arithmatex: {generic: true}
      - pymdownx.betterem
      - pymdownx.blocks.admonition
      - pymdownx.blocks.html
      - pymdownx.critic
      - pymdownx.details
      - pymdownx.emoji:
          emoji_index: !!python/name:material.extensions.emoji.twemoji
          emoji_generator: !!python/name:material.extensions.emoji.to_svg
      - pymdownx.highlight: {anchor_linenums: true, line_spans: __span, pygments_lang_class: true}
      - pymdownx.inlinehilite
      - pymdownx.keys
      - pymdownx.magiclink
      - pymdownx.superfences:
          custom_fences:
            - {name: mermaid, class: mermaid, format: !!python/name:pymdownx.superfences.fence_code_format ''}
      - pymdownx.tabbed: {alternate_style: true}
      - pymdownx.tasklist: {custom_checkbox: true}
    plugins:
      - search
      - tags
      - blog: {post_url_format: "{slug}"}
      - portfolio: {audience: team, today: 2026-11-20, defaults: {person: team}}
    """


def entry(fields: dict[str, object], body: str) -> str:
    return f"---\n{yaml.safe_dump({'audience': 'team', **fields})}---\n\n{body}\n"


def together(texts: tuple[str, ...]) -> str:
    """Attacks in one text, each in a paragraph of its own; a control character would refuse it all."""
    return "\n\n<!-- -->\n\n".join(re.sub(r"[\x00-\x08]", "", text) for text in texts)


LONG = "<img src=x onerror=alert(1)> " + "and so on " * 12
HOSTILE = {
    "raw": entry({"title": "Raw"}, together(RAW_HTML)),
    "markdown": entry({"title": "Markdown"}, together(MARKDOWN)),
    "heading": entry({}, "# <img src=x onerror=alert(1)> &lt;img src=x onerror=alert(1)&gt; {: #__search }"),
    **{f"swallowing-{number}": entry({}, f"# S\n\n{text}") for number, text in enumerate(SWALLOWING)},
    **{
        f"title-{number}": entry(
            {
                "title": text, "tags": [text], "description": text, "subtitle": text, "author": text,
                "template": "redirect.html", "location": "https://evil.example/", "status": text,
                "goals": ["https://evil.example/'onclick=alert(1)"],
            },
            "Words",
        )
        for number, text in enumerate(TITLES)
    },
}  # fmt: skip
FILES = {
    "people/ada/index.md": entry({"title": "Ada"}, "Words"),
    "people/mallory/index.md": entry({"title": TITLES[0]}, "Words"),
    "tags.md": entry({}, "# Tags\n\n<!-- material/tags -->"),
    "notes.md": entry({}, "# &lt;img src=x onerror=alert(1)&gt; <b onclick=alert(1)>notes</b>\n\nWords"),
    "blog/index.md": entry({}, "# Blog"),
    "blog/posts/one.md": entry(
        {"date": "2026-01-01", "title": TITLES[0], "template": "redirect.html", "location": "https://evil.example/"},
        f"# One\n\n{RAW_HTML[4]}\n\n{MARKDOWN[0]}\n\n## H {{: id='x\" onclick=\"alert(1)' }}\n\n<!-- more -->\n\nWords",
    ),
    "tips.md": entry(
        {"title": LONG},
        f"## &lt;img src=x onerror=alert(1)&gt; {'and so on ' * 12}\n\n"
        "Words <abbr title='&lt;img src=x onerror=alert(1)&gt;'>ABC</abbr> &lt;img src=x onerror=alert(1)&gt; words\n\n"
        "[link](good.md '<img src=x onerror=alert(1)>')",
    ),
    "good.md": entry(
        {"title": "Good"},
        '=== "One"\n\n    ```py\n    print(1)\n    ```\n\n=== "Two"\n\n    Second tab\n\n'
        "- [x] Done\n\n:material-home: Zebra[^1]\n\n[^1]: Note",
    ),
    **{f"people/mallory/journal/{name}.md": text for name, text in HOSTILE.items()},
}

MADE = ":is(.md-tooltip2, article, nav) img[onerror]"
"""A picture that an attacker's words have become."""

LIVE = """() => [...document.body.querySelectorAll("*")].flatMap(one => [...one.attributes].filter(({name, value}) =>
    name.startsWith("on") || name === "srcdoc" || name === "style" && /url|fixed/.test(value)
    || ["href", "src", "action", "formaction", "data", "xlink:href", "srcset", "poster", "background"].includes(name)
        && /^(?!https?:|mailto:|tel:|file:)[a-z]+:/i.test(new URL(value, location.href).href)
).map(({name, value}) => `${one.tagName} ${name}=${value}`))"""
"""Attributes that run something or could: nothing has to be clicked to find them."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(write_project(tmp_path_factory.mktemp("hostile"), FILES, config=CONFIG))


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    """Where the site is served, on this machine alone."""
    with served(site) as url:
        yield url


class Visit:
    """A page, and all that is heard of it: the console, dialogs, and requests that lead away from its folder."""

    def __init__(self, browser: Browser, base: str) -> None:
        self.context = browser.new_context(viewport={"width": 1440, "height": 900})
        self.page: Page = self.context.new_page()
        self.heard: list[str] = []
        self.page.on("console", lambda message: self.heard.append(f"{self.page.url}: {message.text}"))
        self.page.on("pageerror", lambda error: self.heard.append(f"{self.page.url}: {error}"))
        self.page.on("dialog", lambda dialog: (self.heard.append(f"{self.page.url}: ran"), dialog.dismiss()))
        self.context.on("request", lambda request: self._note(request.url, base))

    def _note(self, url: str, base: str) -> None:
        if not url.startswith((base, "data:", "blob:")):
            self.heard.append(f"{self.page.url}: asked for {url}")


def pages_of(site: Path) -> list[str]:
    return sorted(path.relative_to(site).as_posix() for path in site.rglob("*.html"))


def pages_of_the_attacker(site: Path) -> list[str]:
    return [
        uri for uri in pages_of(site) if uri.startswith(("people/mallory", "blog/", "notes", "tags", "people/index"))
    ]


def without_own_failures(heard: list[str]) -> list[str]:
    """What was heard, but for pictures that an author has left out."""
    return [one for one in heard if "404 (File not found)" not in one and "ERR_FILE_NOT_FOUND" not in one]


def test_nothing_of_an_attacker_runs_or_asks_elsewhere(browser: Browser, address: str, site: Path):
    visit = Visit(browser, address)
    for uri in pages_of(site):
        visit.page.goto(address + uri)
        live = visit.page.evaluate(LIVE)
        assert live == [], f"{uri}: {live}"
    assert without_own_failures(visit.heard) == []
    visit.context.close()


def test_nothing_of_an_attacker_runs_where_there_is_no_policy(browser: Browser, address: str, site: Path):
    visit = Visit(browser, address)
    visit.context.route(
        "**/*.html", lambda route: route.fulfill(body=without_policy(site / route.request.url[len(address) :]))
    )
    for uri in pages_of_the_attacker(site):
        visit.page.goto(address + uri)
    assert without_own_failures(visit.heard) == []
    visit.context.close()


def without_policy(page: Path) -> str:
    html, count = re.subn(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", page.read_text("utf-8"))
    assert count == 1
    return html


def test_nothing_of_an_attacker_runs_from_disk(browser: Browser, site: Path):
    base = site.as_uri()
    visit = Visit(browser, base)
    for uri in pages_of_the_attacker(site):
        visit.page.goto(f"{base}/{uri}")
    assert without_own_failures(visit.heard) == []
    visit.context.close()


def test_the_site_works_whole_under_its_policy(browser: Browser, address: str):
    visit = Visit(browser, address)
    page = visit.page
    page.goto(f"{address}good/")
    page.locator(".tabbed-labels label", has_text="Two").click()
    expect(page.get_by_text("Second tab")).to_be_visible()
    page.locator(".tabbed-labels label", has_text="One").click()
    expect(page.locator("pre button[data-md-type=copy]")).to_be_visible()
    page.locator("label[for=__palette_1]").click()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    page.locator("input[name=query]").click()
    page.locator("input[name=query]").press_sequentially("zebra")
    expect(page.locator(".md-search-result__link h1").first).to_have_text("Good")
    page.keyboard.press("Escape")
    page.locator(".md-nav--primary").get_by_role("link", name="Tags").click()
    page.wait_for_url("**/tags/")
    expect(page.locator("article h1")).to_contain_text("Tags")
    assert visit.heard == []
    visit.context.close()


def test_an_attackers_titles_and_tags_are_words_in_the_search(browser: Browser, address: str):
    visit = Visit(browser, address)
    visit.page.goto(address)
    visit.page.locator("input[name=query]").click()
    visit.page.locator("input[name=query]").press_sequentially("onerror")
    expect(visit.page.locator(".md-search-result__item").first).to_be_visible()
    assert visit.page.locator(".md-search-result :is(img, script, [onclick], [onmouseover])").count() == 0
    assert without_own_failures(visit.heard) == []
    visit.context.close()


def test_titles_stay_words_in_tooltips_and_in_the_words_that_a_search_marks(browser: Browser, address: str):
    visit = Visit(browser, address)
    page = visit.page
    page.goto(f"{address}tips/?h=words")
    expect(page.locator("article mark").first).to_be_visible()
    for place in ("article abbr", "article p > a"):
        page.locator(place).first.hover()
        expect(page.locator(".md-tooltip2--active")).to_be_visible()
        assert page.locator(MADE).count() == 0
    page.goto(f"{address}tags/")
    page.locator(".md-footer__link--next").scroll_into_view_if_needed()
    page.locator(".md-footer__link--next[title*='so on']").hover(timeout=5000)
    expect(page.locator(".md-tooltip2--active")).to_contain_text("so on")
    assert page.locator(MADE).count() == 0
    assert without_own_failures(visit.heard) == []
    visit.context.close()
