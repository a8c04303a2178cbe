import pytest

from onrecord.resolve.cast import Cast, group
from onrecord.resolve.states import government, presidency, state

pytestmark = pytest.mark.model


@pytest.fixture
def cast(nlp):
    """The empty cast of some text."""
    from onrecord.resolve.reading import read

    return Cast(read(nlp("Nothing happened.")))


def test_a_state_and_its_government_are_two_and_made_once(cast):
    first = government(cast, "EST")
    assert (first.id, first.country) == ("government-of-est", "EST")
    assert government(cast, "EST") is first
    assert state(cast, "EST") is state(cast, "EST") is not first
    assert group(cast, [first, first]).members == [first]


def test_a_presidency_with_a_seat_of_its_own(cast):
    assert presidency(cast, "FRA").id == "presidency-of-fra"
    assert presidency(cast, "EST") is None


def test_the_halves_of_the_divided_country(actors_of):
    actors = actors_of("North Korea and South Korea spoke on Friday. The North said it would wait.")
    assert "North" in [m.text for m in actors["government-of-prk"].mentions]


def test_the_north_of_a_country_is_no_state(actors_of):
    actors = actors_of("South Korea spoke on Friday. The North of Italy was quiet.")
    assert "government-of-prk" not in actors and "north-korea" not in actors
