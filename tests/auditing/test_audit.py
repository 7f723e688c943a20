from __future__ import annotations

import json
from pathlib import Path

from portfolio_gen.auditing.furniture import Furniture
from portfolio_gen.build import audit
from tests.auditing.leaks import TITLE
from tests.auditing.sites import Portfolio
from tests.builders import settings


def test_a_report_says_what_was_looked_for_and_where(tmp_path: Path) -> None:
    portfolio = Portfolio(tmp_path)
    site = portfolio.site(tmp_path / "site")
    (site / "x.zip").write_bytes(b"PK\x03\x04" + b"x" * 99)
    (site / "x.txt").write_text(f"a\n{TITLE}\n", "utf-8")
    report = json.loads(json.dumps(portfolio.audit(site).report()))
    assert report["audience"] == "team"
    assert report["files"]["known"] == 1
    assert report["looked_for"]["attachments"] == 5
    assert report["looked_for"]["title"] >= 6
    assert report["closed"] == [{"file": "x.zip", "part": "damaged zip"}]
    assert report["leaks"] == [
        {"file": "x.txt", "surface": "text", "what": "title", "uri": "reflections/r1.md", "line": 2}
    ]


def test_an_audit_needs_the_sources_alone(tmp_path: Path) -> None:
    portfolio = Portfolio(tmp_path)
    site = portfolio.site(tmp_path / "site")
    assert audit(site, portfolio.tree, portfolio.settings, Furniture()) == portfolio.audit(site)


def test_nothing_is_withheld_from_the_author(tmp_path: Path) -> None:
    portfolio = Portfolio(tmp_path)
    site = portfolio.site(tmp_path / "site")
    (site / "x.txt").write_text(TITLE, "utf-8")
    assert audit(site, portfolio.tree, settings(audience="me"), Furniture()).leaks == ()
