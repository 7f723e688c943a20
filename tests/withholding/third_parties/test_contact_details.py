"""Addresses and numbers by which somebody can be reached or told apart."""

from __future__ import annotations

from pathlib import Path

import pytest

from portfolio_gen.build import check
from portfolio_gen.reading.sources import read_tree
from tests.builders import build, checked, said, settings

EXAMPLE = Path(__file__).parents[3] / "content"

SOMEBODY = [
    "jane.doe@corp.com", "<jane@corp.co.uk>", "[mail](mailto:jane@corp.com)", "+49 170 1234567", "+44 (0)20 7946 0958",
    "0049 170 1234567", "020 7946 0958", "(020) 7946 0958", "030/1234567", "0171-1234567", "01 23 45 67 89",
    "01.23.45.67.89", "(555) 123-4567", "212-555-0100", "+1-212-555-0100", "phone: 07700900123", "Tel. 12 34 56 78",
    "[call](tel:+49301234567)", "staff no. 12345", "Staff number: 4821", "employee ID: E-48213",
    "personnel number 00481",
    "Personalnummer 00471123", "matricule 48213", "NHS no. 943 476 5919", "GMC 7012345", "payroll #48213",
    "social security no. 12 345678 A 012",
]  # fmt: skip
NOBODY = [
    "jane@example.com", "x@mail.example.org", "me@host.test", "icon@2x.png", "git@github.com:a/b.git", "@mention",
    "2026-11-20", "20.11.2026", "01.02.2026 12:30", "01/02/2026", "05-11-2026", "02/2026-11/2026", "2026-11-20 08:00",
    "20261120", "1999-2026", "2026-W47", "09:00-10:30", "0900-1030", "00:00:00", "ISBN 978-0-13-468599-1",
    "978-0-13-468599-1", "ISBN 0-13-468599-1", "ISSN 0028-0836", "0000-0002-1825-0097", "10.1000/0182-1234",
    "DE89 3704 0044 0532 0130 00", "deadbeef01234567", "0123456789abcdef", "550e8400-e29b-41d4-a716-446655440000",
    "v0.10.2", "0.12.345.6789", "192.168.0.1", "1 000 000", "10 000 000", "+10 000 000", "2,000,000", "15 000 - 20 000",
    "0.25 0.125 0.5", "0 1 2 3 4 5 6 7 8 9", "01 02 03 04", "100-200-300", "12345678901234", "#12345", "RFC 2119",
    "https://x.org/0171-1234567", "staff of 12000", "GMC 2024", "student no 12", "registration 2026-11-20",
    "the staff number grew to 1200", "3 of 10, 20 of 30",
]  # fmt: skip


def notes(text: str, fields: str = "", **options: str) -> list[str]:
    files = {"journal/a.md": f"---\naudience: team\n{fields}---\n{text}"}
    return said(checked(files, **options), "contact-details")


@pytest.mark.parametrize("text", SOMEBODY)
def test_what_belongs_to_somebody_is_pointed_out(text: str):
    assert len(notes(f"Ask {text} first.")) == 1


@pytest.mark.parametrize("text", NOBODY)
def test_what_only_looks_like_it_is_not(text: str):
    assert notes(f"Ask {text} first, {text}. ({text})") == []


def test_each_is_told_at_its_place():
    assert notes(
        "\na b@corp.com\n\nc +49 170 1234567 and d@corp.com", "source: x\nnext_action: Call 0171-1234567\n"
    ) == [
        "journal/a.md:4:1 contact-details",
        "journal/a.md:7:3 contact-details",
        "journal/a.md:9:3 contact-details",
        "journal/a.md:9:23 contact-details",
    ]


def test_what_only_its_author_reads_may_hold_it():
    files = {
        "journal/a.md": "a@corp.com",
        "journal/b.md": "---\naudience: team\n---\nx <!-- only: me -->a@corp.com<!-- end only -->",
    }
    assert said(checked(files), "contact-details") == []


def test_a_build_does_not_look():
    assert build({"journal/a.md": "---\naudience: public\n---\na@corp.com"}).problems == ()


def test_the_example_has_none():
    assert said(check(read_tree(EXAMPLE), settings(audience="me")), "contact-details") == []
