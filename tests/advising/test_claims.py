"""Whether a claim says what it rests on"""

from __future__ import annotations

import pytest

from tests.advising.readers import advice, codes

OTHERS = {"competencies/testing.md": "# Testing\n", "competencies/data.md": "# Data\n"}
BODY = "# The checks\n\nI wrote them before the change.\n"


def said(claims: str, folder: str = "evidence", more: str = "") -> list[str]:
    return codes(f"{folder}/a.md", f"---\ncompetencies: {claims}\n{more}\n---\n{BODY}", OTHERS)


@pytest.mark.parametrize(
    ("claims", "folder"),
    [
        ("[testing]", "evidence"),
        ("testing", "evidence"),
        ("[{id: testing, level: 2}]", "evidence"),
        ("[{id: testing, level: 2}]", "assessments"),
        ("[{id: testing, level: 2, because: They run}, {id: data, level: 1}]", "evidence"),
        ('["[[testing]]"]', "evidence"),
    ],
)
def test_a_claim_without_a_reason_is_asked_for_one(claims: str, folder: str):
    assert said(claims, folder) == ["no-reason"]


@pytest.mark.parametrize(
    ("claims", "folder"),
    [
        ("[]", "evidence"),
        ("[{id: testing, because: They run every night}]", "evidence"),
        ("[{id: testing, level: 2, because: They run}]", "assessments"),
        ("[{id: testing, level: 2, because: They run}, data]", "evidence"),
        ("[testing]", "journal"),
        ("[testing]", "feedback"),
        ("[testing]", "challenges"),
    ],
)
def test_claims_with_reasons_and_entries_that_claim_nothing_need_no_advice(claims: str, folder: str):
    assert "no-reason" not in said(claims, folder)


@pytest.mark.parametrize("rater", ["mentor", "peer"])
def test_for_a_rating_by_another_the_advice_is_to_ask_them(rater: str):
    assert said("[{id: testing, level: 2}]", "assessments", f"rater: {rater}") == ["no-reason-of-others"]


def test_a_credential_is_its_own_reason():
    assert said("[{id: testing, level: 2}]", "assessments", "rater: credential") == []


def test_one_sentence_at_the_first_such_claim_is_enough():
    claims = "  - {id: data, because: It says so}\n  - id: testing\n    level: 2\n  - {id: data, level: 1}\n"
    text = f"---\ncompetencies:\n{claims}---\n"
    (found,) = advice("evidence/a.md", text + BODY, OTHERS)
    assert (found.code, found.line, found.column) == ("no-reason", 4, 9)
