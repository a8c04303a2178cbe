from datetime import date

import pytest

from onrecord.errors import SettingsError
from onrecord.web.calendar import month


def test_a_month_is_whole_weeks_from_monday(shelf):
    shown = month(shelf, "2025-03")
    days = [square.day for week in shown.weeks for square in week]
    assert (days[0], days[-1]) == (date(2025, 2, 24), date(2025, 4, 6))
    assert (shown.title, shown.before, shown.after) == ("March 2025", "2025-02", "2025-04")
    full = [s.day for week in shown.weeks for s in week if s.lines]
    assert full == [date(2025, 3, 7)]


def test_planned_meetings_alone(shelf):
    assert any(s.lines for week in month(shelf, "2025-03", planned=True).weeks for s in week)


@pytest.mark.parametrize("name", ["", "2025", "2025-13", "0000-01", "March", "٢٠٢٥-٠٣"])
def test_what_is_no_month_is_refused(shelf, name):
    with pytest.raises(SettingsError, match="2025-02"):
        month(shelf, name)
