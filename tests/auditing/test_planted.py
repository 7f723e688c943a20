"""Leaks that are planted by hand in a clean site, one at a time: each is found, and told without its words."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.auditing.leaks import WORDS, Planted, planted
from tests.auditing.sites import Portfolio

LEAKS = tuple(planted())


@pytest.fixture(scope="module")
def portfolio(tmp_path_factory: pytest.TempPathFactory) -> Portfolio:
    return Portfolio(tmp_path_factory.mktemp("planted"))


@pytest.fixture
def site(portfolio: Portfolio, tmp_path: Path) -> Path:
    return portfolio.site(tmp_path / "site")


def test_a_clean_site_has_no_leaks(portfolio: Portfolio, site: Path) -> None:
    assert portfolio.audit(site).leaks == ()


def test_there_are_more_than_a_hundred_leaks_each_with_a_name_of_its_own() -> None:
    assert len({leak.name for leak in LEAKS}) == len(LEAKS) > 100


@pytest.mark.parametrize("leak", LEAKS, ids=lambda leak: leak.name)
def test_a_leak_is_found(leak: Planted, portfolio: Portfolio, site: Path) -> None:
    path = site / leak.file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(leak.content)
    audit = portfolio.audit(site)
    assert leak.told in {(one.sort, one.uri, one.line) for one in audit.leaks}
    assert {one.file for one in audit.leaks} == {leak.file}
    told = json.dumps(audit.report(), ensure_ascii=False) + "".join(map(str, audit.leaks))
    # Where a file is called what leaks, the report has to name it.
    told = told.replace(leak.file, "").casefold()
    assert [word for word in WORDS if word in told] == []
