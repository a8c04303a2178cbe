from dataclasses import replace
from datetime import date

import pytest

from onrecord.derive.happenings import Told, agreement, likeness, pairs

RUBIO, LAVROV, TRUMP = ("USA", 1), ("RUS", 2), ("USA", 3)
USA, RUS = ("USA", 0), ("RUS", 0)
DAY = date(2025, 2, 18)


def told(key=1, **changes):
    fields = {
        "report": key,
        "type": "meeting",
        "sides": frozenset({RUBIO, LAVROV}),
        "day": DAY,
        "printed": DAY,
        "place": "riyadh-sau",
        "country": "SAU",
        "remote": False,
    }
    return Told(key=key, **(fields | changes))


@pytest.mark.parametrize(
    ("changes", "same"),
    [
        ({}, True),
        ({"sides": frozenset({USA, RUS})}, True),
        ({"sides": frozenset({TRUMP, ("RUS", 4)})}, False),
        ({"day": date(2025, 2, 19)}, True),
        ({"day": date(2025, 2, 21)}, False),
        ({"day": None, "place": None, "country": None}, True),
        ({"day": None, "place": None, "country": None, "sides": frozenset({USA, RUS})}, False),
        ({"day": None, "printed": date(2025, 3, 18)}, False),
        ({"place": "paris-fra", "country": "FRA"}, False),
        ({"place": None, "country": None, "sides": frozenset({RUBIO})}, False),
        ({"sides": frozenset({RUBIO})}, True),
        # One side is enough only abroad, where no other is named in the other's stead.
        ({"sides": frozenset({RUBIO, ("CHN", 5)})}, False),
        ({"sides": frozenset({RUBIO}), "country": "USA"}, False),
        ({"remote": True}, False),
        ({"place": None, "country": "SAU", "day": None, "sides": frozenset({USA, RUS})}, True),
        ({"remote": None}, True),
        ({"status": "denied"}, False),
        ({"type": "CONSULT"}, False),
        ({"report": 1}, False),
    ],
)
def test_versions_of_one_meeting(changes, same):
    assert bool(likeness(told(), told(2, **changes))) is same


def test_two_people_of_one_country_are_not_each_other_but_both_are_it():
    assert agreement(frozenset({RUBIO}), frozenset({TRUMP})) == 0
    assert agreement(frozenset({RUBIO}), frozenset({USA})) == 1
    assert agreement(frozenset({RUBIO, LAVROV}), frozenset({RUBIO, RUS})) == 2
    assert agreement(frozenset({("", 7)}), frozenset({("", 7)})) == 1
    assert agreement(frozenset({("", 7)}), frozenset({("", 8)})) == 0


def test_events_need_both_sides_or_the_place():
    event = {"type": "ACCUSE", "sides": frozenset({USA}), "others": frozenset({RUS})}
    assert likeness(told(**event), told(2, **event))
    assert not likeness(told(**event), told(2, **(event | {"others": frozenset({("CHN", 0)})})))
    pair = {"type": "CONSULT", "others": frozenset({USA, RUS})}
    met = told(**(pair | {"sides": frozenset({USA, RUS})}))
    assert likeness(met, replace(met, key=2, report=2))
    third = frozenset({USA, ("CHN", 0)})
    assert not likeness(met, replace(met, key=2, report=2, sides=third, others=third))
    words = {"text": "Washington accused Moscow of cutting the Baltic cable."}
    other = {"text": "Russia was accused by the US of breaking the arms treaty."}
    same = {"text": "Moscow cut the Baltic cable, Washington said in its accusation."}
    assert not likeness(told(**(event | words)), told(2, **(event | other)))
    assert likeness(told(**(event | words)), told(2, **(event | same)))
    alone = {"type": "PROTEST", "sides": frozenset({USA})}
    assert likeness(told(**alone), told(2, **alone))
    assert not likeness(told(**alone, place=None), told(2, **alone))


def test_pairs():
    found = pairs([told(2), told(3, place="paris-fra")], [told(1)])
    assert [(a.key, b.key) for _, a, b in found] == [(1, 2)]
