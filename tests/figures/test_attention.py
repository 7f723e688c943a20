from portfolio_gen.figures.attention import attention_for
from tests.builders import Files
from tests.figures.builders import ADA, TODAY, linked


def attention(files: Files | None = None, **fronts: str) -> list[tuple[str, str, str]]:
    found = linked(files, **fronts)
    every = attention_for(ADA, found.portfolio, found.links, TODAY)
    return [(one.entry.rpartition("/")[2], " ".join(one.reasons), str(one.since)) for one in every]


def test_goals_come_first_then_what_is_aimed_at_then_the_rest() -> None:
    found = attention(
        {"competencies/asking.md": "# Asking\n"},
        evidence_a="{date: 2026-11-01, competencies: [asking, testing, speaking]}",
        goals_still="competencies: speaking",
        goals_late="{due: 2026-11-01}",
        journal_b="{date: 2026-11-02, goals: late}",
    )
    assert found == [
        ("late", "overdue", "2026-11-01"),
        ("still", "without_movement", "None"),
        ("writing", "untouched", "None"),
        ("testing", "thin", "2026-11-01"),
        ("speaking", "thin", "2026-11-01"),
        ("asking", "thin", "2026-11-01"),
    ]


def test_all_reasons_are_given_but_untouched_says_enough() -> None:
    found = attention(
        evidence_a="{date: 2026-01-01, competencies: testing}",
        goals_g="due: 2026-11-01",
        journal_b="{date: 2026-01-01, goals: g}",
    )
    assert found == [
        ("g", "overdue without_movement", "2026-11-01"),
        ("writing", "untouched", "None"),
        ("testing", "thin stale", "2026-01-01"),
    ]


def test_what_is_well_shown_needs_no_attention() -> None:
    front = "{date: 2026-11-01, competencies: [testing, writing]}"
    assert attention(evidence_a=front, evidence_b=front) == []


def test_a_replaced_competency_asks_for_nothing() -> None:
    files = {"competencies/checking.md": "---\nreplaced_by: testing\n---\n# Checking\n"}
    found = attention(files, evidence_a="{date: 2026-01-01, competencies: checking}")
    assert [name for name, _, _ in found] == ["writing", "testing"]
