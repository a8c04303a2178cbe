from typing import get_args

from onrecord.extract.undertakings import words
from onrecord.record import Strength


def test_every_word_has_a_strength_of_the_contract():
    tables = (words.VERBS, words.PARTICLES, words.ADJECTIVES, words.PARTICIPLES, words.NOUNS)
    assert {strength for table in tables for strength in table.values()} <= set(get_args(Strength))


def test_every_strength_has_its_turn():
    assert set(words.TURNED) == set(get_args(Strength))
