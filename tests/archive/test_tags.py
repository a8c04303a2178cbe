from datetime import date

from onrecord.archive.tags import actor_tag, day_tags, outlet_tag


def test_outlets_become_one_word():
    assert outlet_tag("The New York Times") == ["othenewyorktimes0"]
    assert outlet_tag(None) == outlet_tag("…") == []


def test_who_acts_and_whom_it_is_about_are_told_apart():
    assert actor_tag(7, "speaker") == actor_tag(7, "host") == "w70"
    assert actor_tag(7, "recipient") == actor_tag(7, "about") == "a70"


def test_days_are_found_by_month_and_year():
    assert day_tags(date(2025, 2, 17)) == ["m2025020", "y20250"]
    assert day_tags(None) == ["n0"]
