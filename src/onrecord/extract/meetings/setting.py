"""Where and when an encounter is: the places and calendar expressions that hang on its words."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc, Token

from onrecord.extract.meetings import words
from onrecord.record import Place, Span, Time
from onrecord.resolve.times import govern

_TO = frozenset({"to", "into"})


class Setting:
    """The places and times of one report, by token."""

    def __init__(self, doc: Doc, places: Sequence[Place], times: Sequence[Time]) -> None:
        self.doc = doc
        self.times = times
        self._place: dict[int, Place] = {}
        for place in places:
            for mention in place.mentions:
                span = doc.char_span(*mention, alignment_mode="expand")
                if span is not None:
                    self._place.update({token.i: place for token in span})

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

    def when(self, *tokens: Token | None) -> Time | None:
        """The calendar expression that dates the first of ``tokens`` that any dates."""
        for token in tokens:
            if token is None:
                continue
            inside = self.inside(token)
            if inside is not None:
                return inside
            time = govern(self.doc, self.times, Span(token.idx, token.idx + len(token)))
            if time is not None:
                return time
        return None

    def inside(self, token: Token) -> Time | None:
        """A date in the noun phrase itself: Friday's summit, a meeting on Monday."""
        if token.pos_ not in ("NOUN", "PROPN"):
            return None
        for child in token.children:
            if child.dep_ in ("relcl", "acl", "advcl", "conj", "appos"):
                continue
            if child.dep_ == "prep" and child.lower_ not in ("on", "in", "at", "for", "during"):
                continue
            first, last = child.left_edge.idx, child.right_edge.idx + len(child.right_edge)
            for time in self.times:
                if first <= time.span.start and time.span.end <= last and _dates(time):
                    return time
        return None


def _dates(time: Time) -> bool:
    return time.type in ("date", "time") and time.start is not None
