"""Files at other places: every reference means what it meant, and nothing else changes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from portfolio_gen.build.author import Authored, authored
from portfolio_gen.build.changing.moving import Move, moved
from portfolio_gen.build.changing.rewriting import rewritten, setting
from portfolio_gen.editing.files.applying import apply
from portfolio_gen.editing.references.meaning import Renamed
from portfolio_gen.editing.references.moving import MoveError
from portfolio_gen.linking.resolution import ToEntry, ToFile, ToPage
from portfolio_gen.reading.included import with_included
from portfolio_gen.reading.sources import read_tree
from portfolio_gen.settings.project import Project, project_at, project_without_config
from tests.builders import text_of

CONTENT = "content"


def project(root: Path, files: Mapping[str, str | bytes], config: str = "") -> Project:
    for uri, held in files.items():
        path = root / CONTENT / uri
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(held if isinstance(held, bytes) else text_of(held).encode())
    if not config:
        return project_without_config(root, {})
    (root / "mkdocs.yml").write_text(text_of(config), encoding="utf-8")
    return project_at(root / "mkdocs.yml", {})


def move(of: Project, old: str, new: str) -> Move:
    """The move, done."""
    tree, excluded = with_included(read_tree(of.content), of.settings.include)
    found = moved(old, new, of.root, tree, of, excluded)
    apply(found.changes, of.root)
    return found


def held(of: Project) -> dict[str, bytes]:
    files = (path for path in of.content.rglob("*") if path.is_file())
    return {path.relative_to(of.content).as_posix(): path.read_bytes() for path in files}


def texts(of: Project) -> dict[str, str]:
    return {uri: data.decode() for uri, data in held(of).items()}


GOAL = "# Speak up\n"


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("goals: [speak]", "goals: [say]"),
        ("goals: speak", "goals: say"),
        ("goals: goals/speak", "goals: done/say"),
        ("goals: [people/ada/goals/speak]", "goals: [people/ada/done/say]"),
        ("goals: [people/ada/goals/speak.md]", "goals: [people/ada/done/say.md]"),
        ("goals: [../goals/speak.md]  # mine", "goals: [../done/say.md]  # mine"),
        ('goals: ["[[speak]]"]', 'goals: ["[[say]]"]'),
        ("goals: ['[[goals/speak#why|My goal]]']", "goals: ['[[done/say#why|My goal]]']"),
        ("goals: [[speak]]", "goals: [[say]]"),
        ("goals:\n  - [[speak]]\n  -\n  - speak", "goals:\n  - [[say]]\n  -\n  - say"),
        ("goals: '[My goal](../goals/speak.md)'", "goals: '[My goal](../done/say.md)'"),
        ("evidence: [speak, 'https://example.org/speak']", "evidence: [say, 'https://example.org/speak']"),
        ("competencies:\n  - {id: craft, because: 'See [[speak]], really'}",
         "competencies:\n  - {id: craft, because: 'See [[say]], really'}"),
        ("next_action: >\n  Read [it](../goals/speak.md#next \"My goal\")\n  again",
         "next_action: >\n  Read [it](../done/say.md#next \"My goal\")\n  again"),
        ('next_action: "Read [it](../goals/\\x73peak.md) \\u00e9"', None),
    ],
)  # fmt: skip
def test_a_reference_in_a_field_is_written_as_its_author_wrote_it(
    written: str, expected: str | None, tmp_path: Path
) -> None:
    of = project(tmp_path, {
        "people/ada/goals/speak.md": GOAL,
        "people/ada/journal/today.md": f"---\n{written}\n---\n\nWords.\n",
        "competencies/craft.md": "# Craft\n",
        "people/ada/index.md": "# Ada\n",
    })  # fmt: skip
    move(of, "speak", "people/ada/done/say.md")
    text = texts(of)["people/ada/journal/today.md"]
    if expected is None:
        assert "done/say.md" in text
    else:
        assert text == f"---\n{expected}\n---\n\nWords.\n"


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("[[speak]]", "[[say it]]"),
        ("[[ goals/speak#why|my goal ]]", "[[ done/say it#why|my goal ]]"),
        ("| a |\n|---|\n| [[speak\\|goal]] |", "| a |\n|---|\n| [[say it\\|goal]] |"),
        ("![[speak]]", "![[say it]]"),
        ('[go](../goals/speak.md#why "Why")', '[go](../done/say%20it.md#why "Why")'),
        ("[go](<../goals/speak.md>)", "[go](<../done/say%20it.md>)"),
        ("[go][g]\n\n[g]: ../goals/speak.md 'x'", "[go][g]\n\n[g]: ../done/say%20it.md 'x'"),
        ("[go](/people/ada/goals/speak.md?x=1)", "[go](/people/ada/done/say%20it.md?x=1)"),
        ("<a href='../goals/speak.md#b'>x</a>", "<a href='../done/say%20it.md#b'>x</a>"),
        ("`[[speak]]` and\n\n```\n[[speak]]\n```", "`[[speak]]` and\n\n```\n[[speak]]\n```"),
        ("[[today]] and [go](https://example.org/speak)", "[[today]] and [go](https://example.org/speak)"),
    ],
)
def test_a_link_in_a_text_is_written_as_its_author_wrote_it(written: str, expected: str, tmp_path: Path) -> None:
    of = project(tmp_path, {
        "people/ada/goals/speak.md": GOAL, "people/ada/journal/today.md": f"---\ntags: [x]\n---\n\n{written}\n",
    })  # fmt: skip
    move(of, "speak", "people/ada/done/say it.md")
    assert texts(of)["people/ada/journal/today.md"] == f"---\ntags: [x]\n---\n\n{expected}\n"


def test_what_needs_no_change_stays_byte_for_byte(tmp_path: Path) -> None:
    files = {
        "a.md": b"\xef\xbb\xbf---\r\nevidence: [own, talk, goals/talk]\r\n---\r\n[[own]] [[talk]]\r\n",
        "goals/talk.md": b"---\r\nid: own\r\n---\r\n# Talk",
    }
    of = project(tmp_path, files)
    move(of, "talk", "people/ada/goals/talk.md")
    assert held(of) == {"a.md": files["a.md"], "people/ada/goals/talk.md": files["goals/talk.md"]}


def test_line_ends_and_the_byte_order_mark_stay_where_a_reference_changes(tmp_path: Path) -> None:
    of = project(tmp_path, {"a.md": b"\xef\xbb\xbf---\r\nevidence: [b]\r\n---\r\n[x](b.md)\r\n\n", "b.md": b"# B"})
    move(of, "b.md", "c.md")
    assert held(of)["a.md"] == b"\xef\xbb\xbf---\r\nevidence: [c]\r\n---\r\n[x](c.md)\r\n\n"


def test_links_of_the_moved_file_are_mended_and_pictures_stay(tmp_path: Path) -> None:
    of = project(tmp_path, {
        "journal/a.md": "![p](p.png) [b](b.md) [me](a.md#x) [top](#x) [i](../index.md) [out](../../README.md) [[b]]\n",
        "journal/b.md": "# B\n", "journal/p.png": b"p", "index.md": "# Home\n",
    })  # fmt: skip
    move(of, "a", "people/ada/journal/a.md")
    assert sorted(held(of)) == ["index.md", "journal/b.md", "journal/p.png", "people/ada/journal/a.md"]
    assert texts(of)["people/ada/journal/a.md"] == (
        "![p](../../../journal/p.png) [b](../../../journal/b.md) [me](a.md#x) [top](#x) [i](../../../index.md)"
        " [out](../../../../README.md) [[b]]\n"
    )


def test_a_name_that_would_mean_two_entries_is_written_longer(tmp_path: Path) -> None:
    of = project(tmp_path, {
        "a.md": "[[talk]]\n", "journal/talk.md": "# T\n", "goals/speech.md": "# S\n",
    })  # fmt: skip
    move(of, "speech", "goals/talk.md")
    assert texts(of)["a.md"] == "[[journal/talk]]\n"


def test_a_name_with_an_apostrophe_is_written_as_quotes_want_it(tmp_path: Path) -> None:
    of = project(tmp_path, {
        "journal/a.md": "---\nnext_action: 'Read [[talk]]'\ngoals: ['[[talk]]', talk]\n---\n[[talk]]\n",
        "goals/talk.md": "",
    })  # fmt: skip
    move(of, "talk", "don't")
    text = texts(of)["journal/a.md"]
    assert text == "---\nnext_action: 'Read [[don''t]]'\ngoals: ['[[don''t]]', don't]\n---\n[[don't]]\n"


def test_whatever_makes_a_reference_mean_something_else_is_found_in_the_end(tmp_path: Path) -> None:
    of = project(tmp_path, {"a.md": "[[talk]]\n", "goals/talk.md": "# T\n", "b.md": "# B\n"})
    whole = authored(read_tree(of.content), of.settings)
    with pytest.raises(MoveError, match=r"a\.md:1: 'talk' would mean something else"):
        rewritten(whole, of.settings, Renamed({}, {}), {}, lambda *_: {"b.md": [setting(("aliases",), ["talk"])]})


def test_plain_words_that_would_become_a_person_stop_the_move(tmp_path: Path) -> None:
    files = {"checkins/a.md": "---\nwith: Sam\n---\n", "people/sammy/index.md": "# Sam\n"}
    of = project(tmp_path, files)
    with pytest.raises(MoveError, match=r"checkins/a\.md:2: 'Sam' would mean something else"):
        move(of, "people/sammy", "people/Sam")
    assert texts(of) == {uri: text_of(text) for uri, text in files.items()}


def test_a_picture_moves_like_an_entry(tmp_path: Path) -> None:
    of = project(tmp_path, {
        "a.md": "---\ntype: evidence\nfile: p.png\n---\n![[p.png]] ![x](p.png)\n", "p.png": b"p", "b.md": "![[p.png]]",
    })  # fmt: skip
    move(of, "p.png", "pictures/q.png")
    assert texts(of) == {
        "a.md": "---\ntype: evidence\nfile: q.png\n---\n![[q.png]] ![x](pictures/q.png)\n",
        "b.md": "![[q.png]]", "pictures/q.png": "p",
    }  # fmt: skip


def test_a_page_and_a_folder_of_one_name_are_told_apart(tmp_path: Path) -> None:
    of = project(tmp_path, {"guides.md": "# G\n", "guides/one.md": "# O\n"})
    with pytest.raises(MoveError, match=r"write 'guides/' or 'guides\.md'"):
        move(of, "guides", "manuals")
    move(of, "guides/", "manuals")
    assert sorted(held(of)) == ["guides.md", "manuals/one.md"]


def test_a_bare_new_name_stays_in_the_folder_unless_it_is_one(tmp_path: Path) -> None:
    of = project(tmp_path, {"journal/a.md": "# A\n", "goals/b.md": "# B\n"})
    move(of, "a", "c")
    assert sorted(held(of)) == ["goals/b.md", "journal/c.md"]
    move(of, "b", "journal")
    assert sorted(held(of)) == ["journal/b.md", "journal/c.md"]


def test_paths_on_disk_are_understood(tmp_path: Path) -> None:
    of = project(tmp_path, {"journal/a.md": "# A\n"})
    move(of, "content/journal/a.md", "content/journal/b.md")
    move(of, str(of.content / "journal/b.md"), "./content/c.md")
    assert sorted(held(of)) == ["c.md"]


def test_a_page_in_the_place_of_a_generated_one_is_told(tmp_path: Path) -> None:
    of = project(tmp_path, {"a.md": "[g](goals/index.md)\n", "b.md": "# B\n"})
    assert (
        move(of, "b.md", "goals/index.md").notes[-1]
        == "goals/index.md stands in the place of a page that was generated"
    )


def test_a_source_that_can_not_be_read_is_told_if_it_may_name_what_moves(tmp_path: Path) -> None:
    of = project(tmp_path, {"talk.md": "# T\n", "broken.md": "---\n[[talk]]\n", "other.md": "---\nno\n"})
    notes = move(of, "talk", "speech.md").notes
    assert notes == ("by hand: broken.md can't be read for certain or is left out, and was not looked at",)


def test_a_persons_folder_moves_with_all_that_is_in_it_and_all_that_names_it(tmp_path: Path) -> None:
    of = project(tmp_path, {
        "people/lena/index.md": "# Lena\n\n[goal](goals/a.md) [[people/lena/goals/a]]\n",
        "people/lena/goals/a.md": "![](../pictures/p.png) [[lena]]\n",
        "people/lena/pictures/p.png": b"p", "people/lena/.hidden": b"h",
        "people/ada/index.md":
            "---\nmentors: [lena]\n---\n[L](../lena/index.md) [G](../lena/) ![](../lena/pictures/p.png)\n",
    })  # fmt: skip
    found = move(of, "lena", "helena")
    assert texts(of) == {
        "people/helena/index.md": "# Lena\n\n[goal](goals/a.md) [[people/helena/goals/a]]\n",
        "people/helena/goals/a.md": "![](../pictures/p.png) [[helena]]\n",
        "people/helena/pictures/p.png": "p", "people/helena/.hidden": "h",
        "people/ada/index.md":
            "---\nmentors: [helena]\n---\n[L](../helena/index.md) [G](../helena/) ![](../helena/pictures/p.png)\n",
    }  # fmt: skip
    assert found.notes == ()
    assert not (of.content / "people/lena").exists()


def test_what_the_place_told_is_written_where_the_new_one_tells_otherwise(tmp_path: Path) -> None:
    of = project(tmp_path, {
        "people/ada/journal/2026-11-24-talk.md": "# T\n", "people/ada/index.md": "", "people/lin/index.md": "",
    })  # fmt: skip
    found = move(of, "talk", "people/lin/evidence/talk.md")
    assert texts(of)["people/lin/evidence/talk.md"] == (
        "---\ntype: reflection\ndate: 2026-11-24\nperson: ada\n---\n\n# T\n"
    )
    assert [note.partition(" ")[2] for note in found.notes] == [
        "stays a reflection: 'type: reflection' is written in it",
        "stays an entry of ada: 'person: ada' is written in it",
        "keeps its date: 'date: 2026-11-24' is written in it",
    ]


def test_a_date_in_the_new_name_counts_and_is_told(tmp_path: Path) -> None:
    of = project(tmp_path, {"journal/2026-11-24-talk.md": "# T\n"})
    found = move(of, "talk", "journal/2026-11-25-talk.md")
    assert found.notes == ("journal/2026-11-25-talk.md has another date now, which its name tells: 2026-11-25",)
    assert texts(of) == {"journal/2026-11-25-talk.md": "# T\n"}


def test_an_entry_that_becomes_somebodys_is_told(tmp_path: Path) -> None:
    of = project(tmp_path, {"journal/a.md": "# A\n", "people/ada/index.md": "# A\n", "people/lin/index.md": "# L\n"})
    found = move(of, "journal/a.md", "people/lin/journal/")
    assert found.notes == ("people/lin/journal/a.md was nobody's, and is an entry of 'people/lin' now",)


def test_a_folder_of_competencies_may_get_a_name_that_tells_no_kind(tmp_path: Path) -> None:
    of = project(tmp_path, {"competencies/craft.md": "# C\n", "roles/dev.md": "---\ntargets:\n  craft: 2\n---\n"})
    move(of, "competencies", "skills")
    assert texts(of) == {
        "skills/craft.md": "---\ntype: competency\n---\n\n# C\n", "roles/dev.md": "---\ntargets:\n  craft: 2\n---\n",
    }  # fmt: skip


def test_lines_of_the_configuration_are_left_to_be_changed_by_hand(tmp_path: Path) -> None:
    config = """
        site_name: Test
        docs_dir: content
        nav:
          - Home: index.md
          - goals/talk.md
        plugins:
          - portfolio:
              person: lena
        """
    files = {"index.md": "# H\n", "goals/talk.md": "# T\n", "people/lena/index.md": "# L\n", "people/b/index.md": "# B"}
    of = project(tmp_path, files, config)
    assert move(of, "talk", "speech").notes == ("by hand: mkdocs.yml:5 names 'goals/talk.md'; write 'goals/speech.md'",)
    assert move(of, "lena", "helena").notes == (
        "by hand: the option 'person' in the configuration names 'lena'; write 'helena'",
    )
    assert texts(of)["goals/speech.md"] == "# T\n"


def test_included_folders_are_never_changed_and_what_they_name_is_told(tmp_path: Path) -> None:
    theirs = tmp_path / "lin"
    theirs.mkdir()
    (theirs / "a.md").write_text("---\naudience: team\ncompetencies: [craft]\n---\n", encoding="utf-8")
    config = f"""
        site_name: Test
        docs_dir: content
        plugins:
          - portfolio:
              include:
                - {{path: {theirs.as_posix()}, person: lin}}
        """
    of = project(tmp_path, {"competencies/craft.md": "# C\n", "b.md": "[[craft]]\n"}, config)
    if not of.settings.include:
        pytest.fail("nothing is included")
    found = move(of, "craft", "trade")
    assert texts(of)["b.md"] == "[[trade]]\n"
    assert (theirs / "a.md").read_text(encoding="utf-8").endswith("[craft]\n---\n")
    assert found.notes == ("by hand: people/lin/a.md:3 is in an included folder and names 'craft'; tell its owner",)
    with pytest.raises(MoveError, match="included folder"):
        move(of, "b.md", "people/lin/b.md")


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("a.md", "b.md", "something at 'b.md'"),
        ("a.md", "B.md", "same address as 'b.md'"),
        ("a.md", "b/index.md", "same address as 'b.md'"),
        ("a.md", "b/README.md", "same address as 'b.md'"),
        ("a.md", "../out.md", "outside of the content folder"),
        ("a.md", "/etc/x.md", "outside of the content folder"),
        ("a.md", "x/aux.md", "Windows keeps the name 'aux'"),
        ("a.md", "x/what?.md", "holds \\?"),
        ("a.md", "x/.hidden.md", "no name for a file"),
        ("a.md", "templates/a.md", "'templates' at the top"),
        ("p.png", "p.jpg", "has another ending"),
        ("people", "people/x", "can't move into itself"),
        ("people/ada", "b.md", "something at 'b.md'"),
        ("nothing", "x.md", "there is no entry 'nothing'"),
        ("two", "x.md", "may mean 'people/ada/two', 'people/lin/two'"),
        ("a.md", "a.md", "is there already"),
        ("broken.md", "x.md", "can't be read for certain"),
        (".", "x", "content folder itself"),
    ],
)
def test_what_can_not_be_moved_is_said_in_words(old: str, new: str, words: str, tmp_path: Path) -> None:
    of = project(tmp_path, {
        "a.md": "# A\n", "b.md": "# B\n", "p.png": b"p", "people/ada/two.md": "# 2\n", "people/lin/two.md": "# 2\n",
        "broken.md": "---\na\n",
    })  # fmt: skip
    was = held(of)
    with pytest.raises(MoveError, match=words):
        move(of, old if old != "." else str(of.content), new)
    assert held(of) == was


def test_an_entry_of_somebody_without_a_page_stays_in_their_folder(tmp_path: Path) -> None:
    of = project(tmp_path, {"people/ada/goals/a.md": "# A\n"})
    with pytest.raises(MoveError, match="who has no page"):
        move(of, "a", "goals/a.md")


def test_a_symbolic_link_is_moved_by_hand(tmp_path: Path) -> None:
    of = project(tmp_path, {"a.md": "# A\n"})
    (of.content / "b.md").symlink_to("a.md")
    with pytest.raises(MoveError, match="symbolic link"):
        move(of, "b.md", "c.md")


def meanings(whole: Authored) -> dict[str, list[str]]:
    """What every reference leads to, by the uri of its source, in the order of the source."""
    found: dict[str, list[str]] = {}
    for entry in whole.portfolio.entries.values():
        named = [(one.mention.field, one.target) for one in whole.links.named[entry.id]]
        targets = [target for field, target in named if field != "person"]
        for path in ((), *entry.texts):
            targets += whole.links.texts.get((entry.id, path), ())
        found[entry.uri] = [_uri(target, whole) for target in targets]
    return found


def _uri(target: object, whole: Authored) -> str:
    match target:
        case ToEntry(id=entry):
            return whole.portfolio.entries[entry].uri
        case ToFile(uri=uri) | ToPage(uri=uri):
            return uri
    return type(target).__name__


PLACES = ["{}.md", "goals/{}.md", "people/ada/goals/{}.md", "people/lin/goals/{}.md", "people/ada/journal/{}.md"]
NAMES = ["a", "talk", "2026-11-24-talk", "goals"]
FORMS = ["{name}", "[[{name}]]", "'[[{name}#x|words]]'", "[[{name}]]", "'[words](<{name}>)'"]
LINKS = ["[[{name}]]", "![[{name}|x]]", "[[{name}#part]]", "[x]({way}#y 'z')", "![x](<{way}>)", "[r{n}]: {way}"]


@st.composite
def portfolios(draw: st.DrawFn) -> tuple[dict[str, bytes], str, str]:
    """Files, and a move of one of them; references of every form, of which some mean nothing."""
    uri = st.builds(lambda place, name: place.format(name), st.sampled_from(PLACES), st.sampled_from(NAMES))
    uris = draw(st.lists(uri, min_size=3, max_size=7, unique=True))
    target = draw(uri.filter(lambda one: one not in uris))
    ids = {one: f"id-{number}" if draw(st.booleans()) else "" for number, one in enumerate(uris)}
    aliases = {one: draw(st.sampled_from(["", "", "talk", "nick"])) for one in uris}
    files = {"people/ada/index.md": b"", "people/lin/index.md": b"# Lin\n"}
    for one in uris:
        names: list[tuple[str, str]] = []
        for other in draw(st.lists(st.sampled_from(uris), max_size=4)):
            parts = other.removesuffix(".md").split("/")
            tail = "/".join(parts[-draw(st.integers(1, 4)) :])
            way = "/".join([".."] * one.count("/")) + "/" + other if one.count("/") else other
            undated = re.sub(r"\d{4}-\d\d-\d\d-", "", tail)
            choice = st.sampled_from(
                [tail, tail, f"{tail}.md", undated, way, ids[other] or tail, aliases[other] or tail]
            )
            names.append((draw(choice), way))
        lines = [f"id: {ids[one]}"] * bool(ids[one]) + [f"aliases: [{aliases[one]}]"] * bool(aliases[one])
        fields = [draw(st.sampled_from(FORMS)).format(name=name) for name, _ in names]
        lines += ["evidence:", *(f"  - {written}" for written in fields)] if fields else []
        body = [draw(st.sampled_from(LINKS)).format(name=name, way=way, n=n) for n, (name, way) in enumerate(names)]
        text = "\n".join(["---", "title: One", *lines, "---", "", *body, ""])
        ending = draw(st.sampled_from(["\n", "\r\n"]))
        files[one] = b"\xef\xbb\xbf" * draw(st.booleans()) + text.replace("\n", ending).encode()
    return files, uris[0], target


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(case=portfolios())
def test_everything_means_what_it_meant_and_only_what_must_differs(
    case: tuple[dict[str, bytes], str, str], tmp_path_factory: pytest.TempPathFactory
) -> None:
    files, old, new = case
    of = project(tmp_path_factory.mktemp("move"), files)
    before = authored(read_tree(of.content), of.settings)
    try:
        move(of, old, new)
    except MoveError as error:
        assert "same address" in str(error) or "would mean something else" in str(error)
        assert held(of) == files
        return
    now = held(of)
    assert now.keys() == {new if uri == old else uri for uri in files}
    after = meanings(authored(read_tree(of.content), of.settings))
    for uri, targets in meanings(before).items():
        fresh = after[new if uri == old else uri]
        for was, found in zip(targets, fresh, strict=True):
            assert was in ("Unknown", "Ambiguous") or found == (new if was == old else was)
    for uri, data in files.items():
        fresh_data = now[new if uri == old else uri]
        assert fresh_data[:3] == data[:3] and fresh_data.count(b"\r") in (data.count(b"\r"), fresh_data.count(b"\n"))
        if uri != old and fresh_data != data:
            (of.content / uri).write_bytes(data)
            unmended = meanings(authored(read_tree(of.content), of.settings))[uri]
            assert unmended != after[uri], f"{uri} need not have changed"
            (of.content / uri).write_bytes(fresh_data)
