from dataclasses import replace

from onrecord.publish.numbering import HUES, Numbering
from onrecord.record import Actor
from tests.publish.samples import BARE, FULL, statement


def test_keys_are_unique_and_made_of_numbers_only():
    keys = Numbering(FULL, number=7).keys()
    assert len(set(keys)) == len(keys) == 8 + 8 + 4 + 1 + 3 + 3
    assert all(key.startswith("r7-") and key[3] in "fastph" and key[4:].isdigit() for key in keys)


def test_a_speaker_keeps_one_colour_and_unresolved_sources_have_none():
    hues = Numbering(FULL, number=1).hues
    assert hues["s1"] == hues["s2"] == 1
    assert hues["s3"] == hues["s6"] == 2
    assert hues["s7"] == hues["s8"] == 0


def test_colours_start_again_after_the_last():
    actors = tuple(Actor(id=f"a{n}", kind="person", name=f"A{n}") for n in range(HUES + 1))
    statements = tuple(
        replace(statement(n, source="", cue="", content="The boats"), speaker=actor.id)
        for n, actor in enumerate(actors)
    )
    hues = Numbering(replace(FULL, actors=actors, statements=statements, **EMPTY), number=1).hues
    assert list(hues.values()) == [*range(1, HUES + 1), 1]


EMPTY = {"events": (), "meetings": (), "commitments": (), "positions": ()}


def test_an_empty_record_has_no_keys():
    assert Numbering(BARE, number=1).keys() == ()
