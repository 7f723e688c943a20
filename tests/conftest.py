"""What tests share: a quiet, clean environment and the built example."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

# Material prints a banner about MkDocs 2 otherwise.
os.environ["NO_MKDOCS_2_WARNING"] = "1"
# Whoever runs the tests may have set these for a site of their own; in a pipeline messages are shorter.
for _name in ("CI", "PORTFOLIO_AUDIENCE", "SOURCE_DATE_EPOCH"):
    os.environ.pop(_name, None)

CHECKOUT = Path(__file__).parents[1]


@pytest.fixture(scope="session")
def example_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example of the repository, built strictly and exactly as its mkdocs.yml says."""
    from tests.plugin.sites import built

    return built(CHECKOUT, strict=True, site_dir=str(tmp_path_factory.mktemp("example")))
