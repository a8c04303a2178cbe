"""Whether the places and days of two tellings agree, and which of two says more."""

from __future__ import annotations

from onrecord.record import Place, Time

_NEAR_BY = 0.5  # degrees


def same_spot(one: Place | None, other: Place | None) -> bool:
    """Whether two places are one, or a venue and its city."""
    if one is None or other is None:
        return False
    if one.id == other.id:
        return True
    if None in (one.lat, one.lon, other.lat, other.lon) or is_state(one) or is_state(other):
        return False
    assert one.lat is not None and one.lon is not None
    assert other.lat is not None and other.lon is not None
    return abs(one.lat - other.lat) < _NEAR_BY and abs(one.lon - other.lon) < _NEAR_BY


def places_part(one: Place | None, other: Place | None) -> bool:
    """Whether two places exclude each other."""
    if one is None or other is None or one.id == other.id:
        return False
    if one.country != other.country:
        return True
    # A venue may stand in the city named elsewhere, a city in the state.
    return not (same_spot(one, other) or is_state(one) or is_state(other))


def is_state(place: Place) -> bool:
    """Whether a place is a state, and no spot in one."""
    return not place.id.endswith(f"-{(place.country or '').lower()}")


def finer(one: Place | None, other: Place | None) -> Place | None:
    """Return the one of two places that says more."""
    if one is None or other is None:
        return one or other
    return other if is_state(one) and not is_state(other) else one


def days_part(one: Time | None, other: Time | None) -> bool:
    """Whether two dates exclude each other."""
    if one is None or other is None or None in (one.start, one.end, other.start, other.end):
        return False
    assert one.start and one.end and other.start and other.end
    return one.end < other.start or other.end < one.start


def longer(one: Time, other: Time) -> bool:
    """Whether ``one`` leaves the day more open than ``other``."""
    if one.start is None or one.end is None or other.start is None or other.end is None:
        return one.start is None and other.start is not None
    return one.end - one.start > other.end - other.start
