from dataclasses import replace
from datetime import date, timedelta

import pytest

from onrecord.errors import SettingsError
from onrecord.record import Event, Period, Span
from tests.archive.reports import record

FIRST = date(2025, 2, 1)


def told(number, days, **facts):
    """A report that tells of one event on each of some days (counted from the first), or none."""
    events = tuple(
        Event(
            id=f"e{at}",
            type="CONSULT" if at % 2 else "AID",
            trigger=(Span(0, 3),),
            when=None
            if day is None
            else Period(
                start=FIRST + timedelta(days=day),
                end=FIRST + timedelta(days=day + facts.get("last", 0)),
            ),
        )
        for at, day in enumerate(days)
    )
    return replace(record(f"Ann Lee: Report {number}.", published=None), events=events)


@pytest.fixture
def filled(archive):
    for number in range(6):
        archive.add(told(number, [number * 3 + step for step in (0, 1, 1, 2)] + [None]))
    return archive


def days(found):
    return [one.day for one in found]


def test_the_latest_days_come_first_however_few_are_asked_for(filled):
    every = filled.timeline(limit=1_000)
    assert len(every) == 30
    dated = [day for day in days(every) if day]
    assert dated == sorted(dated) and len(dated) == 24
    for limit in (1, 2, 3, 7, 23, 24):
        assert days(filled.timeline(limit=limit)) == dated[-limit:]


def test_pages_hold_each_happening_once_and_the_undated_last(filled):
    pages = [filled.timeline(limit=7, offset=offset) for offset in range(0, 35, 7)]
    assert [len(page) for page in pages] == [7, 7, 7, 7, 2]
    assert len({one.id for page in pages for one in page}) == 30
    assert days(pages[4]) == [None, None]
    assert days(pages[0])[-1] == FIRST + timedelta(days=17)


def test_filters_narrow_before_the_latest_are_counted(filled):
    found = filled.timeline(type="consult", limit=3)
    assert {one.type for one in found} == {"CONSULT"} and len(found) == 3
    assert days(found)[-1] == FIRST + timedelta(days=17)


def test_a_kind_there_is_not_names_the_choices(filled):
    assert len(filled.timeline(kind="event", limit=100)) == 30
    assert filled.timeline(kind="meeting") == ()
    with pytest.raises(SettingsError, match="event and meeting"):
        filled.timeline(kind="summit")


def test_a_happening_of_several_days_is_in_each_of_them(archive):
    archive.add(told(1, [0], last=4))
    within = FIRST + timedelta(days=3)
    assert len(archive.timeline(since=within, until=within)) == 1
    assert archive.timeline(since=within + timedelta(days=2)) == ()


def test_days_asked_for_leave_out_what_has_none(filled):
    assert None not in days(filled.timeline(since=FIRST, limit=100))
    assert None not in days(filled.timeline(until=FIRST, limit=100))
