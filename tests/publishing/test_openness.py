"""Which sites may not take the place of which, and which sources are not for the readers of a site."""

from __future__ import annotations

import pytest

from portfolio_gen.model.audience import AUDIENCE_NAMES, Audience
from portfolio_gen.publishing.manifest import Manifest, reader_mark
from portfolio_gen.publishing.openness import more_to_see, narrower_sources
from tests.builders import settings, tree


def former(audience: str, reader: str = "") -> Manifest:
    return Manifest(Audience[audience.upper()], reader_mark(reader), {})


@pytest.mark.parametrize("standing", AUDIENCE_NAMES)
@pytest.mark.parametrize("new", AUDIENCE_NAMES)
def test_a_site_for_a_less_open_audience_shows_more(standing: str, new: str):
    is_less_open = AUDIENCE_NAMES.index(new) < AUDIENCE_NAMES.index(standing)
    assert bool(more_to_see(former(standing), Audience[new.upper()], None)) == is_less_open


@pytest.mark.parametrize(
    ("standing", "new", "shows_more"),
    [("", "ada", True), ("ada", "ben", True), ("ada", "ada", False), ("ada", "", False), ("", "", False)],
)
def test_a_site_with_another_reader_shows_more(standing: str, new: str, shows_more: bool):
    assert bool(more_to_see(former("team", standing), Audience.TEAM, reader_mark(new))) == shows_more


OPEN = "---\naudience: team\n---\n"


@pytest.mark.parametrize(
    "text",
    [
        "No audience is for the author alone.\n",
        "---\naudience: mentor\n---\n",
        "---\naudience: team\nexpires: 2026-01-01\n---\n",
        "---\naudience: team\ndraft: true\n---\n",
        "---\naudience: public\n---\n\n<!-- only: mentor -->\n\nA passage.\n\n<!-- end only -->\n",
        "---\naudience: everybody\n---\n",
        "---\naudience: [\n---\n",
    ],
)
def test_what_is_not_wholly_for_the_audience_is_narrower(text: str):
    files = {"journal/ours.md": OPEN, "journal/other.md": text}
    assert narrower_sources(tree(files), settings(audience="team")) == ("journal/other.md",)


def test_what_only_the_reader_sees_is_narrower_than_the_site():
    files = {"people/ada/index.md": OPEN, "people/ada/journal/mine.md": "Mine.\n"}
    found = narrower_sources(tree(files), settings(audience="team", reader="ada"))
    assert found == ("people/ada/journal/mine.md",)


def test_a_site_with_everything_has_no_narrower_sources():
    files = {
        "journal/ours.md": OPEN,
        "journal/wider.md": "---\naudience: public\n---\n\n<!-- only: team -->\n\nOurs.\n\n<!-- end only -->\n",
    }
    assert narrower_sources(tree(files), settings(audience="team")) == ()
    assert narrower_sources(tree({**files, "journal/mine.md": "Mine.\n"}), settings(audience="me")) == ()
