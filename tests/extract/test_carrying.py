"""What is carried over shows in the statements of a text."""

from datetime import date

import pytest

pytestmark = pytest.mark.model

MONDAY = date(2025, 3, 3)


def channels(found):
    return [s.channel.kind if s.channel is not None else None for s in found]


def test_who_goes_on_speaking_does_so_by_the_same_channel(statements):
    text = "Anna Berg said in an interview that the deal was dead. She added that talks would end."
    found, _ = statements(text, MONDAY)
    assert channels(found) == ["interview", "interview"]


def test_somebody_else_does_not(statements):
    text = "Anna Berg said in an interview that the deal was dead. Lars Holm said talks would end."
    found, _ = statements(text, MONDAY)
    assert channels(found) == ["interview", None]


def test_a_clause_on_the_same_verb_shares_the_day(statements):
    text = "Anna Berg said on Sunday that the deal was dead, adding that talks would end."
    found, _ = statements(text, MONDAY)
    assert [s.said_on and s.said_on.start for s in found] == [date(2025, 3, 2)] * 2
