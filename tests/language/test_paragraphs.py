from __future__ import annotations

import pytest
from hypothesis import given

from onrecord.language.paragraphs import read_layout
from tests.language.texts import texts

FIRST = "Ministers met in Riga on Monday to discuss the grain corridor."
SECOND = "They will meet again next week, a spokesman said."


def words(text: str) -> list[str]:
    return [span.of(text) for span in read_layout(text).paragraphs]


def headings(text: str) -> list[str]:
    return [span.of(text) for span in read_layout(text).headings]


@pytest.mark.parametrize(
    "gap", ["\n\n", "\n", "\r\n\r\n", "\r\n", "\n \t\n", "\n\n\n", "\u2029", "\r"]
)
def test_line_ends_part_paragraphs(gap: str) -> None:
    assert words(FIRST + gap + SECOND) == [FIRST, SECOND]


def test_spans_leave_out_the_white_space_around() -> None:
    assert words(f"  {FIRST} \n\n\t{SECOND}\n") == [FIRST, SECOND]


def test_lines_wrapped_at_a_width_are_one_paragraph() -> None:
    wrapped = (
        "The foreign ministers of the three\nBaltic states agreed on Monday to\n"
        "share the cost of the new line,\nofficials said.\n\n"
        "They gave no date for its\ncompletion.\n"
    )
    assert [len(p.split("\n")) for p in words(wrapped)] == [4, 2]


def test_an_indented_line_opens_a_paragraph_in_wrapped_text() -> None:
    wrapped = (
        "    The foreign ministers of the three\nBaltic states agreed on Monday to\n"
        "share the cost of the new line.\n    They gave no date for the\ncompletion of it.\n"
    )
    assert len(words(wrapped)) == 2


def test_a_short_line_without_a_stop_is_a_heading() -> None:
    text = f"{FIRST}\n\nPort Deal Alarms Neighbours\n\n{SECOND}"
    assert headings(text) == ["Port Deal Alarms Neighbours"]


def test_the_title_on_top_is_a_heading() -> None:
    assert headings(f"Port deal alarms neighbours\n\n{FIRST}") == ["Port deal alarms neighbours"]


@pytest.mark.parametrize(
    "line",
    [
        "They agreed.",
        "He said:",
        "“We agreed.”",
        "- grain and oil",
        "• Grain and oil",
        "1. Grain and oil",
        "grain and oil",
        "* * *",
        "The ministers agreed on the grain corridor and on who pays for the mines to be cleared "
        "from the harbour",
    ],
)
def test_other_short_lines_are_no_headings(line: str) -> None:
    assert headings(f"{FIRST}\n\n{line}\n\n{SECOND}") == []


def test_words_cut_off_by_a_line_end_are_no_heading() -> None:
    assert headings("The minister of\n\nfinance said so on Monday.") == []


def test_nothing_stands_under_the_last_line() -> None:
    assert headings(f"{FIRST}\n\nReporting by Jane Roe") == []


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\u2028\r\n\t"])
def test_white_space_has_no_paragraphs(text: str) -> None:
    assert read_layout(text) == ((), ())


@given(texts)
def test_paragraphs_hold_all_that_is_no_white_space(text: str) -> None:
    layout = read_layout(text)
    assert layout == read_layout(text)
    last = 0
    for span in layout.paragraphs:
        assert last <= span.start < span.end <= len(text)
        assert not text[last : span.start].strip()
        assert span.of(text) == span.of(text).strip()
        last = span.end
    assert not text[last:].strip()
    assert set(layout.headings) <= set(layout.paragraphs)
