"""The files of included folders, each at its place in the site."""

from __future__ import annotations

from pathlib import Path

import pytest

from portfolio_gen.problems import Problem
from portfolio_gen.reading.included import with_included
from portfolio_gen.reading.load import Loaded, load
from portfolio_gen.reading.sources import Source, Tree
from portfolio_gen.settings.include import Included
from tests.builders import Files, said, text_of

PERSON = "---\ntype: person\n---\n"


def tree_with(folder: Path, files: Files, **options: object) -> tuple[Tree, frozenset[str]]:
    for uri, text in files.items():
        path = folder / uri
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text_of(text), encoding="utf-8")
    folder.mkdir(exist_ok=True)
    given: dict[str, object] = {"called": frozenset({"lena"}), **options}
    return with_included(Tree(), [Included("lena", folder, folder, **given)])  # type: ignore[arg-type]


def loaded(folder: Path, files: Files, **options: object) -> Loaded:
    return load(tree_with(folder, files, **options)[0], {})


def places(tree: Tree) -> dict[str, str]:
    return {source.own_uri: source.uri for source in tree.sources}


@pytest.mark.parametrize(
    ("own", "place"),
    [
        ("goals/read.md", "people/lena/goals/read.md"),
        ("people/lena/goals/read.md", "people/lena/goals/read.md"),
        ("people/lena/index.md", "people/lena/index.md"),
        ("people/elena/index.md", "people/lena/index.md"),
        ("people/elena/img/a.md", "people/lena/img/a.md"),
        ("index.md", "people/lena/home.md"),
        ("README.md", "people/lena/readme.md"),
        ("people/lena/README.md", "people/lena/readme.md"),
        ("goals/index.md", "people/lena/goals/index.md"),
        ("people/lena.md", "people/lena/people/lena.md"),
        ("people/kim/a.md", "people/lena/people/kim/a.md"),
    ],
)
def test_a_page_is_below_the_folder_of_its_person(tmp_path: Path, own: str, place: str):
    tree, _ = tree_with(tmp_path, {own: "# A\n"}, called=frozenset({"lena", "elena"}))
    assert places(tree) == {own: place}
    assert tree.path_of(place) == tmp_path / own


@pytest.mark.parametrize("own", ["index.md", "README.md", "people/lena/index.md", "people/lena.md"])
def test_the_page_of_the_person_is_the_index_wherever_its_owner_keeps_it(tmp_path: Path, own: str):
    assert places(tree_with(tmp_path, {own: PERSON})[0]) == {own: "people/lena/index.md"}


def test_an_index_in_the_persons_own_folder_that_is_an_ordinary_page_is_a_home_page(tmp_path: Path):
    tree, _ = tree_with(tmp_path, {"people/lena/index.md": "---\ntype: page\n---\n"})
    assert list(places(tree).values()) == ["people/lena/home.md"]


def test_a_page_with_an_id_that_names_the_person_is_the_persons(tmp_path: Path):
    tree, _ = tree_with(tmp_path, {"about/me.md": "---\ntype: person\nid: lena\n---\n"})
    assert list(load(tree, {}).entries) == ["people/lena"]


def test_the_place_of_a_page_follows_from_the_page_alone(tmp_path: Path):
    files = {"index.md": "# Home\n", "goals/read.md": ""}
    one, _ = tree_with(tmp_path / "one", files)
    other, _ = tree_with(tmp_path / "other", {**files, "people/lena/index.md": "", "people/lena/journal/x.md": ""})
    assert places(one).items() <= places(other).items()


def test_folders_of_programs_and_hidden_files_are_never_sources(tmp_path: Path):
    hidden = [".git/a.md", ".portfolio/a.md", "node_modules/x/README.md", "a/node_modules/b.md", ".hidden.md",
              "venv/a.md", "x/__pycache__/a.md", "templates/a.md"]  # fmt: skip
    tree, _ = tree_with(tmp_path, {**dict.fromkeys(hidden, "a"), "node_modules.md": "", "a/b.txt": ""})
    assert list(places(tree)) == ["node_modules.md"]
    assert (tree.attachments, tree.unreadable) == ({"people/lena/a/b.txt"}, frozenset())


def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path):
    (tmp_path / "secret.md").write_text("secret")
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside/a.md").write_text("secret")
    (tmp_path / "lena").mkdir()
    (tmp_path / "lena/a.md").symlink_to(tmp_path / "secret.md")
    (tmp_path / "lena/more").symlink_to(tmp_path / "outside")
    tree, _ = tree_with(tmp_path / "lena", {})
    assert tree.sources == ()
    assert {*said(tree.problems)} == {"people/lena/a.md:1:1 outside", "people/lena/more:1:1 outside"}


def test_what_its_owners_host_leaves_out_is_left_out(tmp_path: Path):
    files = {"drafts/a.md": "", "drafts/a.txt": "", "b.md": "", "people/lena/index.md": ""}
    tree, excluded = tree_with(tmp_path, files, excludes=("drafts/",))
    assert excluded == {"people/lena/drafts/a.md"}
    assert tree.attachments == frozenset()


def test_a_person_without_a_page_can_be_named_all_the_same(tmp_path: Path):
    assert tree_with(tmp_path, {"a.md": ""})[1] == {"people/lena/index.md"}
    assert tree_with(tmp_path, {"index.md": PERSON})[1] == frozenset()


def test_two_files_with_one_place_are_a_problem_and_nobody_sees_either(tmp_path: Path):
    files = {"img/a.png": "1", "people/lena/img/a.png": "2", "a.md": "", "people/lena/a.md": "", "people/lena/b.md": ""}
    tree, _ = tree_with(tmp_path, files)
    assert list(places(tree)) == ["people/lena/b.md"]
    assert tree.attachments == frozenset()
    assert said(tree.problems) == ["people/lena/a.md:1:1 same-place", "people/lena/img/a.png:1:1 same-place"]
    assert "'a.md' and 'people/lena/a.md'" in tree.problems[0].message


def test_of_a_folder_with_a_mistake_only_names_are_known(tmp_path: Path):
    config = tmp_path / "mkdocs.yml"
    tree, excluded = tree_with(tmp_path, {"a.md": "", "b.txt": ""}, mistake="what it is", config=config)
    assert tree.problems == (Problem("people/lena/mkdocs.yml", 1, 1, "include", "what it is"),)
    assert (tree.sources, tree.attachments) == ((), frozenset())
    assert tree.unreadable == {"people/lena/a.md", "people/lena/b.txt"}
    assert excluded == {"people/lena/index.md"}


def test_pages_are_read_as_their_owner_means_them(tmp_path: Path):
    files = {"notes/a.md": "", "people/lena/index.md": "", "goals/b.md": ""}
    found = loaded(tmp_path, files, folders={"notes": "reflection"})
    kinds = {entry.uri: entry.kind_name for entry in found.entries.values()}
    assert kinds == {
        "people/lena/notes/a.md": "reflection", "people/lena/index.md": "person", "people/lena/goals/b.md": "page",
    }  # fmt: skip


def test_the_names_of_a_persons_folders_mean_nothing(tmp_path: Path):
    files = {"a.md": ""}
    tree_with(tmp_path, files)
    tree, _ = with_included(Tree(), [Included("goals", tmp_path, tmp_path)])
    assert [entry.kind_name for entry in load(tree, {}).entries.values()] == ["page"]


@pytest.mark.parametrize(
    ("own", "written", "in_site"),
    [
        ("goals/read.md", "", "people/lena/goals/read"),
        ("people/lena/goals/read.md", "", "people/lena/goals/read"),
        ("goals/read.md", "id: first", "people/lena/first"),
        ("goals/read.md", "id: people/lena/first", "people/lena/first"),
        ("goals/read.md", "id: people/kim/first", "people/lena/people/kim/first"),
        ("index.md", "", "people/lena/home"),
        ("people/lena/index.md", "id: lc", "people/lena"),
    ],
)
def test_an_id_stands_behind_that_of_its_owner(tmp_path: Path, own: str, written: str, in_site: str):
    [entry] = loaded(tmp_path, {own: f"---\n{written}\n---\n" if written else ""}).entries.values()
    assert entry.id == in_site
    assert entry.origin is not None
    assert (entry.origin.folder, entry.origin.uri) == ("people/lena", own)


def test_problems_are_told_at_the_place_in_the_site(tmp_path: Path):
    found = loaded(tmp_path, {"goals/a.md": "---\naudience: teem\n---\n"})
    assert said(found.problems) == ["people/lena/goals/a.md:2:11 unknown-audience"]
    assert found.broken == {"people/lena/goals/a.md"}


def test_who_is_not_the_owner_is_no_person_of_the_site_and_nor_is_what_lies_in_their_folder(tmp_path: Path):
    files = {"people/kim/index.md": "", "people/kim/goals/a.md": "", "kim.md": PERSON, "people/lena/index.md": ""}
    found = loaded(tmp_path, files)
    assert list(found.entries) == ["people/lena"]
    assert {entry.uri for entry in found.apart} == found.broken == {
        "people/lena/people/kim/index.md", "people/lena/people/kim/goals/a.md", "people/lena/kim.md",
    }  # fmt: skip


def test_files_are_told_apart_by_the_folder_on_disk_that_they_are_in(tmp_path: Path):
    tree, _ = with_included(
        Tree((Source("a.md", ""),), frozenset({"b.txt"}), root=tmp_path / "own"),
        [Included("lena", tmp_path, tmp_path)],
    )
    (tmp_path / "c.txt").write_text("")
    tree, _ = with_included(Tree(root=tmp_path / "own"), [Included("lena", tmp_path, tmp_path)])
    assert list(tree.by_root(["b.txt", "people/lena/c.txt"])) == [
        (tmp_path, {"c.txt": "people/lena/c.txt"}), (tmp_path / "own", {"b.txt": "b.txt"}),
    ]  # fmt: skip
