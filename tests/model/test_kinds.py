"""The kinds of entry there are, and their fields."""

from __future__ import annotations

import pytest
from pydantic import BaseModel

from portfolio_gen.model.common import CommonFields
from portfolio_gen.model.field_types import FrontMatter
from portfolio_gen.model.kinds import FOLDERS, KINDS, Kind
from portfolio_gen.reading.fields import names_of

OWN_FIELDS = {
    "goal": "wish outcome obstacle if then measure start due status progress confidence",
    "reflection": "model mode next_action followups",
    "learning": "source hours applied",
    "evidence": "form link file impact",
    "feedback": "direction giver_role situation behaviour impact feed_forward consent about received via receipt",
    "assessment": "rater",
    "checkin": "with agreed",
    "challenge": "",
    "activity": "minutes alone with",
    "competency": "framework area levels related replaced_by",
    "framework": "version licence source",
    "role": "targets",
    "team": "roles min_group",
    "person": "mentors role team helps_with leads cue third_party",
    "page": "",
}
"""The contract with everyone who has written an entry."""


def models() -> list[type[FrontMatter]]:
    """All models that an author may fill in, those inside others too."""
    return sorted(_below(FrontMatter), key=lambda model: model.__qualname__)


def _below(model: type[FrontMatter]) -> set[type[FrontMatter]]:
    return {inner for sub in model.__subclasses__() for inner in (sub, *_below(sub))}


def test_there_is_a_kind_for_everything_that_is_promised():
    assert set(KINDS) == set(OWN_FIELDS)


@pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.name)
def test_a_kind_has_the_fields_that_are_promised(kind: Kind):
    assert list(names_of(kind.fields)) == OWN_FIELDS[kind.name].split()


def test_every_entry_has_the_fields_that_are_promised():
    promised = (
        "type title id aliases date audience person competencies goals evidence activities people questions tags lang "
        "owner revisit expires"
    )
    assert list(names_of(CommonFields)) == promised.split()


@pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.name)
def test_no_kind_takes_the_name_of_a_common_field_for_its_own(kind: Kind):
    assert not set(names_of(kind.fields)) & set(names_of(CommonFields))


@pytest.mark.parametrize("model", models(), ids=lambda model: model.__name__)
def test_every_field_is_described_in_one_line(model: type[BaseModel]):
    for name, field in model.model_fields.items():
        assert field.description, name
        assert "\n" not in field.description, name
        assert field.description.endswith((".", ":", "...")), name


@pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.name)
def test_every_kind_can_be_left_blank(kind: Kind):
    assert kind.fields.model_validate({}).model_fields_set == set()


@pytest.mark.parametrize("model", models(), ids=lambda model: model.__name__)
def test_values_are_frozen_and_strict_and_take_no_other_fields(model: type[BaseModel]):
    config = model.model_config
    assert (config["frozen"], config["strict"], config["extra"]) == (True, True, "forbid")


def test_a_folders_name_stands_for_one_kind():
    assert FOLDERS == {
        "goals": "goal",
        "reflections": "reflection",
        "journal": "reflection",
        "learning": "learning",
        "evidence": "evidence",
        "feedback": "feedback",
        "assessments": "assessment",
        "checkins": "checkin",
        "challenges": "challenge",
        "activities": "activity",
        "competencies": "competency",
        "frameworks": "framework",
        "roles": "role",
        "teams": "team",
    }


def test_only_what_is_about_no_person_is_open_by_default():
    assert {kind.name for kind in KINDS.values() if not kind.about_a_person} == {
        "competency",
        "framework",
        "role",
        "activity",
    }
