from datetime import date

import pytest

pytestmark = pytest.mark.model


def test_an_event_with_its_day_and_place(events):
    text = "Norway and Latvia held talks in Oslo on 3 May 2024."
    (event,), actors = events(text, date(2024, 5, 8))
    assert event.type == "CONSULT"
    assert event.when is not None
    assert event.when.start == date(2024, 5, 3)
    assert event.place == "oslo-nor"
    assert [span.of(text) for span in event.trigger] == ["held talks"]
    assert {actors[a].country for a in event.actors} == {"NOR", "LVA"}


def test_what_a_speaker_reports_is_inside_the_statement(events):
    found, _ = events("The Latvian minister said that Norway attacked Malta on Monday.")
    (event,) = (e for e in found if e.type == "ASSAULT")
    assert event.inside == "s1"


def test_the_outlets_own_word_is_not(events):
    (event,), _ = events("Norway attacked Malta on Monday.")
    assert event.inside is None


def test_a_second_mention_is_no_second_event(events):
    text = "Norway attacked Malta on Monday. Two ships sank. Norway attacked Malta at night."
    (event,), _ = events(text)
    assert len(event.trigger) == 2


def test_nothing_happens_between_nobody(events):
    assert events("The weather was fine and prices fell.")[0] == ()
