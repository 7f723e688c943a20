"""All advice on an entry"""

from __future__ import annotations

import inspect
from datetime import date

import pytest
from hypothesis import given
from hypothesis import settings as runs
from hypothesis import strategies as st

from portfolio_gen.advising import reading
from portfolio_gen.advising.language import CODES, language
from portfolio_gen.advising.reading import KINDS, MOST, advice_on
from portfolio_gen.advising.rules import RULES
from portfolio_gen.advising.written import Acquaintances
from portfolio_gen.build.advising import advice_for, recent_entries
from portfolio_gen.build.author import authored
from portfolio_gen.drafting.draft import Answers, draft
from portfolio_gen.drafting.templates import templates
from portfolio_gen.model.entry import Entry, EntryId
from portfolio_gen.model.kinds import FOLDERS
from portfolio_gen.reading.entries import read_entry
from portfolio_gen.reading.front_matter import split_front_matter
from portfolio_gen.reading.sources import Source
from tests.advising.readers import advice, codes
from tests.builders import build, checked, everything_published, settings, tree

ENGLISH = language("en")
assert ENGLISH is not None
SHIPPED = templates(None)[0]
STORY = "They met Ahmed on Monday. They talked for two hours about the plan. We had lunch with them, and they left. "
GERMAN = (
    "Heute haben wir das neue System vorgestellt und alles ging schief, weil niemand die Daten vorher geprüft hatte. "
)


def read(text: str, uri: str = "journal/a.md") -> Entry | None:
    return read_entry(Source(uri, text), FOLDERS)[0]


def test_an_entry_gets_a_few_sentences_at_most_in_the_order_of_its_text():
    found = advice(
        "journal/a.md", f"---\nmodel: what\n---\n# Meeting\n\n## What?\n\n{STORY * 8}\n\n## So what?\n\nNice.\n"
    )
    assert len(found) == MOST
    assert list(found) == sorted(found, key=lambda one: (one.line, one.column))


@pytest.mark.parametrize("name", sorted(name for name, one in SHIPPED.items() if one.kind in KINDS))
def test_an_untouched_template_gets_one_friendly_sentence(name: str):
    found = draft(SHIPPED[name], Answers(title="A day", date=date(2026, 11, 20), type=SHIPPED[name].kind))
    assert codes("a.md", found.text) == ["not-begun"]


@pytest.mark.parametrize(
    "name", sorted(name for name, one in SHIPPED.items() if one.kind == "reflection" and name != "quick")
)
def test_the_rules_know_the_last_heading_of_each_template_for_reflections(name: str):
    text = draft(SHIPPED[name], Answers(title="A day", date=date(2026, 11, 20), type="reflection")).text
    body = split_front_matter(text).body
    filled = body.replace("-->\n", "-->\nI noticed that they were late, because nobody had told them of it.\n")
    last = "-->\nI noticed that they were late, because nobody had told them of it.\n"
    start, _, end = filled.rpartition(last)
    head = text[: text.index(body)].replace("next_action:", "tags:")
    assert codes("a.md", f"{head}{filled}") == []
    assert codes("a.md", f"{head}{start}-->\n{end}") == ["empty-next-step"]


@pytest.mark.parametrize(
    "text",
    ["", "# A day\n", "# A day\n\n***\n___\n", "---\ntitle: A day\n---\n", "---\nmodel: what\nnext_action:\n---\n"],
)
def test_an_entry_that_nobody_has_begun_gets_the_same_sentence(text: str):
    assert codes("journal/a.md", text) == ["not-begun"]


@pytest.mark.parametrize("name", ["brag", "quick"])
def test_competencies_that_a_command_wrote_into_a_template_are_no_beginning(name: str):
    kind = SHIPPED[name].kind
    answers = Answers(title="A day", date=date(2026, 11, 20), type=kind, competencies=(("testing", 2),))
    text = draft(SHIPPED[name], answers).text
    assert codes("a.md", text, {"competencies/testing.md": "# Testing\n"}) == ["not-begun"]


def test_the_title_of_a_goal_is_a_beginning_unless_a_template_has_more_to_fill_in():
    assert codes("goals/a.md", "# Present\n") == ["no-measure"]
    assert codes("goals/a.md", "---\nwish:\nstart: 2026-11-20\n---\n# Present\n") == ["not-begun"]


@pytest.mark.parametrize(
    ("uri", "text"),
    [
        ("journal/a.md", "A line.\n"),
        ("evidence/a.md", "# Slide\n\n![The slide](slide.svg)\n"),
        ("journal/a.md", "# Said\n\n> You have it.\n"),
        ("journal/a.md", "# Figures\n\n| a | b |\n| - | - |\n"),
        ("goals/a.md", "---\nmeasure: talks given\n---\n"),
        ("evidence/a.md", "---\nlink: https://example.org/proof\n---\n"),
        ("journal/a.md", "---\nnext_action: Book the room.\n---\n"),
        ("checkins/a.md", "---\nwith: [somebody]\n---\n"),
    ],
)
def test_a_line_or_a_field_is_a_beginning(uri: str, text: str):
    assert "not-begun" not in codes(uri, text)


def test_kinds_without_rules_get_no_advice():
    for folder in ("competencies", "frameworks", "roles", "teams", "activities", "learning"):
        assert codes(f"{folder}/a.md", STORY) == []


def test_a_text_that_is_in_another_language_than_it_says_gets_no_advice():
    assert codes("journal/a.md", f"# Tag\n\n{GERMAN * 4}\n") == []
    assert codes("journal/a.md", f"# Tag\n\n{STORY}\n") != []


@pytest.mark.parametrize(("lang", "site", "expected"), [("de", "en", ("de",)), ("", "de", ("de",)), ("en", "de", ())])
def test_a_language_without_advice_is_named_once(lang: str, site: str, expected: tuple[str, ...]):
    block = f"---\nlang: {lang}\n---\n" if lang else ""
    given = settings(site)
    whole = authored(tree({"journal/a.md": block + STORY, "journal/b.md": block + STORY}), given)
    found = advice_for(whole.portfolio.entries.values(), whole.portfolio, given)
    assert found.languages == expected
    assert bool(found.advice) is not bool(expected)


def test_the_newest_entries_of_a_person_are_read_the_newest_first():
    files = {
        "people/ada/journal/2026-11-19-a.md": "A\n",
        "people/ada/journal/2026-11-20-b.md": "B\n",
        "people/ada/journal/2026-11-21-tomorrow.md": "C\n",
        "people/ada/journal/2026-10-20-old.md": "D\n",
        "people/ada/journal/undated.md": "E\n",
        "people/ada/learning/2026-11-20-course.md": "F\n",
        "people/bo/journal/2026-11-20-other.md": "G\n",
        **{f"people/bo/journal/2026-11-{day:02}-x.md": "H\n" for day in range(1, 18)},
    }
    given = settings()
    whole = authored(tree(files), given).portfolio
    found = recent_entries(whole, EntryId("people/ada"), given.today)
    assert [one.uri[19:] for one in found] == ["2026-11-20-b.md", "2026-11-19-a.md"]
    assert len(recent_entries(whole, EntryId("people/bo"), given.today)) == 10
    assert recent_entries(whole, None, given.today)[0].uri == "people/ada/journal/2026-11-20-b.md"


def test_nothing_of_it_is_in_a_site_or_in_a_check():
    files = {"journal/a.md": f"---\naudience: public\n---\n# Day\n\n{STORY}\n"}
    assert advice("journal/a.md", files["journal/a.md"]) != ()
    published = everything_published(build(files))
    said = "\n".join(f"{one.message} {one.hint}" for one in checked(files))
    for sentence, example in ENGLISH.advice.values():
        assert sentence not in published + said
        assert example not in published + said


_LINES = st.sampled_from(
    [
        "---", "next_action: try to be better", "# Title", "## What?", "## Now what?", "**So what?**", "I will.", "",
        "We and they went.", '"quoted', "”", "<!-- help", "-->", "```", "> said", "    code", "| a |", "Mr. Henderson",
        "Sarah and Ahmed said so", "[[x|y]]", "](", "- item", "====", "…?!", "\ufeff", "Dr.", "é", "\u2028", "If I",
        "\t#",
        "<!-- only: me -->", "<!-- end only -->", "competencies: [a, {id: b, level: 2}]", "status: idea", "---\r",
    ]
)  # fmt: skip


@runs(max_examples=150)
@given(
    st.lists(st.one_of(_LINES, st.text(max_size=12)), max_size=14).map("\n".join),
    st.sampled_from([*sorted(FOLDERS), "people/ada"]),
)
def test_advice_on_any_text_is_the_same_each_time_and_within_its_lines(text: str, folder: str):
    entry = read(text, f"{folder}/a.md")
    if entry is None:
        return
    found = advice_on(entry, ENGLISH, Acquaintances())
    assert found == advice_on(entry, ENGLISH, Acquaintances())
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for one in found:
        assert one.code in CODES
        assert 1 <= one.line <= len(lines)
        assert 1 <= one.column <= len(lines[one.line - 1]) + 1


def test_each_sentence_that_a_language_has_is_said_by_some_rule():
    source = inspect.getsource(reading) + "".join(inspect.getsource(inspect.getmodule(rule)) for rule in RULES)
    assert [code for code in CODES if f'"{code}"' not in source] == []
