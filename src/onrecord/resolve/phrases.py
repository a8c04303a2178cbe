"""Noun phrases that describe people and bodies without naming them."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Literal

from onrecord.resolve.lexicon import BODY_NOUNS, GROUPS, PERSON_NOUNS, POSSESSIVES, word_set
from onrecord.resolve.reading import Reading

Determiner = Literal["definite", "indefinite", "possessive", "number", "bare"]

_LEFT = frozenset({"det", "amod", "compound", "poss", "nummod", "nmod", "predet", "case", "punct",
                   "advmod", "npadvmod", "quantmod"})  # fmt: skip
_DEFINITE = word_set("the this that these those both")
_INDEFINITE = word_set("a an another one some any no every each several many few most all")


@dataclass(frozen=True, slots=True)
class Phrase:
    """Tokens `[start, end)`, up to and including the noun ``head``; modifiers after it left out.

    ``owner`` is the token of the possessive pronoun, or the last one of the possessor's name.
    """

    start: int
    end: int
    head: int
    determiner: Determiner
    plural: bool
    owner: int | None = None
    number: str | None = None


_NOUNS = PERSON_NOUNS | BODY_NOUNS | GROUPS


def phrases(reading: Reading, taken: Collection[int]) -> Iterator[Phrase]:
    """Phrases around nouns for people and bodies, in text order.

    Nouns in ``taken`` (titles before names, names) begin none; nor do nouns that modify others
    or that say what somebody is (predicates, appositions to a name).
    """
    for i, tag in enumerate(reading.tags):
        if i in taken or reading.heading[i]:
            continue
        if tag == "CD" and _two(reading, i):
            yield phrase_at(reading, i)
        if tag[:2] != "NN":
            continue
        noun = reading.lemmas[i].lower() if tag in ("NNS", "NNPS") else reading.lower[i]
        if noun not in _NOUNS and reading.lower[i] not in _PAIRS:
            continue
        if reading.deps[i] in ("compound", "attr", "amod", "nmod", "npadvmod", "oprd"):
            continue
        yield phrase_at(reading, i)


_COLLECTIVE = word_set("pair duo police people youth staff personnel public crowd")
_PAIRS = word_set("pair duo two trio men women countries nations sides leaders")


def phrase_at(reading: Reading, head: int) -> Phrase:
    """The phrase around the noun ``head``."""
    start = head
    owner: int | None = None
    number: str | None = None
    determiner: Determiner = "bare"
    for child in reading.children[head]:
        dep, word = reading.deps[child], reading.lower[child]
        if child > head or dep not in _LEFT:
            continue
        start = min(start, _left_edge(reading, child))
        if dep == "poss":
            owner, determiner = child, "possessive"
        elif dep in ("det", "predet") and determiner == "bare":
            if word in _DEFINITE:
                determiner = "definite"
            elif word in _INDEFINITE:
                determiner = "indefinite"
        elif dep == "nummod":
            number = word
            if determiner == "bare":
                determiner = "number"
        elif word in POSSESSIVES:
            owner, determiner = child, "possessive"
    for i in range(start, head):
        if "\n" in reading.words[i]:
            start = i + 1
    while start < head and not reading.words[start][:1].isalnum():
        start += 1
    return Phrase(
        start=start,
        end=head + 1,
        head=head,
        determiner=determiner,
        plural=reading.tags[head] in ("NNS", "NNPS", "CD") or reading.lower[head] in _COLLECTIVE,
        owner=owner,
        number=number,
    )


def _two(reading: Reading, i: int) -> bool:
    """Whether a number stands for two people alone: the two met, talks between the two."""
    alone = reading.deps[i] in ("nsubj", "nsubjpass", "pobj", "dobj") and not any(
        child > i and reading.lower[child] == "of" for child in reading.children[i]
    )
    return alone and reading.lower[i] == "two" and reading.lower[i - 1 : i] == ["the"]


def _left_edge(reading: Reading, token: int) -> int:
    edge = token
    for child in reading.children[token]:
        if child < edge:
            edge = min(edge, _left_edge(reading, child))
    return edge


def noun_of(reading: Reading, phrase: Phrase) -> str:
    """The head noun in lower case, singular."""
    if reading.tags[phrase.head] in ("NNS", "NNPS"):
        return reading.lemmas[phrase.head].lower()
    return reading.lower[phrase.head]
