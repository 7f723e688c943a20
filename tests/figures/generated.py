"""Portfolios made up from a seed: sources of every kind, with dates and levels on the edges of the definitions."""

from __future__ import annotations

import random
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

import yaml

TODAY = date(2026, 11, 20)
AUDIENCES = ("me", "mentor", "team", "organisation", "public", "public", None)
AGES = (0, 1, 6, 7, 8, 29, 30, 31, 60, 89, 90, 91, 179, 180, 181, 250, 370, 400, -3)
LEVELS = ("Starting", "Practising", "Reliable", "Leading")


@dataclass
class Made:
    """A source before it is written, so that what it refers to can be taken out again."""

    uri: str
    meta: dict[str, Any] = field(default_factory=dict)
    links: list[str] = field(default_factory=list)
    """Stems of the goals that its text links to."""
    mentors_only: list[str] = field(default_factory=list)
    """The same in a passage that only mentors see."""

    @property
    def stem(self) -> str:
        """What others call it."""
        return self.uri.removesuffix("/index.md").removesuffix(".md").rpartition("/")[2]


def written(made: Made) -> str:
    """The source as its author would have written it."""
    lines = [f"See [[{goal}]]." for goal in made.links]
    if made.mentors_only:
        goals = (f"See [[{goal}]]." for goal in made.mentors_only)
        lines += ["<!-- only: mentor -->", *goals, "<!-- end only -->"]
    front = yaml.dump(made.meta, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False)
    return f"---\n{front}---\n\n# About {made.stem}\n\nIn code, `[[g0]]` is no link.\n\n" + "\n\n".join(lines) + "\n"


def portfolio(seed: int) -> tuple[Made, ...]:
    """All sources of a portfolio; the same for the same seed."""
    chance = random.Random(seed)
    competencies = [_competency(number, chance) for number in range(8)]
    roles = [_role(number, competencies, chance) for number in range(2)]
    persons = [_person(number, competencies, chance) for number in range(6)]
    goals = [_goal(number, persons, competencies, chance) for number in range(8)]
    others = [_entry(number, persons, competencies, goals, chance) for number in range(70)]
    team = Made("teams/t0.md", {"audience": "public", "roles": ["r0"]})
    return (*competencies, *roles, team, *persons, *goals, *others)


def without(everything: tuple[Made, ...], withheld: set[str]) -> tuple[Made, ...]:
    """The portfolio as if the withheld sources had never been written, and nobody had referred to them."""
    gone = {made.stem for made in everything if made.uri in withheld}
    return tuple(_without(made, gone) for made in everything if made.uri not in withheld)


def _without(made: Made, gone: set[str]) -> Made:
    meta: dict[str, Any] = {}
    for name, value in made.meta.items():
        if isinstance(value, list):
            meta[name] = [_promise(one, gone) for one in value if name == "agreed" or _named(one) not in gone]
        elif isinstance(value, Mapping):
            meta[name] = {key: level for key, level in value.items() if _named(key) not in gone}
        elif name not in ("role", "replaced_by") or _named(value) not in gone:
            meta[name] = value
    links, passages = ([one for one in found if one not in gone] for found in (made.links, made.mentors_only))
    return Made(made.uri, meta, links, passages)


def _promise(value: Any, gone: set[str]) -> Any:
    is_gone = isinstance(value, dict) and "what" in value and value.get("who") in gone
    return {key: one for key, one in value.items() if key != "who"} if is_gone else value


def _named(value: Any) -> str:
    name = value.get("id", "") if isinstance(value, dict) else str(value)
    return name.strip("[]").rpartition("/")[2]


def _competency(number: int, chance: random.Random) -> Made:
    meta: dict[str, Any] = {"title": f"{chance.choice('abcXYZ')} skill {number}"}
    if number % 3:
        meta["levels"] = [{"name": name} for name in LEVELS[: chance.randint(2, 4)]]
    if number == 6:
        meta["replaced_by"] = "c1"
    if number == 7:
        meta["audience"] = chance.choice(["me", "team"])
    return Made(f"competencies/c{number}.md", meta)


def _role(number: int, competencies: list[Made], chance: random.Random) -> Made:
    chosen = chance.sample(competencies, 5)
    return Made(f"roles/r{number}.md", {"targets": {one.stem: _level(one, chance) for one in chosen}})


def _person(number: int, competencies: list[Made], chance: random.Random) -> Made:
    # Whose entries are whose is told by the first two, and whom somebody mentors by the next: their pages are shared.
    audience = "public" if number < 2 else chance.choice(["team", "public"] if number < 4 else AUDIENCES)
    meta: dict[str, Any] = {"title": f"{chance.choice('ÄaBz')} person {number}", "audience": audience}
    if chance.random() < 0.8:
        meta |= {"role": chance.choice(["r0", "[[r1]]"]), "team": "t0"}
    meta["helps_with"] = [one.stem for one in chance.sample(competencies, 2)]
    meta |= {"third_party": True, "audience": "me"} if number == 5 else {}
    meta |= {"mentors": ["p1"]} if number in (0, 2, 3) else {}
    meta |= {"leads": True} if number == 1 else {}
    return Made(f"people/p{number}/index.md", {key: value for key, value in meta.items() if value is not None})


def _goal(number: int, persons: list[Made], competencies: list[Made], chance: random.Random) -> Made:
    meta: dict[str, Any] = {
        "status": chance.choice(["active", "active", "active", "idea", "paused", "done", "dropped"])
    }
    if chance.random() < 0.7:
        meta["due"] = TODAY - timedelta(chance.choice((-40, -1, 0, 1, 25)))
    meta["competencies"] = _claims(competencies, chance)
    made = Made(f"people/{chance.choice(persons).stem}/goals/g{number}.md", meta)
    return _common(made, chance)


def _entry(
    number: int, persons: list[Made], competencies: list[Made], goals: list[Made], chance: random.Random
) -> Made:
    folder = chance.choice(
        ["evidence"] * 4 + ["assessments"] * 3 + ["journal"] * 3 + ["feedback", "learning", "checkins", "challenges"]
    )
    meta: dict[str, Any] = {"competencies": _claims(competencies, chance)} if folder != "checkins" else {}
    meta["goals"] = [goal.stem for goal in chance.sample(goals, chance.choice((0, 0, 0, 0, 1, 2)))]
    if folder == "evidence" and chance.random() < 0.8:
        meta["form"] = chance.choice(["project", "Project", "talk", "document"])
    elif folder == "assessments" and chance.random() < 0.9:
        meta["rater"] = chance.choice(["self", "mentor", "peer", "credential"])
    elif folder == "feedback":
        meta |= {"direction": chance.choice(["received", "given"]), "consent": chance.choice(["quoted", "none"])}
    elif folder == "checkins":
        meta |= {"with": [chance.choice(persons).stem, "a friend"], "agreed": _agreed(persons, chance)}
    elif folder == "journal" and chance.random() < 0.8:
        meta |= {"next_action": "Ask first.", "followups": _followups(chance)}
    stem = f"e{number}"
    if chance.random() < 0.2:
        stem = f"{_day(chance)}-{stem}"
    place = f"people/{chance.choice(persons).stem}/" if chance.random() < 0.85 else ""
    if not place and chance.random() < 0.6:
        meta["person"] = chance.choice(["p0", "[[p1]]", "people/p1"])
    made = _common(Made(f"{place}{folder}/{stem}.md", meta), chance)
    if chance.random() < 0.1:
        made.links.append(chance.choice(goals).stem)
    if chance.random() < 0.1:
        made.mentors_only.append(chance.choice(goals).stem)
    return made


def _common(made: Made, chance: random.Random) -> Made:
    audience = chance.choice(AUDIENCES)
    made.meta |= {"audience": audience} if audience else {}
    form = chance.random()
    if form < 0.6:
        made.meta["date"] = _day(chance)
    elif form < 0.75:
        day = _day(chance)
        made.meta["date"] = chance.choice([f"{day:%G-W%V}", f"{day:%Y-%m}", day.year])
    made.meta |= {"revisit": _day(chance)} if chance.random() < 0.1 else {}
    made.meta |= {"questions": _questions(chance)} if chance.random() < 0.3 else {}
    made.meta |= {"expires": TODAY + timedelta(chance.choice((0, 1)))} if chance.random() < 0.05 else {}
    return made


def _claims(competencies: list[Made], chance: random.Random) -> list[Any]:
    claims: list[Any] = []
    for one in chance.choices(competencies, k=chance.choice((0, 1, 1, 2, 3))):
        name = chance.choice([one.stem, f"competencies/{one.stem}", f"[[{one.stem}]]"])
        level = {"level": _level(one, chance)} if chance.random() < 0.8 else {}
        claims.append({"id": name, "because": "It did.", **level} if level or chance.random() < 0.3 else name)
    return claims


def _level(competency: Made, chance: random.Random) -> int | str:
    levels = competency.meta.get("levels")
    number = chance.randint(1, len(levels) if levels else 5)
    return str(levels[number - 1]["name"]).upper() if levels and chance.random() < 0.5 else number


def _agreed(persons: list[Made], chance: random.Random) -> list[dict[str, Any]]:
    promises: list[dict[str, Any]] = []
    for _ in range(chance.randint(0, 3)):
        promise: dict[str, Any] = {"what": "Ask.", "done": chance.random() < 0.3}
        promise |= {"who": chance.choice([*(person.stem for person in persons), "a friend"])}
        promise |= {"by": TODAY + timedelta(chance.choice((-1, 0, 1)))} if chance.random() < 0.7 else {}
        promises.append({key: value for key, value in promise.items() if key != "who" or chance.random() < 0.8})
    return promises


def _questions(chance: random.Random) -> list[Any]:
    asked: list[Any] = ["How so?", {"ask": "And now?", "answered": chance.random() < 0.5}]
    return [*asked, {"ask": "You?", "to": chance.choice(["p0", "p1", "a friend"])}]


def _followups(chance: random.Random) -> list[dict[str, Any]]:
    days = sorted(_day(chance) for _ in range(chance.choice((0, 0, 1, 2))))
    return [{"date": day, "changed": chance.choice(["partly", "yes"])} for day in days]


def _day(chance: random.Random) -> date:
    return TODAY - timedelta(chance.choice(AGES))
