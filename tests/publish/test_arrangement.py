from dataclasses import replace

from onrecord.publish import arrangement
from onrecord.record import Finding
from tests.publish.samples import BARE, FULL, spans


def test_speakers_come_in_the_order_of_their_first_words():
    names = [v.actor.name if v.actor else v.printed for v in arrangement.voices(FULL)]
    assert names == [
        "Ilse Marrow",
        "Tomas Brandt",
        "Ministry of Ostrava Bay",
        "a senior official",
        "Harbour unions",
        None,
    ]


def test_a_speakers_statements_stand_together_in_text_order():
    first = arrangement.voices(FULL)[0]
    assert [statement.id for statement in first.statements] == ["s1", "s2"]


def test_unresolved_sources_with_the_same_words_are_one_group():
    unresolved = replace(FULL.statements[6], id="s9", content=(), text="")
    record = replace(FULL, statements=(*FULL.statements, unresolved))
    groups = [v for v in arrangement.voices(record) if v.printed == "Harbour unions"]
    assert [len(group.statements) for group in groups] == [2]


def test_those_who_only_occur_are_folded():
    cast = arrangement.cast(FULL)
    assert [actor.id for actor in cast.rest] == ["government-of-ves", "kestrel"]
    holders = [bool(actor.offices) for actor in cast.main]
    assert holders == sorted(holders, reverse=True)  # office holders first
    bodies = [actor.id for actor in cast.main if not actor.offices]
    assert bodies[0] == "vessland"  # first mentioned, in the title line


def test_the_course_tells_what_happened_before_what_lies_ahead_and_the_undated_last():
    sides = [(step.side, step.entry.id) for step in arrangement.course(FULL)]
    assert sides == [("happened", "e2"), ("ahead", "e1"), ("ahead", "m1"), ("ahead", "c1")]


def test_a_consultation_told_by_a_meetings_words_is_shown_once():
    (meeting,) = FULL.meetings
    first = FULL.events[0]
    told = replace(first, trigger=meeting.evidence[:1])
    shown = arrangement.course(replace(FULL, events=(told, *FULL.events[1:])))
    assert first.type == "CONSULT"
    assert first.id not in {step.entry.id for step in shown}
    other = replace(told, type="AGREE")
    shown = arrangement.course(replace(FULL, events=(other, *FULL.events[1:])))
    assert other.id in {step.entry.id for step in shown}


def test_the_gravest_finding_comes_first():
    note = Finding(kind="n", severity="note", message="n", evidence=spans("Vessland"))
    record = replace(FULL, findings=(note, *FULL.findings))
    assert [f.severity for f in arrangement.findings(record)] == [
        "error",
        "warning",
        "note",
        "note",
    ]


def test_an_empty_record_arranges_to_nothing():
    assert arrangement.voices(BARE) == ()
    assert arrangement.course(BARE) == ()
    assert arrangement.cast(BARE) == arrangement.Cast(main=(), rest=())
