"""The form in plain text: for those who only answer mails, and what the form in a browser is made from.

Each question stands in square brackets behind a name that is never translated, and its answer below, up to the next
bracket. So it can be read back in whatever language it was asked, and however a mailer has wrapped it:

    [portfolio-answer 1 for people/lena: An answer to Lena ...]
    [situation: When and where was it?]
    [goal people/lena/goals/speak: Speak up | Write x if it is about this goal.]
    [level competencies/testing: Testing | 1 Starting; 2 Practising]
    [consent: ... | quoted = ...; paraphrased = ...; none = ...]
    [end: Thank you.]
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from urllib.parse import quote

from portfolio_gen.answers.form import CONSENTS, QUESTIONS, VERSION, Form
from portfolio_gen.model.entry import EntryId
from portfolio_gen.wording.words import Words

OPENING = "portfolio-answer"
"""The name with which a form begins; its version and the person follow."""
WIDTH = 72
"""Columns, so that no mailer has to wrap it."""
_PLAIN = str.maketrans({"[": "(", "]": ")", "|": "/", ";": ",", "\n": " ", "\r": " "})
"""Signs that mean something in a question, as others that look alike."""


def plain_form(form: Form, words: Words) -> str:
    """The form as lines of plain text, each answer still empty but for the only entry that may be answered."""
    return "\n".join(_lines(form, words)) + "\n"


def encoded(entry: EntryId) -> str:
    """An id as it stands in a form: without blanks, at which a mailer would wrap it, and without colons."""
    return quote(entry, safe="/")


# The names are none of fields: a mentor may read a form that stands in the same words in what somebody has filed.
def _lines(form: Form, words: Words) -> Iterator[str]:
    name = plain(form.name)
    yield from _question(
        f"{OPENING} {VERSION} for {encoded(form.person)}",
        words.gettext(
            "An answer to %(name)s. Write below the brackets, leave out what you like, and send all of it back. "
            "The brackets stay as they are.",
            name=name,
        ),
    )
    yield ""
    yield from _question("giver_role", words.gettext("Who are you? A role rather than a name: mentor, colleague"))
    yield from ("", "")
    for field, question in QUESTIONS.items():
        yield from _question(field, words.gettext(question))
        yield from ("", "")
    for goal in form.goals:
        hint = words.gettext("Write x if it is about this goal.")
        yield from _question(f"goal {encoded(goal.id)}", f"{plain(goal.title)} | {hint}")
        yield ""
    for one in form.about:
        hint = words.gettext("Write x if you answer this.")
        yield from _question(f"entry {encoded(one.id)}", f"{plain(one.title)} | {hint}")
        yield from ("x", "") if len(form.about) == 1 else ("",)
    for rated in form.competencies:
        levels = "; ".join(f"{number} {plain(level)}" for number, level in enumerate(rated.levels, 1))
        if levels:
            hint = words.gettext("Which level did you see? Write its number.")
            yield from _question(f"level {encoded(rated.id)}", f"{plain(rated.title)} | {levels} | {hint}")
            yield ""
    consents = "; ".join(f"{word} = {words.gettext(meaning, name=name)}" for word, meaning in CONSENTS.items())
    asked = words.gettext("May %(name)s show it to others? Write one word.", name=name)
    yield from _question("consent", f"{asked} | {consents}")
    yield from ("", "")
    yield from _question("end", words.gettext("Thank you."))


def _question(name: str, text: str) -> Iterator[str]:
    # An id is never broken, however long it is: it is no word of a language.
    yield from textwrap.wrap(f"[{name}: {text}]", WIDTH, break_long_words=False, break_on_hyphens=False)


def plain(text: str) -> str:
    """Words as they can stand in a question."""
    return " ".join(text.translate(_PLAIN).split())
