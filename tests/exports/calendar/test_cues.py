"""Cues in the words of people."""

from __future__ import annotations

from datetime import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from portfolio_gen.exports.calendar.cues import WEEKDAYS, cue_in


@pytest.mark.parametrize(
    ("text", "days", "at"),
    [
        ("after the Friday stand-up", "FR", "15:30"),
        ("Fridays at 16:00", "FR", "16:00"),
        ("Thursday lunch, if the phone lets me", "TH", "12:30"),
        ("on the train home, Tuesdays and Thursdays", "TU TH", "15:30"),
        ("Thu + tues, 4pm", "TU TH", "16:00"),
        ("every Monday morning", "MO", "09:00"),
        ("Wed. 9.15 a.m.", "WE", "09:15"),
        ("Saturday at noon", "SA", "12:00"),
        ("Sunday evening", "SU", "18:00"),
        ("on Fridays at 9", "FR", "09:00"),
        ("at 5 o'clock on Monday", "MO", "05:00"),
        ("12 am on Monday", "MO", "00:00"),
        ("Monday 12 pm", "MO", "12:00"),
        ("Monday 16:30 pm", "MO", "16:30"),
        ("Freitags nach dem Jour fixe", "FR", "15:30"),
        ("Dienstag um 9 Uhr", "TU", "09:00"),
        ("am Donnerstagabend, 19.30 Uhr", "TH", "19:30"),
        ("Sonnabend um 8", "SA", "08:00"),
        ("le vendredi à 16h30", "FR", "16:30"),
        ("mercredi, 17 h", "WE", "17:00"),
        ("après mon café du lundi", "MO", "15:30"),
        ("los miércoles a las 18:15", "WE", "18:15"),
        ("MIE\u0301RCOLES", "WE", "15:30"),
        ("los sábados a las 10", "SA", "10:00"),
        ("when the sun has set and I sat down for a while, mon ami", "FR", "15:30"),
        ("after 3 coffees, in version 3.30", "FR", "15:30"),
        ("since 2026-11-05", "FR", "15:30"),
        ("at 25:00 or 9:75", "FR", "15:30"),
        ("", "FR", "15:30"),
    ],
)
def test_a_cue_says_when_as_far_as_its_words_do(text: str, days: str, at: str):
    found = cue_in(text)
    assert (" ".join(WEEKDAYS[day] for day in found.weekdays), found.at) == (days, time.fromisoformat(at))


@settings(max_examples=200, deadline=None, database=None, derandomize=True)
@given(st.text(max_size=30) | st.from_regex(r"\A[0-9:.h apm]{0,9}(uhr)?\Z"))
def test_no_cue_breaks_a_calendar(text: str):
    found = cue_in(text)
    assert found.weekdays and all(0 <= day <= 6 for day in found.weekdays)
