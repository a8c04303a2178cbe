"""Encounters told by a verb."""

import pytest

from onrecord.extract.meetings.verbs import read_verb
from tests.extract.meetings.conftest import word


@pytest.mark.parametrize(
    "text", ["Olaf Scholz met Emmanuel Macron.", "Olaf Scholz and Emmanuel Macron met on Monday."]
)
def test_who_met(scene, text):
    made = scene(text)
    encounter = read_verb(word(made.doc, "met"), made)
    assert (encounter.form, len(encounter.parties)) == ("meeting", 2)


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("Olaf Scholz met the deadline.", "met"),
        ("The plan met with criticism.", "met"),
        ("A crowd gathered in Oslo on Monday.", "gathered"),
        ("Olaf Scholz slept.", "slept"),
    ],
)
def test_verbs_of_no_encounter(scene, text, verb):
    made = scene(text)
    assert read_verb(word(made.doc, verb), made) is None


def test_what_was_spoken_about_does_not_date_the_encounter(meetings):
    (meeting,) = meetings(
        "Emmanuel Macron met Olaf Scholz in Paris. They also spoke about steel in May."
    )
    assert meeting.when is None
