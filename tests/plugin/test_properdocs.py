"""The same plugin under ProperDocs, the fork that goes on with MkDocs 1."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

from tests.plugin.sites import files_of

ROOT = Path(__file__).parents[2]
QUIET = {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}
GENERATOR = re.compile(rb'<meta name="generator" content="[^"]*">')


def test_the_example_is_the_same_site_under_properdocs_but_for_its_name(tmp_path: Path):
    sites = []
    for engine in ("mkdocs", "properdocs"):
        site = tmp_path / engine
        run = subprocess.run(
            [sys.executable, "-m", engine, "build", "--strict", "-f", str(ROOT / "mkdocs.yml"), "-d", str(site)],
            capture_output=True, text=True, check=False,
            env={**os.environ, **QUIET, "SOURCE_DATE_EPOCH": "0"},
        )  # fmt: skip
        assert run.returncode == 0, run.stderr
        sites.append({uri: GENERATOR.sub(b"", data) for uri, data in files_of(site).items()})
    assert sites[0] == sites[1]
