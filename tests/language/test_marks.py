from __future__ import annotations

import pytest

from onrecord.language.marks import double_marks, is_inch, single_marks, surely_closes
from onrecord.record import Span


def roles(text: str) -> list[str]:
    return [mark.role for mark in double_marks(text, Span(0, len(text)))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"Yes," he said', ["opens", "closes"]),
        ('he said "yes"', ["opens", "closes"]),
        ('said,"Yes', ["either"]),
        ("“Yes” ”No“", ["opens", "closes", "either", "either"]),
        ("(“Yes”)", ["opens", "closes"]),
    ],
)
def test_neighbours_say_what_a_double_mark_does(text: str, expected: list[str]) -> None:
    assert roles(text) == expected


def test_feet_and_inches_are_no_marks() -> None:
    assert roles("6'2\" tall") == []


def test_an_inch_follows_a_digit() -> None:
    text = 'a 12" gun'
    (mark,) = double_marks(text, Span(0, len(text)))
    assert is_inch(text, mark)


@pytest.mark.parametrize("text", ["don't", "the '90s", "'em", "rock 'n' roll", "’tis", "o’clock"])
def test_apostrophes_do_not_open(text: str) -> None:
    assert "opens" not in [m.role for m in single_marks(text, Span(0, len(text)), ())]


def test_halves_of_double_marks_are_no_single_marks() -> None:
    text = "``Yes''"
    doubles = double_marks(text, Span(0, len(text)))
    assert len(doubles) == 2
    assert single_marks(text, Span(0, len(text)), doubles) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [("the allies' job", False), ("say 'no' now", True), ("the allies.' He", True)],
)
def test_a_mark_after_s_may_be_a_possessive(text: str, expected: bool) -> None:
    last = [m for m in single_marks(text, Span(0, len(text)), ()) if m.role == "closes"][-1]
    assert surely_closes(text, last, Span(0, len(text))) is expected
