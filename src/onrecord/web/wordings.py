"""One saying's wordings side by side: each with what differs from the first report's."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

from sqlalchemy import func, select

from onrecord.archive import tables
from onrecord.archive.engine import reading
from onrecord.archive.sayings import SayingFound
from onrecord.archive.search import Hit
from onrecord.web.shelf import Shelf

_TOKEN = re.compile(r"\w+(?:['’]\w+)*")
_SAME = str.maketrans("’‘", "''")


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """A report's words in pieces, each with whether it differs; ``left_out`` it does not have."""

    hit: Hit
    first: bool
    pieces: tuple[tuple[str, bool], ...]
    left_out: tuple[str, ...]


def compared(saying: SayingFound) -> tuple[Wording, ...]:
    """Return a saying's variants, compared with the first word by word."""
    first = saying.variants[0].hit.text
    return tuple(
        Wording(
            hit=variant.hit,
            first=number == 0,
            pieces=pieces(first, variant.hit.text),
            left_out=left_out(first, variant.hit.text),
        )
        for number, variant in enumerate(saying.variants)
    )


def pieces(first: str, other: str) -> tuple[tuple[str, bool], ...]:
    """Return ``other`` in pieces, each with whether its words are not the first's there.

    Case and punctuation make no difference; joined, the pieces are ``other``.
    """
    tokens = list(_TOKEN.finditer(other))
    out: list[tuple[str, bool]] = []
    at = 0
    for tag, _, _, start, end in _matched(first, other):
        if tag == "equal" or start == end:
            continue
        left, right = tokens[start].start(), tokens[end - 1].end()
        out += [(other[at:left], False), (other[left:right], True)]
        at = right
    return tuple(piece for piece in (*out, (other[at:], False)) if piece[0])


def left_out(first: str, other: str) -> tuple[str, ...]:
    """Return the words of ``first`` in whose place ``other`` has none."""
    tokens = list(_TOKEN.finditer(first))
    return tuple(
        first[tokens[start].start() : tokens[end - 1].end()]
        for tag, start, end, _, _ in _matched(first, other)
        if tag == "delete"
    )


def told_elsewhere(shelf: Shelf, short: str) -> dict[str, int]:
    """Return for each of a report's statements that others have too how many wordings there are."""
    statements, entries, reports = tables.statements, tables.entries.c, tables.reports.c
    others = statements.alias("others")
    with reading(shelf.engine) as connection:
        rows = connection.execute(
            select(entries.id, func.count())
            .join_from(tables.entries, statements, statements.c.key == entries.key)
            .join(tables.reports, reports.key == entries.report)
            .join(others, others.c.saying == statements.c.saying)
            .where(reports.short == short)
            .group_by(entries.id)
        ).all()
    return {row[0]: row[1] for row in rows if row[1] > 1}


def _matched(first: str, other: str) -> list[tuple[str, int, int, int, int]]:
    before, after = ([_plain(token) for token in _TOKEN.findall(text)] for text in (first, other))
    found = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    return [(str(tag), i, j, k, n) for tag, i, j, k, n in found]


def _plain(token: str) -> str:
    return token.translate(_SAME).casefold()
