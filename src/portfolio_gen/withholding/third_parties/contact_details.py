"""E-mail addresses, telephone numbers and staff numbers in what others than its author may read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from portfolio_gen.model.audience import Audience
from portfolio_gen.model.entry import Entry
from portfolio_gen.problems import Problem
from portfolio_gen.withholding.third_parties.findings import without_narrower
from portfolio_gen.withholding.third_parties.texts import NAMES, WORDS, front_matter_texts

_MAIL = re.compile(r"(?<![\w.+@-])(?P<box>[\w.+-]*\w)@(?P<domain>(?:[\w-]+\.)+(?P<top>[A-Za-z]{2,24}))(?![\w-])")
_RESERVED = re.compile(
    # RFC 2606 and RFC 6761: these belong to nobody.
    r"(?:(?:\A|.*\.)example\.(?:com|net|org)|.*\.(?:example|test|invalid|localhost))\Z",
    re.IGNORECASE,
)
_FILE_ENDINGS = frozenset({"png", "jpg", "jpeg", "gif", "svg", "webp", "avif", "pdf", "md", "css", "js", "json"})
"""What stands behind the "@2x" of pictures, and is the top of no domain."""

_FIGURES = re.compile(
    r"\b[A-Z]{2}\d\d(?:[ ]?[A-Z0-9]{4}){2,7}(?:[ ]?[A-Z0-9]{1,4})?\b"  # IBAN
    r"|\bIS[BS]N(?:-1[03])?:?[ ]?[\dXx -]{8,20}"
    r"|\b[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}\b"  # UUID
    r"|\b\d{4}-\d{4}-\d{4}-\d{3}[\dXx]\b"  # ORCID
    r"|(?:https?|ftp)://[^\s<>()\"']+"
)
"""Numbers that are known to be something else, and addresses of pages."""
_PHONE = re.compile(
    r"(?<![\w.,+/:-])(?<!\d[ ])(?:"
    r"(?P<international>(?:\+|\(\+|00[ ]?(?=[1-9]))[ ]?[1-9](?:[ ./()-]{0,3}\d){7,14})"
    r"|(?P<national>\(?0(?!00)\d{1,5}\)?(?:[ ]?[ /-][ ]?\d{2,})+|0\d(?:[. ]\d\d){4})"
    r"|(?P<american>\([2-9]\d\d\)[ ]?\d{3}-\d{4}|[2-9]\d\d-\d{3}-\d{4}|[2-9]\d\d\.[2-9]\d\d\.\d{4})"
    r")(?![\w-]|[.,]\d)"
)
_LABELLED_PHONE = re.compile(
    r"\b(?:tel(?:ephone|efon)?|phone|mobile|cell|handy|fax|t[ée]l(?:[ée]phone)?|extension|durchwahl)"
    r"(?:[ ]?(?:no|nr|number|nummer))?\.?[ ]?:?[ ]*(?P<number>\+?\(?\d(?:[ ./()-]{0,2}\d){7,14})(?![\w-])",
    re.IGNORECASE,
)
_NUMBER_OF = r"(?:no|nr|num|number|id|code|№|\#)"
_STAFF = re.compile(
    r"\b(?:"
    rf"(?:staff|employee|personnel|payroll|personal|student|member|membership|patient|badge|nhs|registration|"
    rf"social[ ]security|national[ ]insurance)[ -]?{_NUMBER_OF}\b"
    rf"|(?:GMC|NMC|HCPC|GPhC|SSN)(?:[ ]{_NUMBER_OF}\b)?"
    r"|(?:personal|mitarbeiter|matrikel|stamm|versicherungs)-?(?:nummer|nr)\b|matricule\b"
    r"|num[ée]ro[ ]d['\u2019]employ[ée]\b"
    r")[ ]?[.:#=]{0,2}[ ]?(?P<number>[A-Z]{0,4}[ -]?\d(?:[ ./-]?\d){3,13}(?:[ ]?[A-Z]\b)?)(?!\w)",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"\d\d")
_YEAR = re.compile(r"(?:19|20)\d\d\Z")


def contact_notes(entry: Entry, audience: Audience) -> Iterator[Problem]:
    """Each such address or number in an entry that more than its author may see, at its place.

    Addresses that are kept for examples are passed over.
    """
    if audience is Audience.ME:
        return
    body = without_narrower(entry, Audience.MENTOR) if entry.is_cut else entry.body.text
    for start, end, what in _found(body):
        line = entry.body_line + body.count("\n", 0, start)
        yield _note(entry.uri, line, start - body.rfind("\n", 0, start), what, body[start:end])
    for path, text, _ in front_matter_texts(entry):
        if path[0] not in WORDS and path[0] not in NAMES:
            for start, end, what in _found(text):
                yield _note(entry.uri, entry.lines.get(str(path[0]), 1), 1, what, text[start:end])


def _note(uri: str, line: int, column: int, what: str, written: str) -> Problem:
    shown = " ".join(written.split())
    return Problem(
        uri, line, column, "contact-details", f"{what} stands in what others may read: {shown}",
        "leave it out, or put it into a passage '<!-- only: me -->'",
    )  # fmt: skip


def _found(text: str) -> Iterator[tuple[int, int, str]]:
    """Offsets of each address and number, with what it is; in order, apart."""
    position = 0
    for start, end, what in sorted(_all(text)):
        if start >= position:
            yield start, end, what
            position = end


def _all(text: str) -> Iterable[tuple[int, int, str]]:
    if "@" in text:
        for mail in _MAIL.finditer(text):
            if _is_of_somebody(mail):
                yield *mail.span(), "an e-mail address"
    if not _DIGITS.search(text):
        return
    figures = [match.span() for match in _FIGURES.finditer(text)]
    for phone in (*_PHONE.finditer(text), *_LABELLED_PHONE.finditer(text)):
        start, end = phone.span("number") if "number" in phone.groupdict() else phone.span()
        is_figure = any(first <= start < last for first, last in figures)
        if not is_figure and ("number" in phone.groupdict() or _may_be_phone(phone[0])):
            yield start, end, "a telephone number"
    for staff in _STAFF.finditer(text):
        number = staff["number"]
        if sum(sign.isdigit() for sign in number) >= 4 and not _YEAR.match(number) and not _is_date(number):
            yield *staff.span(), "a staff or member number"


def _is_of_somebody(mail: re.Match[str]) -> bool:
    is_login = mail["box"] == "git"
    return not (is_login or mail["top"].lower() in _FILE_ENDINGS or _RESERVED.match(mail["domain"]))


def _may_be_phone(written: str) -> bool:
    """Whether it has as many digits as a telephone number, and is no date, time or round figure."""
    groups = re.findall(r"\d+", written)
    count = sum(map(len, groups))
    if not 8 <= count <= 15 or _is_date(written):
        return False
    if all(group == "000" for group in groups[1:]) or (len(groups) != 5 and all(len(group) == 2 for group in groups)):
        return False
    hours = [group for group in groups if len(group) == 4 and int(group[:2]) < 24 and int(group[2:]) < 60]
    return not (len(groups) == 2 and len(hours) == 2)


def _is_date(written: str) -> bool:
    """Whether it is made of a year, or several, and of days and months."""
    groups = re.findall(r"\d+", written)
    years = [group for group in groups if _YEAR.match(group)]
    return bool(years) and len(groups) > 1 and all(len(group) <= 2 for group in groups if group not in years)
