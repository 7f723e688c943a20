"""Days and other dates in forms that mean one day only, in ISO's form."""

from __future__ import annotations

import re

from portfolio_gen.editing.fixes.fix import Fix
from portfolio_gen.editing.fixes.places import bare, instead, scalar_at
from portfolio_gen.model.dates import parse_partial_date
from portfolio_gen.model.kinds import Kind
from portfolio_gen.problems import Problem

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?P<name>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
# Of "03/04/2026" and "5.11.2026" nobody can tell which is the month, so they are none of these.
_FORMS = tuple(
    re.compile(form, re.ASCII | re.IGNORECASE)
    for form in (
        r"(?P<year>\d{4})(?P<sign>[-/.])(?P<month>\d{1,2})(?P=sign)(?P<day>\d{1,2})\Z",
        r"(?P<year>(?:19|20)\d{2})(?P<month>\d{2})(?P<day>\d{2})\Z",
        r"(?P<year>\d{4})-?W(?P<week>\d{1,2})\Z",
        r"(?P<year>\d{4})[-/.](?P<month>\d{1,2})\Z",
        rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?[ ]{_MONTH},?[ ](?P<year>\d{{4}})\Z",
        rf"{_MONTH}[ ](?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?[ ](?P<year>\d{{4}})\Z",
        rf"{_MONTH},?[ ](?P<year>\d{{4}})\Z",
    )
)


def iso_date(problem: Problem, text: str, _: Kind) -> Fix | None:
    """The date in ISO's form, if a date is wanted and its form leaves no doubt."""
    is_day = "is not a day" in problem.message
    if not is_day and "is not a date" not in problem.message:
        return None
    found = scalar_at(problem, text)
    written = bare(*found).strip() if found is not None else ""
    iso = _iso(written)
    if found is None or iso is None or (is_day and (len(iso) != 10 or "W" in iso)):
        return None
    return Fix(problem, (instead(*found, iso),), f"'{written}' is written as {iso}")


def _iso(written: str) -> str | None:
    match = next((match for form in _FORMS if (match := form.match(written))), None)
    if match is None:
        return None
    parts = match.groupdict()
    if week := parts.get("week"):
        iso = f"{parts['year']}-W{int(week):02}"
    else:
        name = parts.get("name")
        month = _MONTHS.index(name[:3].lower()) + 1 if name else int(parts["month"])
        day = parts.get("day")
        iso = f"{parts['year']}-{month:02}" + (f"-{int(day):02}" if day else "")
    return iso if parse_partial_date(iso) is not None else None
