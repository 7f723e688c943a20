"""A request for feedback on a goal, as a mail that nobody has sent yet."""

from __future__ import annotations

import hashlib
import textwrap
from collections.abc import Iterable
from dataclasses import dataclass, replace
from email.message import EmailMessage
from email.policy import SMTP

from portfolio_gen.answers.form import form_about
from portfolio_gen.answers.plain_form import WIDTH, plain_form
from portfolio_gen.build.linked import Linked, linked_portfolio
from portfolio_gen.build.packing import Pack, packed
from portfolio_gen.figures.goals import goals_of
from portfolio_gen.linking.nearest import in_words
from portfolio_gen.linking.resolution import ToEntry
from portfolio_gen.model.audience import Audience
from portfolio_gen.model.entry import Entry
from portfolio_gen.model.field_types import Refers
from portfolio_gen.model.kinds.goal import GoalFields
from portfolio_gen.problems import PortfolioError
from portfolio_gen.reading.sources import Tree
from portfolio_gen.settings import Settings
from portfolio_gen.wording.words import Words, capitalised, words_in


class AskError(PortfolioError):
    """Nobody can be asked so; the message says what would be right."""


@dataclass(frozen=True, slots=True)
class Request:
    """What is asked, and of whom."""

    subject: str
    text: str
    """Plain text, with '\\n' at the end of each line."""
    pack: Pack | None
    """What the reader gets with it; None for somebody who is no person of the portfolio."""


def request(
    tree: Tree,
    settings: Settings,
    excluded: Iterable[str] = (),
    *,
    name: str,
    goal: str,
    question: str = "",
    reply_to: str = "",
) -> Request:
    """What to send to somebody who is to say something about a goal.

    `name` is a person, who gets a pack as well, or a few words such as "my manager". Only what that reader may see is
    in it; somebody who is no person is taken for one of the team.

    Raises:
        AskError: there is no such goal, or the reader may not see it.
        PackError: the goal is the reader's own.
        LeakError: the pack would hold what the reader may not see.
        SettingsError: the list of names can't be right.
    """
    settings = replace(settings, audience=max(settings.audience, Audience.TEAM), reader="", on_error="withhold")
    team = linked_portfolio(tree, settings, excluded)
    known = team.resolver.names.meant_by(name, ("person",))
    reader = known[0] if len(known) == 1 else ""
    linked = linked_portfolio(tree, replace(settings, reader=reader), excluded) if reader else team
    meant = _goal(goal, linked, name)
    owner = linked.portfolio.persons.get(meant.id)
    if owner is None or owner not in linked.portfolio.entries:
        raise AskError(f"'{goal}' is nobody's goal that {name} may see; say whose it is with `person:`")
    pack = packed(tree, settings, excluded, reader=reader, person=owner, reply_to=reply_to) if reader else None
    words = words_in(settings.language)
    form = form_about(owner, (meant,), linked.portfolio, linked.links, goals_of(owner, linked.portfolio))
    asker = linked.portfolio.entries[owner].title
    called = linked.portfolio.entries[known[0]].title if reader else name
    text = _text(words, called, asker, meant, question, has_pack=pack is not None)
    return Request(
        words.gettext("A question about: %(goal)s", goal=" ".join(meant.title.split())),
        f"{text}\n{plain_form(replace(form, goals=()), words)}\n{asker}\n",
        pack,
    )


def mail_of(asked: Request) -> bytes:
    """The request as a mail that a mail program opens as a draft, with the pack attached. Equal requests are equal."""
    mail = EmailMessage(policy=SMTP)
    mail["Subject"] = asked.subject
    # Outlook and others then offer to send it (X-Unsent, MS-OXCMAIL).
    mail["X-Unsent"] = "1"
    mail.set_content(asked.text, cte="quoted-printable")
    if asked.pack is not None:
        mail.add_attachment(asked.pack.html, subtype="html", filename="pack.html", cte="base64")
        mail.set_boundary(f"portfolio-{hashlib.sha256(asked.pack.html.encode('utf-8')).hexdigest()[:24]}")
    return mail.as_bytes()


def _goal(name: str, linked: Linked, reader: str) -> Entry:
    match linked.resolver.field(name, Refers("", ("goal",)), ""):
        case ToEntry(id=found):
            return linked.portfolio.entries[found]
    near = in_words(linked.resolver.nearest(name, ("goal",)))
    raise AskError(
        f"{reader} may see no goal '{name}': is its audience mentor or team?{f' {capitalised(near)}' if near else ''}"
    )


def _text(words: Words, called: str, asker: str, goal: Entry, question: str, *, has_pack: bool) -> str:
    assert isinstance(goal.fields, GoalFields)
    parts = [
        words.gettext("Hello %(name)s,", name=called),
        words.gettext("would you tell me what you have seen of this goal of mine, and what you would try next?"),
        f"    {' '.join(goal.title.split())}",
        question.strip(),
    ]
    if has_pack:
        parts.append(words.gettext(
            "The file that comes with this mail opens in a browser, without a network and without an account. It has "
            "what is new since we last met, and a form at its end, which makes a file for you to send back to me."
        ))  # fmt: skip
        parts.append(words.gettext("Or answer here in this mail:"))
    else:
        parts.append(words.gettext("Just answer here in this mail:"))
    return "\n\n".join(_wrapped(part) for part in parts if part) + "\n"


def _wrapped(paragraph: str) -> str:
    indent = " " * (len(paragraph) - len(paragraph.lstrip()))
    return textwrap.fill(paragraph.strip(), WIDTH, initial_indent=indent, subsequent_indent=indent)
