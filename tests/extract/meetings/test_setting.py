"""Where and when."""

import pytest

from onrecord.extract.meetings.setting import Setting
from onrecord.language.layers import layers_of
from tests.extract.meetings.conftest import word


def setting_of(doc):
    layers = layers_of(doc)
    return Setting(doc, layers.places, layers.times)


def test_a_place_and_a_day(read):
    doc = read("The ministers met in Vienna on Monday.")
    setting = setting_of(doc)
    assert setting.where(word(doc, "met")).id == "vienna-aut"
    assert setting.when(word(doc, "met")).text == "Monday"


def test_a_goal_is_a_place_only_of_journeys(read):
    doc = read("She made a trip to Japan.")
    setting = setting_of(doc)
    assert setting.where(word(doc, "trip")) is None
    assert setting.where(word(doc, "trip"), goal=True).id == "japan"


def test_what_something_is_about_is_not_where_it_is(read):
    doc = read("The meeting focused on the situation in Ukraine.")
    assert setting_of(doc).where(word(doc, "focused")) is None


def test_a_day_before_the_noun(read):
    doc = read("Friday's summit ended early.")
    assert setting_of(doc).inside(word(doc, "summit")).text == "Friday"
    assert setting_of(doc).at(word(doc, "summit")) is None


def test_a_day_that_something_is_ahead_of_dates_nothing(read):
    doc = read("The ministers met ahead of Easter Sunday.")
    assert setting_of(doc).when(word(doc, "met")) is None


def test_a_date_deep_in_a_phrase_is_not_that_of_the_noun(read):
    doc = read("They held talks on the budget for a stadium that opened in 2019.")
    assert setting_of(doc).inside(word(doc, "talks")) is None


def test_the_run_up_to_a_day_is_not_that_day(read):
    doc = read("On Monday the ministers met in the run-up to June 1 and the anniversary of July 2.")
    setting = setting_of(doc)
    assert [time.text for time in setting.times] == ["Monday"]


def test_the_date_of_what_something_followed(read):
    doc = read("Following Monday's vote, the minister met farmers.")
    assert setting_of(doc).after(word(doc, "met")).text == "Monday"
    doc = read("Despite Monday's vote, the minister met farmers.")
    assert setting_of(doc).after(word(doc, "met")) is None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Iran said on Tuesday, a day before Ann Lind was to meet Jon Roe in Oslo.", "2025-03-12"),
        ("Iran said on Monday, two days before Ann Lind was to meet Jon Roe.", "2025-03-12"),
        ("Iran said on Tuesday, a day after Ann Lind had met Jon Roe in Oslo.", None),
        ("Iran said on Tuesday before Ann Lind was to meet Jon Roe in Oslo.", None),
    ],
)
def test_what_is_so_many_days_beside_what_is_dated(meetings, text, day):
    (meeting,) = meetings(text)
    assert (str(meeting.when.start) if meeting.when else None) == day
