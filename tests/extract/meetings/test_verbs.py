"""Encounters told by a verb."""

import pytest

from onrecord.extract.meetings.verbs import read_verb
from tests.extract.meetings.conftest import word


@pytest.mark.parametrize(
    ("text", "verb", "form", "sides"),
    [
        ("Olaf Scholz met Emmanuel Macron.", "met", "meeting", 2),
        ("Olaf Scholz and Emmanuel Macron met on Monday.", "met", "meeting", 2),
        ("Olaf Scholz spoke with Emmanuel Macron.", "spoke", "call", 2),
        ("Olaf Scholz spoke with Emmanuel Macron in Oslo.", "spoke", "talks", 2),
        ("Olaf Scholz phoned Emmanuel Macron.", "phoned", "call", 2),
        ("Olaf Scholz welcomed Emmanuel Macron to Berlin.", "welcomed", "meeting", 2),
        ("German Chancellor Olaf Scholz visited Japan.", "visited", "visit", 1),
    ],
)
def test_verbs_of_encounter(scene, text, verb, form, sides):
    made = scene(text)
    encounter = read_verb(word(made.doc, verb), made)
    assert (encounter.form, len(encounter.parties)) == (form, sides)


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("Olaf Scholz met the deadline.", "met"),
        ("The plan met with criticism.", "met"),
        ("Olaf Scholz spoke to reporters.", "spoke"),
        ("Olaf Scholz called Emmanuel Macron a friend.", "called"),
        ("Olaf Scholz welcomed the decision.", "welcomed"),
        ("A storm visited Japan.", "visited"),
    ],
)
def test_verbs_of_no_encounter(scene, text, verb):
    made = scene(text)
    assert read_verb(word(made.doc, verb), made) is None


def test_the_host_is_who_receives(scene):
    made = scene("Emmanuel Macron received Olaf Scholz in Paris.")
    assert read_verb(word(made.doc, "received"), made).host.name == "Emmanuel Macron"


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("A crowd gathered in Oslo on Monday.", "gathered"),
        ("Pundits and reporters were talking about the economy.", "talking"),
        ("German Chancellor Olaf Scholz toured the hall in Leipzig.", "toured"),
    ],
)
def test_crowds_and_tours_are_no_encounters(scene, text, verb):
    made = scene(text)
    assert read_verb(word(made.doc, verb), made) is None


def test_those_who_also_spoke_about_something_are_at_the_encounter_at_hand(meetings):
    (meeting,) = meetings(
        "Emmanuel Macron met Olaf Scholz in Paris on Monday. They also spoke about steel."
    )
    assert meeting.form == "meeting"
    assert [item.text for item in meeting.agenda] == ["steel"]


def test_who_is_due_somewhere_visits_it(meetings):
    (meeting,) = meetings(
        "NATO Secretary General Mark Rutte, who is due to visit Vilnius on Monday, declined to "
        "comment."
    )
    assert (meeting.form, meeting.place, meeting.status) == ("visit", "vilnius-ltu", "planned")
