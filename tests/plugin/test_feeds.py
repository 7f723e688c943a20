"""The feeds of a site that MkDocs builds."""

from __future__ import annotations

import json
import logging
import re
from pathlib import Path

import feedparser
import pytest

from tests.builders import write_project
from tests.exports.digest.portfolios import TEAM
from tests.plugin.sites import built, html_of

SETTING = "\n      ".join(["today: 2026-11-20", "audience: team", "feeds: true"])
CONFIG = f"""
site_name: "Ada & <co>"
site_url: https://portfolio.example.org/team/
docs_dir: content
theme:
  name: material
  font: false
plugins:
  - search
  - portfolio:
      {SETTING}
"""


def test_a_site_has_feeds_that_its_pages_name(tmp_path: Path) -> None:
    site = built(write_project(tmp_path, TEAM, config=CONFIG), strict=True)
    feed = feedparser.parse((site / "feeds/atom.xml").read_bytes())
    assert feed.bozo == 0 and len(feed.entries) == 4
    document = json.loads((site / "feeds/feed.json").read_text("utf-8"))
    for address in (document["items"][0]["url"], feed.entries[0].link):
        page = address.removeprefix("https://portfolio.example.org/team/")
        assert page == "people/ada/journal/2026-11-17-rehearsal/" and (site / page / "index.html").is_file()
    for uri in ("index.html", "people/ada/journal/2026-11-17-rehearsal/index.html"):
        named = re.findall(r'<link rel="alternate" type="([^"]*)" title="([^"]*)" href="([^"]*)">', html_of(site, uri))
        assert [kind for kind, _, _ in named] == ["application/atom+xml", "application/feed+json"]
        assert named[0][1] == "Ada &amp; &lt;co&gt; (Atom)"
        assert all((site / uri).parent.joinpath(href).resolve().is_file() for _, _, href in named)


def test_without_an_address_there_are_no_feeds_and_a_warning(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    config = CONFIG.replace("site_url: https://portfolio.example.org/team/\n", "")
    with caplog.at_level(logging.WARNING):
        site = built(write_project(tmp_path, TEAM, config=config))
    assert not (site / "feeds").exists()
    assert "site_url" in caplog.text
    assert 'rel="alternate"' not in html_of(site, "index.html")


def test_what_the_owner_publishes_at_the_place_of_a_feed_stays(tmp_path: Path) -> None:
    config = CONFIG.replace("feeds: true", "feeds: true\n      assets: [feeds/atom.xml]")
    site = built(write_project(tmp_path, {**TEAM, "feeds/atom.xml": "<feed/>"}, config=config))
    assert (site / "feeds/atom.xml").read_text("utf-8") == "<feed/>"
    assert "application/atom+xml" not in html_of(site, "index.html")
    assert json.loads((site / "feeds/feed.json").read_text("utf-8"))["items"]
