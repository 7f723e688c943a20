"""The form on a page: in a browser its script makes fields of it, and without one it is text for a mail."""

from __future__ import annotations

import html
from collections.abc import Mapping

from portfolio_gen.answers.form import CONSENTS, Form
from portfolio_gen.answers.plain_form import plain, plain_form
from portfolio_gen.wording.marking import gettext_noop
from portfolio_gen.wording.words import Words

_WORDS: Mapping[str, str] = {
    "saw": gettext_noop("What I saw"),
    "next": gettext_noop("What to try next"),
    "goals": gettext_noop("Which goal is it about?"),
    "about": gettext_noop("What do you answer?"),
    "levels": gettext_noop("Which level did you see?"),
    "unseen": gettext_noop("not seen"),
    "role": gettext_noop("Who are you? A role rather than a name"),
    "mentor": gettext_noop("mentor"),
    "consent": gettext_noop("May %(name)s show it to others?"),
    **CONSENTS,
    "make": gettext_noop("Make my answer"),
    "ready": gettext_noop("Your answer is ready. Nothing has been sent: choose how it gets to %(name)s."),
    "download": gettext_noop("Save as a file"),
    "copy": gettext_noop("Copy"),
    "copied": gettext_noop("Copied."),
    "share": gettext_noop("Share"),
    "mail": gettext_noop("Write a mail"),
    "long": gettext_noop("It is too long for a mail that is filled in for you. Copy it, or save it and attach it."),
    "subject": gettext_noop("An answer to %(name)s"),
    "preview": gettext_noop("What it says"),
    "kept": gettext_noop("What you write is kept in this browser alone, until you clear it."),
    "clear": gettext_noop("Clear"),
    "cleared": gettext_noop("Everything is cleared."),
    "empty": gettext_noop("Write something in one of the first four boxes."),
    "undecided": gettext_noop("Choose one of the three."),
    "plain": gettext_noop("As text for a mail"),
}
"""What the script says, by the name under which it knows it."""


def html_form(form: Form, words: Words, *, is_open: bool = False) -> str:
    """The form as HTML that means the same as Markdown, with '\\n' at the end of each line.

    All that the script needs is in the text of it, so it survives whatever a page is cleaned of. Blank lines stand
    where CommonMark and Python-Markdown both take what follows for HTML.
    """
    name = plain(form.name)
    said = {key: words.gettext(message, name=name) for key, message in _WORDS.items()}
    if form.reply_to:
        said["address"] = form.reply_to
    spans = "".join(f'<span class="pf-answer-{key}">{html.escape(text)}</span>' for key, text in said.items())
    intro = words.gettext(
        "Without scripts: copy this text into a mail to %(name)s, and write your answers into it.", name=name
    )
    return "\n".join((
        f'<details class="pf-answer"{" open" if is_open else ""} data-search-exclude>',
        f"<summary>{html.escape(words.gettext('Answer %(name)s', name=name))}</summary>",
        "",
        f'<p class="pf-answer-intro">{html.escape(intro)}</p>',
        "",
        '<pre class="pf-answer-form">',
        # What an engine would take for the end of the element, or for a link, is escaped with the rest.
        f"{html.escape(plain_form(form, words))}</pre>",
        "",
        f'<div class="pf-answer-words" hidden>{spans}</div>',
        "",
        "</details>",
        "",
    ))  # fmt: skip
