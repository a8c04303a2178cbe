"""When two encounters are one meeting."""

from datetime import date

import pytest

from onrecord.extract.meetings.encounters import Encounter
from onrecord.extract.meetings.merging import merged
from onrecord.record import Place, Span, Time
from onrecord.resolve.cast import Draft
from tests.extract.meetings.conftest import parts

ANNA, BEN, CARLA = (Draft(kind="person", name=name) for name in ("Anna", "Ben", "Carla"))
OSLO = Place(id="oslo-nor", name="Oslo", country="NOR", lat=59.9, lon=10.8)
BERGEN = Place(id="bergen-nor", name="Bergen", country="NOR", lat=60.4, lon=5.3)


@pytest.fixture
def told(parse):
    """An encounter whose trigger is the ``n``-th word of a row of meetings."""
    doc = parse("meeting " * 12)

    def made(n: int, *drafts: Draft, **fields: object) -> Encounter:
        token = doc[n]
        span = Span(token.idx, token.idx + len(token))
        encounter = Encounter(trigger=token, form="meeting", evidence=span)
        encounter.add([(draft, "attends") for draft in drafts])
        for name, value in fields.items():
            setattr(encounter, name, value)
        return encounter

    return made


def day(number: int) -> Time:
    when = date(2025, 3, number)
    return Time(
        span=Span(0, 1), text="x", type="date", value=when.isoformat(), start=when, end=when
    )


def test_the_same_sides_are_one_meeting(told):
    (entry,) = merged([told(0, ANNA, BEN), told(1, ANNA, BEN, place=OSLO)])
    assert (entry.place, len(entry.parts)) == (OSLO, 2)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"time": day(3)}, {"time": day(5)}),
        ({"place": OSLO}, {"place": BERGEN}),
        ({"status": "planned"}, {"status": "happened"}),
        ({"form": "call"}, {"form": "meeting"}),
        ({}, {"other": True}),
    ],
)
def test_what_parts_two_meetings(told, one, other):
    assert len(merged([told(0, ANNA, BEN, **one), told(1, ANNA, BEN, **other)])) == 2


def test_other_sides_are_another_meeting(told):
    assert len(merged([told(0, ANNA, BEN), told(1, ANNA, CARLA)])) == 2


def test_what_points_back_joins_the_last_it_can_be(told):
    first, second = merged(
        [
            told(0, ANNA, BEN, form="call"),
            told(1, ANNA, CARLA),
            told(2, bound=True, creates=False),
        ]
    )
    assert (len(first.parts), len(second.parts)) == (1, 2)


def test_whoever_is_shut_out_is_told_of_the_same_meeting(told):
    shut_out = told(1, bound=True)
    shut_out.add([(CARLA, "excluded")])
    (entry,) = merged([told(0, ANNA, BEN), shut_out])
    assert entry.parties[id(CARLA)][1] == "excluded"


def test_a_bare_encounter_makes_no_entry(told):
    assert merged([told(0)]) == []


def test_what_is_said_of_a_meeting_later_does_not_put_it_ahead(meetings):
    (meeting,) = meetings(
        "Emmanuel Macron met Olaf Scholz in Paris on Monday. They promised to continue the "
        "meeting's work."
    )
    assert meeting.status == "happened"


def test_who_is_to_take_part_has_no_part_in_what_is_over(meetings):
    ahead, over = meetings(
        "President Donald Trump will welcome Turkish President Recep Tayyip Erdogan to the White "
        "House on Friday. Prime Minister Kyriakos Mitsotakis met Secretary of State Marco Rubio on "
        "Monday. The meeting on Friday will be followed by a lunch. Vice President JD Vance, Mr. "
        "Rubio and Defense Secretary Pete Hegseth are to take part."
    )
    assert "jd-vance" in parts(ahead)
    assert set(parts(over)) == {"kyriakos-mitsotakis", "marco-rubio"}


def test_the_talks_are_the_meeting_of_ministers_just_told_of(meetings):
    (meeting,) = meetings(
        "Hanno Pevkur spoke after a meeting of Baltic defence ministers in Vilnius. Latvia's "
        "Andris Spruds, who joined the talks by video link, agreed."
    )
    assert meeting.place == "vilnius-ltu"
    assert "andris-spruds" in parts(meeting)


def test_the_two_who_meet_are_the_two_named(meetings):
    (meeting,) = meetings(
        "Vladimir Putin will discuss the matter with Alexander Lukashenko when the two meet in "
        "Minsk next week."
    )
    assert set(parts(meeting)) == {"vladimir-putin", "alexander-lukashenko"}


def test_a_meeting_before_the_summit_is_not_the_summit(meetings):
    found = meetings(
        "President Volodymyr Zelenskyy attended a summit in Brussels. French President Emmanuel "
        "Macron met Zelenskyy separately before the summit."
    )
    assert [meeting.form for meeting in found] == ["summit", "meeting"]
