from dataclasses import replace

import pytest

from onrecord.publish import arrangement, phrases
from onrecord.publish.phrases import Phrases
from onrecord.record import Channel, Place
from tests.publish.samples import BARE, FULL, TODAY, report

PHRASES = Phrases(FULL)


def statement(number: int):
    return FULL.statements[number - 1]


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (1, ("said", "partly quoted", "4 March 2025")),
        (2, ("told", "quoted", "press conference", "to reporters")),
        (3, ("warned", "paraphrased", "hedged")),
        (6, ("told him", "quoted", "according to a senior official", "unsure (41%)")),
        (8, ("quoted",)),
    ],
)
def test_how_a_statement_was_made(number, expected):
    assert PHRASES.details(statement(number)) == expected


def test_a_channel_names_its_outlet():
    said = replace(statement(1), channel=Channel(kind="interview", outlet="kestrel-press"))
    assert "interview with reporters" in PHRASES.details(said)


def test_what_the_report_makes_of_an_actor():
    assert PHRASES.position(FULL.actor("ilse-marrow")) == (
        "Prime Minister … of Vessland",
        "VES",
        "for Government of Vessland",
    )
    assert PHRASES.position(FULL.actor("kestrel")) == ("state", "unsure (30%)")


def test_members_are_named():
    group = replace(FULL.actor("kestrel-press"), members=("ilse-marrow", "tomas-brandt"))
    assert PHRASES.position(group) == ("group", "members: Ilse Marrow, Tomas Brandt")


def test_steps_say_who_does_what_to_whom():
    lines = {step.entry.id: PHRASES.step(step.entry) for step in arrangement.course(FULL)}
    assert lines == {
        "e1": "Tomas Brandt: meets or talks → Ilse Marrow",
        "e2": "Vessland: retreats",
        "m1": "Talks: Ilse Marrow, reporters (not invited)",
        "c1": "Ilse Marrow is ready: sign a fishing accord with Ostrava Bay",
    }


def test_details_of_steps_name_place_status_condition_and_who_reports_it():
    details = {s.entry.id: PHRASES.step_details(s.entry) for s in arrangement.course(FULL)}
    assert details["e2"] == ("retreat", "happened", "according to Ilse Marrow")
    assert details["m1"] == ("in Kestrel", "planned", "host: Tomas Brandt", "on quotas")
    assert details["c1"] == ("commitment", "condition: if the fleet quota is not settled")


def test_a_stance_is_one_line():
    assert PHRASES.stance(FULL.positions[0]) == "Ilse Marrow: for – Should the accord be signed?"


def test_the_dateline_says_where_each_fact_came_from():
    assert phrases.dateline(FULL.report) == (
        "The Kestrel Gazette",
        "5 March 2025 (both as given)",
        "by A. Quill, B. Ink",
    )
    mixed = replace(FULL.report, outlet_from="metadata", published_from="text")
    assert phrases.dateline(mixed)[:2] == (
        "The Kestrel Gazette (from the file's metadata)",
        "5 March 2025 (from the report's words)",
    )


def test_an_undated_report_says_so():
    assert phrases.dateline(TODAY.report) == ("outlet unknown", "undated")


def test_first_words_stand_in_for_a_missing_title():
    assert phrases.headline(BARE.report) == "Nothing was said."
    long = phrases.headline(report("word " * 100))
    assert long.endswith("word …")
    assert len(long) < 95
    assert phrases.headline(report("x" * 500)) == "x" * 90 + " …"


def test_a_blank_title_is_none():
    assert not phrases.is_titled(report("Text.", title=" "))


def test_nobody_named_is_said_plainly():
    assert phrases.speaker(arrangement.voices(FULL)[-1]) == "No source named"


def test_a_meeting_says_where_whether_and_what_it_follows():
    first = replace(FULL.meetings[0], id="m0", status="denied", when=None)
    venue = Place(id="white-house-usa", name="White House", country="USA")
    later = replace(FULL.meetings[0], place=venue.id, follows="m0")
    words = Phrases(replace(FULL, meetings=(first, later), places=(*FULL.places, venue)))
    assert words.step_details(first)[:2] == ("in Kestrel", "called off, refused or denied")
    assert words.step_details(later)[0] == "at White House"
    assert words.step_details(later)[-1] == "follows the talks before"


def test_several_do_things_in_the_plural_and_each_stands_once():
    meeting, promise = FULL.events[0], FULL.commitments[0]
    both = (*meeting.actors, *meeting.recipients)
    line = PHRASES.step(replace(meeting, actors=both, recipients=both))
    assert line == "Tomas Brandt, Ilse Marrow: meet or talk"
    assert PHRASES.step(replace(promise, actor="kestrel-press")).startswith("reporters are ready:")
