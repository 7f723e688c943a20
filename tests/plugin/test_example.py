"""The example of the repository, as anybody would build it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from tests.conftest import CHECKOUT
from tests.plugin.sites import html_of

ORIGIN = "http://site/"


@dataclass
class Links(HTMLParser):
    """Everything in a page that links somewhere or can be linked to."""

    targets: list[str] = field(default_factory=list)
    ids: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name in ("href", "src", "poster") and value is not None:
                self.targets.append(value)
            elif (name == "id" or (tag == "a" and name == "name")) and value:
                self.ids.add(value)


@cache
def links_of(page: Path) -> Links:
    links = Links()
    links.feed(page.read_text("utf-8"))
    return links


def own_targets(site: Path, page: Path) -> Iterator[tuple[str, Path, str]]:
    """The links of a page that stay in the site: as written, the file that they mean, and the fragment."""
    address = ORIGIN + page.relative_to(site).as_posix()
    for written in links_of(page).targets:
        whole = urlsplit(urljoin(address, written))
        if f"{whole.scheme}://{whole.netloc}/" == ORIGIN:
            path = unquote(whole.path).lstrip("/")
            yield written, site / (path + "index.html" if path.endswith("/") or not path else path), whole.fragment


def test_no_link_of_the_example_is_broken(example_site: Path):
    broken = [
        f"{page.relative_to(example_site)}: {written}"
        for page in sorted(example_site.rglob("*.html"))
        if page.name != "404.html"
        for written, file, fragment in own_targets(example_site, page)
        if not file.is_file() or (fragment and unquote(fragment) not in links_of(file).ids)
    ]
    assert broken == []


def test_every_page_of_the_example_can_be_reached_from_the_first(example_site: Path):
    seen: set[Path] = set()
    waiting = [example_site / "index.html"]
    while waiting:
        page = waiting.pop()
        if page not in seen and page.suffix == ".html":
            seen.add(page)
            waiting += [file for _, file, _ in own_targets(example_site, page)]
    everything = {page for page in example_site.rglob("*.html") if page.name != "404.html"}
    assert everything - seen == set()


def test_the_example_is_as_large_as_the_story_it_tells(example_site: Path):
    index = json.loads(html_of(example_site, "search/search_index.json"))
    written = {place["location"].partition("#")[0] for place in index["docs"]}
    assert len([page for page in written if page.startswith("people/") and page.count("/") > 2]) >= 45
    assert len([page for page in written if page.startswith("competencies/")]) >= 12


def test_the_pages_of_the_example_link_what_belongs_together(example_site: Path):
    for page in sorted(example_site.glob("people/*/goals/*/index.html")):
        aims = [file for written, file, _ in own_targets(example_site, page) if "/competencies/" in written]
        backlinks = [file for competency in aims for _, file, _ in own_targets(example_site, competency)]
        assert page in backlinks, f"{page}: no competency that this goal aims at links back to it"


def test_what_the_example_withholds_is_not_in_its_site(example_site: Path):
    sources = {path: path.read_text("utf-8") for path in (CHECKOUT / "content/people").rglob("*.md")}
    withheld = [path for path, text in sources.items() if "\naudience: me\n" in text]
    assert withheld
    pages = "\n".join(page.read_text("utf-8") for page in example_site.rglob("*.html"))
    index = html_of(example_site, "search/search_index.json")
    for path in withheld:
        assert path.stem not in pages + index
        for line in sources[path].split("---", 2)[2].splitlines():
            if len(line) > 40 and "[" not in line:
                assert line not in pages
