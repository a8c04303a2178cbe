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


def test_who_acts_where_the_quotation_leaves_it_out(events):
    found, actors = events(
        "Rex Tillerson said: “It was a great day. Spoke to Sergey Lavrov about trade.”"
    )
    (event,) = (e for e in found if e.type == "CONSULT")
    assert [actors[a].name for a in event.actors] == ["Rex Tillerson"]


def test_a_passives_agent_stands_with_the_verb_it_joins(events):
    found, actors = events("Two Latvian envoys were shot and killed by Norwegian soldiers.")
    for event in found:
        assert [actors[a].name for a in event.actors] == ["Norwegian soldiers"]
        assert len(event.recipients) == 1
    assert found
