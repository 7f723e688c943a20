import pytest

from portfolio_gen.build import Linked
from portfolio_gen.figures.profile import Standing, profile_of
from tests.figures.builders import ADA, BO, SPEAKING, TESTING, TODAY, WRITING, ids, linked


def profile(found: Linked) -> dict[str, Standing]:
    standings = profile_of(ADA, found.portfolio, found.links, TODAY)
    return {stands.competency: stands for stands in standings}


def in_testing(**fronts: str) -> Standing:
    return profile(linked(**fronts))[TESTING]


def test_the_role_comes_first_in_its_own_order_and_the_rest_by_title() -> None:
    files = {"competencies/asking.md": "# zz Asking\n"}
    found = linked(files, journal_a="competencies: [asking, speaking, testing]")
    standings = profile_of(ADA, found.portfolio, found.links, TODAY)
    names = ids(found.portfolio, *(stands.competency for stands in standings))
    assert names == ("writing", "testing", "speaking", "asking")


@pytest.mark.parametrize(
    ("status", "is_there"), [("idea", True), ("active", True), ("paused", True), ("done", False), ("dropped", False)]
)
def test_goals_that_are_pursued_bring_what_they_aim_at(status: str, is_there: bool) -> None:
    found = profile(linked(goals_a=f"{{status: {status}, competencies: speaking}}"))
    assert (SPEAKING in found) is is_there
    assert not is_there or found[SPEAKING].is_untouched


def test_nobody_else_has_a_profile() -> None:
    found = linked()
    assert profile_of(BO, found.portfolio, found.links, TODAY) == ()


def test_the_level_shown_is_the_highest_of_the_evidence_and_the_newest_of_those_decides() -> None:
    found = linked(
        evidence_a="{date: 2026-01-05, competencies: {id: testing, level: 3}}",
        evidence_b="{date: 2026-02, competencies: {id: testing, level: 3}}",
        evidence_c="{date: 2026-03-05, competencies: {id: testing, level: 1}}",
        evidence_d="{date: 2026-04-05, competencies: testing}",
        learning_e="{date: 2026-04-05, competencies: {id: testing, level: 4}}",
    )
    rating = profile(found)[TESTING].ratings["evidence"]
    assert rating.entry is not None
    assert (rating.level, str(rating.date), rating.entries) == (3, "2026-02", 4)
    assert ids(found.portfolio, rating.entry) == ("b",)
    assert profile(found)[TESTING].shown == 3


def test_each_rater_counts_with_the_newest_assessment_even_if_it_is_lower() -> None:
    ratings = in_testing(
        assessments_a="{date: 2026-01-05, rater: mentor, competencies: {id: testing, level: 3}}",
        assessments_b="{date: 2026-03-05, rater: mentor, competencies: {id: testing, level: 2}}",
        assessments_c="{rater: mentor, competencies: {id: testing, level: 4}}",
        assessments_d="{date: 2026-04-05, rater: mentor, competencies: testing}",
        assessments_e="{rater: self, competencies: {id: testing, level: 4}}",
    ).ratings
    assert [(rater, rating.level, rating.entries) for rater, rating in ratings.items()] == [
        ("self", 4, 1),
        ("mentor", 2, 4),
    ]


def test_evidence_without_a_date_counts_for_the_level() -> None:
    stands = in_testing(evidence_a="competencies: {id: testing, level: 3}")
    rating = stands.ratings["evidence"]
    assert (rating.level, rating.date, stands.newest, stands.is_met, stands.is_stale) == (3, None, None, True, False)


def test_evidence_without_a_level_counts_as_an_entry_and_shows_nothing() -> None:
    stands = in_testing(evidence_a="{date: 2026-11-01, competencies: testing}")
    rating = stands.ratings["evidence"]
    assert (rating.level, rating.date, rating.entry, rating.entries) == (None, None, None, 1)
    assert (stands.strength.entries, stands.is_untouched, stands.is_met) == (1, False, False)


@pytest.mark.parametrize(("level", "is_met"), [(2, False), (3, True), (4, True)])
def test_a_target_is_met_from_its_level_on(level: int, is_met: bool) -> None:
    stands = in_testing(evidence_a=f"competencies: {{id: testing, level: {level}}}")
    assert (stands.target, stands.is_met) == (3, is_met)


def test_what_others_say_meets_no_target() -> None:
    stands = in_testing(assessments_a="{rater: mentor, competencies: {id: testing, level: 4}}")
    assert (stands.shown, stands.is_met, stands.is_untouched, stands.is_thin) == (None, False, False, True)


def test_without_a_target_nothing_is_met_or_missed() -> None:
    assert profile(linked(evidence_a="competencies: {id: speaking, level: 9}"))[SPEAKING].is_met is None


def test_two_entries_of_evidence_are_no_longer_thin() -> None:
    assert in_testing(evidence_a="competencies: testing", journal_b="competencies: testing").is_thin
    assert not in_testing(evidence_a="competencies: testing", evidence_b="competencies: testing").is_thin


@pytest.mark.parametrize(("day", "is_stale"), [("2026-05-24", False), ("2026-05-23", True), ("2026-05", True)])
def test_a_competency_is_stale_after_180_days(day: str, is_stale: bool) -> None:
    fronts = {"evidence_a": "{date: 2026-01-01, competencies: testing}"}
    assert in_testing(**fronts, journal_b=f"{{date: {day}, competencies: testing}}").is_stale is is_stale


def test_what_nobody_wrote_about_is_untouched_and_not_stale() -> None:
    stands = in_testing()
    assert (stands.is_untouched, stands.is_thin, stands.is_stale, stands.ratings) == (True, True, False, {})


def test_strength_tells_count_recency_variety_and_who_attested() -> None:
    strength = in_testing(
        evidence_a="{date: 2026-03-05, form: talk, competencies: testing}",
        evidence_b="{date: 2026-05-05, form: Project, competencies: testing}",
        evidence_c="{form: project, competencies: testing}",
        assessments_d="{rater: self, competencies: {id: testing, level: 1}}",
        assessments_e="{rater: credential, competencies: {id: testing, level: 1}}",
        assessments_f="{rater: mentor, competencies: {id: testing, level: 1}}",
        assessments_g="{rater: peer, competencies: testing}",
    ).strength
    assert (strength.entries, str(strength.newest)) == (3, "2026-05-05")
    assert strength.forms == ("Project", "talk")
    assert strength.attested_by == ("mentor", "credential")


def test_what_was_claimed_of_a_replaced_competency_stays_under_its_own_name() -> None:
    files = {"competencies/checking.md": "---\nreplaced_by: testing\n---\n# Checking\n"}
    found = profile(linked(files, evidence_a="competencies: {id: checking, level: 3}"))
    old = next(stands for stands in found.values() if stands.is_replaced)
    assert (old.competency, old.shown) == ("competencies/checking", 3)
    assert found[TESTING].is_untouched
    assert not found[WRITING].is_replaced
