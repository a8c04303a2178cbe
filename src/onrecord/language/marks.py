"""Quotation marks as they are printed, and what each can do where it stands.

A typographic mark says which way it faces, a straight one does not; both are misused. So every
mark gets a role from its shape and its two neighbours, and the pairing decides the rest. Inch
marks, apostrophes and the elisions of leading letters ('90s, 'em) are no quotation marks.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Literal, NamedTuple, TypeAlias

from onrecord.record import Span

Role: TypeAlias = Literal["opens", "closes", "either"]

_DOUBLE = re.compile(r"[“”„‟«»\"]|``|''|’’|‘‘")
_SINGLE = re.compile(r"['‘’‚‛‹›`]")
_FACES_RIGHT = frozenset({"“", "„", "‟", "«", "``", "‘‘"})
_FACES_LEFT = frozenset({"”", "»", "’’"})
_BEFORE_OPENING = frozenset("([{<—–―-/=*_“‘\"'„«‚‹")
_AFTER_CLOSING = frozenset(")]}>—–―-/.,;:!?…*_”’\"'»›")
_FEET_AND_INCHES = re.compile(r"\d\s?['’′]\s?\d{1,2}(?:[½¼¾]|\.\d)?\Z")
_ELISION = re.compile(
    r"(?:\d\ds?|em|n|til|till|tis|twas|twere|twill|cause|cos|cuz|bout|round|fraid|nother|ere)\b",
    re.IGNORECASE,
)
_ROCK_N_ROLL = re.compile(r"(?<!\w)n\Z")
_STRONG_BEFORE_CLOSING = frozenset('.,!?…;:)]}”"—–')


class Mark(NamedTuple):
    """A printed mark at ``[start, end)``; ``straight`` marks do not show which way they face."""

    start: int
    end: int
    role: Role
    straight: bool


def double_marks(text: str, paragraph: Span) -> list[Mark]:
    """Return the double quotation marks of one paragraph, guillemets among them."""
    found = []
    # Where single curly marks open, a doubled one is two closing marks that meet.
    nested = text.count("‘", *paragraph) > 2 * text.count("‘‘", *paragraph)
    for match in _DOUBLE.finditer(text, *paragraph):
        start, end = match.span()
        shape = match.group()
        if shape == "’’" and nested:
            continue
        straight = shape in {'"', "''"}
        if straight and _FEET_AND_INCHES.search(text, max(paragraph.start, start - 8), start):
            continue
        role = _role(text, match.span(), paragraph)
        if shape in _FACES_RIGHT:
            role = "either" if role == "closes" else "opens"
        elif shape in _FACES_LEFT:
            role = "closes" if role == "closes" else "either"
        found.append(Mark(start, end, role, straight))
    return found


def single_marks(text: str, paragraph: Span, doubles: Iterable[Mark]) -> list[Mark]:
    """Return the single marks of one paragraph that can open or close a quotation.

    A mark between two letters or digits is an apostrophe; so is one before a known elision.
    ``doubles`` are the double marks there, whose halves are no single marks.
    """
    found = []
    halves = {at for mark in doubles for at in range(mark.start, mark.end)}
    for match in _SINGLE.finditer(text, *paragraph):
        start, end = match.span()
        left = text[start - 1] if start > paragraph.start else ""
        right = text[end] if end < paragraph.end else ""
        shape = match.group()
        if start in halves or (shape in "'’‘`" and left.isalnum() and right.isalnum()):
            continue
        if _ROCK_N_ROLL.search(text, max(paragraph.start, start - 2), start):
            continue
        role = _role(text, match.span(), paragraph)
        if shape in "‘‚‛‹`":
            role = "opens" if right and not right.isspace() and not left.isalnum() else "closes"
        elif shape in "’›":
            role = "closes" if left and not left.isspace() else "opens"
        if role == "opens" and (shape in "’›" or _ELISION.match(text, end, paragraph.end)):
            continue
        if role == "either" and (right.isalnum() or not right):
            role = "opens" if right.isalnum() else "closes"
        found.append(Mark(start, end, role, shape == "'"))
    return found


def surely_closes(text: str, mark: Mark, paragraph: Span) -> bool:
    """Whether a single mark that can close a quotation is no likelier an apostrophe.

    "The allies' answer" and "goin' home" end a word with an apostrophe; a mark after other
    punctuation, or before anything but a word, ends a quotation.
    """
    before = text[mark.start - 1]
    if before in _STRONG_BEFORE_CLOSING:
        return True
    after = text[mark.end : mark.end + 2] if mark.end < paragraph.end else ""
    word_follows = len(after) == 2 and after[0].isspace() and after[1].isalnum()
    elided = before in "sSxzZ" or text[mark.start - 2 : mark.start].lower() in {"in", "an"}
    return not (word_follows and elided)


def is_inch(text: str, mark: Mark) -> bool:
    """Whether a straight mark without a partner can be the inches of a number."""
    return mark.straight and mark.start > 0 and text[mark.start - 1].isdigit()


def _role(text: str, at: tuple[int, int], paragraph: Span) -> Role:
    """What the neighbours of the mark at ``at`` let it do."""
    start, end = at
    left = text[start - 1] if start > paragraph.start else ""
    right = text[end] if end < paragraph.end else ""
    opens = (
        (not left or left.isspace() or left in _BEFORE_OPENING) and right and not right.isspace()
    )
    closes = (
        (not right or right.isspace() or right in _AFTER_CLOSING) and left and not left.isspace()
    )
    if not left or (opens and not closes):
        return "opens"
    if not right:
        return "closes"
    return "closes" if closes and not opens else "either"
