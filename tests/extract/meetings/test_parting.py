"""What parts an encounter from a meeting already known."""

from datetime import date

import pytest
from spacy.tokens import Doc

from onrecord.extract.meetings import parting
from onrecord.extract.meetings.encounters import Encounter
from onrecord.extract.meetings.entry import Entry
from onrecord.record import Place, Span, Time
from onrecord.resolve.cast import Draft
from tests.extract.meetings.conftest import word

OSLO = Place(id="oslo-nor", name="Oslo", country="NOR", lat=59.9, lon=10.8)
BERGEN = Place(id="bergen-nor", name="Bergen", country="NOR", lat=60.4, lon=5.3)
MONDAY = Time(
    span=Span(0, 1),
    text="x",
    type="date",
    value="2025-03-10",
    start=date(2025, 3, 10),
    end=date(2025, 3, 10),
)


@pytest.fixture
def told(parse):
    """An encounter told of by a word of a text; those of one text are of one parse."""
    docs: dict[str, Doc] = {}

    def made(words: str, text: str = "They had a meeting.", **fields: object) -> Encounter:
        doc = docs.setdefault(text, parse(text))
        token = word(doc, words)
        span = Span(token.idx, token.idx + len(token))
        encounter = Encounter(trigger=token, form="meeting", evidence=span)
        for name, value in fields.items():
            setattr(encounter, name, value)
        return encounter

    return made


@pytest.fixture
def encounter(told):
    return lambda **fields: told("meeting", **fields)


def entry(part: Encounter) -> Entry:
    made = Entry(parts=[], form=None, place=None, time=None, status=part.status)
    made.take(part)
    return made


@pytest.mark.parametrize(
    ("one", "other", "part"),
    [
        ("call", "visit", True),
        ("meeting", "call", True),
        ("meeting", "visit", True),
        ("talks", "visit", True),
        ("talks", "call", False),
        ("summit", "meeting", False),
        (None, "call", False),
    ],
)
def test_a_call_is_no_visit_but_talks_may_be_by_telephone(encounter, one, other, part):
    for first, second in ((one, other), (other, one)):
        known = entry(encounter(form=second))
        assert parting.kinds_part(encounter(form=first), known) is part


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("The envoys met before the summit.", True),
        ("The envoys met after the summit.", True),
        ("The envoys met at the summit.", False),
    ],
)
def test_what_was_before_or_after_a_meeting_is_beside_it(told, text, part):
    summit = entry(told("summit", text))
    assert parting.is_beside(told("met", text), summit) is part
    # The same where the other of the two was told of first.
    met = entry(told("met", text))
    assert parting.is_beside(told("summit", text), met) is part


def test_another_is_not_the_one_known_but_the_other_second_is(told):
    second = told("meeting", "They held a second meeting.")
    assert parting.numbers_part(second, entry(told("meeting")))
    assert not parting.numbers_part(second, entry(told("meeting", "The second meeting failed.")))
    assert "second" in parting.marks(second)


def test_a_name_parts_what_shares_neither_side_nor_place(encounter):
    known = entry(encounter(name="Fjord Forum", place=OSLO))
    other = encounter(name="Harbour Days", place=BERGEN)
    assert parting.names_part(other, known, shared=0.0)
    assert not parting.names_part(other, known, shared=0.5)
    assert not parting.names_part(encounter(name="Harbour Days", place=OSLO), known, shared=0.0)
    assert not parting.names_part(encounter(name="Fjord Forum"), known, shared=0.0)
    assert not parting.names_part(encounter(), known, shared=0.0)


def test_a_state_that_has_no_part_in_a_meeting_does_not_call_it(encounter):
    first = encounter()
    first.add([(Draft(kind="person", name="Anna", country="FIN"), "attends")])
    for hint, others in (("FIN", False), ("NOR", False), ("SWE", True)):
        known = entry(first)
        known.take(encounter(place=OSLO))
        called = encounter(hints=frozenset({hint}))
        assert parting.called_by_others(called, known) is others
    assert not parting.called_by_others(encounter(), entry(first))


@pytest.mark.parametrize(
    ("fields", "known", "part"),
    [
        ({"status": "planned"}, {"status": "happened"}, True),
        ({"status": "happened"}, {"status": "planned"}, True),
        ({"status": "planned"}, {"status": "proposed"}, False),
        ({"status": "planned", "weak": True}, {"status": "happened"}, False),
        ({"status": "planned", "bound": True}, {"status": "happened"}, False),
        ({"status": "planned", "time": MONDAY}, {"status": "happened", "time": MONDAY}, False),
        ({"status": "planned", "place": OSLO}, {"status": "ongoing", "place": OSLO}, False),
        ({"status": "planned", "place": OSLO}, {"status": "ongoing", "place": BERGEN}, True),
        # Who is to take part takes part in nothing that is over.
        ({"status": "planned", "creates": False}, {"status": "happened"}, True),
        ({"status": "happened", "creates": False}, {"status": "happened"}, False),
    ],
)
def test_what_lies_ahead_is_not_what_is_over(encounter, fields, known, part):
    made = entry(encounter(**known))
    assert parting.standing_parts(encounter(**fields), made, shared=0.0) is part


def test_their_second_summit_is_one_however_it_is_spoken_of(told):
    text = "Their second meeting went well."
    known = entry(told("meeting", text))
    again = told("meeting", text, status="planned", other=True)
    assert not parting.standing_parts(again, known, shared=1.0)
    first = entry(told("meeting"))
    assert parting.standing_parts(again, first, shared=1.0)
