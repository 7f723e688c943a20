from __future__ import annotations

from datetime import date, timedelta

from portfolio_gen.charts.weeks import weeks
from tests.charts.pictures import MONTHS, drawn, parsed, said


def picture(count: int, *written: int, first: date = date(2025, 11, 17)) -> str:
    row = [(first + timedelta(7 * week), week in written) for week in range(count)]
    return weeks(row, "Rhythm", "", MONTHS)


def test_a_week_is_a_bar_or_a_dot():
    text = picture(53, 0, 5, 52)
    assert drawn(text, "pf-written")[0][0].get("d", "").count("z") == 3
    assert drawn(text, "pf-idle")[0][0].get("d", "").count("h0") == 50


def test_no_weeks_make_no_picture():
    assert picture(0) == ""


def test_nothing_written_makes_no_bar_and_everything_no_dot():
    assert not drawn(picture(4), "pf-written")
    assert not drawn(picture(4, 0, 1, 2, 3), "pf-idle")


def test_months_are_named_in_even_steps():
    assert said(picture(53)) == ["Jan", "Mar", "May", "Jul", "Sept", "Nov"]


def test_the_name_of_a_month_stands_below_the_week_in_which_it_begins():
    text = picture(3, 1, first=date(2026, 2, 16))
    (name,) = parsed(text).iter("text")
    assert name.text == "Mar"
    assert drawn(text, "pf-idle")[0][0].get("d", "").count("h0") == 2
    assert float(name.get("x", "")) == 4 + 14
