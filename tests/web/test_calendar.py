from dataclasses import replace
from datetime import date

import pytest

from onrecord import Archive
from onrecord.errors import SettingsError
from onrecord.record import Period
from onrecord.web.calendar import month
from onrecord.web.shelf import Shelf
from tests.publish.samples import FULL


def test_a_month_is_whole_weeks_from_monday(shelf):
    shown = month(shelf, "2025-03")
    days = [square.day for week in shown.weeks for square in week]
    assert (days[0], days[-1]) == (date(2025, 2, 24), date(2025, 4, 6))
    assert (shown.title, shown.before, shown.after) == ("March 2025", "2025-02", "2025-04")
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


@pytest.mark.parametrize("name", ["", "2025", "2025-13", "0000-01", "March", "٢٠٢٥-٠٣"])
def test_what_is_no_month_is_refused(shelf, name):
    with pytest.raises(SettingsError, match="2025-02"):
        month(shelf, name)
