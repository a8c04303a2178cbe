import pytest

pytestmark = pytest.mark.model


def _countries(actors, ids):
    return [actors[a].country for a in ids]


def test_joined_actors_of_a_mutual_act_are_each_others(events):
    (event,), actors = events("Norway and Latvia agreed on a truce on Monday.")
    assert _countries(actors, event.actors) == ["NOR", "LVA"]
    assert event.recipients == event.actors


def test_several_recipients(events):
    (event,), actors = events("Norway condemned Latvia and Malta on Monday.")
    assert _countries(actors, event.actors) == ["NOR"]
    assert set(_countries(actors, event.recipients)) == {"LVA", "MLT"}


def test_whose_demand_was_rejected(events):
    (event,), actors = events("Norway rejected Latvia's demand on Monday.")
    assert _countries(actors, event.recipients) == ["LVA"]


def test_an_unnamed_side_stays_open(events):
    found, _ = events("Norway demanded calm.")
    assert all(event.recipients == () for event in found)
