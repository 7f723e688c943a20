"""Which files lie in a content folder by accident."""

from __future__ import annotations

import pytest

from portfolio_gen.withholding.attachments import published_attachments, stray_problems
from portfolio_gen.withholding.strays import is_left_behind, is_settings

LEFT_BEHIND = [
    "x.md~", "x.bak", "x.md.orig", "x.REJ", ".x.swp", "x.swp", "x.swo", "#x#", ".#x.md", "~$x.docx", ".~lock.x.odt#",
    "x.tmp", "~WRL0001.tmp", "x.md.save", "Thumbs.db", "desktop.ini", ".DS_Store", "._x.jpg", "x.pdf.part", "x.old",
]  # fmt: skip
ORDINARY = [
    "x.md.txt",
    "a~b.png",
    "backup.pdf",
    "orig.jpg",
    "template.docx",
    "x.tmpl",
    "save.png",
    "swap.mp4",
    "a#1.png",
]
SETTINGS = ["names.yml", "x.YAML", "x.json", "x.jsonl", "pyproject.toml", "x.ini", ".env", "id.pem", "notes.sqlite"]


@pytest.mark.parametrize("name", LEFT_BEHIND)
def test_what_editors_and_systems_leave_behind_is_published_for_nobody(name: str):
    uri = f"people/ada/{name}"
    assert published_attachments({uri}, frozenset({uri}), ["**", f"**/*{name[-4:]}"]) == frozenset()
    assert [problem.uri for problem in stray_problems({uri}, frozenset())] == [uri]


@pytest.mark.parametrize("name", ORDINARY)
def test_ordinary_names_are_not_taken_for_backups(name: str):
    assert not is_left_behind(f"a/{name}") and not is_settings(f"a/{name}")
    assert published_attachments({name}, frozenset({name}), []) == {name}


@pytest.mark.parametrize("name", SETTINGS)
def test_settings_are_published_only_if_their_ending_is_named(name: str):
    uri = f"a/{name}"
    assert published_attachments({uri}, frozenset({uri}), ["a/**", "a/*"]) == frozenset()
    [problem] = stray_problems({uri}, frozenset())
    assert "assets" in problem.hint
    assert published_attachments({uri}, frozenset(), [f"a/*.{name.rpartition('.')[2]}"]) == {uri}


def test_what_is_published_is_no_stray():
    assert list(stray_problems({"a.json", "b.png"}, frozenset({"a.json"}))) == []
