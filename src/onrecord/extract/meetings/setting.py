"""Where and when an encounter is: the places and calendar expressions that hang on its words."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import timedelta

from spacy.tokens import Doc, Token

from onrecord.extract.meetings import words
from onrecord.record import Place, Span, Time
from onrecord.resolve.times import govern

_BEFORE_DAY = frozenset({"before", "after", "since", "until", "following"})
_APART = frozenset({("ahead", "of"), ("anniversary", "of"), ("up", "to")})
"""The words before a day beside which something is: ahead of it, in the run-up to it."""

_LINKS = frozenset({"pobj", "conj", "nummod", "compound", "nmod", "amod", "npadvmod", "appos"})
_STEPS = 5
_LATER = frozenset({"after", "following"})
_LENGTHS = {"day": 1, "week": 7}
_COUNTS = {"a": 1, "the": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_ON = frozenset({"on", "in", "at", "for", "during", "of"})
_TO = frozenset({"to", "into"})


_DIRECT = 0.7
"""Share of a date's confidence that is left where it dates the verb's own clause."""


class Setting:
    """The places and times of one report, by token."""

    def __init__(self, doc: Doc, places: Sequence[Place], times: Sequence[Time]) -> None:
        self.doc = doc
        self.times = [t for t in times if not self._is_name(t) and not self._beside(t)]
        self._starts = [time.span.start for time in self.times]
        self._place: dict[int, Place] = {}
        for place in places:
            for mention in place.mentions:
                span = doc.char_span(*mention, alignment_mode="expand")
                if span is not None:
                    self._place.update({token.i: place for token in span})

    def _is_name(self, time: Time) -> bool:
        """Whether a word taken for a date is a person's name: Theresa May."""
        words_ = self.doc.char_span(*time.span, alignment_mode="expand")
        return words_ is not None and any(t.ent_type_ == "PERSON" for t in words_)

    def _beside(self, time: Time) -> bool:
        """Whether something is before or after a day, and not on it: ahead of Veterans Day.

        So is what lies in the run-up to a day, or on a day's anniversary.
        """
        words_ = self.doc.char_span(*time.span, alignment_mode="expand")
        if words_ is None or words_.start < 1 or words_.root.dep_ == "poss":
            return False
        before = self.doc[words_.start - 1].lower_
        far = self.doc[words_.start - 2].lower_ if words_.start > 1 else ""
        return before in _BEFORE_DAY or (far, before) in _APART

    def at(self, token: Token) -> Place | None:
        """The place named at a token."""
        return self._place.get(token.i)

    def where(self, *tokens: Token | None, goal: bool = False) -> Place | None:
        """The place the first of ``tokens`` names that names any; ``goal`` reads "to" as well."""
        for token in tokens:
            if token is None:
                continue
            for child in token.children:
                place = self._by_child(child, goal=goal)
                if place is not None:
                    return place
        return None

    def _by_child(self, child: Token, *, goal: bool) -> Place | None:
        preposition = child.dep_ == "prep" and (
            child.lower_ in words.PLACE_PREPS or (goal and child.lower_ in _TO)
        )
        if child.dep_ == "prep" and child.lower_ == "on":
            preposition = any(c.lower_ in words.MARGINS for c in child.children)
        if preposition:
            return self._within(child)
        if child.dep_ == "appos" and self.at(child) is None:
            return self.where(child)  # the two summits, both in Vienna
        if child.dep_ in ("compound", "nmod", "npadvmod", "advmod", "appos"):
            return self.at(child)
        if goal and child.dep_ == "dobj":
            return self.at(child) or self._settled(child)
        return None

    def _within(self, preposition: Token) -> Place | None:
        """The first place in the phrase of a preposition, not in a clause inside it."""
        for child in preposition.children:
            if child.dep_ not in ("pobj", "prep"):
                continue
            if child.dep_ == "prep":
                found = self._within(child)
            else:
                found = self.at(child) or self._settled(child)
            if found is not None:
                return found
        return None

    def _settled(self, noun: Token) -> Place | None:
        """The place in a description: the border village of X, the Russian city of Y."""
        for child in noun.children:
            if child.dep_ in ("appos", "compound", "conj") and (place := self.at(child)):
                return place
            if child.dep_ == "prep" and (child.lower_ in words.PLACE_PREPS or child.lower_ == "of"):
                place = self._within(child)
                if place is not None:
                    return place
        return None

    def when(self, verb: Token) -> Time | None:
        """The calendar expression that dates what a verb says was done.

        A date that belongs to a clause around it is one of the same doing ("flew to Oslo on
        Monday to meet X"), but not where that clause plans or wants it ("agreed on Monday to
        meet X"). What something came before or after has a date of its own ("met after Monday's
        vote").
        """
        sentence = verb.sent
        first = bisect_left(self._starts, sentence.start_char)
        near = self.times[first : bisect_left(self._starts, sentence.end_char)]
        free = [t for t in near if not self._is_of_another(t, verb)]
        time = govern(self.doc, free, Span(verb.idx, verb.idx + len(verb)))
        if time is None:
            return None
        alone = next(t.confidence for t in free if t.span == time.span)
        outer = time.confidence < _DIRECT * alone
        beside = _clause_beside(verb)
        if beside is not None and not self._within_clause(time, beside.head):
            return _shifted(time, beside)
        aimed = verb.head.lemma_.lower() in words.PURSUE | words.INTEND | words.REFUSE
        return None if outer and aimed else time

    def _within_clause(self, time: Time, clause: Token) -> bool:
        """Whether a date stands in a clause, and is not of what is around it."""
        words_ = self.doc.char_span(*time.span, alignment_mode="expand")
        return words_ is not None and clause in (words_.root, *words_.root.ancestors)

    def _is_of_another(self, time: Time, verb: Token) -> bool:
        """Whether a date stands in a phrase that tells what a verb's doing came before or after."""
        words_ = self.doc.char_span(*time.span, alignment_mode="expand")
        if words_ is None:
            return False
        if any(token.dep_ == "mark" for token in words_):
            return True  # "a day before they met": a distance, measured from the date outside
        way = [words_.root, *words_.root.ancestors]
        return any(up.dep_ == "prep" and up.lower_ in _BEFORE_DAY and up.head == verb for up in way)

    def after(self, verb: Token) -> Time | None:
        """The date of what something followed: following his speech on Monday, X met Y."""
        for child in verb.children:
            if child.dep_ == "prep" and child.lower_ in _LATER:
                for noun in child.children:
                    if noun.dep_ == "pobj" and (time := self.inside(noun)) is not None:
                        return time
        return None

    def inside(self, noun: Token) -> Time | None:
        """The date in a noun phrase: Friday's summit, a meeting on Monday."""
        return next(self.all_inside(noun), None)

    def all_inside(self, noun: Token) -> Iterator[Time]:
        """Yield the dates in a noun phrase: the summits of 2000 and 2007."""
        for child in noun.children:
            if child.dep_ in ("relcl", "acl", "advcl", "conj", "appos"):
                continue
            if child.dep_ == "prep" and child.lower_ not in _ON:
                continue
            for time in self._within_phrase(child):
                if _dates(time) and self._hangs_on(time, child):
                    yield time

    def _within_phrase(self, token: Token) -> list[Time]:
        """The times whose words begin within a token's subtree."""
        last = token.right_edge
        first = bisect_left(self._starts, token.left_edge.idx)
        return self.times[first : bisect_left(self._starts, last.idx + len(last))]

    def _is_time(self, token: Token) -> bool:
        at = bisect_right(self._starts, token.idx) - 1
        return at >= 0 and token.idx < self.times[at].span.end

    def _hangs_on(self, time: Time, child: Token) -> bool:
        """Whether a date stands in the phrase of a noun's child itself, and not deeper in it."""
        span = self.doc.char_span(*time.span, alignment_mode="expand")
        if span is None:
            return False
        token = span.root
        for _ in range(_STEPS):
            if token == child:
                return True
            if token.dep_ not in _LINKS:
                return False
            token = token.head
            if token != child and not self._is_time(token):
                return False
        return False


def _dates(time: Time) -> bool:
    return time.type in ("date", "time") and time.start is not None


def _clause_beside(verb: Token) -> Token | None:
    """The "before" or "after" of a clause that a verb stands in, beside what is dated outside."""
    for up in (verb, *verb.ancestors):
        if up.dep_ not in ("advcl", "ccomp"):
            continue
        for child in up.children:
            if child.dep_ == "mark" and child.lower_ in ("before", "after"):
                return child
    return None


def _shifted(time: Time, mark: Token) -> Time | None:
    """The day so many days before or after another: on Monday, a day before they were to meet."""
    length = next((c for c in mark.head.children if c.dep_ == "npadvmod" and c.i < mark.i), None)
    if length is None or length.lemma_ not in _LENGTHS or time.start is None or time.end is None:
        return None
    number = next((c.lower_ for c in length.children if c.dep_ in ("det", "nummod")), "")
    count = int(number) if number.isdigit() else _COUNTS.get(number)
    if count is None:
        return None
    # What the dated doing came before comes after it.
    days = timedelta(days=count * _LENGTHS[length.lemma_] * (1 if mark.lower_ == "before" else -1))
    start, end = time.start + days, time.end + days
    return replace(time, start=start, end=end, value=None if start != end else start.isoformat())
