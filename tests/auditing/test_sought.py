from __future__ import annotations

from pathlib import Path

from portfolio_gen.auditing.sought import Withheld, withheld_from
from portfolio_gen.build import linked_portfolio
from portfolio_gen.reading.sources import read_tree
from tests.builders import Files, link, settings, tree

OPEN = "---\ntitle: Open one\naudience: public\n---\n"


def withheld(files: Files, attachments: frozenset[str] = frozenset()) -> Withheld:
    linked = link(files)
    return withheld_from(tree(files), linked.everything, linked.portfolio, linked.links, attachments)


def names(files: Files) -> set[tuple[str, str, int, str]]:
    return {(one.sort, one.uri, one.line, " ".join(one.words)) for one in withheld(files).names}


def test_names_of_an_entry_are_looked_for_with_their_lines() -> None:
    text = "---\ntitle: Quiet title\nid: cobalt-lantern\naliases: [Velvet anvil]\ntags: [zugzwang]\n---\nx\n"
    assert names({"goals/w.md": text}) == {
        ("title", "goals/w.md", 2, "quiet title"),
        ("id", "goals/w.md", 3, "cobalt lantern"),
        ("alias", "goals/w.md", 4, "velvet anvil"),
        ("tag", "goals/w.md", 5, "zugzwang"),
    }


def test_a_title_may_be_the_heading() -> None:
    assert names({"goals/w.md": "---\ntype: goal\n---\n\n# The [quiet](x.md) *title*\n"}) == {
        ("title", "goals/w.md", 5, "the quiet title"),
        ("passage", "goals/w.md", 5, "the quiet title"),
    }


def test_a_name_of_a_file_is_looked_for_with_and_without_its_date() -> None:
    found = {
        words for sort, _, _, words in names({"goals/2026-03-04-velvet-anvil.md": "# R1\n"}) if sort == "file name"
    }
    assert found == {"2026 03 04 velvet anvil", "velvet anvil"}


def test_an_index_is_called_as_its_folder() -> None:
    assert ("file name", "goals/velvet-anvil/index.md", 1, "velvet anvil") in names(
        {"goals/velvet-anvil/index.md": "---\ntype: goal\ntitle: R1\n---\n"}
    )


def test_an_open_entry_is_not_looked_for() -> None:
    assert withheld({"goals/a.md": OPEN}) == Withheld((), (), ())


def test_spellings_of_addresses_are_looked_for() -> None:
    found = {words for _, _, _, words in names({"goals/w.md": "# The bishop's Größe\n"})}
    assert {"the bishop s grosse", "the bishops grosse", "the bishops groe"} <= found


def test_a_short_passage_and_the_heading_in_one_are_looked_for() -> None:
    text = OPEN + "Hello.\n<!-- only: me -->\n\n## Velvet anvil\n\nA quiet word.\n<!-- end only -->\n"
    assert names({"goals/a.md": text}) == {
        ("passage", "goals/a.md", 8, "velvet anvil a quiet word"),
        ("title", "goals/a.md", 8, "velvet anvil"),
    }


def test_the_words_of_a_link_that_is_not_shared_are_looked_for() -> None:
    files = {"goals/a.md": OPEN + "See [my quiet velvet anvil](w.md).\n", "goals/w.md": "# W1\n"}
    assert ("link text", "goals/a.md", 5, "my quiet velvet anvil") in names(files)


def test_what_can_not_be_read_is_looked_for_by_title_id_heading_and_text() -> None:
    text = "---\ntitle: Quiet title # a note\nid: cobalt-lantern\naudience: nobody at all\n---\n\n# Velvet anvil\n"
    assert names({"goals/w.md": text}) == {
        ("title", "goals/w.md", 2, "quiet title"),
        ("id", "goals/w.md", 3, "cobalt lantern"),
        ("title", "goals/w.md", 7, "velvet anvil"),
    }
    assert [one.uri for one in withheld({"goals/w.md": text}).texts] == ["goals/w.md"]


def test_a_page_in_another_encoding_is_looked_for_all_the_same(tmp_path: Path) -> None:
    (tmp_path / "w.md").write_bytes("# Größe des Ambosses\n".encode("latin-1"))
    on_disk = read_tree(tmp_path)
    linked = linked_portfolio(on_disk, settings())
    found = withheld_from(on_disk, linked.everything, linked.portfolio, linked.links, frozenset())
    assert ("grosse", "des", "ambosses") in {one.words for one in found.names}
    assert found.attachments == ("w.md",)


def test_attachments_that_are_published_are_not_looked_for() -> None:
    files = {"a.png": "", "b.png": ""}
    assert withheld(files, frozenset({"a.png"})).attachments == ("b.png",)


def test_comments_of_an_open_entry_are_looked_for() -> None:
    text = f"{OPEN}Said. <!-- what nobody but me should ever get to read of this -->\n"
    assert [(one.uri, one.line) for one in withheld({"goals/a.md": text}).texts] == [("goals/a.md", 5)]
