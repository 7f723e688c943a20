"""The options of a portfolio."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from portfolio_gen.model.audience import Audience
from portfolio_gen.model.kinds import FOLDERS
from portfolio_gen.settings import OPTIONS, Settings, SettingsError, settings_from
from portfolio_gen.settings.options import today_from


def test_without_options_a_build_is_for_the_public_and_stops_at_errors():
    found = settings_from({"today": "2026-11-20"})
    assert (found.audience, found.reader, found.person, found.on_error) == (Audience.PUBLIC, "", "", "stop")
    assert (dict(found.defaults), found.folders, found.assets) == ({}, FOLDERS, ())


def test_none_means_that_nothing_was_written():
    today = date(2026, 11, 20)
    assert settings_from({**dict.fromkeys(OPTIONS), "today": today}) == settings_from({"today": today})


def test_every_option_is_a_setting_and_is_documented():
    others = {"site_name", "language", "is_preview", "is_discreet"}
    assert {*OPTIONS, *others} == {field.name for field in fields(Settings)}
    assert all(text.endswith(".") and "\n" not in text for text in OPTIONS.values())


@pytest.mark.parametrize(
    ("name", "written", "value"),
    [
        ("audience", "team", Audience.TEAM),
        ("audience", " Team ", Audience.TEAM),
        ("reader", " people/ada ", "people/ada"),
        ("person", "ada", "ada"),
        ("defaults", {"reflection": "team", "page": "public"}, {"reflection": Audience.TEAM, "page": Audience.PUBLIC}),
        ("folders", {"notes": "reflection"}, {**FOLDERS, "notes": "reflection"}),
        ("folders", {"goals": "page"}, {**FOLDERS, "goals": "page"}),
        ("assets", "img/*.svg", ("img/*.svg",)),
        ("assets", ["a", "b"], ("a", "b")),
        ("assets", [], ()),
        ("today", "2026-11-20", date(2026, 11, 20)),
        ("today", date(2026, 11, 20), date(2026, 11, 20)),
        ("today", datetime(2026, 11, 20, 23, 59, tzinfo=UTC), date(2026, 11, 20)),
        ("on_error", "withhold", "withhold"),
        ("calendar", "detailed", "detailed"),
        ("calendar", False, "off"),
    ],
)
def test_an_option_has_the_value_that_is_written(name: str, written: object, value: object):
    assert getattr(settings_from({name: written}), name) == value


@pytest.mark.parametrize(
    ("name", "written"),
    [
        *(("audience", value) for value in ("", "teem", 1, True, ["team"], {"team": 1})),
        *(("reader", value) for value in (1, True, ["ada"], {"ada": 1})),
        *(("person", value) for value in (1, False, ["ada"])),
        *(("defaults", value) for value in ("team", ["team"], {"goalz": "team"}, {"goal": "teem"}, {"goal": 1},
                                            {1: "me"}, {"goal": None}, {"goal": ["team"]})),
        *(("folders", value) for value in ("notes", ["notes"], {"notes": "note"}, {"notes": 1}, {"notes": ["goal"]})),
        *(("assets", value) for value in (1, True, {"a": "b"}, [1], [["a"]])),
        *(("today", value) for value in ("", "now", "2026-11", "2026-02-30", "2026-W47", 2026, True, ["2026-11-20"])),
        *(("on_error", value) for value in ("", "Stop", "ignore", True, ["stop"], {})),
        *(("calendar", value) for value in ("", "on", "Off", True, 0, 1, ["off"], {})),
        ("audiance", "team"),
        ("site_name", "x"),
    ],
)  # fmt: skip
def test_an_option_that_cannot_be_right_is_named(name: str, written: object):
    with pytest.raises(SettingsError, match=name):
        settings_from({name: written})


def test_an_unknown_option_is_answered_with_those_there_are():
    with pytest.raises(SettingsError) as caught:
        settings_from({"audiance": "team"})
    assert all(name in str(caught.value) for name in OPTIONS)


@pytest.mark.parametrize(
    ("epoch", "day"), [("0", date(1970, 1, 1)), ("86399", date(1970, 1, 1)), ("1795132800", date(2026, 11, 20))]
)
def test_source_date_epoch_is_the_day_in_utc(epoch: str, day: date):
    assert today_from({"SOURCE_DATE_EPOCH": epoch}) == day


@pytest.mark.parametrize("epoch", ["99999999999999", "9" * 30, "9" * 5000])
def test_a_source_date_epoch_beyond_the_calendar_is_an_error_of_the_settings(epoch: str):
    with pytest.raises(SettingsError, match="SOURCE_DATE_EPOCH"):
        today_from({"SOURCE_DATE_EPOCH": epoch})


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8) | st.dates(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5) | st.integers(), inner, max_size=3),
    max_leaves=6,
)


@settings(max_examples=400, deadline=None, database=None, derandomize=True)
@given(st.dictionaries(st.sampled_from([*OPTIONS, "x"]), ANYTHING, max_size=3))
def test_no_value_breaks_the_options(written: Mapping[str, Any]):
    try:
        found = settings_from(written)
    except SettingsError as error:
        assert str(error)
    else:
        assert isinstance(found, Settings)
