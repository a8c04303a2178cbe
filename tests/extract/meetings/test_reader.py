"""The meetings of short reports, whole."""

from datetime import date

from onrecord.extract.meetings.reader import read_meetings
from tests.extract.meetings.conftest import parts


def test_a_meeting_with_all_it_has(meetings):
    text = (
        "Turkish Foreign Minister Hakan Fidan met his Egyptian counterpart Badr Abdelatty in "
        "Cairo on Monday to discuss trade."
    )
    (meeting,) = meetings(text)
    assert (meeting.id, meeting.form, meeting.status) == ("m1", "meeting", "happened")
    assert meeting.place == "cairo-egy"
    assert meeting.when.start == meeting.when.end == date(2025, 3, 10)
    assert parts(meeting) == {"hakan-fidan": "attends", "badr-abdelatty": "attends"}
    assert [item.text for item in meeting.agenda] == ["trade"]
    assert [span.of(text) for span in meeting.evidence] == ["met"]


def test_one_entry_however_often_it_is_named(meetings):
    text = (
        "British Foreign Secretary David Lammy met Israeli Foreign Minister Gideon Saar in London "
        "on Tuesday. The meeting lasted an hour. The two ministers discussed hostages."
    )
    (meeting,) = meetings(text)
    assert [span.of(text) for span in meeting.evidence] == ["met", "meeting", "discussed"]
    assert [item.text for item in meeting.agenda] == ["hostages"]


def test_a_list_of_participants_is_complete(meetings):
    (meeting,) = meetings(
        "The Athens summit on Monday brought together leaders from Spain, Portugal, Greece, "
        "Cyprus and the Netherlands. European Council President Antonio Costa also attended."
    )
    expected = {f"government-of-{c}" for c in ("esp", "prt", "grc", "cyp", "nld")}
    assert set(parts(meeting)) == {*expected, "antonio-costa"}
    assert (meeting.name, meeting.place) == ("Athens summit", "athens-grc")


def test_planned_and_past_are_kept_apart(meetings):
    found = meetings(
        "Olaf Scholz and Emmanuel Macron met in Berlin on Monday. Olaf Scholz and Emmanuel Macron "
        "will meet in Paris next week."
    )
    assert [(m.status, m.place) for m in found] == [
        ("happened", "berlin-deu"),
        ("planned", "paris-fra"),
    ]


def test_rounds_of_talks_are_linked(meetings):
    second, first = meetings(
        "Japan and the Philippines held a second round of talks in Manila on Friday. The first "
        "round took place in Tokyo in January."
    )
    assert (first.place, second.place) == ("tokyo-jpn", "manila-phl")
    assert (first.follows, second.follows) == (None, first.id)
    assert parts(first) == parts(second)


def test_the_speaker_of_a_quotation_is_the_missing_side(meetings):
    (meeting,) = meetings('"I spoke with Giorgia Meloni this morning," Olaf Scholz said.')
    assert parts(meeting) == {"olaf-scholz": "attends", "giorgia-meloni": "attends"}
    assert meeting.form == "call"


def test_no_meeting_no_entry(read):
    doc = read("The minister met the deadline, and prices rose.")
    found, actors = read_meetings(doc)
    assert found == ()
    assert actors == doc._.onrecord.actors


def test_hours_before_a_summit_date_it(meetings):
    (meeting,) = meetings(
        "The announcement comes just hours before a summit of European leaders in Paris."
    )
    assert (meeting.status, meeting.when.start) == ("planned", date(2025, 3, 12))


def test_what_was_announced_on_monday_is_not_held_on_monday(meetings):
    (meeting,) = meetings("On Monday, Giorgia Meloni announced a meeting with Olaf Scholz.")
    assert (meeting.status, meeting.when) == ("planned", None)


def test_several_summits_of_several_years(meetings):
    found = meetings("The two Korean summits of 2000 and 2007, both in Pyongyang, came to naught.")
    assert [m.when.start.year for m in found] == [2000, 2007]
    assert {m.place for m in found} == {"pyongyang-prk"}
    assert all(set(parts(m)) == {"government-of-kor", "government-of-prk"} for m in found)


def test_leaders_give_way_to_those_who_are_named(meetings):
    (meeting,) = meetings(
        "European leaders will meet in Oslo on Friday. The Oslo meeting will include leaders from "
        "Spain, Poland and Malta."
    )
    assert set(parts(meeting)) == {f"government-of-{c}" for c in ("esp", "pol", "mlt")}


def test_whoever_calls_for_talks_is_not_at_those_of_others(meetings):
    found = meetings(
        "Vladimir Putin and Donald Trump will meet in June. The Russian government has called for "
        "negotiations in Saudi Arabia."
    )
    assert [m.place for m in found] == [None, "saudi-arabia"]
    assert found[1].status == "proposed"


def test_who_discusses_something_else_is_not_at_the_meeting(meetings):
    (meeting,) = meetings(
        "Giorgia Meloni will meet Olaf Scholz in Rome on Friday. Many scholars are discussing the "
        "price of bread."
    )
    assert set(parts(meeting)) == {"giorgia-meloni", "olaf-scholz"}
    assert meeting.agenda == ()


def test_nobodys_trip_is_none(meetings):
    assert meetings("The Lisbon trip was cheap.") == []


def test_a_meeting_of_many_states_has_its_sides_in_its_name(meetings):
    (meeting,) = meetings("NATO will hold a summit, officials said.")
    assert set(parts(meeting)) == {"nato"}


def test_quotation_marks_of_an_agenda_stand_in_pairs(meetings):
    (meeting,) = meetings(
        'Giorgia Meloni met Olaf Scholz. The meeting focused on "the situation in Sudan" and '
        'broader "security in Africa."'
    )
    assert all(item.text.count('"') % 2 == 0 for item in meeting.agenda)
    assert len(meeting.agenda) == 2


def test_a_roundtable_taken_for_an_adjective(meetings):
    text = "Finance Minister Anna Berg convened a roundtable with 25 students in Oslo on Monday."
    (meeting,) = meetings(text)
    assert parts(meeting)["anna-berg"] == "attends"
