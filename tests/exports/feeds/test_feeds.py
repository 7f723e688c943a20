"""Feeds are valid, last, and hold what their audience may see. After a change: UPDATE_GOLDEN=1, then read the diff."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID
from xml.etree import ElementTree

import feedparser
import pytest

from portfolio_gen.build.feeds import feed_files
from portfolio_gen.exports.feeds.atom import ATOM
from portfolio_gen.exports.feeds.feed import MOST
from portfolio_gen.exports.feeds.json_feed import JSON_FEED
from tests.builders import Files, build
from tests.exports.digest.portfolios import HOSTILE, SITE, TEAM, titled
from tests.figures import generated, sources
from tests.figures.test_against_sources import SEEDS
from tests.golden import check_golden_text

NAMESPACE = {"a": "http://www.w3.org/2005/Atom"}
RFC_3339 = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ\Z")
SECRETS = ("people/ada/journal/2026-11-13-secret.md", "people/ada/checkins/2026-11-10-with-bo.md")


def feeds(files: Files, url: str = SITE.url, **options: Any) -> Mapping[str, str]:
    """The feeds of a site of which each page has a folder of its own."""
    built = build(files, **{"audience": "team", "feeds": True, **options})
    assert built.feed is not None
    pages = (*built.written, *(page.uri for page in built.generated))
    return feed_files(built.feed, url, {uri: SITE.page(uri).removeprefix(SITE.url) or "./" for uri in pages})


def parsed(text: str) -> Any:
    """An Atom feed as a reader understands it, which forgives nothing here."""
    found = feedparser.parse(text.encode("utf-8"))
    assert (found.bozo, found.version, found.encoding) == (0, "atom10", "utf-8")
    return found


def check_atom(text: str) -> None:
    """What RFC 4287 requires of a feed (4.1.1) and of its entries (4.1.2)."""
    root = ElementTree.fromstring(text.encode("utf-8"))
    assert root.tag == f"{{{NAMESPACE['a']}}}feed"
    check_parts(root, once=("id", "title", "updated"), at_most=("subtitle",))
    assert root.find("a:author/a:name", NAMESPACE) is not None
    assert [link.get("rel") for link in root.findall("a:link", NAMESPACE)] == ["self", "alternate"]
    for entry in root.findall("a:entry", NAMESPACE):
        check_parts(entry, once=("id", "title", "updated", "published"), at_most=("summary", "author"))
        (link,) = entry.findall("a:link", NAMESPACE)
        assert (link.get("rel"), urlsplit(link.get("href", "")).scheme) == ("alternate", "https")
        assert all(category.get("term") for category in entry.findall("a:category", NAMESPACE))
    ids = [element.text for element in root.iter(f"{{{NAMESPACE['a']}}}id")]
    assert len(set(ids)) == len(ids)


def check_parts(element: ElementTree.Element, once: tuple[str, ...], at_most: tuple[str, ...]) -> None:
    found = {name: element.findall(f"a:{name}", NAMESPACE) for name in (*once, *at_most)}
    assert [len(found[name]) for name in once] == [1] * len(once)
    assert all(len(found[name]) <= 1 for name in at_most)
    assert found["title"][0].text
    assert UUID(found["id"][0].text or "").version == 5 and str(found["id"][0].text).startswith("urn:uuid:")
    for moment in (*found["updated"], *found.get("published", ())):
        assert RFC_3339.match(moment.text or "")


def check_json_feed(text: str) -> None:
    """What JSON Feed 1.1 requires of a feed and of its items."""
    document = json.loads(text)
    assert document["version"] == "https://jsonfeed.org/version/1.1"
    assert document["title"] and isinstance(document["items"], list)
    known = {"version", "title", "description", "language", "home_page_url", "feed_url", "items"}
    assert set(document) == known
    for item in document["items"]:
        assert {"id", "url", "content_text", "date_published"} <= set(item)
        assert set(item) <= {"id", "url", "title", "content_text", "date_published", "tags", "authors"}
        assert isinstance(item["id"], str) and item["content_text"]
        assert RFC_3339.match(item["date_published"])
        assert all(isinstance(tag, str) and tag for tag in item["tags"])
        assert all(set(author) == {"name"} and author["name"] for author in item.get("authors", []))
    assert len({item["id"] for item in document["items"]}) == len(document["items"])


@pytest.mark.parametrize("uri", [ATOM, JSON_FEED])
def test_a_feed_looks_like_this(uri: str) -> None:
    check_golden_text(Path(__file__).with_name("expected") / Path(uri).name, feeds(TEAM)[uri])


@pytest.mark.parametrize("title", [*HOSTILE, "empty"], ids=range(len(HOSTILE) + 1))
def test_feeds_are_valid_whatever_authors_write(title: str) -> None:
    made = feeds(titled(title) if title != "empty" else {"people/ada/index.md": "# Ada\n"})
    check_atom(made[ATOM])
    check_json_feed(made[JSON_FEED])
    found, items = parsed(made[ATOM]), json.loads(made[JSON_FEED])["items"]
    assert [entry.link for entry in found.entries] == [item["url"] for item in items]
    assert len(items) == (0 if title == "empty" else 1)
    for item in items:
        assert item["title"].replace("\u200d", "").isprintable()
        assert urlsplit(item["url"]).netloc == "portfolio.example.org"


@pytest.mark.parametrize("audience", ["team", "public"])
@pytest.mark.parametrize("seed", SEEDS[:2])
def test_a_feed_holds_the_newest_that_its_audience_may_see(seed: int, audience: str) -> None:
    texts = {one.uri: generated.written(one) for one in generated.portfolio(seed)}
    made = feeds(texts, audience=audience, today=str(generated.TODAY))
    seen = sources.visible(texts, audience, "", generated.TODAY)
    dated = [one for one in seen.values() if one.kind in sources.IN_JOURNAL and one.day and one.day <= generated.TODAY]
    newest = sources.newest_first(dated)[:MOST]
    wanted = [(SITE.page(one.uri), str(one.day)) for one in newest]
    assert [(entry.link, entry.updated[:10]) for entry in parsed(made[ATOM]).entries] == wanted
    items = json.loads(made[JSON_FEED])["items"]
    assert [(item["url"], item["date_published"][:10]) for item in items] == wanted
    people = sources.people(seen)
    titles = {who: seen[who].meta["title"] for who in seen if seen[who].kind == "person"}
    assert people and [item.get("authors", [{}])[0].get("name") for item in items] == [
        titles.get(one.person or "") for one in newest
    ]


@pytest.mark.parametrize("audience", ["team", "organisation", "public"])
def test_what_is_withheld_changes_no_byte(audience: str) -> None:
    rehearsal = "people/ada/journal/2026-11-17-rehearsal.md"
    lasting = {**TEAM, rehearsal: TEAM[rehearsal].replace(" and [[secret]]", "")}
    less = {uri: text for uri, text in lasting.items() if uri not in SECRETS}
    assert feeds(lasting, audience=audience) == feeds(less, audience=audience)
    assert feeds(lasting, audience="me") != feeds(less, audience="me")


def test_an_id_stays_when_the_title_changes_and_goes_with_the_site() -> None:
    def ids(files: Files, url: str = SITE.url) -> list[str]:
        return [item["id"] for item in json.loads(feeds(files, url)[JSON_FEED])["items"]]

    assert ids(titled("One")) == ids(titled("Another"))
    assert ids(titled("One")) != ids(titled("One"), "https://elsewhere.example.org/")


def test_nothing_but_entries_changes_a_feed() -> None:
    assert feeds(TEAM, today="2026-11-20") == feeds(TEAM, today="2026-11-19")
    assert feeds(TEAM, today="2026-11-21") != feeds(TEAM, today="2026-11-20")


def test_a_partial_date_counts_as_its_first_day() -> None:
    files = {"people/ada/journal/x.md": "---\n{audience: team, date: 2026-W47}\n---\n# X\n"}
    (item,) = json.loads(feeds(files)[JSON_FEED])["items"]
    assert item["date_published"] == f"{date(2026, 11, 16)}T00:00:00Z"


def test_a_feed_says_for_whom_it_was_built() -> None:
    assert parsed(feeds(TEAM)[ATOM]).feed.subtitle == "New entries, built for the team."
    assert "built for Bo <Admin>" in json.loads(feeds(TEAM, reader="bo")[JSON_FEED])["description"]


def test_a_feed_names_nobody_where_the_site_does_not() -> None:
    made = feeds(TEAM, matrix=False)
    assert "Ada Byron" not in made[ATOM] + made[JSON_FEED]
    assert "Ada Byron" in feeds(TEAM)[ATOM]


def test_an_entry_without_a_page_is_in_no_feed() -> None:
    built = build(TEAM, audience="team", feeds=True)
    assert built.feed is not None
    made = feed_files(built.feed, SITE.url, {})
    check_atom(made[ATOM])
    assert json.loads(made[JSON_FEED])["items"] == []


def test_without_the_option_there_is_no_feed() -> None:
    assert build(TEAM, audience="team").feed is None
