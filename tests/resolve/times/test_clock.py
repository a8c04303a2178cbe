from datetime import date

import pytest

from onrecord.resolve.times.clock import offset


@pytest.mark.parametrize(
    ("zone", "day", "away"),
    [
        ("-05:00", date(2022, 7, 1), "-05:00"),
        ("Z", None, "Z"),
        ("", date(2022, 7, 1), ""),
        ("America/New_York", date(2022, 7, 1), "-04:00"),
        ("America/New_York", date(2022, 1, 1), "-05:00"),
        ("Asia/Kolkata", date(2022, 1, 1), "+05:30"),
        ("Europe/Moscow", date(2012, 1, 1), "+04:00"),
        ("Europe/Paris", None, ""),
    ],
)
def test_a_zones_distance_depends_on_the_day(zone, day, away):
    assert offset(zone, day) == away


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It began at 8:30 a.m. local time (0530 GMT).", "2022-06-15T08:30+03:00"),
        ("It began at 12:15 a.m. (2215 GMT).", "2022-06-15T00:15+02:00"),
        ("It began at 04:00 (01:00 GMT).", "2022-06-15T04:00+03:00"),
        ("It began at 8 p.m. EDT (0000 GMT).", "2022-06-15T20:00-04:00"),
        ("It began at 12 p.m.", "2022-06-15T12:00"),
        ("It began at 12 a.m.", "2022-06-15T00:00"),
        ("It began at midnight.", "2022-06-15T24:00"),
    ],
)
def test_hours(text, value, plain):
    assert [t.value for t in plain(text, "2022-06-15")] == [value]


@pytest.mark.parametrize("text", ["13 p.m. is none.", "He ran 10:75 there.", "16 U.S.C. 1531 et"])
def test_what_is_no_hour(text, plain):
    assert [t for t in plain(text, "2022-06-15") if t.type == "time"] == []


def test_an_hour_belongs_to_the_day_just_told(plain):
    times = plain("He came on June 3. At 9 a.m. he left.", "2022-06-15")
    assert times[-1].value == "2022-06-03T09:00"


def test_an_hour_assumed_to_be_of_publication_is_less_sure(plain):
    (assumed,) = plain("He left at 9 a.m. alone", "2022-06-15")
    (named,) = plain("He left at 9 a.m. Tuesday", "2022-06-15")
    assert assumed.confidence < named.confidence
