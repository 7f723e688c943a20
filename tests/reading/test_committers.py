"""Who committed which file, as keys that name nobody."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from portfolio_gen.build import build_site
from portfolio_gen.reading.committers import committers
from portfolio_gen.reading.sources import read_tree
from portfolio_gen.views.page import Page
from tests.builders import settings

ENTRY = "people/lena/journal/{}.md"
SAID = "people/lena/feedback/said.md"
TYPED = "people/lena/feedback/typed.md"


def git(folder: Path, *words: str, who: str = "lena") -> None:
    name = ("-c", f"user.name={who}", "-c", f"user.email={who}@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *name, *words], cwd=folder, check=True, capture_output=True)


def commit(folder: Path, who: str, **files: str) -> None:
    for uri, text in files.items():
        path = folder / uri
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    git(folder, "add", ".", who=who)
    git(folder, "commit", "-m", "x", who=who)


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A portfolio in a repository: Lena commits her own, Tom one piece of feedback."""
    top = tmp_path_factory.mktemp("repository")
    git(top, "init", "-q")
    public = "---\naudience: public\n---\n# X\n"
    own = {f"content/{ENTRY.format(number)}": public for number in range(3)}
    received = "---\naudience: public\nconsent: quoted\nbehaviour: Good.\n---\n# F\n"
    commit(top, "lena", **{"content/people/lena/index.md": "---\naudience: public\n---\n# Lena\n", **own,
                           f"content/{TYPED}": received})  # fmt: skip
    commit(top, "tom", **{f"content/{SAID}": received})
    return top / "content"


def page(content: Path, uri: str) -> Page:
    return build_site(read_tree(content), settings()).written[uri]


def test_files_of_one_author_have_one_key_and_nothing_of_the_address_is_in_it(content: Path) -> None:
    found = committers(content, [ENTRY.format(0), ENTRY.format(1), SAID, "nowhere.md"])
    assert set(found) == {ENTRY.format(0), ENTRY.format(1), SAID}
    assert found[ENTRY.format(0)] == found[ENTRY.format(1)] != found[SAID]
    assert not any("lena" in key or "@" in key for keys in found.values() for key in keys)


def test_a_page_says_whether_somebody_else_committed_what_others_said(content: Path) -> None:
    assert "by somebody else than [Lena](../index.md)" in page(content, SAID).text
    assert "Committed to the record</span> by [Lena](../index.md)" in page(content, TYPED).text
    assert "Committed" not in page(content, ENTRY.format(0)).text
    assert "example.org" not in page(content, SAID).text


def test_of_a_file_that_was_changed_since_nothing_is_said(content: Path) -> None:
    path = content / SAID
    text = path.read_text("utf-8")
    path.write_text(text + "\nMore.\n", encoding="utf-8")
    try:
        assert SAID not in committers(content, [SAID, TYPED])
        assert "Committed" not in page(content, SAID).text
    finally:
        path.write_text(text, encoding="utf-8")


def test_a_history_that_is_not_whole_tells_nothing(content: Path, tmp_path: Path) -> None:
    git(tmp_path, "clone", "-q", "--depth", "1", content.parent.as_uri(), "shallow")
    assert committers(tmp_path / "shallow/content", [SAID]) == {}


def test_without_a_repository_nothing_is_known(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("x", encoding="utf-8")
    assert committers(tmp_path, ["a.md"]) == {}
