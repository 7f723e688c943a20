"""A folder in which every source has a mistake: each is named at its place, and none is published.

`content/` holds one file per mistake, named after it; `expected.txt` holds what is said about them. What an editor
or git would spoil is added when the tests run.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from portfolio_gen.build import build_site, check
from portfolio_gen.model.audience import AUDIENCE_NAMES
from portfolio_gen.problems import Problem, Severity
from portfolio_gen.reading.sources import read_tree
from tests.builders import everything_published, settings
from tests.golden import check_golden_text

HERE = Path(__file__).parent
CONTENT = HERE / "content"
TEXT = "---\naudience: me\n---\n\nThe canary sings in a caf\u00e9.\n"
UNTEXTUAL = {
    "activities/latin-1.md": TEXT.encode("latin-1"),
    "activities/utf-16.md": TEXT.encode("utf-16"),
    "activities/byte-order-mark-and-no-end.md": TEXT.replace("---\n\n", "").encode("utf-8-sig"),
}


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The whole folder, untextual sources included."""
    folder = tmp_path_factory.mktemp("broken") / "content"
    shutil.copytree(CONTENT, folder)
    for uri, data in UNTEXTUAL.items():
        (folder / uri).write_bytes(data)
    return folder


def uris(content: Path) -> list[str]:
    return sorted(path.relative_to(content).as_posix() for path in content.rglob("*") if path.is_file())


def line_of(problem: Problem) -> str:
    hint = f" ({problem.hint})" if problem.hint else ""
    place = f"{problem.uri}:{problem.line}:{problem.column}"
    return f"{place}: {problem.severity} {problem.code} {problem.message}{hint}\n"


def test_every_mistake_is_named_at_its_place(content: Path):
    problems = check(read_tree(content), settings())
    check_golden_text(HERE / "expected.txt", "".join(line_of(problem) for problem in problems))


def test_no_source_is_without_a_mistake_that_withholds_it(content: Path):
    problems = check(read_tree(content), settings())
    named = {problem.uri for problem in problems if problem.severity is Severity.ERROR or problem.code == "file-name"}
    folder = "activities/folder-with-the-name-of-a-page.md"
    assert named - {folder} == set(uris(content)) - {f"{folder}/page.md"}


@pytest.mark.parametrize("audience", AUDIENCE_NAMES)
def test_none_of_them_is_published_for_anybody(audience: str, content: Path):
    site = build_site(read_tree(content), settings(audience=audience, on_error="withhold"))
    assert not set(site.written) & set(uris(content))
    assert not site.attachments
    assert "canary" not in everything_published(site)


def test_with_them_there_is_no_site_unless_the_owner_asks_for_the_rest(content: Path):
    assert build_site(read_tree(content), settings()).is_stopped
    assert not build_site(read_tree(content), settings(on_error="withhold")).is_stopped


@pytest.mark.parametrize("end", [b"\r\n", b"\r"], ids=["CRLF", "CR"])
def test_other_line_ends_change_no_place(end: bytes, content: Path, tmp_path: Path):
    for uri in uris(content):
        data = (content / uri).read_bytes()
        copy = tmp_path / uri
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_bytes(data if "utf-16" in uri else data.replace(b"\n", end))
    expected = check(read_tree(content), settings())
    assert check(read_tree(tmp_path), settings()) == expected
