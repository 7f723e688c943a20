"""What a new portfolio begins with: the files of a project that builds at once."""

from __future__ import annotations

import json
import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from importlib.resources import files
from importlib.resources.abc import Traversable

from portfolio_gen import __version__
from portfolio_gen.drafting.slugs import slug
from portfolio_gen.drafting.words import in_markdown
from portfolio_gen.model.dates import in_words

WEEKS = 12
"""How long the first goal runs: about as long as it takes until something is a habit."""

_PLACE = re.compile(r"\{\{([a-z ]+)\}\}")
_READERS = {
    "me": "yourself",
    "mentor": "mentors",
    "team": "the team",
    "organisation": "everyone where you work",
    "public": "anyone",
}
_FOR_MEMBERS = 'make the project private, and Pages for "Only project members".'


@dataclass(frozen=True, slots=True)
class Beginning:
    """What somebody says about a portfolio before there is one."""

    name: str
    """What it is called: the site of a person, or a team."""
    persons: tuple[str, ...]
    """Who keeps it, at least one; in a team who leads comes first."""
    audience: str
    """For whom the site is."""
    is_team: bool
    """Whether it is a team's."""


def starter_files(beginning: Beginning, today: date) -> Mapping[str, str]:
    """The texts of a new project's files, by '/'-path below its folder; the first goal is due in WEEKS weeks."""
    found: dict[str, str] = {}
    people = _slugs(beginning.persons)
    goal_title = f"Write one entry a week until {in_words(_due(today))}"
    goal = f"people/{people[0][1]}/goals/{today}-write-one-entry-a-week.md"
    team = slug(beginning.name, "team")
    for person, person_slug in people:
        is_first = person_slug == people[0][1]
        values = {
            **_values(beginning, today, goal, goal_title),
            "person": in_markdown(person),
            "person slug": person_slug,
            "team slug": team,
        }
        names = {"TEAM": team, "GOAL": posixpath.basename(goal).removesuffix(".md")}
        names["LEADER" if is_first and beginning.is_team else "PERSON"] = person_slug
        for path, text in _templates("team" if beginning.is_team else "person"):
            place = _named(path, names)
            if place is not None and place not in found:
                found[place] = _PLACE.sub(lambda match, values=values: values[match[1]], text)  # type: ignore[misc]
    return dict(sorted(found.items()))


def _values(beginning: Beginning, today: date, goal: str, goal_title: str) -> Mapping[str, str]:
    """What stands for the placeholders that are the same in all files."""
    audience, is_open = beginning.audience, beginning.audience == "public"
    return {
        "name": in_markdown(beginning.name),
        # In quotes, whatever it is: MkDocs takes an unquoted "yes" for true.
        "name in yaml": json.dumps(beginning.name, ensure_ascii=False),
        "leader": in_markdown(beginning.persons[0]),
        "audience": audience,
        "readers": _READERS[audience],
        "options": _options(beginning),
        "goal": goal,
        "goal title": goal_title,
        "goal audience": _goal_audience(beginning),
        "today": str(today),
        "due": str(_due(today)),
        "due in words": in_words(_due(today)),
        "version": __version__,
        "versions": _versions(),
        "gitlab advice": "let everyone open Pages." if is_open else _FOR_MEMBERS,
        "github advice": "" if is_open else " Make the repository and its site private.",
        "github condition": "" if is_open else "\n      && github.event.repository.private",
    }


def _options(beginning: Beginning) -> str:
    """Further options of our plugin: in a team, pages about everyone need not say for whom they are."""
    if not beginning.is_team:
        return ""
    word = beginning.audience
    return (
        "\n      # For whom pages are that don't say it. Entries without a word stay with their author."
        f"\n      defaults: {{page: {word}, person: {word}, team: {word}}}"
    )


def _goal_audience(beginning: Beginning) -> str:
    """Who leads goes first, so a leader's goal is open; anybody else's is until its owner opens it."""
    if beginning.is_team or beginning.audience == "me":
        return f"audience: {beginning.audience}\n"
    return f"audience: me   # Write '{beginning.audience}' here to share this goal.\n"


def _due(today: date) -> date:
    return today + timedelta(weeks=WEEKS)


def _versions() -> str:
    """The versions that read what this one wrote."""
    major, minor = (int(part) for part in __version__.split(".")[:2])
    return f">={__version__},<{f'0.{minor + 1}' if major == 0 else major + 1}"


def _slugs(persons: tuple[str, ...]) -> list[tuple[str, str]]:
    """Each person with a folder's name of their own."""
    found: dict[str, str] = {}
    for person in persons:
        name, number = slug(person, "person"), 1
        while (own := name if number == 1 else f"{name}-{number}") in found:
            number += 1
        found[own] = person
    return [(person, own) for own, person in found.items()]


def _named(path: str, names: Mapping[str, str]) -> str | None:
    """The path of a file with the names of its folders; None if it is not about this person."""
    parts = path.split("/")
    if any(part in ("LEADER", "PERSON") and part not in names for part in parts):
        return None
    stems = (part.removesuffix(".md") for part in parts)
    named = [names.get(stem, stem) + part[len(stem) :] for stem, part in zip(stems, parts, strict=True)]
    return "/".join(f".{part[4:]}" if part.startswith("dot-") else part for part in named)


def _templates(variant: str) -> Iterator[tuple[str, str]]:
    for folder in ("any", variant):
        yield from _below(files("portfolio_templates") / "starter" / folder, "")


def _below(folder: Traversable, path: str) -> Iterator[tuple[str, str]]:
    for one in sorted(folder.iterdir(), key=lambda found: found.name):
        if one.is_dir():
            yield from _below(one, f"{path}{one.name}/")
        else:
            yield f"{path}{one.name}", one.read_text(encoding="utf-8")
