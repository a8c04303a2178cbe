"""Which nouns name an encounter, and what they say of it."""

import pytest

from onrecord.extract.meetings.nouns import is_encounter, read_noun
from tests.extract.meetings.conftest import word


@pytest.mark.parametrize(
    ("text", "noun", "expected"),
    [
        ("The summit ended.", "summit", True),
        ("Peace talks began.", "talks", True),
        ("A news conference followed.", "conference", False),
        ("She made a call for calm.", "call", False),
        ("He had a phone call with her.", "call", True),
        ("The summit venue was full.", "summit", False),
        ("A second round of talks began.", "round", True),
        ("A round of applause followed.", "round", False),
        ("She shall decide in consultation with the ministers.", "consultation", False),
        ("The consultation with the ministers was brief.", "consultation", True),
    ],
)
def test_is_encounter(parse, text, noun, expected):
    assert is_encounter(word(parse(text), noun)) is expected


def test_a_name_and_a_place_before_the_noun(scene):
    made = scene("The Paris summit will open on Friday.")
    encounter = read_noun(word(made.doc, "summit"), made)
    assert (encounter.name, encounter.place.id) == ("Paris summit", "paris-fra")
    assert (encounter.form, encounter.bound, encounter.status) == ("summit", True, "planned")


def test_plurals_without_sides_tell_of_no_meeting(scene):
    made = scene("Regular meetings are useful.")
    assert read_noun(word(made.doc, "meetings"), made) is None


def test_a_legislative_session_is_no_encounter(meetings):
    assert not meetings(
        "State leaders shared their plans for the 2025 legislative session in Texas with Edi Rama."
    )


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("Emmanuel Macron held talks with Olaf Scholz by phone on Monday.", "call"),
        ("Emmanuel Macron and Olaf Scholz had a discussion over the phone on Monday.", "call"),
        ("Emmanuel Macron held talks with Olaf Scholz by the lake on Monday.", "talks"),
    ],
)
def test_talks_by_phone_are_a_call(meetings, text, form):
    (meeting,) = meetings(text)
    assert meeting.form == form
