"""What a person types to search, in the two databases' full-text languages.

Words must all occur, in any form of the word; ``"quoted words"`` stand together, ``-word`` must
not occur, ``OR`` between two asks for either.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from onrecord.errors import SettingsError

_TERM = re.compile(r"(-?)(?:[\"“„]([^\"”“]*)[\"”“]?|(\S+))")
_TOKEN = re.compile(r"\w+")
MARK_ON, MARK_OFF = "\x02", "\x03"
"""What the databases put around found words; no report's text keeps these two."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """Groups of alternatives, each alternative a phrase of one or more words; and exclusions."""

    wanted: tuple[tuple[str, ...], ...]
    unwanted: tuple[str, ...]

    def fts5(self, tags: Sequence[Sequence[str]]) -> str:
        """Return the query for SQLite's FTS5; of each group of ``tags`` one must be there."""
        every = " AND ".join(map(_either, self.wanted))
        parts = [f"text : ({every})"] if self.wanted else []
        parts += [f"tags : {_either(group)}" for group in tags]
        query = " AND ".join(parts)
        return f"({query}) NOT text : {_either(self.unwanted)}" if self.unwanted else query

    def websearch(self) -> str:
        """Return the query for PostgreSQL's ``websearch_to_tsquery``."""
        groups = [" or ".join(map(_quoted, group)) for group in self.wanted]
        return " ".join([*groups, *(f"-{_quoted(phrase)}" for phrase in self.unwanted)])


def parse(words: str) -> Query:
    """Return the query that ``words`` ask; ``SettingsError`` where they only exclude."""
    wanted: list[tuple[str, ...]] = []
    unwanted: list[str] = []
    joined = False
    for minus, quoted, bare in _TERM.findall(words):
        if bare == "OR" and not minus and wanted:
            joined = True
            continue
        phrase = " ".join(_TOKEN.findall(quoted or bare))
        if not phrase:
            continue
        if minus:
            unwanted.append(phrase)
        elif joined:
            wanted[-1] = (*wanted[-1], phrase)
        else:
            wanted.append((phrase,))
        joined = False
    if unwanted and not wanted:
        raise SettingsError(f"search {words!r} only excludes words; give one to look for")
    return Query(wanted=tuple(wanted), unwanted=tuple(unwanted))


def _either(phrases: Iterable[str]) -> str:
    """Return FTS5's words for one of several phrases; quoted, nothing in them is an operator."""
    return f"({' OR '.join(_quoted(phrase) for phrase in phrases)})"


def _quoted(phrase: str) -> str:
    return f'"{phrase}"'


def marked(snippet: str) -> tuple[tuple[str, bool], ...]:
    """Return a database's snippet in pieces, each with whether it was looked for."""
    pieces: list[tuple[str, bool]] = []
    for number, part in enumerate(snippet.split(MARK_ON)):
        found, _, rest = part.partition(MARK_OFF) if number else ("", "", part)
        pieces += [(found, True)] if found else []
        pieces += [(rest, False)] if rest else []
    return tuple(pieces)
