"""A meeting in the making: what it takes from each encounter."""

from datetime import date

import pytest

from onrecord.extract.meetings.encounters import Encounter
from onrecord.extract.meetings.entry import Entry
from onrecord.extract.meetings.parties import Party
from onrecord.record import Place, Span, Time
from onrecord.resolve.cast import Draft

ANNA, BEN = (Draft(kind="person", name=name) for name in ("Anna", "Ben"))
NORWAY = Place(id="norway", name="Norway", country="NOR", lat=62.0, lon=10.0)
OSLO = Place(id="oslo-nor", name="Oslo", country="NOR", lat=59.9, lon=10.8)


@pytest.fixture
def told(parse):
    """An encounter whose trigger is the ``n``-th word of a row of meetings."""
    doc = parse("meeting " * 6)

    def made(n: int, *parties: Party, **fields: object) -> Encounter:
        token = doc[n]
        encounter = Encounter(trigger=token, form="meeting", evidence=span(token.idx, 7))
        encounter.add(parties)
        for name, value in fields.items():
            setattr(encounter, name, value)
        return encounter

    return made


def span(start: int, length: int) -> Span:
    return Span(start, start + length)


def entry(*encounters: Encounter, status="happened", weak=True) -> Entry:
    made = Entry(parts=[], form=None, place=None, time=None, status=status, weak=weak)
    for encounter in encounters:
        made.take(encounter)
    return made


def days(first: int, last: int) -> Time:
    start, end = date(2025, 3, first), date(2025, 3, last)
    return Time(span=Span(0, 1), text="x", type="date", value="x", start=start, end=end)


def roles(made: Entry) -> dict[str, str]:
    return {draft.name: role for draft, role in made.parties.values()}


def test_evidence_and_agenda_stand_in_text_order_and_nothing_twice(told):
    later = told(3, agenda=(span(40, 6), span(60, 4)))
    earlier = told(1, agenda=(span(42, 10), span(20, 5)))
    made = entry(later, earlier)
    assert made.evidence == (earlier.evidence, later.evidence)
    assert made.last == 3
    assert made.agenda == (span(20, 5), span(40, 6), span(60, 4))


def test_a_role_that_says_more_than_attends_stays(told):
    made = entry(told(0, (ANNA, "attends"), (BEN, "absent")))
    made.take(told(1, (ANNA, "represented"), (BEN, "attends")))
    assert roles(made) == {"Anna": "represented", "Ben": "absent"}


def test_who_is_only_said_to_speak_of_it_takes_no_part(told):
    made = entry(told(0, (ANNA, "attends")), told(1, (BEN, "attends"), joins=False))
    assert roles(made) == {"Anna": "attends"}


@pytest.mark.parametrize(
    ("one", "other", "form"),
    [
        ("meeting", "summit", "summit"),
        ("talks", "call", "call"),
        ("visit", "meeting", "visit"),
        (None, "talks", "talks"),
        (None, None, None),
    ],
)
def test_the_form_is_the_one_that_says_most_whichever_comes_first(told, one, other, form):
    for first, second in ((one, other), (other, one)):
        assert entry(told(0, form=first), told(1, form=second)).form == form


def test_place_and_day_get_finer_and_name_and_host_stay_the_first(told):
    made = entry(
        told(0, place=NORWAY, time=days(3, 9)),
        told(1, place=OSLO, time=days(4, 4), name="Fjord Forum", host=ANNA),
        told(2, place=NORWAY, time=days(3, 9), name="Fjord Days", host=BEN),
        told(3),
    )
    assert (made.place, made.time) == (OSLO, days(4, 4))
    assert (made.name, made.host) == ("Fjord Forum", ANNA)


@pytest.mark.parametrize(
    ("fields", "status"),
    [
        ({"status": "happened"}, "happened"),
        ({"status": "hypothetical"}, "proposed"),  # says less than what is told already
        ({"status": "happened", "weak": True}, "proposed"),
        ({"status": "happened", "creates": False}, "proposed"),
        ({"status": "happened", "bound": True}, "proposed"),
    ],
)
def test_the_status_is_raised_by_what_tells_of_the_meeting_itself(told, fields, status):
    made = entry(told(0, status="proposed"))
    made.take(told(1, **fields))
    assert made.status == status


def test_what_says_whether_it_took_place_outdoes_what_does_not(told):
    made = entry(told(0, status="happened", weak=True))
    made.take(told(1, status="conditional"))
    assert (made.status, made.weak) == ("conditional", False)
