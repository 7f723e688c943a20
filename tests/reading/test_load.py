"""All sources as entries, and all problems of all of them."""

from __future__ import annotations

from portfolio_gen.model.kinds import FOLDERS
from portfolio_gen.problems import Problem
from portfolio_gen.reading.load import load
from portfolio_gen.reading.sources import Source, Tree
from tests.builders import read, said

BROKEN = "---\naudience: teem\n---\n"


def test_reading_goes_on_after_a_mistake():
    loaded = read({"a.md": BROKEN, "b.md": "Text", "c.md": "---\ntitle: [\n---\n", "d.md": "---\n"})
    assert [found.uri for found in loaded.entries.values()] == ["b.md"]
    assert loaded.broken == {"a.md", "c.md", "d.md"}
    assert sorted({problem.uri for problem in loaded.problems}) == ["a.md", "c.md", "d.md"]


def test_entries_come_in_the_order_of_their_uris_whatever_the_order_of_the_sources():
    sources = [Source(uri, "") for uri in ("b.md", "a/c.md", "a.md")]
    loaded = load(Tree(tuple(sources)), FOLDERS)
    assert [found.uri for found in loaded.entries.values()] == ["a.md", "a/c.md", "b.md"]
    assert loaded == load(Tree(tuple(reversed(sources))), FOLDERS)


def test_two_sources_with_one_id_are_both_broken_and_each_names_the_other():
    loaded = read({"a.md": "---\ntitle: x\nid: same\n---\n", "b.md": "---\nid: same\n---\n", "c.md": ""})
    assert list(loaded.entries) == ["c"]
    assert loaded.broken == {"a.md", "b.md"}
    assert said(loaded.problems) == ["a.md:3:1 duplicate-id", "b.md:2:1 duplicate-id"]
    assert "b.md" in loaded.problems[0].message
    assert "a.md" in loaded.problems[1].message


def test_an_id_may_not_be_the_path_of_another_source():
    loaded = read({"goals/a.md": "", "b.md": "---\nid: goals/a\n---\n"})
    assert loaded.broken == {"goals/a.md", "b.md"}


def test_a_page_and_the_index_of_the_folder_of_its_name_have_one_id():
    assert read({"goals/a.md": "", "goals/a/index.md": ""}).broken == {"goals/a.md", "goals/a/index.md"}


def test_a_broken_source_takes_no_id_from_another():
    loaded = read({"a.md": "---\nid: same\naudience: teem\n---\n", "b.md": "---\nid: same\n---\n"})
    assert list(loaded.entries) == ["same"]
    assert loaded.broken == {"a.md"}


def test_a_warning_keeps_no_entry_out():
    loaded = read({"a.md": "---\nfoo: bar\n---\n"})
    assert list(loaded.entries) == ["a"]
    assert said(loaded.problems) == ["a.md:2:1 unknown-field"]


def test_what_could_not_be_opened_is_broken_too():
    trouble = Problem("x.md", 1, 1, "encoding", "not UTF-8")
    loaded = load(Tree((Source("a.md", ""),), frozenset(), frozenset({"x.md"}), (trouble,)), FOLDERS)
    assert loaded.broken == {"x.md"}
    assert loaded.problems == (trouble,)


def test_further_folders_have_their_kinds():
    assert read({"notes/a.md": ""}, folders={"notes": "reflection"}).entries["notes/a"].kind_name == "reflection"
