"""How the report describes somebody it does not name, and for whom such a one speaks."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.record import Office
from onrecord.resolve.cast import Cast, Draft
from onrecord.resolve.phrases import Phrase, noun_of
from onrecord.resolve.reading import Reading
from onrecord.resolve.states import government

_LINKS = frozenset({"to", "of", "for", "from", "with", "at", "in"})


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
        if other.kind == "person" and other.country is not None:
            return government(cast, other.country)
    return None


def reach(reading: Reading, phrase: Phrase) -> int:
    """Where the phrase ends with the prepositional phrases that say whose it is."""
    end = phrase.end
    for child in reading.children[phrase.head]:
        if child == end and reading.lower[child] in _LINKS:
            end = _right_edge(reading, child)
    return end


def _right_edge(reading: Reading, token: int) -> int:
    edge = token + 1
    for child in reading.children[token]:
        if child > token and reading.deps[child] in (
            "pobj", "compound", "prep", "amod", "poss", "conj", "cc",
        ):  # fmt: skip
            edge = max(edge, _right_edge(reading, child))
    return edge


def describe(cast: Cast, phrase: Phrase) -> str:
    """The phrase without its article, names in full: senior adviser to Emmanuel Macron."""
    reading = cast.reading
    start, end = phrase.start, reach(reading, phrase)
    if phrase.determiner in ("definite", "indefinite") and start < phrase.head:
        start += 1
    parts: list[str] = []
    at = start
    while at < end:
        draft = cast.at(at)
        if draft is not None and draft.kind == "person":
            stop = at
            while stop < end and cast.at(stop) is draft:
                stop += 1
            parts = _without_title(parts, draft.offices)
            parts.append(draft.name)
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
