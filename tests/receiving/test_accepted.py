"""What becomes of answers: the giver's words, and nothing that they may not say."""

from __future__ import annotations

import html
import re
from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import settings as effort
from hypothesis import strategies as st

from markdown import Markdown
from portfolio_gen.model.entry import EntryId
from portfolio_gen.model.kinds.feedback import FeedbackFields
from portfolio_gen.papers.markdown_html import html_fragment
from portfolio_gen.receiving.accepted import Accepted, accepted
from portfolio_gen.receiving.answer import RefusedError
from portfolio_gen.receiving.answer_file import answer_in_file
from portfolio_gen.receiving.filing import entry_text
from portfolio_gen.receiving.harmless import without_unseen
from portfolio_gen.receiving.sent import sent_in
from tests.builders import TODAY, entry, link
from tests.receiving.answers import CLOCK, PORTFOLIO, mail, written

WHOLE = link(PORTFOLIO, audience="me").portfolio
DAY = date.fromisoformat(TODAY)


def taken(**fields: object) -> Accepted:
    return accepted(answer_in_file(written(**fields)), WHOLE, DAY)


def filed(answer: Accepted) -> FeedbackFields:
    """The fields of the entry that an answer becomes, which nothing is wrong with."""
    found = entry("people/lena/feedback/x.md", entry_text(answer, WHOLE))
    assert found.common.audience == "me"
    assert isinstance(found.fields, FeedbackFields)
    return found.fields


def test_an_answer_becomes_feedback_for_its_receiver_alone() -> None:
    answer = taken(competencies=[{"id": "competencies/testing", "level": 2}], goals=["people/lena/goals/speak"])
    assert (
        entry_text(answer, WHOLE)
        == f"""---
audience: me
direction: received
giver_role: mentor
about:
- {CLOCK}
goals:
- people/lena/goals/speak
competencies:
- id: competencies/testing
  level: 2
behaviour: You asked first.
consent: quoted
received: 2026-11-20
via: file
receipt: {answer.receipt}
---

# An answer on The clock

## What I make of it

<!-- What is true in it? What will you try, and when? Have you said thank you? -->
"""
    )


def test_the_day_of_a_mail_is_the_day_of_receipt() -> None:
    sent = sent_in(mail(written(date=None)).as_bytes().replace(b"text/plain", b"text/markdown"))
    answer = accepted(sent.answers[0], WHOLE, DAY, sent=sent.day)
    assert (answer.via, answer.received, answer.day) == ("mail", date(2026, 11, 18), date(2026, 11, 18))


def test_the_same_words_are_refused_however_the_entry_was_changed_since() -> None:
    answer = taken()
    former = {"people/lena/feedback/y.md": entry_text(answer, WHOLE).replace("You asked first.", "Changed.")}
    whole = link({**PORTFOLIO, **former}, audience="me").portfolio
    with pytest.raises(RefusedError, match=r"here already, as people/lena/feedback/y\.md"):
        accepted(answer_in_file(written(behaviour=" You  asked\nfirst. ")), whole, DAY)
    assert accepted(answer_in_file(written(behaviour="You asked again.")), whole, DAY)


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"for": "people/mia"}, "nobody here"),
        ({"for": "competencies/testing"}, "nobody here"),
        ({"for": None}, "doesn't say whom it is for"),
        ({"behaviour": "  \n "}, "nothing is answered"),
        ({"behaviour": "\u202e\u0007"}, "nothing is answered"),
        ({"about": ["../../etc/passwd"]}, "a path elsewhere"),
        ({"about": ["people/lena/../tom/journal/x"]}, "a path elsewhere"),
        ({"goals": ["/etc/passwd"]}, "a path elsewhere"),
        ({"goals": ["C:\\x"]}, "a path elsewhere"),
        ({"about": ["https://x.example/"]}, "a path elsewhere"),
        ({"about": ["people/lena/%2e%2e/x"]}, "a path elsewhere"),
        ({"about": ["a\u0000b"]}, "a path elsewhere"),
        ({"competencies": [{"id": "~/x"}]}, "a path elsewhere"),
        ({"about": ["x" * 301]}, "a path elsewhere"),
    ],
)
def test_what_is_for_nobody_says_nothing_or_tries_a_path_is_refused(fields: dict[str, object], words: str) -> None:
    with pytest.raises(RefusedError, match=words):
        taken(**fields)


@pytest.mark.parametrize(
    ("fields", "note"),
    [
        ({"consent": "all rights"}, "consent: 'all rights' is none of quoted, paraphrased, none"),
        ({"consent": None}, "consent: nothing is said"),
        ({"date": "2027-01-01"}, "date: 2027-01-01 can't be right"),
        ({"date": "1999-01-01"}, "date: 1999-01-01 can't be right"),
        ({"date": "soon"}, "date: 'soon' is no day"),
        ({"about": ["people/tom/journal/2026-11-05-b"]}, "is no entry of this person"),
        ({"goals": [CLOCK]}, "is no goal of this person"),
        ({"competencies": [CLOCK]}, "is no competency here"),
        ({"competencies": [{"id": "competencies/testing", "level": 9}]}, "'9' is none of its levels"),
        ({"giver_role": "m" * 300}, "too long to be a role"),
        ({"audience": "public"}, "'audience' is not for the giver to say"),
        ({"person": "people/tom", "id": "x"}, "'person' is not for the giver to say"),
        ({"behaviour": "a\u202eb"}, "signs that nobody sees are taken out"),
    ],
)
def test_what_an_answer_may_not_say_is_left_out_and_told(fields: dict[str, object], note: str) -> None:
    answer = taken(**fields)
    assert any(note in one for one in answer.notes), answer.notes
    filed(answer)


def test_without_a_word_of_consent_it_stays_with_its_receiver() -> None:
    assert filed(taken(consent="public")).consent == "none"


def test_a_day_ahead_in_the_east_is_today() -> None:
    assert taken(date="2026-11-21").day == DAY


def test_a_level_may_be_named_or_numbered() -> None:
    for written_level in (3, "3", "Reliable", " reliable ", "3 Reliable"):
        answer = taken(competencies=[{"id": "competencies/testing", "level": written_level}])
        assert dict(answer.competencies) == {EntryId("competencies/testing"): 3}


def shown_words(markdown: str) -> str:
    """The words of a giver, as a page shows them."""
    unescaped = re.sub(r"\\([\\`#*_.)-])", r"\1", markdown)
    # Markdown knows no entity without its semicolon.
    return re.sub(r"&#?\w+;", lambda match: html.unescape(match[0]), unescaped)


ACTING = st.sampled_from(
    [
        "[[zebra]]", "![[zebra]]", "[t](people/lena/journal/2026-11-06-zebra.md)", "![p](https://x.example/p.png)",
        "<script>x()</script>", "<img src=x onerror=x()>", "<!-- only: me -->", "<!-- portfolio: goals -->",
        "&lt;b&gt;",
        "{: onclick=x }", "{{ macro }}", "--8<-- \"x.md\"", "`code`", "```\nx\n```", "    indented", "# Heading",
        "[r]: https://x.example", "[^1]: note", "---", "- item", "> quote", "*emphasis*", "\\[", "a \\ b", "https://x.example",
        "javascript:x()", "<https://x.example>", "😀", "עברית", "\ttab", "|a|b|", "~~~", "+++", "%%", "$x$", ":smile:",
        "!!! note", "??? note", "::: portfolio_gen", "/// note", "=== \"Tab\"", "|a|b|\n|-|-|\n|c|d|",
        "*[HTML]: x", "term\n: meaning",
        "==mark==",
        "^^new^^", "~~old~~", "H~2~O", "++ctrl++", "$$x$$", "\\(x\\)", "www.x.example", "@me", "a@x.example",
        "7. seven",
        "1. one", "title\n===", "title\n---", "{++new++}", "-8<- x", "--8<--\nx.md\n--8<--",
        "- [x] done", "(c) --> =/=",
    ]
)  # fmt: skip


PLAIN = {f"<{end}{tag}>" for tag in ("p", "em", "strong", "ul", "ol", "li", "blockquote") for end in ("", "/")} | {
    "<br />"
}
"""What a giver's words may become: paragraphs, emphasis, lists and quotations."""
EVERYTHING = Markdown(
    extensions=[
        "extra", "admonition", "md_in_html", "meta", "sane_lists", "smarty", "toc", "wikilinks", "nl2br", "codehilite",
        *(f"pymdownx.{name}" for name in (
            "arithmatex", "betterem", "caret", "critic", "details", "emoji", "highlight", "inlinehilite", "keys",
            "magiclink", "mark", "smartsymbols", "snippets", "superfences", "tabbed", "tasklist", "tilde", "escapeall",
            "blocks.admonition", "blocks.details", "blocks.html", "blocks.tab", "blocks.definition", "blocks.caption",
        )),
    ]
)  # fmt: skip
"""A host with all extensions that it may have."""


@effort(max_examples=150, deadline=None)
@example(["&GT"], "\n")
@given(st.lists(st.one_of(ACTING, st.text(max_size=30)), min_size=1, max_size=6), st.sampled_from(["\n", " ", "\n\n"]))
def test_any_words_come_back_as_they_were_written_and_do_nothing(parts: list[str], between: str) -> None:
    words, _ = without_unseen(between.join(parts))
    if not words.strip():
        return
    answer = taken(behaviour=words.strip())
    fields = filed(answer)
    assert " ".join(shown_words(fields.behaviour or "").split()) == " ".join(words.split())
    for shown in (html_fragment(fields.behaviour or ""), EVERYTHING.reset().convert(fields.behaviour or "")):
        assert set(re.findall(r"<[^>]*>", shown)) <= PLAIN, shown
    found = entry("people/lena/feedback/x.md", entry_text(answer, WHOLE))
    assert found.texts == {}
    assert found.body.links == ()
