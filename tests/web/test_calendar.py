from dataclasses import replace
from datetime import date

import pytest

from onrecord import Archive
from onrecord.errors import SettingsError
from onrecord.record import Period
from onrecord.web.calendar import ahead, counts, month
from onrecord.web.shelf import Shelf
from tests.publish.samples import FULL


def test_a_month_is_whole_weeks_from_monday(shelf):
    shown = month(shelf, "2025-03")
    days = [square.day for week in shown.weeks for square in week]
    assert (days[0], days[-1]) == (date(2025, 2, 24), date(2025, 4, 6))
    assert shown.title == "March 2025"
    assert (shown.before, shown.after) == (date(2025, 2, 1), date(2025, 4, 1))
    full = [s.day for week in shown.weeks for s in week if s.lines]
    assert full == [date(2025, 3, 7)]


def test_planned_meetings_alone(shelf):
    assert any(s.lines for week in month(shelf, "2025-03", planned=True).weeks for s in week)


def test_a_week_in_which_a_meeting_is_somewhere_is_not_seven_meetings(tmp_path):
    week = Period(start=date(2025, 3, 10), end=date(2025, 3, 16))
    meeting = replace(FULL.meetings[0], when=week)
    with Archive(str(tmp_path / "a.db")) as archive:
        archive.add(replace(FULL, meetings=(meeting,)))
        shelf = Shelf(archive)
        shown = month(shelf, "2025-03")
        assert not [s for week in shown.weeks for s in week if s.lines]
        assert [line.when for line in shown.loose] == ["10–16 March 2025"]
        shelf.close()


@pytest.fixture
def alike(tmp_path):
    """An archive with one meeting told twice, planned, and one that took place a month before."""
    planned = replace(FULL.meetings[0], status="planned")
    again = replace(planned, id="m8")
    held = replace(
        planned,
        id="m9",
        status="happened",
        when=Period(start=date(2025, 2, 3), end=date(2025, 2, 3)),
    )
    with Archive(str(tmp_path / "a.db")) as archive:
        archive.add(replace(FULL, meetings=(planned, again, held)))
        shelf = Shelf(archive)
        yield shelf
        shelf.close()


def test_what_reads_the_same_on_the_same_day_stands_once(alike):
    lines = [line for week in month(alike, "2025-03").weeks for s in week for line in s.lines]
    assert len(lines) == len({line.happening.id for line in lines}) == 1
    assert len(ahead(alike, date(2025, 3, 1), date(2025, 5, 1))) == 1


def test_what_lies_ahead_is_planned_and_within_the_days(alike):
    assert ahead(alike, date(2025, 2, 1), date(2025, 3, 1)) == ()
    (line,) = ahead(alike, date(2025, 2, 1), date(2025, 3, 31))
    assert line.happening.status == "planned"


def test_meetings_are_counted_by_month_and_status(alike):
    found = {(c.month, c.status): c.number for c in counts(alike, date(2025, 3, 1))}
    assert found == {(date(2025, 2, 1), "happened"): 1, (date(2025, 3, 1), "planned"): 2}
    assert {c.status for c in counts(alike, date(2025, 3, 1), planned=True)} == {"planned"}
    assert counts(alike, date(2027, 1, 1)) == ()


@pytest.mark.parametrize(
    "name", ["", "2025", "2025-13", "0000-01", "0001-01", "9999-12", "March", "٢٠٢٥-٠٣"]
)
def test_what_is_no_month_is_refused(shelf, name):
    with pytest.raises(SettingsError, match="2025-02"):
        month(shelf, name)
