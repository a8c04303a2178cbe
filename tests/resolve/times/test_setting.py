from datetime import date

import pytest

from onrecord.resolve.times.setting import Reading, Setting

DAY, YEAR = date(2022, 6, 15), (date(2020, 1, 1), date(2020, 12, 31))


@pytest.fixture
def setting():
    setting = Setting(published=None, lean=lambda: "unknown")
    setting.tell(Reading(type="date", value="2022-06-15", days=(DAY, DAY), grain="day"), 10)
    return setting


def test_what_has_no_grain_tells_nothing(setting):
    setting.tell(Reading(type="date", value="2001-09-11"), 20)
    assert setting.latest_end == 10


def test_a_day_is_told_for_a_while(setting):
    setting.start = 100
    assert setting.told_day() == DAY
    assert setting.told_day(within=50) is None


def test_moving_on_forgets_what_was_finer(setting):
    year = Reading(type="date", value="2020", days=YEAR, grain="year")
    setting.tell(year, 20)
    assert "day" in setting.told
    setting.move(year, 30)
    assert set(setting.told) == {"year"}
