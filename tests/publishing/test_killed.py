"""A run that is killed, at whatever moment, leaves the former site or the new one, and nothing for ever."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from portfolio_gen.publishing.publish import publish
from portfolio_gen.publishing.refusal import RefusedError
from portfolio_gen.publishing.workshop import FORMER, MARKER
from tests.conftest import CHECKOUT
from tests.publishing.kills import FORMS
from tests.publishing.sites import NEW, OLD, files_of, wanted


@pytest.mark.parametrize("form", FORMS)
def test_a_killed_run_leaves_one_whole_site_and_the_next_run_tidies_up(tmp_path: Path, form: str):
    run = subprocess.run(
        [sys.executable, "-m", "tests.publishing.kills", str(tmp_path / "out"), form, "names", "7", "5"],
        cwd=CHECKOUT, capture_output=True, text=True, timeout=120, check=True,
    )  # fmt: skip
    *wrong, kills = run.stdout.splitlines()
    assert wrong == []
    assert int(kills.split()[0]) > 8


def test_a_site_that_was_on_its_way_out_comes_back_and_still_says_who_may_read_there(tmp_path: Path):
    place = tmp_path / "site"
    publish(place, wanted(OLD, "organisation"), with_links=False)
    killed = tmp_path / ".site.building-abcdefgh"
    killed.mkdir()
    (killed / MARKER).touch()
    place.rename(killed / FORMER)
    with pytest.raises(RefusedError, match="'organisation'"):
        publish(place, wanted(NEW, "team"))
    assert files_of(place) == OLD
    assert not killed.exists()
