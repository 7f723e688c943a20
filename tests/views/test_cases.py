"""Whole portfolios and the pages that they become. After a change: UPDATE_GOLDEN=1 pytest, then read the diff."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml

from portfolio_gen.build import build_site, export
from portfolio_gen.reading.sources import read_tree
from portfolio_gen.settings import settings_from
from tests.golden import check_golden_folder

CASES = sorted(path.parent for path in (Path(__file__).parents[1] / "cases").glob("*/options.yml"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_portfolio_becomes_these_pages(case: Path):
    options = settings_from(yaml.safe_load((case / "options.yml").read_text()), site_name="Case")
    tree = read_tree(case / "content")
    built = build_site(tree, options)
    navigation = yaml.safe_dump(list(built.navigation), sort_keys=False, allow_unicode=True)
    files = {f"content/{page.uri}": page.source for page in (*built.written.values(), *built.generated)}
    files |= {
        "attachments.txt": "".join(f"{uri}\n" for uri in sorted(built.attachments)),
        "export.json": json.dumps(export(tree, options)[0], indent=2, ensure_ascii=False) + "\n",
        "navigation.yml": navigation,
        "problems.txt": "".join(f"{problem.severity}: {problem}\n" for problem in built.problems),
    }
    check_golden_folder(case / "expected", files)
