from __future__ import annotations

from pathlib import Path

from portfolio_gen.drafting.surroundings import surroundings, surroundings_of
from portfolio_gen.model.kinds import FOLDERS
from portfolio_gen.reading.inference import kind_from_uri
from portfolio_gen.reading.sources import read_tree

URIS = (
    "index.md",
    "how.markdown",
    "goals/index.md",
    "goals/README.md",
    "goals/README-first.md",
    "people/ada/index.md",
    "people/ada/goals/x.md",
    "people/ada/journal/2026/y.md",
    "people/bob/notes.md",
    "people/index.md",
    "team/people/cy/goals/z.md",
)


def test_folders_tell_persons_and_kinds() -> None:
    around = surroundings_of(URIS, FOLDERS)
    assert around.persons == ("people/ada", "people/bob", "team/people/cy")
    assert around.by_kind["goal"] == ("goals/README-first.md", "people/ada/goals/x.md", "team/people/cy/goals/z.md")
    assert {
        kind for kind, uris in around.by_kind.items() for uri in uris if kind != kind_from_uri(uri, FOLDERS)
    } == set()


def test_it_sees_the_pages_that_readers_see(tmp_path: Path) -> None:
    for uri in (*URIS, ".hidden/a.md", "goals/.b.md", "templates/entries/c.md", "goals/templates/d.md", "e.png"):
        (tmp_path / uri).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / uri).write_text("", "utf-8")
    assert surroundings(tmp_path, FOLDERS).uris == {source.uri for source in read_tree(tmp_path).sources}


def test_a_folder_that_leads_back_to_one_above_it_ends(tmp_path: Path) -> None:
    (tmp_path / "goals").mkdir()
    (tmp_path / "goals/x.md").write_text("", "utf-8")
    (tmp_path / "goals/again").symlink_to(tmp_path, target_is_directory=True)
    assert surroundings(tmp_path, FOLDERS).uris == {"goals/x.md"}


def test_no_content_folder_is_empty(tmp_path: Path) -> None:
    assert surroundings(tmp_path / "nowhere", FOLDERS).uris == frozenset()
