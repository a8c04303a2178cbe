"""Verbs of talk."""

import pytest

from onrecord.extract.meetings.verbs import read_verb
from tests.extract.meetings.conftest import word


def read(scene, text, verb):
    made = scene(text)
    return read_verb(word(made.doc, verb), made)


@pytest.mark.parametrize(
    ("text", "verb", "form"),
    [
        ("Olaf Scholz spoke with Emmanuel Macron.", "spoke", "call"),
        ("Olaf Scholz spoke with Emmanuel Macron in Oslo.", "spoke", "talks"),
        ("Olaf Scholz phoned Emmanuel Macron.", "phoned", "call"),
    ],
)
def test_talks_and_calls(scene, text, verb, form):
    encounter = read(scene, text, verb)
    assert (encounter.form, len(encounter.parties)) == (form, 2)


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("Olaf Scholz spoke to reporters.", "spoke"),
        ("Olaf Scholz called Emmanuel Macron a friend.", "called"),
        ("Pundits and reporters were talking about the economy.", "talking"),
    ],
)
def test_speeches_names_and_chatter_are_none(scene, text, verb):
    assert read(scene, text, verb) is None


def test_those_who_also_spoke_about_something_are_at_the_encounter_at_hand(meetings):
    (meeting,) = meetings(
        "Emmanuel Macron met Olaf Scholz in Paris on Monday. They also spoke about steel."
    )
    assert meeting.form == "meeting"
    assert [item.text for item in meeting.agenda] == ["steel"]
