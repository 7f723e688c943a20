"""The index of the journal's filters, as the audit reads it."""

from __future__ import annotations

from pathlib import Path

import pytest

from portfolio_gen.build import build_site
from portfolio_gen.views.journal_index import JOURNAL_INDEX, index_script
from tests.auditing.leaks import FILE, IS_CHINESE, IS_FILE, IS_GERMAN, IS_QUOTED, IS_TAG, IS_TITLE
from tests.auditing.sites import Portfolio
from tests.builders import settings


@pytest.fixture
def portfolio(tmp_path: Path) -> Portfolio:
    return Portfolio(tmp_path)


def site_with(portfolio: Portfolio, script: str, folder: Path) -> Path:
    site = portfolio.site(folder)
    (site / JOURNAL_INDEX).parent.mkdir(parents=True)
    (site / JOURNAL_INDEX).write_text(script, encoding="utf-8")
    return site


def test_the_index_for_an_audience_has_no_leaks(portfolio: Portfolio, tmp_path: Path):
    site = site_with(portfolio, index_script(portfolio.build.journal, {}), tmp_path / "site")
    assert portfolio.audit(site).leaks == ()


def test_what_leaks_into_the_index_is_found_there(portfolio: Portfolio, tmp_path: Path):
    everything = build_site(portfolio.tree, settings(audience="me"))
    addresses = {uri: f"other/{number}/" for number, uri in enumerate(everything.journal.uris) if FILE not in uri}
    site = site_with(portfolio, index_script(everything.journal, addresses), tmp_path / "site")
    leaks = portfolio.audit(site).leaks
    assert {leak.file for leak in leaks} == {JOURNAL_INDEX}
    assert {IS_TITLE, IS_TAG, IS_GERMAN, IS_CHINESE, IS_QUOTED, IS_FILE} <= {
        (leak.sort, leak.uri, leak.line) for leak in leaks
    }
