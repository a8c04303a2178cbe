from __future__ import annotations

import sys

import pytest
from hypothesis import given

from onrecord.language.layers import Quotation
from onrecord.language.paragraphs import read_layout
from onrecord.language.quotations import read_quotations
from tests.language.texts import texts


def read(text: str) -> tuple[Quotation, ...]:
    return read_quotations(text, *read_layout(text))


def inner(text: str) -> list[str]:
    return [q.inner.of(text) for q in read(text)]


def faults(text: str) -> list[str]:
    return [q.fault for q in read(text) if q.fault]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We sail. We land,” he said.", ["We sail. We land,"]),
        ('"We sail," he said. "We land."', ["We sail,", "We land."]),
        ("``We sail,'' he said.", ["We sail,"]),
        ("''We sail,'' he said.", ["We sail,"]),
        ("'We sail,' he said.", ["We sail,"]),
        ("‘We sail,’ he said.", ["We sail,"]),
        ("«We sail», he said.", ["We sail"]),
        ("»We sail«, he said.", ["We sail"]),
        ("„We sail“, he said.", ["We sail"]),
        ("”We sail,” he said.", ["We sail,"]),
        ("“We sail,“ he said.", ["We sail,"]),
        ('" We sail , " he said .', ["We sail ,"]),
        ('He said,"We sail." Then they left.', ["We sail."]),
        ("So-called “experts”—“liars”—met.", ["experts", "liars"]),
        ('The ("free") port.', ["free"]),
    ],
)
def test_marks_of_every_kind(text: str, expected: list[str]) -> None:
    assert inner(text) == expected
    assert faults(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The allies' answer didn't come in the '90s.",
        "The allies’ answer didn’t come in the ’90s, the ’Net said.",
        "Rock 'n' roll for 'em all.",
        'A 6\'2" man and a 12" gun.',
        "He stood 5′10″ tall.",
        "James' and the Joneses' goin' home",
        '""',
        "“”",
        '"',
        "“ ”",
    ],
)
def test_apostrophes_and_primes_are_no_quotation_marks(text: str) -> None:
    assert read(text) == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "“He told me ‘sail now’ and left,” she said.",
            [(0, "He told me ‘sail now’ and left,"), (1, "sail now")],
        ),
        ("‘He said “sail” to me,’ she said.", [(0, "He said “sail” to me,"), (1, "sail")]),
        ("\"She said 'yes'\"", [(0, "She said 'yes'"), (1, "yes")]),
        ('“I heard "sail" there,” he said.', [(0, 'I heard "sail" there,'), (1, "sail")]),
        ("‘It was the allies’ job,’ he said.", [(0, "It was the allies’ job,")]),
        ('"He is 6\'2" tall," she said.', [(0, "He is 6'2\" tall,")]),
    ],
)
def test_quotations_nest(text: str, expected: list[tuple[int, str]]) -> None:
    assert [(q.depth, q.inner.of(text)) for q in read(text)] == expected
    assert faults(text) == []


@pytest.mark.parametrize("marks", ["“”", '""'])
def test_each_paragraph_opens_and_the_last_closes(marks: str) -> None:
    opening, closing = marks
    text = (
        f"{opening}We sail.\n\n{opening}We land.\n\n{opening}We win,{closing} he said.\n\nHe left."
    )
    assert [(q.inner.of(text), q.continues) for q in read(text)] == [
        ("We sail.", False),
        ("We land.", True),
        ("We win,", True),
    ]
    assert faults(text) == []


def test_marks_not_repeated_at_the_head_of_a_paragraph() -> None:
    text = "“We sail.\n\nAll of us.\n\nWe win,” he said."
    assert [(q.span.of(text), q.continues) for q in read(text)] == [
        ("“We sail.", False),
        ("All of us.", True),
        ("We win,”", True),
    ]
    assert faults(text) == []


def test_a_heading_does_not_stop_a_quotation() -> None:
    text = "He said: “We sail.\n\nNo Way Back\n\n“We land,” he said."
    assert faults(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We sail, he said. “We land.”", [("We sail, he said.", "unclosed"), ("We land.", None)]),
        ('"We sail, he said. "We land."', [("We sail, he said.", "unclosed"), ("We land.", None)]),
        ("We sail,” he said. “We land.”", [("We sail,", "unopened"), ("We land.", None)]),
        ("He said: “We sail.\n\nThen he left.", [("We sail.", "unclosed")]),
        ('He said: "We sail.', [("We sail.", "unclosed")]),
    ],
)
def test_marks_that_do_not_balance(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert [(q.inner.of(text), q.fault) for q in read(text)] == expected


def test_the_span_holds_the_marks_that_are_printed() -> None:
    (one,) = read("He said “we sail” twice.")
    assert (one.span, one.inner) == ((8, 17), (9, 16))


@pytest.mark.parametrize("part", ["“a ", "a” ", "'a ", "'a' ", "\"'“ ", "‘‘a’’ ", "’’", '"a" '])
def test_work_grows_with_the_text_not_its_square(part: str) -> None:
    assert calls(part * 4_000) < 2.5 * calls(part * 2_000)


def calls(text: str) -> int:
    """How many functions, Python's and C's, reading a text calls."""
    count = 0

    def counted(frame: object, event: str, argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(counted)
    try:
        read(text)
    finally:
        sys.setprofile(before)
    return count


@given(texts)
def test_quotations_lie_in_their_paragraphs_and_never_cross(text: str) -> None:
    layout = read_layout(text)
    found = read_quotations(text, *layout)
    assert found == read_quotations(text, *layout)
    around: list[Quotation] = []
    for quotation in found:
        assert any(quotation.span.within(paragraph) for paragraph in layout.paragraphs)
        assert quotation.inner.within(quotation.span)
        assert quotation.inner.of(text).strip() == quotation.inner.of(text) != ""
        while around and around[-1].span.end <= quotation.span.start:
            around.pop()
        assert quotation.depth == len(around)
        assert not around or quotation.span.within(around[-1].span)
        around.append(quotation)
