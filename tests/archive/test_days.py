from datetime import date

import pytest

from onrecord.archive.days import check_days
from onrecord.errors import SettingsError

EARLY, LATE = date(2025, 2, 17), date(2025, 2, 18)


def test_days_in_their_order_or_open_are_let_pass():
    for since, until in ((EARLY, LATE), (EARLY, EARLY), (LATE, None), (None, EARLY), (None, None)):
        check_days(since, until)


def test_a_first_day_after_the_last_is_named():
    with pytest.raises(SettingsError, match=r"2025-02-18\) is after the last \(2025-02-17"):
        check_days(LATE, EARLY)
