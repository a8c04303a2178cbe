"""Titles that share a name, and names that share a title.

"Presidents A and B", "Deputy Prime Minister and Minister of Finance A", "A, Senior Adviser to
the President and Director of Communications".
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from onrecord.resolve.lexicon import TITLE_MODIFIERS
from onrecord.resolve.reading import Reading
from onrecord.resolve.titled import Titled, TitleReader
from onrecord.resolve.titles import is_plural

_AND = frozenset({"and", "&"})
_BETWEEN = _AND | {","}
_MOST = 8  # names that share a title, offices of one person


class JoinedTitles:
    """Reads the titles of one report that stand in lists.

    ``titles`` are their first tokens by the token after them, ``completed`` the ends of titles'
    own words by the ends of what completes them, ``name_at`` the ends of persons' names.
    """

    def __init__(
        self,
        reading: Reading,
        titled: TitleReader,
        *,
        titles: Mapping[int, int],
        completed: Mapping[int, int],
        name_at: Mapping[int, int],
    ) -> None:
        self.reading = reading
        self.titled = titled
        self.titles = titles
        self.starts = {start: stop for stop, start in titles.items()}
        self.completed = completed
        self.name_at = name_at
        self.name_ends = {end: start for start, end in name_at.items()}

    def of_several(self, start: int) -> Titled | None:
        """The title in the plural that a list of names begins with, for a later name of it."""
        reading, at = self.reading, start
        for _ in range(_MOST):
            before = at
            while before > 1 and reading.lower[before - 1] in _BETWEEN:
                before -= 1
            if before == at or before not in self.name_ends:
                return None
            at = self.name_ends[before]
            title = self.titles.get(at)
            if title is not None:
                return self.titled.read(title, at) if is_plural(reading.lower[at - 1]) else None
        return None

    def before(self, found: Titled) -> Titled | None:
        """The deputy's title joined to the one that stands before a name: both are its bearer's.

        Only a deputy's: "the President and Prime Minister A" are two.
        """
        at = found.start - 1
        if at < 1 or self.reading.lower[at] not in _AND:
            return None
        stop = self.completed.get(at, at)
        title = self.titles.get(stop)
        if title is None:
            return None
        first = self.titled.read(title, stop)
        return first if "deputy" in self.reading.lower[first.start : stop] else None

    def after(self, end: int) -> Iterator[Titled]:
        """Further offices of a person after the first, which ends before token ``end``."""
        reading, at = self.reading, end
        for _ in range(_MOST):
            if at + 1 >= len(reading) or reading.lower[at] not in _AND:
                return
            start = at + 1
            while start < len(reading) and self._modifies(start) and start not in self.starts:
                start += 1
            stop = self.starts.get(start)
            if stop is None or stop in self.name_at or self._owned(stop):
                return
            found = self.titled.read(start, stop)
            yield found
            at = found.end

    def _owned(self, stop: int) -> bool:
        """Whether a title is only spoken of: A, mayor and governor's aide."""
        return self.reading.lower[stop : stop + 1] in (["'s"], ["’s"], ["'"], ["’"])

    def _modifies(self, at: int) -> bool:
        reading = self.reading
        return reading.words[at][:1].isupper() or reading.lower[at] in TITLE_MODIFIERS
