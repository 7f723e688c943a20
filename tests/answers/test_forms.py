"""The form that readers answer, as text and on a page."""

from __future__ import annotations

import html
import re

from portfolio_gen.answers.form import Choice, Form, Rated, form_about
from portfolio_gen.answers.html_form import html_form
from portfolio_gen.answers.plain_form import WIDTH, plain_form
from portfolio_gen.cleaning.html import clean_html
from portfolio_gen.figures.goals import goals_of
from portfolio_gen.model.entry import EntryId
from portfolio_gen.papers.markdown_html import html_fragment
from portfolio_gen.receiving.plain_answer import answer_in_text
from portfolio_gen.wording.words import words_in
from tests.builders import COMPETENCY, Files, build, link, page

WORDS = words_in("en")
LENA = EntryId("people/lena")
FORM = Form(
    person=LENA,
    name="Lena [the] first",
    about=(Choice(EntryId("journal/a: b c"), "What ] a | week; really"),),
    goals=(Choice(EntryId("goals/speak"), "Speak up"),),
    competencies=(Rated(EntryId("competencies/testing"), "Testing", ("Starting", "Practising; often")),),
)


def test_the_plain_form_is_as_wide_as_a_mail_and_each_question_is_in_brackets() -> None:
    text = plain_form(FORM, WORDS)
    assert [line for line in text.splitlines() if len(line) > WIDTH] == []
    names = re.findall(r"^\[([a-z_-]+)", text, re.MULTILINE)
    assert names == [
        "portfolio-answer", "giver_role", "situation", "behaviour", "impact", "feed_forward", "goal", "entry", "level",
        "consent", "end",
    ]  # fmt: skip
    assert text.count("[") == text.count("]") == len(names)


def test_an_empty_form_is_read_back_as_an_empty_answer_about_the_entry() -> None:
    answer = answer_in_text(plain_form(FORM, WORDS))
    assert (answer.person, answer.about, answer.goals) == ("people/lena", ("journal/a: b c",), ())
    assert (dict(answer.words), dict(answer.competencies), answer.consent) == ({}, {}, "")


def test_the_form_on_a_page_survives_cleaning_as_html_and_as_markdown() -> None:
    made = html_form(FORM, WORDS)
    pre = re.compile(r'<pre class="pf-answer-form">\n?(.*?)</pre>', re.DOTALL)
    for shown in (clean_html(made), html_fragment(f"Text\n\n{made}\nMore\n")):
        (text,) = pre.findall(shown)
        assert html.unescape(text).strip() == plain_form(FORM, WORDS).strip()
        assert shown.count("</details>") == 1


def test_a_title_can_not_end_the_form_on_a_page() -> None:
    hostile = Form(LENA, "</pre></details><script>x()</script>", (Choice(EntryId("a"), "</pre>[end: ]"),), (), ())
    made = html_form(hostile, WORDS)
    assert made.count("</pre>") == made.count("</details>") == 1
    assert "<script" not in made
    assert answer_in_text(plain_form(hostile, WORDS)).about == ("a",)


ENTRIES: Files = {
    "competencies/testing.md": COMPETENCY,
    "people/lena/index.md": "---\naudience: team\nmentors: [tom]\n---\n# Lena\n",
    "people/tom/index.md": "---\naudience: team\n---\n# Tom\n",
    "people/lena/goals/speak.md": "---\naudience: team\ncompetencies: [testing]\n---\n# Speak\n",
    "people/lena/goals/done.md": "---\naudience: team\nstatus: done\n---\n# Done\n",
    "people/lena/journal/a.md": "---\naudience: mentor\n---\n# A\n",
    "people/tom/journal/b.md": "---\naudience: team\n---\n# B\n",
}


def test_a_form_offers_active_goals_and_the_levels_of_what_they_aim_at() -> None:
    found = link(ENTRIES, audience="team", reader="tom")
    entry = found.portfolio.entries[EntryId("people/lena/journal/a")]
    form = form_about(LENA, (entry,), found.portfolio, found.links, goals_of(LENA, found.portfolio))
    assert [one.title for one in form.goals] == ["Speak"]
    assert [(one.title, one.levels) for one in form.competencies] == [
        ("Testing", ("Starting", "Practising", "Reliable"))
    ]


def test_a_mentor_may_answer_what_mentees_wrote_and_nothing_else() -> None:
    built = build(ENTRIES, audience="team", reader="tom")
    answered = {uri for uri in built.written if 'class="pf-answer"' in page(built, uri)}
    assert answered == {
        "people/lena/index.md", "people/lena/goals/speak.md", "people/lena/goals/done.md", "people/lena/journal/a.md",
    }  # fmt: skip


def test_a_site_for_nobody_in_particular_holds_no_form() -> None:
    built = build(ENTRIES, audience="team")
    assert [uri for uri in built.written if "pf-answer" in page(built, uri)] == []
