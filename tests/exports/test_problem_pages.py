"""Each code has a page of its own, and its examples are what they say."""

from __future__ import annotations

import re
from collections.abc import Mapping
from importlib.resources import files

import pytest

from portfolio_gen.exports.problem_pages import problem_page
from portfolio_gen.problems import CODES
from tests.builders import COMPETENCY, Files, checked, text_of

AROUND: Files = {
    "people/ada/index.md": "---\naudience: public\n---\n\n# Ada\n",
    "people/ben/index.md": "---\naudience: public\n---\n\n# Ben\n",
    "competencies/testing.md": text_of(COMPETENCY),
}
ON_DISK = {
    "encoding", "too-large", "not-a-file", "outside", "unreadable", "file-name", "include", "same-place", "attachment",
    "running-attachment",
}  # fmt: skip
"""Codes that no text in a page can show: tests/broken, tests/reading and tests/withholding have them."""
_ENTRY = re.compile(r"^In `(?P<uri>[^`]+)`:\n\n```markdown\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)


def example(code: str, heading: str) -> Mapping[str, str]:
    """The entries below a heading of a page, by uri."""
    part = problem_page(code).partition(f"\n## {heading}\n")[2].partition("\n## ")[0]
    return {match["uri"]: match["text"] for match in _ENTRY.finditer(part)}


def found(entries: Mapping[str, str]) -> set[str]:
    return {problem.code for problem in checked({**AROUND, **entries})}


def test_each_code_has_a_page_and_each_page_a_code():
    pages = {path.name.removesuffix(".md") for path in (files("portfolio_templates") / "problems").iterdir()}
    assert pages == set(CODES)


@pytest.mark.parametrize("code", CODES)
def test_a_page_is_headed_by_its_code(code: str):
    assert problem_page(code).startswith(f"# `{code}`\n\n")


@pytest.mark.parametrize("code", sorted(set(CODES) - ON_DISK))
def test_the_wrong_example_is_wrong_and_the_right_one_right(code: str):
    wrong, right = example(code, "Wrong"), example(code, "Right")
    assert wrong.keys() == right.keys() != set()
    assert code in found(wrong)
    assert code not in found(right)
    assert not [one for one in checked({**AROUND, **right}) if one.severity != "note"]


@pytest.mark.parametrize("code", sorted(ON_DISK))
def test_a_page_without_an_example_says_what_to_do(code: str):
    assert example(code, "Wrong") == {}
    assert len(problem_page(code).partition("\n## Right\n\n")[2]) > 20
