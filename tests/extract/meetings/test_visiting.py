"""Verbs of coming and receiving."""

import pytest

from onrecord.extract.meetings.verbs import read_verb
from tests.extract.meetings.conftest import word


def read(scene, text, verb):
    made = scene(text)
    return read_verb(word(made.doc, verb), made)


@pytest.mark.parametrize(
    ("text", "verb", "form", "sides"),
    [
        ("Olaf Scholz welcomed Emmanuel Macron to Berlin.", "welcomed", "meeting", 2),
        ("German Chancellor Olaf Scholz visited Japan.", "visited", "visit", 1),
    ],
)
def test_visits(scene, text, verb, form, sides):
    encounter = read(scene, text, verb)
    assert (encounter.form, len(encounter.parties)) == (form, sides)


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("Olaf Scholz welcomed the decision.", "welcomed"),
        ("A storm visited Japan.", "visited"),
        ("German Chancellor Olaf Scholz toured the hall in Leipzig.", "toured"),
    ],
)
def test_praise_storms_and_tours_are_none(scene, text, verb):
    assert read(scene, text, verb) is None


def test_the_host_is_who_receives(scene):
    encounter = read(scene, "Emmanuel Macron received Olaf Scholz in Paris.", "received")
    assert encounter.host.name == "Emmanuel Macron"


def test_who_is_due_somewhere_visits_it(meetings):
    (meeting,) = meetings(
        "NATO Secretary General Mark Rutte, who is due to visit Vilnius on Monday, declined to "
        "comment."
    )
    assert (meeting.form, meeting.place, meeting.status) == ("visit", "vilnius-ltu", "planned")
