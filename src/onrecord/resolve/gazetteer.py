"""Names the knowledge tables know, found in a report."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal, TypeAlias

from onrecord import knowledge
from onrecord.knowledge.common_words import common_words
from onrecord.resolve.lexicon import SPEECH_VERBS
from onrecord.resolve.reading import Reading

Sort: TypeAlias = Literal[
    "state", "adjective", "people", "capital", "seat", "organisation", "outlet", "region", "bloc"
]

_PIECE = re.compile(r"[^\W_]+(?:['’.&][^\W_]+)*\.?|-|&", re.UNICODE)


@dataclass(frozen=True, slots=True)
class Entry:
    """What a printed name can mean: ``id`` is an alpha-3 code or a table's id.

    ``body`` is the id of the body a seat of power stands for and ``kind`` what that body is;
    ``noun`` says what sort of organisation one is.
    """

    sort: Sort
    id: str
    name: str
    country: str | None = None
    known_as: str | None = None
    body: str | None = None
    kind: str | None = None
    noun: str | None = None


@dataclass(frozen=True, slots=True)
class Phrase:
    """A printed name as tokens in lower case; ``small`` where it is printed in small letters.

    ``exact`` is an acronym, whose capitals must be as given.
    """

    tokens: tuple[str, ...]
    entry: Entry
    exact: str | None = None
    small: bool = False


@dataclass(frozen=True, slots=True)
class Match:
    """Tokens `[start, end)` of a reading that print a known name."""

    start: int
    end: int
    entries: tuple[Entry, ...]

    def entry(self, *sorts: Sort) -> Entry | None:
        """The first meaning of one of ``sorts``."""
        for entry in self.entries:
            if entry.sort in sorts:
                return entry
        return None


def _pieces(name: str) -> tuple[str, ...]:
    """The name as the tokeniser cuts it: hyphens and possessive endings apart."""
    pieces: list[str] = []
    for piece in _PIECE.findall(name.replace("’", "'")):
        stem = piece.removesuffix("'s")
        pieces += [piece] if stem == piece else [stem, "'s"]
    return tuple(pieces)


def _phrase(printed: str, entry: Entry) -> Phrase | None:
    tokens = _pieces(printed.removeprefix("the ").removeprefix("The "))
    if not tokens:
        return None
    short = len(tokens) == 1 and tokens[0].replace(".", "").isupper() and len(tokens[0]) <= 5
    return Phrase(
        tokens=tuple(token.lower() for token in tokens),
        entry=entry,
        exact=tokens[0] if short else None,
        small=not tokens[0][:1].isupper(),
    )


@cache
def phrases() -> dict[str, tuple[Phrase, ...]]:
    """All phrases of the tables by their first token, longest first."""
    found: dict[str, list[Phrase]] = {}
    for printed in knowledge.known_names():
        for reading in _ranked(printed):
            entry = _entry(reading)
            phrase = _phrase(printed, entry) if entry is not None else None
            if phrase is not None:
                found.setdefault(phrase.tokens[0], []).append(phrase)
    return {
        first: tuple(sorted(some, key=lambda p: -len(p.tokens))) for first, some in found.items()
    }


def _ranked(printed: str) -> list[knowledge.Reading]:
    """The readings of a name, the likeliest first where the tables rank them."""
    some = list(knowledge.readings(printed))
    ranked = knowledge.ambiguities().get(printed)
    if ranked is not None:
        order = {name: i for i, name in enumerate(ranked.readings)}
        some.sort(key=lambda r: order.get(f"{r.table}:{r.id}", len(order)))
    return some


def state_name(country: str) -> str:
    """The English name of a state, with its article, by alpha-3 code."""
    state = knowledge.state_by_id().get(country)
    return state.name_in_text if state is not None else country


def _seat(seat: knowledge.Seat) -> Entry:
    return Entry(
        sort="seat",
        id=seat.id,
        name=seat.body or seat.name,
        country=seat.country,
        body=seat.stands_for,
        kind=seat.body_kind,
    )


def _organisation(body: knowledge.Organisation) -> Entry:
    return Entry(
        sort="organisation",
        id=body.id,
        name=body.name,
        country=body.country,
        known_as=body.wikidata,
        noun=body.kind,
    )


@cache
def _tables() -> dict[str, dict[str, Entry]]:
    """Entries by table and id."""
    return {
        "state": {
            s.id: Entry(sort="state", id=s.id, name=s.name, country=s.id, known_as=s.wikidata)
            for s in knowledge.states()
        },
        "region": {
            r.id: Entry(sort="region", id=r.id, name=r.name, country=r.country)
            for r in knowledge.regions()
        },
        "seat": {s.id: _seat(s) for s in knowledge.seats()},
        "organisation": {o.id: _organisation(o) for o in knowledge.organisations()},
        "outlet": {
            o.id: Entry(sort="outlet", id=o.id, name=o.name, country=o.country)
            for o in knowledge.outlets()
        },
        "group": {
            g.id: Entry(sort="bloc", id=g.id, name=g.names[0])
            for g in knowledge.state_groups()
            if g.names and g.id not in knowledge.organisation_by_id()
        },
    }


_FORMS: dict[str, Sort] = {
    "adjective": "adjective", "person": "people", "people": "people", "capital": "capital",
}  # fmt: skip


def _entry(reading: knowledge.Reading) -> Entry | None:
    entry = _tables()[reading.table].get(reading.id)
    if entry is None or reading.form == "name":
        return entry
    if reading.table == "group":
        return None  # allied, Nordic: no body of its own
    if reading.table == "region":
        return entry if reading.form == "capital" else None
    return replace(entry, sort=_FORMS[reading.form])


def find(reading: Reading) -> list[Match]:
    """The longest known names in ``reading``, in text order, none overlapping another."""
    table = phrases()
    found: list[Match] = []
    at, lower, n = 0, reading.lower, len(reading)
    while at < n:
        some = table.get(lower[at])
        match = _longest(reading, at, some) if some else None
        if match is None:
            at += 1
        else:
            found.append(match)
            at = match.end
    return _told_apart(found)


def _told_apart(found: list[Match]) -> list[Match]:
    """Of what a name can mean, put first what the report spells out elsewhere.

    Where the Rapid Support Forces are named, RSF is not Reporters Without Borders.
    """
    spelt = {m.entries[0].id for m in found if m.end - m.start > 1 and len(m.entries) == 1}
    return [
        replace(match, entries=tuple(sorted(match.entries, key=lambda e: e.id not in spelt)))
        if len(match.entries) > 1
        else match
        for match in found
    ]


def _longest(reading: Reading, at: int, some: tuple[Phrase, ...]) -> Match | None:
    entries: list[Entry] = []
    size = 0
    for phrase in some:
        length = len(phrase.tokens)
        if length < size:
            break
        if _prints(reading, at, phrase.tokens) and _cased(reading, at, phrase):
            size = length
            entries.append(phrase.entry)
    return Match(at, at + size, tuple(dict.fromkeys(entries))) if entries else None


def _prints(reading: Reading, at: int, tokens: tuple[str, ...]) -> bool:
    lower = reading.lower
    if at + len(tokens) > len(lower):
        return False
    return all(
        lower[at + k] == token or (token == "'s" and lower[at + k] == "’s")
        for k, token in enumerate(tokens)
        if k
    )


def _cased(reading: Reading, at: int, phrase: Phrase) -> bool:
    """Whether the capitals are those of a name: ``US`` is not ``us``, ``Nato`` is NATO."""
    word = reading.words[at]
    if phrase.exact is not None:
        if reading.tags[at] == "PRP":
            return False  # "I" is no paper
        body = phrase.entry.sort in ("organisation", "bloc") and len(phrase.exact) > 3
        return word == phrase.exact or (body and word == phrase.exact.capitalize())
    if len(phrase.tokens) == 1 and not _nameable(reading, at, phrase.entry.sort):
        return False
    # Some papers print "UN security council": the first capital decides.
    return phrase.small or word[:1].isupper()


def _nameable(reading: Reading, at: int, sort: Sort) -> bool:
    """Whether one word is a name there: a paper's name may be a common word (Time, The Sun)."""
    if sort == "outlet":
        around = [i for i in (at - 1, at + 1) if 0 <= i < len(reading)]
        if any(reading.tags[i] == "NNP" and reading.words[i][:1].isupper() for i in around):
            return reading.labels[at] == "ORG" and reading.words[at].isupper()
        if reading.lower[at] in common_words():
            return _printed_as_title(reading, at)
        return reading.labels[at] == "ORG" or reading.lower[at - 1 : at] == ["the"]
    return reading.tags[at] in ("NNP", "NNPS", "JJ", "NNS", "NN") or reading.labels[at] != ""


def _printed_as_title(reading: Reading, at: int) -> bool:
    """Whether a common word (Nation, Time) is a paper there: as The Nation said."""
    article = reading.words[at - 1 : at] == ["The"]
    inside = article and at >= 2 and reading.sentence[at - 2] == reading.sentence[at]
    head = reading.heads[at]
    says = reading.deps[at] == "nsubj" and reading.lemmas[head] in SPEECH_VERBS
    return inside or (article and says and reading.labels[at] == "ORG")
