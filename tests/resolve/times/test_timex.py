from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.resolve.times import timex


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2022-03-05", "2022-03-05", "2022-03-05"),
        ("2022-03-05TMO", "2022-03-05", "2022-03-05"),
        ("2020-02", "2020-02-01", "2020-02-29"),
        ("2025-W01", "2024-12-30", "2025-01-05"),
        ("2025-W08-WE", "2025-02-22", "2025-02-23"),
        ("2021-Q4", "2021-10-01", "2021-12-31"),
        ("2021-H2", "2021-07-01", "2021-12-31"),
        ("2018-FA", "2018-09-01", "2018-11-30"),
        ("2018-WI", "2018-12-01", "2019-02-28"),
        ("1999", "1999-01-01", "1999-12-31"),
        ("1999-XX-XX", "1999-01-01", "1999-12-31"),
        ("199X", "1990-01-01", "1999-12-31"),
        ("18XX", "1800-01-01", "1899-12-31"),
        ("9999", "9999-01-01", "9999-12-31"),
    ],
)
def test_days_of(value, first, last):
    assert timex.days_of(value) == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(
    "value", ["PAST_REF", "P3D", "XXXX-WXX-5", "XXXX-03-05", "2022-02-30", "2021-W53", "0000", ""]
)
def test_what_names_no_day_has_none(value):
    assert timex.days_of(value) is None


def test_early_mid_and_late_divide_a_period_without_gap_or_overlap():
    year = (date(2022, 1, 1), date(2022, 12, 31))
    early, mid, late = (timex.part_of(year, part) for part in ("START", "MID", "END"))
    assert early == (date(2022, 1, 1), date(2022, 5, 2))
    assert (mid[0] - early[1]).days == (late[0] - mid[1]).days == 1
    assert late[1] == year[1]


def test_late_last_week_begins_on_thursday():
    week = (date(2022, 6, 6), date(2022, 6, 12))
    assert [timex.part_of(week, part)[0].isoweekday() for part in ("START", "MID", "END")] == [
        1,
        2,
        4,
    ]
    assert timex.part_of(week, "END")[1] == week[1]


def test_halves_meet():
    century = (date(1900, 1, 1), date(1999, 12, 31))
    first, second = (timex.part_of(century, part) for part in ("FIRST", "SECOND"))
    assert (first[1], second[0]) == (date(1949, 12, 31), date(1950, 1, 1))


@given(st.dates(), st.integers(-50_000, 50_000))
def test_months_later_keeps_the_day_or_the_months_last(day, months):
    later = timex.months_later(day, months)
    if later is not None:
        assert later.day <= day.day
        assert (later.year - day.year) * 12 + later.month - day.month == months


@given(st.dates(), st.sampled_from(["D", "W", "M", "Q", "Y", "DE", "CE"]))
def test_a_day_lies_in_the_period_its_value_names(day, unit):
    days = timex.days_of(timex.period_value(day, unit))
    # The week around the calendar's own ends leaves it.
    assert days is None or days[0] <= day <= days[1]
