"""The form in plain text, as it comes back: quoted, wrapped and signed by whatever mailer it went through."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from urllib.parse import unquote

from portfolio_gen.answers.form import QUESTIONS
from portfolio_gen.answers.plain_form import OPENING
from portfolio_gen.receiving.answer import MOST_NAMES, MOST_SIGNS, Answer, RefusedError, Via

_NAMES = (OPENING, "giver_role", *QUESTIONS, "goal", "entry", "level", "consent", "end")
_QUESTION = re.compile(
    rf"^[>\s\u00a0]*\[(?P<name>{'|'.join(_NAMES)})(?P<id>[^\]:\[]*):(?P<text>[^\]\[]*)\]", re.MULTILINE
)
_QUOTE = re.compile(r"^[ \u00a0]*(?:>[ \u00a0]?)+")
_VERSION = re.compile(r"\s*(?P<version>\d+)\s+for\s+(?P<person>.+)", re.DOTALL)
_YES = frozenset({"x", "yes", "y", "ja", "oui", "sí", "si", "✓", "✗", "☒", "☑", "[x]", "x."})
_CONSENTS = ("quoted", "paraphrased", "none")


def holds_form(text: str) -> bool:
    """Whether there is a form in a text."""
    return any(match["name"] == OPENING for match in _QUESTION.finditer(text))


def answer_in_text(text: str, via: Via = "form") -> Answer:
    """The answer in a form of plain text: below each question, up to the next.

    What was quoted counts only where nothing else was written below a question, since some people answer in between
    and some inside of what was quoted.

    Raises:
        RefusedError: there is no form in it, or several.
    """
    said: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    for name, about, answer in _answers(text):
        said[name].append((about, answer))
    if not said[OPENING]:
        raise RefusedError(f"this is no answer: there is no line that begins with '[{OPENING}'")
    opening = {about for about, _ in said[OPENING]}
    match = _VERSION.match(next(iter(opening)))
    if len(opening) > 1 or match is None:
        raise RefusedError(f"it can't be told whom this is for: see the lines that begin with '[{OPENING}'")
    return Answer(
        via=via,
        person=_id(match["person"]),
        words={name: words for name in QUESTIONS if (words := _one(said[name], name))},
        giver_role=" ".join(_one(said["giver_role"], "giver_role").split()),
        consent=_consent(_one(said["consent"], "consent")),
        about=_chosen(said["entry"]),
        goals=_chosen(said["goal"]),
        competencies={_id(about): level for about, level in said["level"][:MOST_NAMES] if level},
    )


def _answers(text: str) -> Iterator[tuple[str, str, str]]:
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    found = list(_QUESTION.finditer(text))
    for match, after in zip(found, (*found, None)[1:], strict=True):
        if match["name"] == "end":
            # Behind it stands what the mailer added.
            break
        yield match["name"], match["id"].strip(), _written(text[match.end() : after.start() if after else len(text)])


def _written(between: str) -> str:
    lines = between.split("\n")
    own = [line for line in lines if not _QUOTE.match(line)]
    kept = own if any(line.strip() for line in own) else [_QUOTE.sub("", line) for line in lines]
    return "\n".join(line.rstrip(" \u00a0\t") for line in kept).strip()


def _one(answers: list[tuple[str, str]], name: str) -> str:
    """The answer to a question that is asked once; a reply may hold the empty form a second time."""
    written = list(dict.fromkeys(answer for _, answer in answers if answer))
    if len(written) > 1:
        raise RefusedError(f"'[{name}' is answered twice, and differently; leave one of the answers out")
    if written and len(written[0]) > MOST_SIGNS:
        raise RefusedError(f"{name}: this is longer than {MOST_SIGNS:,} signs")
    return written[0] if written else ""


def _chosen(answers: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    chosen = (_id(about) for about, answer in answers if answer.split(maxsplit=1)[:1] and _is_yes(answer))
    return tuple(dict.fromkeys(chosen))[:MOST_NAMES]


def _is_yes(answer: str) -> bool:
    return answer.split(maxsplit=1)[0].lower() in _YES


def _consent(written: str) -> str:
    """The word of a choice, also within a sentence; as written if it can't be told."""
    found = [word for word in _CONSENTS if re.search(rf"\b{word}\b", written, re.IGNORECASE)]
    return found[0] if len(found) == 1 else " ".join(written.split())


def _id(encoded: str) -> str:
    return unquote("".join(encoded.split()))
