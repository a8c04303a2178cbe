"""Planned, happened, proposed, conditional, denied."""

from datetime import date

import pytest

from onrecord.extract.meetings.standing import forward, status_of
from onrecord.record import Span, Time
from tests.extract.meetings.conftest import word


@pytest.mark.parametrize(
    ("text", "trigger", "status"),
    [
        ("Meloni met Scholz.", "met", "happened"),
        ("Meloni will meet Scholz.", "meet", "planned"),
        ("Meloni is to meet Scholz.", "meet", "planned"),
        ("Meloni is meeting Scholz.", "meeting", "ongoing"),
        ("Meloni agreed to meet Scholz.", "meet", "planned"),
        ("Meloni wants to meet Scholz.", "meet", "proposed"),
        ("Meloni refused to meet Scholz.", "meet", "denied"),
        ("Meloni did not meet Scholz.", "meet", "denied"),
        ("Meloni may meet Scholz.", "meet", "hypothetical"),
        ("If Meloni meets Scholz, they will talk.", "meets", "conditional"),
        ("Meloni denied that she met Scholz.", "met", "denied"),
        ("Meloni held talks with Scholz.", "talks", "happened"),
        ("Meloni cancelled a planned trip.", "trip", "denied"),
        ("Meloni proposed a summit.", "summit", "proposed"),
        ("Meloni spoke of an upcoming summit.", "summit", "planned"),
        ("After the summit Meloni rested.", "summit", "happened"),
        ("At the summit Meloni agreed to pay.", "summit", "happened"),
    ],
)
def test_status_by_words(parse, text, trigger, status):
    assert status_of(word(parse(text), trigger), time=None, published=None) == status


def time(text: str, day: date) -> Time:
    return Time(span=Span(0, 1), text=text, type="date", value=day.isoformat(), start=day, end=day)


def test_a_day_to_come_makes_it_planned(parse):
    trigger = word(parse("The talks in Oslo were hers."), "talks")
    later = time("Friday", date(2025, 3, 14))
    assert status_of(trigger, time=later, published=date(2025, 3, 12)) == "planned"


def test_a_day_without_a_year_lies_ahead_of_what_is_planned():
    last = time("2 April", date(2024, 4, 2))
    moved = forward(last, "planned", published=date(2025, 3, 12))
    assert (moved.start, moved.value) == (date(2025, 4, 2), "2025-04-02")
    assert forward(last, "happened", published=date(2025, 3, 12)) == last
    dated = time("2 April 2024", date(2024, 4, 2))
    assert forward(dated, "planned", published=date(2025, 3, 12)) == dated
