from typing import get_args

from onrecord.extract.events import words
from onrecord.record import EventType


def test_every_word_speaks_for_a_type_of_the_contract():
    labels = {*words.verbs().values(), *words.nouns().values()}
    assert {words.kind_of(label)[0] for label in labels} == set(get_args(EventType))


def test_a_label_is_a_type_and_perhaps_a_mode():
    assert words.kind_of("ASSAULT.aerial") == ("ASSAULT", "aerial")
    assert words.kind_of("AID") == ("AID", None)
