"""How the report describes somebody it does not name, and for whom such a one speaks."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.record import Office
from onrecord.resolve.cast import Cast, Draft
from onrecord.resolve.gazetteer import Match
from onrecord.resolve.lexicon import (
    BODY_NOUNS,
    FEMALE,
    GROUPS,
    MALE,
    PERSON_NOUNS,
    POSSESSIVES,
    RANKS,
    word_set,
)
from onrecord.resolve.phrases import Phrase, noun_of
from onrecord.resolve.reading import Reading
from onrecord.resolve.representing import speaks_for_state, titles_of_states
from onrecord.resolve.states import government, presidency

_SAME = word_set("the this that these those same entire whole 's ’s")
_OFFICES = word_set(
    "minister secretary chancellor president premier ambassador envoy diplomat adviser advisor"
)
_LEADING = word_set("president premier chancellor king queen emir sultan minister")
_LINKS = frozenset({"to", "of", "for", "from", "with", "at", "in", "representing"})


class Describer:
    """Takes in whom the report describes without a name, and tells repetitions from news."""

    def __init__(self, cast: Cast, known: Sequence[Match]) -> None:
        self.cast = cast
        self.reading = cast.reading
        self._known_at = {i: m for m in known for i in range(m.start, m.end)}

    def country(self, phrase: Phrase) -> str | None:
        """The state whose adjective or name stands in the phrase or is its possessor."""
        for i in range(phrase.start, phrase.head):
            match = self._known_at.get(i)
            if match is not None:
                entry = match.entry("state", "adjective", "people", "seat", "capital")
                if entry is not None:
                    return entry.country
        return self._owners(phrase)

    def _owners(self, phrase: Phrase) -> str | None:
        """The state whose office it is by a pronoun: Kenya said its top diplomat would go."""
        owner = phrase.owner
        if owner is None or self.reading.lower[owner] not in POSSESSIVES:
            return None
        if noun_of(self.reading, phrase) not in _OFFICES:
            return None
        draft = self.cast.at(owner)
        if draft is None or draft.kind not in ("state", "government", "person"):
            return None
        return draft.country if draft.kind != "person" or _leads(draft) else None

    def introduce(self, phrase: Phrase) -> Draft:
        """A new draft for somebody the report describes without a name."""
        noun = noun_of(self.reading, phrase)
        body = noun in BODY_NOUNS and noun not in PERSON_NOUNS
        people = phrase.plural and (noun in PERSON_NOUNS or noun in BODY_NOUNS or noun in GROUPS)
        draft = Draft(
            kind="group" if people else "organisation" if body else "unnamed",
            name=describe(self.cast, phrase),
            country=self.country(phrase),
            plural=phrase.plural,
            published=False,
            confidence=0.7,
        )
        draft.roles.add(noun)
        if noun in MALE:
            draft.votes["m"] += 3
        elif noun in FEMALE:
            draft.votes["f"] += 3
        draft.represents = represented(self.cast, phrase, draft.country)
        if body and phrase.owner is not None:
            draft.represents = self.cast.at(phrase.owner)
        return self.cast.add(draft)

    def repeats(self, draft: Draft, phrase: Phrase) -> bool:
        """Whether a phrase says nothing new of a draft (Haghighi and Klein, EMNLP 2009).

        The European team is not the Afghan team; "the group that won" tells one from others.
        """
        if not self.plain(phrase):
            return False
        reading = self.reading
        new = {reading.lower[i] for i in range(phrase.start, phrase.head)} - _SAME
        if not new:
            return True
        known = set(draft.name.lower().split())
        for start, end, form in draft.ranges:
            if form != "pronoun":
                known.update(reading.lower[start:end])
        owner = self.cast.at(phrase.owner) if phrase.owner is not None else None
        if owner is not None and owner in (draft.represents, *draft.members):
            return True
        return new <= known or self.country(phrase) == draft.country is not None

    def plain(self, phrase: Phrase) -> bool:
        """Whether no clause after the noun tells which one is meant."""
        reading, head = self.reading, phrase.head
        return not any(
            reading.deps[c] in ("relcl", "acl")
            and reading.lower[c - 1 : c] != [","]
            and reading.lower[phrase.end : phrase.end + 1] != [","]
            for c in reading.children[head]
        )


def _leads(person: Draft) -> bool:
    """Whether a person leads a state, so that his foreign minister is his country's."""
    words = (set(title.lower().split()) for title in titles_of_states(person))
    return any(title & _LEADING and not title & RANKS for title in words)


def represented(cast: Cast, phrase: Phrase, country: str | None) -> Draft | None:
    """Whom an unnamed official speaks for: the state named, or the body or person served."""
    noun = noun_of(cast.reading, phrase)
    if noun not in ("official", "spokesman", "spokeswoman", "spokesperson", "diplomat",
                    "minister", "aide", "adviser", "advisor", "envoy", "ambassador",
                    "negotiator", "secretary", "source"):  # fmt: skip
        return None
    if country is not None:
        return government(cast, country)
    for i in range(phrase.start, reach(cast.reading, phrase)):
        other = cast.at(i)
        if other is None:
            continue
        if other.kind in ("government", "organisation"):
            return other
        if other.kind == "person" and (served := _behind(cast, other)) is not None:
            return served
    return None


def _behind(cast: Cast, person: Draft) -> Draft | None:
    """The body an aide to a person serves: the presidency of a president, else the government."""
    for office in person.offices:
        if office.claimed == "current" and office.title == "President" and office.of is not None:
            return presidency(cast, office.of) or government(cast, office.of)
    if person.country is None or not speaks_for_state(person):
        return None  # a senator's aide does not speak for the government
    return government(cast, person.country)


def reach(reading: Reading, phrase: Phrase) -> int:
    """Where the phrase ends with the prepositional phrases that say whose it is."""
    end = phrase.end
    for child in reading.children[phrase.head]:
        # "Accused the rebels of attacking" says what they did, not whose they are.
        doing = any(reading.deps[c] == "pcomp" for c in reading.children[child])
        if child == end and not doing and reading.lower[child] in _LINKS:
            end = _right_edge(reading, child)
    return end


def _right_edge(reading: Reading, token: int) -> int:
    edge = token + 1
    for child in reading.children[token]:
        if child > token and reading.deps[child] in (
            "pobj", "dobj", "compound", "prep", "amod", "poss", "conj", "cc",
        ):  # fmt: skip
            edge = max(edge, _right_edge(reading, child))
    return edge


def describe(cast: Cast, phrase: Phrase) -> str:
    """The phrase without its article, names in full: senior adviser to Emmanuel Macron."""
    reading = cast.reading
    start, end = phrase.start, reach(reading, phrase)
    if phrase.determiner in ("definite", "indefinite") and start < phrase.head:
        start += 1
    while start < phrase.head and reading.tags[start] == "RB" and reading.lower[start] != "at":
        start += 1  # even, only
    while end - 1 > phrase.head and reading.tags[end - 1] == "CC":
        end -= 1  # "and" of a list that goes on elsewhere
    parts: list[str] = []
    at = start
    while at < end:
        draft = cast.at(at)
        if draft is not None and draft.kind == "person":
            stop = at
            while stop < end and cast.at(stop) is draft:
                stop += 1
            parts = _without_title(parts, draft.offices)
            owner = stop == at + 1 and reading.lower[at] in POSSESSIVES
            parts.append(f"{draft.name}’s" if owner else draft.name)
            at = stop
            continue
        word = reading.words[at]
        if parts and reading.joined(at):
            parts[-1] += word
        else:
            parts.append(word)
        at += 1
    return " ".join(parts) or reading.words[phrase.head]


def _without_title(parts: list[str], offices: Sequence[Office]) -> list[str]:
    for office in offices:
        words = office.as_written.split()
        if words and parts[-len(words) :] == words:
            return parts[: -len(words)]
    return parts


def may_be(draft: Draft, noun: str, country: str | None) -> bool:
    """Whether nothing the report says of the draft speaks against the description."""
    if (draft.votes["f"] and noun in MALE) or (draft.votes["m"] and noun in FEMALE):
        return False
    return country is None or draft.country in (None, country)
