"""An accepted answer as the text of an entry."""

from __future__ import annotations

from typing import Any

import yaml

from portfolio_gen.markdown.writing import escaped
from portfolio_gen.model.portfolio import Portfolio
from portfolio_gen.reading.front_matter import split_front_matter
from portfolio_gen.reading.yaml_loader import load_yaml
from portfolio_gen.receiving.accepted import Accepted


def title_of(answer: Accepted, portfolio: Portfolio) -> str:
    """What the entry is called: our own words, with the title of what was answered."""
    about = next(iter((*answer.about, *answer.goals)), None)
    return f"An answer on {portfolio.entries[about].title}" if about is not None else "An answer"


def entry_text(answer: Accepted, portfolio: Portfolio, *, kind: str = "", day: str = "", person: str = "") -> str:
    """The text of the entry, with '\\n' at the end of each line, for its receiver alone.

    `kind`, `day` and `person` are written only if its place doesn't tell them.
    """
    fields = {name: value for name, value in _fields(answer, kind, day, person).items() if value}
    block = yaml.dump(
        fields, Dumper=_Dumper, sort_keys=False, allow_unicode=True, default_flow_style=False, width=1_000_000
    )
    text = f"---\n{block}---\n\n# {escaped(title_of(answer, portfolio))}\n\n## What I make of it\n\n{_HELP}\n"
    read, _ = load_yaml(split_front_matter(text).yaml or "")
    assert {name: read[name] for name in answer.words} == dict(answer.words)
    return text


_HELP = "<!-- What is true in it? What will you try, and when? Have you said thank you? -->"


def _fields(answer: Accepted, kind: str, day: str, person: str) -> dict[str, Any]:
    claims = [
        {"id": str(one), "level": level} if level is not None else str(one)
        for one, level in answer.competencies.items()
    ]
    return {
        "type": kind,
        "date": _Plain(day),
        "person": person,
        "audience": "me",
        "direction": "received",
        "giver_role": answer.giver_role,
        "about": [str(one) for one in answer.about],
        "goals": [str(one) for one in answer.goals],
        "competencies": claims,
        **answer.words,
        "consent": answer.consent,
        "received": _Plain(answer.received.isoformat()),
        "via": answer.via,
        "receipt": answer.receipt,
    }


class _Plain(str):
    """A day, which is one without quotes too."""


class _Dumper(yaml.SafeDumper):
    """A dumper that writes texts of several lines as such, wherever they are read back as they are."""


def _text(dumper: Any, text: str) -> Any:
    # The reader takes marks of passages for such wherever they stand, so no such text is left as it is.
    style = "|" if "\n" in text and not any(line != line.rstrip() for line in text.split("\n")) else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_Dumper.add_representer(str, _text)
_Dumper.add_representer(_Plain, lambda dumper, day: dumper.represent_scalar("tag:yaml.org,2002:timestamp", str(day)))
