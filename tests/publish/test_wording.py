from datetime import date
from typing import get_args

import pytest

from onrecord.publish import wording
from onrecord.record import (
    Actor,
    ActorKind,
    Certainty,
    ChannelKind,
    EventType,
    Office,
    Origin,
    Period,
    Role,
    Severity,
    StatementKind,
    Status,
    Strength,
    TimeType,
)


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        (wording.KINDS, StatementKind),
        (wording.CERTAINTIES, Certainty),
        (wording.CHANNELS, ChannelKind),
        (wording.ORIGINS, Origin),
        (wording.SIGNS, Severity),
        (wording.ACTOR_KINDS, ActorKind),
        (wording.EVENTS, EventType),
        (wording.STATUSES, Status),
        (wording.ROLES, Role),
        (wording.TIMES, TimeType),
        (wording.STRENGTHS, Strength),
    ],
)
def test_every_value_of_the_contract_has_words(words, kind):
    assert set(words) == set(get_args(kind))


def test_severities_go_from_grave_to_light():
    assert get_args(Severity) == wording.SEVERITIES


def days(start: str | None, end: str | None) -> Period:
    return Period(
        start=date.fromisoformat(start) if start else None,
        end=date.fromisoformat(end) if end else None,
    )


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ("2025-02-17", "2025-02-17", "17 February 2025"),
        ("2025-02-17", "2025-02-19", "17–19 February 2025"),
        ("2025-02-27", "2025-03-02", "27 February – 2 March 2025"),
        ("2024-12-30", "2025-01-02", "30 December 2024 – 2 January 2025"),
        ("2024-01-01", "2024-12-31", "2024"),
        ("2022-01-01", "2024-12-31", "2022–2024"),
        ("2025-02-17", None, "from 17 February 2025"),
        (None, "2025-02-17", "until 17 February 2025"),
        (None, None, None),
    ],
)
def test_periods_are_said_in_the_fewest_words(start, end, expected):
    assert wording.period(days(start, end)) == expected


def test_no_period_says_nothing():
    assert wording.period(None) is None


def test_only_a_low_confidence_is_worth_a_word():
    assert wording.confidence(0.49) == "unsure (49%)"
    assert wording.confidence(0.5) is None


def test_counts_agree_with_their_noun():
    assert wording.count(1, "statement") == "1 statement"
    assert wording.count(1200, "statement") == "1,200 statements"


def test_an_office_is_shown_as_printed_with_its_time_relation_said_once():
    offices = (
        Office(title="President", of=None, as_written="former President", claimed="former"),
        Office(title="Senator", of=None, as_written="Senator", claimed="former"),
        Office(title="Senator", of=None, as_written="Senator", claimed="former"),
    )
    actor = Actor(id="a", kind="person", name="A", offices=offices)
    assert wording.office_lines(actor) == ("former President", "Senator (former)")


def test_verbs_have_a_plural():
    verbs = (*wording.EVENTS.values(), *wording.STRENGTHS.values())
    assert {"meet or talk", "are ready", "have begun", "refuse"} <= set(map(wording.plural, verbs))
