import pytest

from onrecord.extract.undertakings import undertakings

pytestmark = pytest.mark.model


def test_undertakings_stand_in_the_order_of_their_words(parse):
    text = "Oslo is ready to open the port, will not send doctors and pledged to pay."
    found = [(u.trigger.text, u.strength) for u in undertakings(parse(text))]
    assert found == [("ready", "ready"), ("send", "refuses"), ("pledged", "promises")]


def test_a_text_without_such_words_has_none(parse):
    assert not list(undertakings(parse("The port of Oslo lies in the south.")))
