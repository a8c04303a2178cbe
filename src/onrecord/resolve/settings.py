"""In which time the words around a place of a report set what stands there."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

from onrecord.language.layers import Setting
from onrecord.record import Time
from onrecord.resolve.lexicon import SPEECH_VERBS, TIME_MODIFIERS, word_set
from onrecord.resolve.reading import Reading

_RECENT = timedelta(days=45)  # a day this near to the publication is still the report's present
_YEAR = re.compile(r"(?:19|20)\d\d(?:s|-\d\d)?$")
_PAST = word_set(
    """then ago during era under when since history historic historical decade decades century
    predecessor predecessors once earlier previously formerly later legacy anniversary back memoir
    memoirs biography died death born began begun served serving"""
)
_EARLIER = word_set("last earlier prior old two previous")
_LEAVING = word_set("resign quit leave die step fire oust depose kill replace succeed defeat serve")
_DUE = word_set("expect invite schedule slate await")
_DAYS = word_set(
    "monday tuesday wednesday thursday friday saturday sunday today yesterday tonight tomorrow"
)
_INDEFINITE = word_set("a an any another no every")
_CONDITIONS = word_set("if unless whether")


class Settings:
    """Tells for each place of a report in which time it is set."""

    def __init__(self, reading: Reading, times: Sequence[Time], published: date | None) -> None:
        self.reading = reading
        self.published = published
        self.bounds: dict[int, tuple[int, int]] = {}
        for i, number in enumerate(reading.sentence):
            first, _ = self.bounds.get(number, (i, i))
            self.bounds[number] = (first, i + 1)
        self.past = {
            reading.sentence[reading.tokens_at(time.span)[0]]
            for time in times
            if published is not None and time.end is not None and time.end < published - _RECENT
        }

    def of(self, start: int, end: int, name: int, name_end: int) -> Setting:
        """The setting of the title at tokens `[start, end)` of who is named at the other two."""
        setting = self._around(min(start, name))
        return self._liveness(name, name_end) if setting == "now" else setting

    def of_government(self, start: int, noun: int) -> Setting:
        """The setting of a government's name; "live" where its verb says that it is in power."""
        reading = self.reading
        before = reading.lower[max(0, start - 4) : start]
        said = {TIME_MODIFIERS.get(word, "") for word in before}
        if "former" in said or not _EARLIER.isdisjoint(before):
            return "past"
        if "future" in said or not _INDEFINITE.isdisjoint(before) or "would-be" in before:
            return "open"
        setting = self._around(start)
        if setting != "now":
            return setting
        at = noun
        while reading.deps[at] == "poss" and reading.heads[at] != at:
            at = reading.heads[at]
        if reading.deps[at] not in ("nsubj", "nsubjpass"):
            return "now"
        if reading.deps[reading.heads[at]] == "ccomp":
            # Critics say it is to blame: their words, and true of the past as well.
            return "now"
        tense = self._tense(reading.heads[at])
        return "live" if tense == "present" else "past" if tense == "past" else "open"

    def _around(self, at: int) -> Setting:
        reading = self.reading
        number = reading.sentence[at]
        first, last = self.bounds[number]
        words = reading.lower[first:last]
        if number in self.past or any(map(self._other_year, words)) or not _PAST.isdisjoint(words):
            return "past"
        verb = self._verb(at)
        if verb is not None and self._tense(verb) == "pluperfect":
            return "past"
        if reading.quote[at] >= 0:
            return "open"
        if verb is not None and (self._tense(verb) == "modal" or self._conditional(verb)):
            return "open"
        return "now"

    def _liveness(self, name: int, name_end: int) -> Setting:
        """Live where the one named is the subject of what goes on in the report's own days."""
        reading = self.reading
        head = reading.head_of(name, name_end)
        verb = reading.heads[head]
        expected = reading.deps[head] == "nsubjpass" and reading.lemmas[verb] in _DUE
        if reading.deps[head] != "nsubj" and not expected:
            return "now"
        if reading.tags[verb][:2] != "VB" or reading.lemmas[verb] in _LEAVING:
            return "now"
        tense = self._tense(verb)
        if tense == "present":
            return "live"
        first, last = self.bounds[reading.sentence[name]]
        dated = not _DAYS.isdisjoint(reading.lower[first:last])
        return (
            "live" if tense == "past" and dated and reading.lemmas[verb] in SPEECH_VERBS else "now"
        )

    def _other_year(self, word: str) -> bool:
        """Whether a word is a year other than the publication's."""
        if not _YEAR.match(word):
            return False
        return self.published is None or word != str(self.published.year)

    def _verb(self, token: int) -> int | None:
        """The verb that governs a token."""
        reading, at = self.reading, token
        while reading.heads[at] != at:
            at = reading.heads[at]
            if reading.tags[at][:2] == "VB":
                return at
        return None

    def _conditional(self, verb: int) -> bool:
        reading = self.reading
        return any(
            reading.deps[c] == "mark" and reading.lower[c] in _CONDITIONS
            for c in reading.children[verb]
        )

    def _tense(self, verb: int) -> str:
        """The tense of a verb with its auxiliaries: present, past, pluperfect, modal, none.

        "Will" is counted as present: who will attend is in office.
        """
        reading = self.reading
        auxiliaries = [c for c in reading.children[verb] if reading.deps[c] in ("aux", "auxpass")]
        words = {reading.lower[i] for i in auxiliaries}
        tags = {reading.tags[i] for i in [verb, *auxiliaries]}
        if words & {"will", "'ll", "’ll"}:
            return "present"
        if "MD" in tags:
            return "modal"
        if tags & {"VBZ", "VBP"}:
            return "present"
        if words & {"had", "'d", "’d"}:
            return "pluperfect"
        return "past" if "VBD" in tags else "none"
