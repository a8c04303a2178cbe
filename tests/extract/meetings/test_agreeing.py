"""Whether places and days agree."""

from datetime import date

import pytest

from onrecord.extract.meetings.agreeing import (
    days_part,
    finer,
    is_state,
    longer,
    places_part,
    same_spot,
)
from onrecord.record import Place, Span, Time

OSLO = Place(id="oslo-nor", name="Oslo", country="NOR", lat=59.91, lon=10.75)
PALACE = Place(id="royal-palace-nor", name="Royal Palace", country="NOR", lat=59.92, lon=10.73)
BERGEN = Place(id="bergen-nor", name="Bergen", country="NOR", lat=60.39, lon=5.32)
NORWAY = Place(id="norway", name="Norway", country="NOR", lat=62.0, lon=10.0)
PARIS = Place(id="paris-fra", name="Paris", country="FRA", lat=48.85, lon=2.35)


def days(first: int, last: int) -> Time:
    start, end = date(2025, 3, first), date(2025, 3, last)
    return Time(span=Span(0, 1), text="x", type="date", value="x", start=start, end=end)


def test_a_venue_and_its_city_are_one_spot_and_a_state_is_none():
    assert same_spot(OSLO, PALACE)
    assert not same_spot(OSLO, BERGEN)
    assert not same_spot(OSLO, NORWAY)
    assert not same_spot(OSLO, None)
    assert is_state(NORWAY) and not is_state(OSLO)


@pytest.mark.parametrize(
    ("one", "other", "part"),
    [(OSLO, BERGEN, True), (OSLO, PARIS, True), (OSLO, NORWAY, False), (OSLO, None, False)],
)
def test_places_that_exclude_each_other(one, other, part):
    assert places_part(one, other) is places_part(other, one) is part


def test_the_finer_place_says_more():
    assert finer(NORWAY, OSLO) == finer(OSLO, NORWAY) == finer(None, OSLO) == OSLO


def test_days_that_exclude_each_other_and_the_longer_of_two():
    assert days_part(days(3, 3), days(5, 6))
    assert not days_part(days(3, 5), days(5, 6))
    assert not days_part(days(3, 5), None)
    assert longer(days(3, 9), days(4, 4))
    assert not longer(days(4, 4), days(3, 9))
