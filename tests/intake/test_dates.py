from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import BadDate
from onrecord.intake.dates import parse_date

DAY = date(2025, 2, 17)


@pytest.mark.parametrize(
    "text",
    [
        "2025-02-17",
        " 20250217 ",
        "2025-02-17T05:30:12Z",
        "2025-02-17T23:59:59-05:00",
        "2025-02-17 12:05:00-05:00",
        "2025-02-17 12:05:00 +0000",
        "17 February 2025",
        "17th of February, 2025",
        "Feb. 17, 2025",
        "February 17 2025",
        "Mon, 17 Feb 2025 10:31:00 GMT",
        "Monday, February 17, 2025 at 4:05 p.m. EST",
    ],
)
def test_reads_dates_with_one_reading(text: str) -> None:
    assert parse_date(text) == DAY


@pytest.mark.parametrize(
    "text",
    ["03/04/2025", "17.2.2025", "4/21/18", "yesterday", "", "February 2025", "2025", "1739750400"],
)
def test_refuses_what_has_two_readings_or_none(text: str) -> None:
    with pytest.raises(BadDate, match=r"one reading only.*YYYY-MM-DD"):
        parse_date(text)


@pytest.mark.parametrize("text", ["2025-02-30", "30 February 2025", "2025-13-01", "Feb. 0, 2025"])
def test_refuses_days_the_calendar_lacks(text: str) -> None:
    with pytest.raises(BadDate, match="no day of the calendar"):
        parse_date(text)


def test_refuses_a_weekday_that_does_not_fit() -> None:
    with pytest.raises(BadDate, match="weekday"):
        parse_date("Tuesday, 17 February 2025")


def test_refuses_placeholders() -> None:
    with pytest.raises(BadDate, match="years"):
        parse_date("0001-01-01")


def test_the_error_names_source_and_fault() -> None:
    with pytest.raises(BadDate) as caught:
        parse_date("soon", "news.jsonl, line 3")
    assert caught.value.source == "news.jsonl, line 3"
    assert "'soon'" in caught.value.fault


@given(st.dates(min_value=date(1605, 1, 1), max_value=date(2199, 12, 31)))
def test_reads_back_every_day_in_each_form(day: date) -> None:
    forms = ("%Y-%m-%d", "%d %B %Y", "%A, %B %d, %Y", "%a, %d %b %Y 10:00:00 GMT")
    assert {parse_date(day.strftime(form)) for form in forms} == {day}


@given(st.text(max_size=60))
def test_any_text_is_a_day_or_a_bad_date(text: str) -> None:
    try:
        assert isinstance(parse_date(text), date)
    except BadDate as error:
        assert error.remedy
