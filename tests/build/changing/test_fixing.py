"""What `check --fix` mends: what leaves no doubt, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis
from hypothesis import strategies as st

from portfolio_gen.build.changing.fixing import Fixed, fixed
from portfolio_gen.editing.fixes.fix import meant_for_certain, slips
from portfolio_gen.reading.sources import read_tree
from tests.builders import COMPETENCY, Files, settings, text_of

AROUND: Files = {
    "people/ada/index.md": "---\naudience: team\n---\n\n# Ada\n",
    "people/ben/index.md": "---\naudience: team\n---\n\n# Ben\n",
    "competencies/testing.md": text_of(COMPETENCY),
    "competencies/teaching.md": "# Teaching\n",
    "people/ada/goals/2026-11-02-learn-chess.md": "---\naudience: team\n---\n\n# Learn chess\n",
    "people/ada/journal/moved/here.md": "---\naudience: me\n---\n\n# Here\n",
}
ENTRY = "people/ada/journal/a.md"


def mend(folder: Path, text: str | bytes, uri: str = ENTRY) -> tuple[str, Fixed]:
    """What a source holds once it is mended, and what was mended."""
    for name, held in {**AROUND, uri: text}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(held if isinstance(held, bytes) else held.encode())
    found = fixed(read_tree(folder), settings())
    for change in found.changes:
        assert change.after is not None
        change.path.write_bytes(change.after)
    return (folder / uri).read_bytes().decode(), found


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("competencies: [testign]", "competencies: [testing]"),
        ("competencies:\n  - {id: 'tesing',  level: 2}  # why", "competencies:\n  - {id: 'testing',  level: 2}  # why"),
        ('goals: "[[lern-chess]]"', 'goals: "[[learn-chess]]"'),
        ("goals: goals/learn-ches", "goals: learn-chess"),
        ("date: 2026-1-5", "date: 2026-01-05"),
        ("date: 2026/01/05  # a day", "date: 2026-01-05  # a day"),
        ('date: "2026.1.05"', "date: 2026-01-05"),
        ("date: 20260105", "date: 2026-01-05"),
        ("date: 5 Nov 2026", "date: 2026-11-05"),
        ("date: November 5th, 2026", "date: 2026-11-05"),
        ("date: 2026-W7", "date: 2026-W07"),
        ("revisit: 5 November 2026", "revisit: 2026-11-05"),
        ("mode: experiense", "mode: experience"),
        ("next_acton: Call", "next_action: Call"),
        ("compentencies: [testing]", "competencies: [testing]"),
        ("type: reflektion", "type: reflection"),
        ("followups:\n\t- {date: 2026-11-05, changed: yes}", "followups:\n  - {date: 2026-11-05, changed: yes}"),
    ],
)
def test_what_leaves_no_doubt_is_mended_and_nothing_else(tmp_path: Path, wrong: str, right: str):
    text = "---\naudience: me   # mine\n{}\n---\n\n# A\n\nText.\n"
    mended, found = mend(tmp_path, text.format(wrong))
    assert mended == text.format(right)
    assert len(found.mended) == 1
    assert [problem for problem in found.left if problem.severity != "note"] == []


@pytest.mark.parametrize(
    "line",
    [
        "date: 03/04/2026",
        "date: 5.11.2026",
        "date: 2026-02-30",
        "revisit: 2026-W7",
        "goals: nothing-like-it",
        "competencies: [xyz]",
        "audiance: public",
        "audience: publc",
        "consnt: quoted",
        "metors: [ben]",
        "person: adda",
        "mode: exp",
        "goals: people/ben/goals/learn-chess",
        "tpye: goal",
    ],
)
def test_what_may_mean_something_else_is_left_to_its_author(tmp_path: Path, line: str):
    text = f"---\n{line}\n---\n\n# A\n"
    mended, found = mend(tmp_path, text)
    assert (mended, found.mended) == (text, ())


def test_two_that_are_alike_are_both_meant_by_nobody(tmp_path: Path):
    text = "---\naudience: me\ncompetencies: [teasting]\n---\n\n# A\n"
    (tmp_path / "competencies").mkdir()
    (tmp_path / "competencies/tasting.md").write_text("# Tasting\n")
    assert mend(tmp_path, text)[0] == text


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        (
            "---\naudience: me\ntags: [a]\n\n# A\n\nText: yes.\n",
            "---\naudience: me\ntags: [a]\n---\n\n# A\n\nText: yes.\n",
        ),
        ("---\naudience: team\n# A\n", "---\naudience: team\n---\n# A\n"),
        ("---\naudience: me", "---\naudience: me\n---\n"),
        ("--\naudience: me\n--\n\n# A\n", "---\naudience: me\n---\n\n# A\n"),
        ("----\naudience: team\n---\n\n# A\n", "---\naudience: team\n---\n\n# A\n"),
    ],
)
def test_a_block_gets_the_fences_that_it_lacks(tmp_path: Path, wrong: str, right: str):
    assert mend(tmp_path, wrong)[0] == right


def test_nothing_that_could_not_be_read_becomes_open_without_a_word(tmp_path: Path):
    text = "---\narea: Craft\n\n# A competency\n"
    mended, found = mend(tmp_path, text, "competencies/new.md")
    assert (mended, found.mended) == (text, ())
    closed = text.replace("area", "audience: me\narea")
    assert mend(tmp_path, closed, "competencies/new.md")[0] == closed.replace("Craft\n", "Craft\n---\n")


@pytest.mark.parametrize("text", ["---\nText without fields\n\n# A\n", "---\na: b\nText right below\n\n# A\n"])
def test_what_may_be_text_is_not_made_front_matter(tmp_path: Path, text: str):
    assert mend(tmp_path, text)[0] == text


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("See [[testign|this]].", "See [[testing|this]]."),
        ("See [it](here.md#x 'there').", "See [it](moved/here.md#x 'there')."),
        ("See [it](moved/her.md).", "See [it](moved/her.md)."),
        ("See [it](moved/heer.md).", "See [it](moved/here.md)."),
        ("See `[[testign]]`.", "See `[[testign]]`."),
    ],
)
def test_a_link_finds_what_it_can_only_have_meant(tmp_path: Path, wrong: str, right: str):
    text = "---\naudience: me\n---\n\n# A\n\n{}\n"
    assert mend(tmp_path, text.format(wrong))[0] == text.format(right)


def test_several_mistakes_of_several_sources_are_mended_in_one_go(tmp_path: Path):
    other = "people/ben/goals/b.md"
    (tmp_path / other).parent.mkdir(parents=True)
    (tmp_path / other).write_bytes("\ufeff---\r\naudience: me\r\nstatus: actve\r\ndue: 2026/1/5\r\n---\r\n".encode())
    mended, found = mend(tmp_path, "---\naudience: me\ndate: 2026-1-5\ncompetencies: [testign]\n---\n# [[teachign]]\n")
    assert mended == "---\naudience: me\ndate: 2026-01-05\ncompetencies: [testing]\n---\n# [[teaching]]\n"
    assert (tmp_path / other).read_bytes() == (
        "\ufeff---\r\naudience: me\r\nstatus: active\r\ndue: 2026-01-05\r\n---\r\n".encode()
    )
    assert len(found.mended) == 5
    assert fixed(read_tree(tmp_path), settings()).changes == ()


def test_a_fix_that_makes_something_else_worse_is_left_out_and_the_others_stay(tmp_path: Path):
    twin = "people/ben/goals/b.md"
    (tmp_path / twin).parent.mkdir(parents=True)
    (tmp_path / twin).write_text("---\nid: chess\naudience: me\n---\n\n# B\n")
    mended, found = mend(tmp_path, "---\nid: chess\naudience: me\n\n# A\n", "people/ada/goals/c.md")
    assert "---\n\n# A" not in mended
    assert found.mended == ()


def test_only_what_concerns_somebody_is_mended(tmp_path: Path):
    mend(tmp_path, "---\naudience: me\n---\n# A\n")
    for name in ("a", "b"):
        (tmp_path / f"people/ada/journal/{name}.md").write_text("---\naudience: me\ndate: 2026/1/5\n---\n# A\n")
    found = fixed(read_tree(tmp_path), settings(), concerns=lambda one: one.uri.endswith("/b.md"))
    assert [one.problem.uri for one in found.mended] == ["people/ada/journal/b.md"]


@given(st.text("abcd", min_size=1, max_size=6), st.text("abcd", min_size=1, max_size=6))
def test_slips_are_counted_alike_from_both_sides(one: str, other: str):
    assert slips(one, other) == slips(other, one)
    assert (slips(one, other) == 0) == (one == other)


@hypothesis(max_examples=50)
@given(st.lists(st.text("abcdefgh", min_size=4, max_size=9), min_size=1, max_size=5, unique=True), st.data())
def test_a_word_that_is_there_is_meant(known: list[str], data: st.DataObject):
    word = data.draw(st.sampled_from(known))
    assert meant_for_certain(word, known) == word


@pytest.mark.parametrize(
    ("written", "other"),
    [("inactive", "active"), ("unfinished", "finished"), ("week-5", "week-4"), ("2026-11-25-call", "2026-11-24-call"),
     ("team-b", "team-a")],
)  # fmt: skip
def test_another_word_that_is_alike_is_no_slip(written: str, other: str):
    assert meant_for_certain(written, [other]) is None


def test_a_part_that_is_swapped_or_joined_is_a_slip():
    assert meant_for_certain("ilsten-well", ["listen-well"]) == "listen-well"
    assert meant_for_certain("listenwell", ["listen-well"]) == "listen-well"


@pytest.mark.parametrize("below", ["draft: true", "audience: me", "# About me\ndraft: true", "tags: [a]"])
def test_a_block_is_not_ended_above_what_may_belong_to_it(tmp_path: Path, below: str):
    text = f"---\naudience: public\n\n{below}\n\nText.\n"
    assert mend(tmp_path, text)[0] == text


@pytest.mark.parametrize("place", ["people/ben/private", "people/ada/private"])
def test_no_link_opens_a_file_that_nobody_else_could_see(tmp_path: Path, place: str):
    (tmp_path / place).mkdir(parents=True)
    (tmp_path / place / "pay.csv").write_text("a,b\n", encoding="utf-8")
    text = "---\naudience: team\n---\n\n# A\n\n[Pay](pay.csv)\n"
    assert mend(tmp_path, text)[0] == text
    own = text.replace("team", "me")
    assert ("private/pay.csv" in mend(tmp_path, own)[0]) is (place == "people/ada/private")


def test_a_link_to_a_page_that_any_folder_may_have_is_left(tmp_path: Path):
    text = "---\naudience: me\n---\n\n# A\n\n[C](../../carl/README.md)\n"
    (tmp_path / "README.md").write_text("# R\n", encoding="utf-8")
    assert mend(tmp_path, text)[0] == text


def test_what_was_withheld_for_a_wrong_name_is_not_opened_by_default(tmp_path: Path):
    text = "---\nrelated: [testign]\n---\n\n# New\n"
    assert mend(tmp_path, text, "competencies/new.md")[0] == text
    written = text.replace("related", "audience: public\nrelated")
    assert "[testing]" in mend(tmp_path, written, "competencies/new.md")[0]


def test_a_pipeline_mends_the_same_and_tells_what_is_left_without_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("CI", "true")
    text = "---\naudience: me\ncompetencies: [testign]\ngoals: nowhere-at-all\n---\n\n# A\n"
    mended, found = mend(tmp_path, text)
    assert "[testing]" in mended
    assert "nowhere-at-all" not in "".join(problem.message for problem in found.left)
