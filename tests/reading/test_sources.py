"""Files of a content folder: what is read, what is an attachment, and what stays out."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from portfolio_gen.problems import Problem
from portfolio_gen.reading.sources import MAX_BYTES, Source, Tree, decoded, read_source, read_tree
from tests.builders import said

SECRET = "what stands outside"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    folder = tmp_path / "content"
    folder.mkdir()
    return folder


@pytest.fixture
def outside(tmp_path: Path) -> Path:
    """A folder beside the content folder."""
    folder = tmp_path / "outside"
    folder.mkdir()
    (folder / "secret.md").write_text(SECRET)
    (folder / "secret.png").write_text(SECRET)
    return folder


def write(folder: Path, *uris: str) -> None:
    for uri in uris:
        path = folder / uri
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"Text\n")


def uris(tree: Tree) -> list[str]:
    return [source.uri for source in tree.sources]


def everything_named(tree: Tree) -> set[str]:
    return {*uris(tree), *tree.attachments}


def test_pages_are_read_in_the_order_of_their_uris_and_the_rest_are_attachments(content: Path):
    write(content, "b.md", "a.md", "journal/c.md", "journal/c.png", "notes.txt", "x.MARKDOWN.bak", "style.css")
    tree = read_tree(content)
    assert uris(tree) == ["a.md", "b.md", "journal/c.md"]
    assert tree.attachments == {"journal/c.png", "notes.txt", "x.MARKDOWN.bak", "style.css"}
    assert (tree.unreadable, tree.problems) == (frozenset(), ())


@pytest.mark.parametrize("ending", [".md", ".markdown", ".mdown", ".mkdn", ".mkd"])
def test_all_endings_that_hosts_take_for_pages_are_pages(content: Path, ending: str):
    write(content, f"a{ending}")
    assert uris(read_tree(content)) == [f"a{ending}"]


@pytest.mark.parametrize("name", ["a.MD", "a.Md", "a.mD", "a.Markdown"])
def test_an_ending_in_capitals_is_neither_a_page_nor_an_attachment(content: Path, name: str):
    write(content, name)
    tree = read_tree(content)
    assert everything_named(tree) == set()
    assert tree.unreadable == {name}
    assert said(tree.problems) == [f"{name}:1:1 file-name"]


def test_hidden_files_and_the_templates_folder_are_passed_over(content: Path):
    write(content, ".a.md", ".git/b.md", "c/.d/e.md", "c/.f.png", "templates/g.md", "c/templates/h.md")
    tree = read_tree(content)
    assert everything_named(tree) == {"c/templates/h.md"}
    assert tree.problems == ()


def test_a_host_may_say_which_files_count(content: Path):
    write(content, "a.md", "b.md", "c.png", ".d.md")
    assert everything_named(read_tree(content, only={"a.md", ".d.md"})) == {"a.md", ".d.md"}


def test_an_empty_folder_is_an_empty_tree(content: Path):
    assert read_tree(content) == Tree(root=content)


def test_line_ends_are_left_to_the_splitter(content: Path):
    (content / "a.md").write_bytes(b"a\r\nb\rc\n")
    assert read_tree(content).sources == (Source("a.md", "a\r\nb\rc\n"),)


def test_a_byte_order_mark_is_no_part_of_the_text():
    assert decoded("a.md", b"\xef\xbb\xbf---\n") == Source("a.md", "---\n")


@pytest.mark.parametrize(
    ("data", "place"),
    [
        (b"caf\xe9\n", (1, 4)),
        (b"\xff", (1, 1)),
        (b"a\nb\nc\xc3\n", (3, 2)),
        ("é é\n".encode() + b"\x80", (2, 1)),
        ("ééé".encode() + b"\xfe", (1, 4)),
        (b"a\xed\xa0\x80", (1, 2)),
        (b"a\xc0\xaf", (1, 2)),
        (b"\xf5\x80\x80\x80", (1, 1)),
        ("---\naudience: me\n---\n".encode("utf-16"), (1, 1)),
        ("---\n".encode("utf-32"), (1, 1)),
        (b"\xfe\xff\x00-\x00-\x00-", (1, 1)),
    ],
)
def test_what_is_not_utf8_is_a_problem_at_its_first_wrong_byte(data: bytes, place: tuple[int, int]):
    found = decoded("a.md", data)
    assert isinstance(found, Problem)
    assert (found.code, found.line, found.column) == ("encoding", *place)


def test_utf16_is_named(content: Path):
    (content / "a.md").write_bytes("---\naudience: me\n---\n".encode("utf-16"))
    (problem,) = read_tree(content).problems
    assert "UTF-16" in problem.message
    assert problem.hint == "save the file as UTF-8"


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-le"])
def test_utf16_without_a_mark_is_no_text_either(encoding: str):
    found = decoded("a.md", "---\naudience: me\n---\nText\n".encode(encoding))
    assert isinstance(found, Problem)
    assert found.code == "encoding"


def test_what_is_not_utf8_stays_out_and_the_rest_is_read(content: Path):
    write(content, "a.md", "c.md")
    (content / "b.md").write_bytes(b"\xff")
    tree = read_tree(content)
    assert everything_named(tree) == {"a.md", "c.md"}
    assert tree.unreadable == {"b.md"}
    assert said(tree.problems) == ["b.md:1:1 encoding"]


def test_a_page_has_a_largest_size(content: Path):
    (content / "fits.md").write_bytes(b"x" * MAX_BYTES)
    (content / "huge.md").write_bytes(b"x" * (MAX_BYTES + 1))
    (content / "huge.png").write_bytes(b"x" * (MAX_BYTES + 1))
    tree = read_tree(content)
    assert everything_named(tree) == {"fits.md", "huge.png"}
    assert said(tree.problems) == ["huge.md:1:1 too-large"]
    assert tree.unreadable == {"huge.md"}


def test_a_folder_with_the_name_of_a_page_is_a_problem_and_nothing_in_it_is_read(content: Path):
    write(content, "x.md/y.md", "x.md/z.png", "x.md/deep/w.md", "a.md")
    tree = read_tree(content)
    assert everything_named(tree) == {"a.md"}
    assert {"x.md", "x.md/y.md", "x.md/z.png", "x.md/deep/w.md"} <= tree.unreadable
    assert said(tree.problems)[0] == "x.md:1:1 not-a-file"


def test_an_empty_folder_with_the_name_of_a_page_is_a_problem(content: Path):
    (content / "x.MD").mkdir()
    assert said(read_tree(content).problems) == ["x.MD:1:1 not-a-file"]


@pytest.mark.parametrize("name", ["x.md", "x.png"])
def test_a_pipe_is_not_read_and_is_not_published(content: Path, name: str):
    """Reading a pipe waits for ever."""
    os.mkfifo(content / name)
    tree = read_tree(content)
    assert everything_named(tree) == set()
    assert said(tree.problems) == [f"{name}:1:1 not-a-file"]


@pytest.mark.parametrize("name", ["link.md", "link.png"])
@pytest.mark.parametrize("is_relative", [True, False])
def test_a_link_to_a_file_outside_is_not_followed(content: Path, outside: Path, name: str, is_relative: bool):
    target = outside / f"secret{Path(name).suffix}"
    (content / name).symlink_to(Path("..") / target.relative_to(content.parent) if is_relative else target)
    tree = read_tree(content)
    assert everything_named(tree) == set()
    assert tree.unreadable == {name}
    assert said(tree.problems) == [f"{name}:1:1 outside"]


def test_a_link_to_a_folder_outside_is_not_followed(content: Path, outside: Path):
    write(outside, "deep/more.md")
    (content / "link").symlink_to(outside)
    tree = read_tree(content)
    assert everything_named(tree) == set()
    assert {"link/secret.md", "link/secret.png"} <= tree.unreadable
    assert set(said(tree.problems)) == {"link:1:1 outside"}


def test_a_chain_of_links_that_ends_outside_is_not_followed(content: Path, outside: Path):
    (content / "a").mkdir()
    (content / "a/inner").symlink_to(outside)
    (content / "b.md").symlink_to("a/inner/secret.md")
    tree = read_tree(content)
    assert everything_named(tree) == set()
    assert "b.md:1:1 outside" in said(tree.problems)


def test_a_folder_that_only_begins_with_the_same_name_is_outside(content: Path, tmp_path: Path):
    write(tmp_path, "content-private/secret.md")
    (content / "a.md").symlink_to("../content-private/secret.md")
    assert said(read_tree(content).problems) == ["a.md:1:1 outside"]


def test_links_that_stay_inside_are_followed(content: Path):
    write(content, "a.md", "folder/b.md")
    (content / "c.md").symlink_to("a.md")
    (content / "other").symlink_to("folder")
    tree = read_tree(content)
    assert uris(tree) == ["a.md", "c.md", "folder/b.md", "other/b.md"]
    assert tree.problems == ()


def test_the_content_folder_itself_may_be_a_link(content: Path, tmp_path: Path):
    write(content, "a.md")
    (tmp_path / "link").symlink_to("content")
    assert uris(read_tree(tmp_path / "link")) == ["a.md"]


@pytest.mark.parametrize("target", [".", "..", "../../content", "../inner"])
def test_a_link_to_a_folder_above_itself_ends(content: Path, target: str):
    write(content, "inner/a.md")
    (content / "inner/loop").symlink_to(target)
    tree = read_tree(content)
    assert uris(tree) == ["inner/a.md"]
    assert set(said(tree.problems)) == {"inner/loop:1:1 outside"}


def test_two_folders_that_link_to_each_other_end(content: Path):
    write(content, "a/x.md", "b/y.md")
    (content / "a/to-b").symlink_to("../b")
    (content / "b/to-a").symlink_to("../a")
    tree = read_tree(content)
    assert {"a/x.md", "b/y.md"} <= set(uris(tree))
    assert max(uri.count("/") for uri in uris(tree)) <= 3
    assert "outside" in {problem.code for problem in tree.problems}


def test_a_link_to_itself_is_a_problem(content: Path):
    (content / "a.md").symlink_to("a.md")
    tree = read_tree(content)
    assert tree.unreadable == {"a.md"}
    assert said(tree.problems) == ["a.md:1:1 unreadable"]


@pytest.mark.parametrize("name", ["a.md", "a.png"])
def test_a_link_to_nothing_is_a_problem(content: Path, name: str):
    (content / name).symlink_to("nothing")
    tree = read_tree(content)
    assert everything_named(tree) == set()
    assert tree.unreadable == {name}
    assert {(problem.uri, problem.code) for problem in tree.problems} <= {(name, "unreadable"), (name, "not-a-file")}
    assert len(tree.problems) == 1


@pytest.mark.parametrize("name", [b"caf\xe9.md", b"caf\xe9.png"])
def test_a_file_name_that_is_not_utf8_is_a_problem_that_can_be_printed(content: Path, name: bytes):
    Path(os.fsdecode(os.fsencode(content) + b"/" + name)).write_bytes(b"Text\n")
    tree = read_tree(content)
    assert everything_named(tree) == set()
    assert len(tree.problems) == 1
    assert all(str(problem).encode("utf-8") for problem in tree.problems)


def test_a_file_that_vanishes_is_unreadable(content: Path):
    found = read_source(content / "gone.md", "gone.md")
    assert isinstance(found, Problem)
    assert (found.code, found.line, found.column) == ("unreadable", 1, 1)


def test_a_tree_without_some_pages_has_no_problems_of_them_either(content: Path):
    write(content, "a.md", "b.md")
    (content / "c.md").write_bytes(b"\xff")
    tree = read_tree(content).without(frozenset({"a.md", "c.md"}))
    assert (uris(tree), tree.unreadable, tree.problems) == (["b.md"], frozenset(), ())


@settings(max_examples=300, deadline=None, database=None, derandomize=True)
@given(st.binary(max_size=40) | st.text(max_size=20).map(lambda text: text.encode("utf-16")))
def test_no_bytes_break_the_decoder(data: bytes):
    found = decoded("a.md", data)
    if isinstance(found, Source):
        assert found.text.encode("utf-8") == data.removeprefix(b"\xef\xbb\xbf")
    else:
        assert 1 <= found.line <= data.count(b"\n") + 1
        assert 1 <= found.column <= len(data)
