"""The figures once more, straight from the text of the sources: plain YAML, plain definitions, none of our code."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import yaml

OPEN = ["me", "mentor", "team", "organisation", "public"]
KINDS = {
    "goals": "goal", "journal": "reflection", "learning": "learning", "evidence": "evidence", "feedback": "feedback",
    "assessments": "assessment", "checkins": "checkin", "challenges": "challenge", "competencies": "competency",
    "roles": "role", "teams": "team",
}  # fmt: skip
ABOUT_NOBODY = ("competency", "role")
IN_JOURNAL = ("goal", "reflection", "learning", "evidence", "feedback", "assessment", "checkin", "challenge")


@dataclass
class Read:
    """A source with what its path and its front matter tell."""

    uri: str
    name: str
    kind: str
    meta: dict[str, Any]
    day: date | None
    person: str | None
    body: str


def read(uri: str, text: str) -> Read:
    """A source, read in the plainest way there is."""
    _, front, body = text.split("---\n", 2)
    meta = yaml.load(front, Loader=yaml.CSafeLoader) or {}
    parts = uri.removesuffix(".md").split("/")
    is_person = parts[0] == "people" and parts[-1] == "index"
    person = parts[1] if parts[0] == "people" else None
    if "person" in meta:
        person = last(meta["person"])
    named = re.search(r"\d{4}-\d\d-\d\d", parts[-1])
    written = str(meta.get("date", named[0] if named else ""))
    kind = "person" if is_person else KINDS[parts[-2]]
    return Read(uri, parts[1] if is_person else parts[-1], kind, meta, first_day(written), person, body)


def first_day(written: str) -> date | None:
    """The first day that a date can mean."""
    if not written:
        return None
    if "W" in written:
        year, week = written.split("-W")
        return date.fromisocalendar(int(year), int(week), 1)
    parts = [int(part) for part in written.split("-")] + [1, 1]
    return date(*parts[:3])


def last(name: Any) -> str:
    """The last part of a name, which is unique in these portfolios."""
    return str(name).strip("[]").rpartition("/")[2]


def audience(one: Read, today: date) -> str:
    """Who may see a source."""
    meta = one.meta
    if "expires" in meta and meta["expires"] <= today:
        return "me"
    if one.kind == "feedback":
        if meta["direction"] == "received" and meta.get("consent", "none") == "none":
            return "me"
        if meta["direction"] == "given" and "audience" not in meta:
            return "me"
    return str(meta.get("audience", "public" if one.kind in ABOUT_NOBODY else "me"))


def visible(sources: Mapping[str, str], built_for: str, reader: str, today: date) -> dict[str, Read]:
    """What a build shows, by name, in order of the uris; bodies without the passages of others."""
    everything = [read(uri, text) for uri, text in sorted(sources.items())]
    mentees = [one.name for one in everything if one.kind == "person" and reader in one.meta.get("mentors", [])]
    found = {}
    for one in everything:
        narrowest = OPEN.index(built_for)
        if one.person in mentees:
            narrowest = min(narrowest, OPEN.index("mentor"))
        own = OPEN.index(audience(one, today))
        is_seen = own >= OPEN.index(built_for) or (own == 1 and one.person in mentees)
        if reader and one.person == reader:
            narrowest, is_seen = 0, True
        if is_seen:
            if narrowest > OPEN.index("mentor"):
                one.body = re.sub(r"<!-- only: mentor -->.*?<!-- end only -->", "", one.body, flags=re.DOTALL)
            found[one.name] = one
    return found


def people(seen: Mapping[str, Read]) -> list[str]:
    """The people of the site."""
    return [one.name for one in seen.values() if one.kind == "person" and not one.meta.get("third_party")]


def level(competency: Read, written: Any) -> int:
    """The number of a level."""
    if isinstance(written, int):
        return written
    names = [one["name"].lower() for one in competency.meta["levels"]]
    return names.index(written.lower()) + 1


def named(one: Read, seen: Mapping[str, Read]) -> dict[str, int | None]:
    """The competencies that a source names, each with the highest level that it gives."""
    found: dict[str, int | None] = {}
    for claim in one.meta.get("competencies", []):
        claim = claim if isinstance(claim, dict) else {"id": claim}
        name = last(claim["id"])
        if name in seen:
            levels = [level(seen[name], claim["level"])] if "level" in claim else []
            found[name] = max([*levels, *([found[name] or 0] if found.get(name) else [])], default=None)
    return found


def newest_first(entries: list[Read]) -> list[Read]:
    """As everywhere: the newest first, those without a date last, equals by uri."""
    dated = sorted((one for one in entries if one.day), key=lambda one: one.uri)
    dated.sort(key=lambda one: one.day or date.min, reverse=True)
    return dated + sorted((one for one in entries if not one.day), key=lambda one: one.uri)


def profile(person: str, seen: Mapping[str, Read], today: date) -> dict[str, dict[str, Any]]:
    """By competency: levels by rater, evidence, target, and what is wrong with it."""
    own = [one for one in seen.values() if one.person == person and one.kind in IN_JOURNAL]
    claims: defaultdict[str, list[Read]] = defaultdict(list)
    aims = set()
    for one in own:
        for competency in named(one, seen):
            if one.kind != "goal":
                claims[competency].append(one)
            elif one.meta["status"] in ("active", "idea", "paused"):
                aims.add(competency)
    asked = targets(last(seen[person].meta.get("role", "")), seen)
    return {
        competency: row(competency, claims[competency], asked.get(competency), seen, today)
        for competency in {*asked, *claims, *aims}
    }


def row(
    competency: str, claims: list[Read], target: int | None, seen: Mapping[str, Read], today: date
) -> dict[str, Any]:
    """One line of a profile."""
    evidence = [one for one in claims if one.kind == "evidence"]
    shown = max((named(one, seen)[competency] or 0 for one in evidence), default=0) or None
    ratings: dict[str, tuple[Any, ...]] = {}
    if evidence:
        best = newest_first([one for one in evidence if shown and named(one, seen)[competency] == shown])
        ratings["evidence"] = (shown, best[0].day, best[0].name) if best else (None, None, None)
        ratings["evidence"] += (len(evidence),)
    for rater in ("self", "mentor", "peer", "credential"):
        by = [one for one in claims if one.kind == "assessment" and one.meta.get("rater", "self") == rater]
        rated = newest_first([one for one in by if named(one, seen)[competency]])
        if by:
            deciding = (named(rated[0], seen)[competency], rated[0].day, rated[0].name) if rated else (None,) * 3
            ratings[rater] = (*deciding, len(by))
    days = [one.day for one in claims if one.day]
    return {
        "ratings": ratings,
        "target": target,
        "met": None if target is None else bool(shown and shown >= target),
        "evidence": len(evidence),
        "forms": sorted({one.meta["form"].lower() for one in evidence if "form" in one.meta}),
        "thin": len(evidence) < 2,
        "stale": bool(days) and max(days) < today - timedelta(180),
        "untouched": not claims,
    }


def targets(role: str, seen: Mapping[str, Read]) -> dict[str, int]:
    """What a role asks for."""
    asked = seen[role].meta["targets"] if role in seen else {}
    return {last(name): level(seen[last(name)], value) for name, value in asked.items() if last(name) in seen}


def goals(seen: Mapping[str, Read], today: date) -> dict[str, dict[str, Any]]:
    """By goal: what moved it, and whether time runs out."""
    found = {}
    for goal in (one for one in seen.values() if one.kind == "goal"):
        story = newest_first([one for one in seen.values() if one.kind in IN_JOURNAL and refers(one, goal.name)])
        days = [one.day for one in story if one.day]
        due, is_active = goal.meta.get("due"), goal.meta["status"] == "active"
        found[goal.name] = {
            "moved": max(days, default=None),
            "still": is_active and not any(day >= today - timedelta(30) for day in days),
            "overdue": is_active and due is not None and due < today,
            "left": (due - today).days if due else None,
            "story": {one.name for one in story},
        }
    return found


def refers(one: Read, goal: str) -> bool:
    """Whether a source refers to a goal, in its fields or its text."""
    text = re.sub(r"`[^`]*`", "", one.body)
    return goal in [last(name) for name in one.meta.get("goals", [])] or f"[[{goal}]]" in text


def due(person: str, seen: Mapping[str, Read], today: date) -> set[tuple[str, date, int | None]]:
    """What is due for a second look: the entry, the day, and after how many days."""
    found: set[tuple[str, date, int | None]] = set()
    for one in (one for one in seen.values() if one.person == person):
        if one.meta.get("revisit", date.max) <= today:
            found.add((one.name, one.meta["revisit"], None))
        if one.kind == "reflection" and one.day and "next_action" in one.meta:
            written = [followup["date"] for followup in one.meta["followups"]]
            reached = [days for days in (7, 30, 90) if one.day + timedelta(days) <= today]
            if reached and len(written) < len(reached):
                day = one.day + timedelta(reached[-1])
                if max(written, default=date.min) < day:
                    found.add((one.name, day, reached[-1]))
    return found


def weeks(person: str, seen: Mapping[str, Read], today: date) -> set[date]:
    """The Mondays of the weeks of the last year in which somebody wrote."""
    days = [one.day for one in seen.values() if one.person == person and one.kind in IN_JOURNAL and one.day]
    last_monday = today - timedelta(today.weekday())
    mondays = {day - timedelta(day.weekday()) for day in days}
    return {monday for monday in mondays if last_monday - timedelta(weeks=52) <= monday <= last_monday}


def promises(person: str, seen: Mapping[str, Read], today: date) -> Iterator[tuple[str, int, bool, bool]]:
    """Open promises: the check-in, the place, whether it is overdue, whether it is the person's own."""
    for one in (one for one in seen.values() if one.kind == "checkin"):
        is_party = one.person == person or person in [last(name) for name in one.meta["with"]]
        for place, promise in enumerate(one.meta["agreed"]):
            is_own = last(promise.get("who", "")) == person
            if not promise["done"] and (is_party or is_own):
                yield one.name, place, promise.get("by", date.max) < today, is_own


def since(person: str, reader: str, seen: Mapping[str, Read], today: date) -> dict[str, Any]:
    """What a mentor is told about a person since both last met."""
    pair = {person, reader}
    met = [
        one for one in seen.values()
        if one.kind == "checkin" and one.day and one.day < today and one.person in pair
        and pair - {one.person} <= {last(name) for name in one.meta["with"]}
    ]  # fmt: skip
    checkin = newest_first(met)[0] if met else None
    start = checkin.day if checkin and checkin.day else today - timedelta(30)
    own = [one for one in seen.values() if one.person == person and one.kind in IN_JOURNAL]
    is_new = {one.name for one in seen.values() if one.day and start <= one.day <= today and one.kind in IN_JOURNAL}
    figures = goals(seen, today)
    aims = [one for one in own if one.kind == "goal"]
    return {
        "start": start,
        "checkin": checkin.name if checkin else None,
        "new": {one.name for one in own if one.name in is_new} - ({checkin.name} if checkin else set()),
        "moved": {one.name for one in aims if figures[one.name]["story"] & is_new},
        "still": {
            one.name for one in aims if figures[one.name]["still"] and not (one.day is not None and one.day >= start)
        },
        "questions": {
            (one.name, place)
            for one in own
            for place, question in enumerate(one.meta.get("questions", []))
            if not isinstance(question, dict)
            or (not question.get("answered") and question.get("to", reader) in (reader, "a friend"))
        },
        "promises": {
            (one.name, place, bool(promise["done"]))
            for one in seen.values()
            if one.kind == "checkin" and all(_is_in(one, who) for who in pair)
            for place, promise in enumerate(one.meta["agreed"])
            if not promise["done"] or (one.day is not None and one.day >= start)
        },
    }


def _is_in(checkin: Read, person: str) -> bool:
    """Whether somebody wrote a check-in, takes part in it, or promised something in it."""
    promised = [last(promise.get("who", "")) for promise in checkin.meta["agreed"]]
    return person in (checkin.person, *map(last, checkin.meta["with"]), *promised)
