"""The calendars of a site that MkDocs builds."""

from __future__ import annotations

from pathlib import Path

from mkdocs.config import load_config

from portfolio_gen.settings.project import project_at
from portfolio_mkdocs.config import PortfolioConfig, settings_of
from tests.builders import build, write_project
from tests.exports.calendar.reading import events
from tests.plugin.sites import article, built

FILES = {
    "people/ada/index.md": "# Ada\n",
    "people/ada/goals/read.md": "---\ntitle: Read\ndue: 2026-12-01\n---\n",
}


def test_a_site_for_its_author_holds_calendars_and_says_where(tmp_path: Path):
    site = built(write_project(tmp_path, FILES, "audience: me"), strict=True)
    text = article(site, "people/ada/index.html")
    assets = build(FILES, audience="me").assets
    for name in ("subscribe", "reminders"):
        content = (site / f"calendar/{name}.ics").read_bytes()
        assert content == assets[f"calendar/{name}.ics"] and events(content)
        assert f'href="../../calendar/{name}.ics"' in text


def test_off_is_off_although_yaml_reads_it_as_false(tmp_path: Path):
    project = write_project(tmp_path, FILES, "audience: me\ncalendar: off")
    loaded = load_config(str(project / "mkdocs.yml"))
    plugin = loaded.plugins["portfolio"]
    assert isinstance(plugin.config, PortfolioConfig)
    assert settings_of(plugin.config, loaded, is_preview=False).calendar == "off"
    assert project_at(project / "mkdocs.yml", {}).settings.calendar == "off"
