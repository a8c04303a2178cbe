from datetime import date

import pytest

from onrecord.resolve.times import periods

DAY = date(2022, 6, 15)


@pytest.mark.parametrize(
    ("unit", "value", "first", "grain"),
    [
        ("D", "2022-06-15", date(2022, 6, 15), "day"),
        ("W", "2022-W24", date(2022, 6, 13), "week"),
        ("WE", "2022-W24-WE", date(2022, 6, 18), None),
        ("Q", "2022-Q2", date(2022, 4, 1), "quarter"),
        ("DE", "202X", date(2020, 1, 1), None),
    ],
)
def test_the_period_a_day_lies_in(unit, value, first, grain):
    reading = periods.period(DAY, unit, confidence=0.5)
    assert (reading.value, reading.days[0], reading.grain) == (value, first, grain)


def test_no_day_gives_no_period():
    assert periods.period(None, "D", confidence=0.5) is None


@pytest.mark.parametrize(("unit", "value"), [("D", "XXXX-XX-XX"), ("W", "XXXX-WXX"), ("Y", "XXXX")])
def test_what_is_not_known_is_x(unit, value):
    assert (periods.undated(unit).value, periods.undated(unit).days) == (value, None)


def test_a_part_of_a_day():
    assert periods.at_part(DAY, "NI", confidence=0.5).value == "2022-06-15TNI"
    assert periods.undated("D", part="MO").value == "XXXX-XX-XXTMO"


def test_what_is_said_aside_tells_nothing():
    assert periods.aside(periods.period(DAY, "D", confidence=0.5)).grain is None
