"""What a stretch of capitals names: a person, a body, or something else.

No single label of the parser is believed; each name is judged by all that the report shows of it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence

from onrecord.knowledge.common_words import common_words
from onrecord.knowledge.given_names import given_names
from onrecord.knowledge.places import place_key, places_named
from onrecord.resolve.cast import slug
from onrecord.resolve.known import is_known, is_leader
from onrecord.resolve.lexicon import (
    FEMALE,
    HONORIFICS,
    LOCATIVES,
    MALE,
    NOT_ACTORS,
    ORGANISATION_WORDS,
    PARTICLES,
    TITLE_ABBREVIATIONS,
    TITLES,
)
from onrecord.resolve.reading import Reading
from onrecord.resolve.trimming import trim, two_families
from onrecord.resolve.widening import NameSort, widened


def key_of(reading: Reading, start: int, end: int) -> str:
    """The name in lower case with single spaces, for counting."""
    return " ".join(reading.lower[start:end])


def label(
    reading: Reading,
    pieces: Sequence[tuple[int, int]],
    titles: Sequence[tuple[int, int]],
    bodies: Collection[int],
    completed: Mapping[int, int],
) -> dict[tuple[int, int], NameSort]:
    """Say of each piece what it names, by all that the report shows of it.

    ``bodies`` are the tokens of known bodies, ``completed`` the ends of completed titles by the
    titles' own ends.
    """
    title_ends = {end: start for start, end in titles}
    title_ends |= {end: title_ends[stop] for stop, end in completed.items() if stop in title_ends}
    votes: dict[str, Counter[str]] = {}
    for start, end in pieces:
        count = votes.setdefault(key_of(reading, start, end), Counter())
        for label in set(reading.labels[start:end]):
            count[label] += 1
        if _titled(reading, start, title_ends) or _explained(reading, start, end):
            count["titled"] += 1
        count[part_played(reading, start, end)] += 1
    first = {piece: _sort(reading, piece, votes[key_of(reading, *piece)]) for piece in pieces}
    first = _trimmed(reading, _cut(reading, first))
    full = {
        word
        for (start, end), sort in first.items()
        if sort == "person" and end - start > 1
        for word in _words(reading, start, end)
        if word not in PARTICLES and len(word) > 1
    }
    families = {key for key, count in votes.items() if count["PERSON"] or key in full}
    return {
        piece: "person" if _short_for(reading, piece, full) else sort
        for piece, sort in widened(reading, first, bodies, {start for start, _ in titles}).items()
        if _short_for(reading, piece, full) or not two_families(reading.lower, *piece, families)
    }


def _cut(
    reading: Reading, sorts: dict[tuple[int, int], NameSort]
) -> dict[tuple[int, int], NameSort]:
    """Cut a run of four and more words back to the person it begins with elsewhere.

    In a heading whose every word is a capital, "Jane Doe Hammers Bank" is one run.
    """
    short = {
        tuple(reading.lower[start:end])
        for (start, end), sort in sorts.items()
        if sort == "person" and end - start in (2, 3)
    }
    found: dict[tuple[int, int], NameSort] = {}
    for (start, end), sort in sorts.items():
        stop = end
        if end - start > 3 and sort != "unsure":
            for size in (3, 2):
                if tuple(reading.lower[start : start + size]) in short:
                    stop = start + size
                    break
        found[start, stop] = "person" if stop < end else sort
    return found


def _trimmed(
    reading: Reading, sorts: dict[tuple[int, int], NameSort]
) -> dict[tuple[int, int], NameSort]:
    """Cut persons' names free of words that are none of theirs; what is left of none is unsure."""
    persons = [piece for piece, sort in sorts.items() if sort == "person"]
    full = Counter(tuple(reading.lower[s:e]) for s, e in persons if e - s > 1)
    short = {reading.lower[s] for s, e in persons if e - s == 1 and _may_be_short(reading, s)}
    short |= {name[-1] for name in full if full[name] > 1}
    found: dict[tuple[int, int], NameSort] = {}
    for piece, sort in sorts.items():
        if sort != "person":
            found[piece] = sort
            continue
        kept = trim(reading, piece, full=full, short=short)
        if kept is not None:
            found[kept] = "person"
    return found


def _may_be_short(reading: Reading, at: int) -> bool:
    """Whether one word can be somebody's name: Mr. Young can, General Provisions cannot."""
    before = reading.lower[at - 1] if at else ""
    if reading.lower[at] not in common_words():
        return True
    return before in HONORIFICS or before in TITLE_ABBREVIATIONS


def _words(reading: Reading, start: int, end: int) -> list[str]:
    """The words of a name in lower case, and those joined by hyphens as one too."""
    words = reading.lower[start:end]
    joined = ["".join(words[i - 1 : i + 2]) for i in range(1, len(words) - 1) if words[i] == "-"]
    return words + joined


def _short_for(reading: Reading, piece: tuple[int, int], full: set[str]) -> bool:
    start, end = piece
    if any(word == "-" for word in reading.lower[start:end]):
        return "".join(reading.lower[start:end]) in full
    words = [w for w in reading.lower[start:end] if w not in PARTICLES and w[:1].isalpha()]
    return bool(words) and len(words) <= 2 and all(w in full for w in words)


def _titled(reading: Reading, start: int, title_ends: dict[int, int]) -> bool:
    title = title_ends.get(start)
    return title is not None and (
        reading.words[title][0].isupper() or reading.tags[start - 1] in ("NN", "NNP")
    )


def _explained(reading: Reading, start: int, end: int) -> bool:
    """Whether an apposition says what office a name holds, or who one is: Jane Doe, who leads."""
    if reading.lower[end : end + 1] != [","]:
        return False
    if reading.lower[end + 1 : end + 2] == ["who"] and end - start > 1:
        return True
    head = reading.head_of(start, end)
    return any(
        reading.deps[c] == "appos" and c > end and reading.tags[c] == "NN" and _office(reading, c)
        for c in reading.children[head]
    )


def _office(reading: Reading, noun: int) -> bool:
    return reading.lower[noun] in (TITLES | MALE | FEMALE) - _BODILY


_BODILY = frozenset({"general", "head", "representative", "leader", "founder", "analyst", "chair"})


def part_played(reading: Reading, start: int, end: int) -> str:
    """What the sentence makes of a name: an agent, a spot, or neither."""
    head = reading.head_of(start, end)
    dep, parent = reading.deps[head], reading.heads[head]
    if dep in ("nsubj", "poss", "agent"):
        return "agent"
    if dep == "pobj" and reading.lower[parent] in LOCATIVES:
        return "spot"
    if dep == "pobj" and reading.lower[parent] == "of" and reading.lower[reading.heads[parent]] in (
        "village", "town", "city", "province", "region", "port", "district", "island", "suburb",
    ):  # fmt: skip
        return "spot"
    return "neither"


_NO_PERSONS = ("ORG", "GPE", "FAC", "LOC", "NORP", "PRODUCT")


def _sort(reading: Reading, piece: tuple[int, int], votes: Counter[str]) -> NameSort:
    start, end = piece
    words = reading.lower[start:end]
    single = end - start == 1
    if any(word in NOT_ACTORS for word in words):
        return "unsure"
    if any(w in ORGANISATION_WORDS for w in words) and not votes["titled"]:
        # A lone Office or Fund is what is left of a name cut up.
        return "unsure" if single else "organisation"
    if votes["titled"] or (not single and is_known(reading.printed(start, end))):
        return "person"
    person = votes["PERSON"]
    other = max(votes[label] for label in _NO_PERSONS)
    if single and votes["agent"] and is_leader(words[0]) and not votes["GPE"]:
        return "person"
    if single and reading.words[start].isupper() and len(words[0]) > 1:
        return "organisation" if votes["ORG"] else "unsure"
    if single and (votes["spot"] > votes["agent"] or not votes["agent"]):
        return "unsure"
    bare = _no_bearer(reading, start, end) and not votes["agent"]
    if not single and other == votes["ORG"] and not bare and _bears_given_name(reading, start, end):
        return "person"
    if "NNPS" in reading.tags[start:end] and words[0] not in given_names():
        person = 0
    if not single and person and bare:
        return "unsure"
    if person and person >= other and not any(w[:1].isdigit() or "@" in w for w in words):
        return "person"
    if place_key(reading.printed(start, end)) in places_named():
        return "unsure"  # a city or a region, whatever the parser calls it
    if single and words[0] in given_names() and votes["agent"] and votes["ORG"]:
        return "person"  # Melania
    return _body(reading, piece, votes)


def _body(reading: Reading, piece: tuple[int, int], votes: Counter[str]) -> NameSort:
    """Whether what is nobody's name is a body's."""
    start, end = piece
    words, single = reading.lower[start:end], end - start == 1
    other = max(votes[label] for label in _NO_PERSONS)
    if single and votes["agent"] > max(1, votes["spot"]) and not (other or votes["PERSON"]):
        # What the parser has no label for and the report has act again and again.
        return "unsure" if words[0] in common_words() else "organisation"
    if votes["ORG"] and votes["ORG"] >= other:
        # One word the parser called an organisation once is more often a word than a body.
        return "unsure" if single and votes["ORG"] < 2 else "organisation"
    return "unsure"


def _no_bearer(reading: Reading, start: int, end: int) -> bool:
    """Whether two capitals name a thing: the last word is none of names, nor is the first.

    Grant Approval is nobody where the report writes of a grant; Max Boot is.
    """
    words = reading.lower[start:end]
    if words[-1] not in common_words() or is_known(reading.printed(start, end)):
        return False
    return words[0] not in given_names() or words[0] in reading.words


def _bears_given_name(reading: Reading, start: int, end: int) -> bool:
    """Whether two or three words are a person's by the tables, or by their first."""
    words = reading.words[start:end]
    if len(words) > 3 or "NNPS" in reading.tags[start:end] or not words[-1][:1].isupper():
        return False
    first = words[0].lower()
    return not given_names().keys().isdisjoint((first, slug(first))) or is_known(
        reading.printed(start, end)
    )
