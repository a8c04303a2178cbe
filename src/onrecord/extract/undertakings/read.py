"""Finding the words that take an act on, and handing each to the rules for its kind."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from onrecord.extract.clauses import VERBAL, agent_of, is_passive
from onrecord.extract.undertakings import constructions
from onrecord.extract.undertakings.complements import is_predicate
from onrecord.extract.undertakings.nouns import of_adjective, of_noun
from onrecord.extract.undertakings.undertaking import Undertaking
from onrecord.extract.undertakings.verbs import of_verb
from onrecord.extract.undertakings.words import (
    ADJECTIVES,
    DEVOTED,
    NOUNS,
    OPENERS,
    PARTICIPLES,
    PARTICLES,
    RESISTING,
    VERBS,
)


def undertakings(doc: Doc) -> Iterator[Undertaking]:
    """Yield every undertaking in ``doc``, in the order of the words that express it."""
    strings = doc.vocab.strings
    wanted = {strings[w] for w in _lemmas() if w in strings}
    lemmas, lower = doc.to_array("LEMMA").tolist(), doc.to_array("LOWER").tolist()
    for i, lemma in enumerate(lemmas):
        if lemma in wanted or lower[i] in wanted:
            yield from _at(doc[i])


def _lemmas() -> frozenset[str]:
    with_particle = {verb for verb, _ in PARTICLES}
    modals = {"will", "would", "shall", "may", "might", "'ll", "’ll", "wo", "going", "is", "are"}
    return frozenset(
        (*VERBS, *ADJECTIVES, *PARTICIPLES, *NOUNS, *DEVOTED, *OPENERS, *modals, *with_particle,
         *RESISTING, "leave", "hesitate", "already", "now", "was", "were")
    )  # fmt: skip


def _at(token: Token) -> Iterator[Undertaking]:
    lemma = token.lemma_.lower()
    if token.tag_ == "MD":
        yield from constructions.modal(token)
    elif token.pos_ == "ADV" and token.lower_ in ("already", "now"):
        yield from constructions.under_way(token)
    elif lemma in ADJECTIVES and token.pos_ == "ADJ":
        yield from of_adjective(token, ADJECTIVES[lemma])
    elif token.pos_ in VERBAL:
        yield from _verb(token, lemma)
    elif token.pos_ == "NOUN" and lemma in NOUNS:
        yield from of_noun(token, NOUNS[lemma])


def _verb(verb: Token, lemma: str) -> Iterator[Undertaking]:
    if verb.tag_ == "VBN" and lemma in PARTICIPLES and is_predicate(verb):
        yield from of_adjective(verb, PARTICIPLES[lemma])
    elif lemma in constructions.CONSTRUCTIONS:
        yield from constructions.CONSTRUCTIONS[lemma](verb)
    elif not is_passive(verb) or agent_of(verb) is not None:
        yield from of_verb(verb, lemma)
        if lemma in OPENERS:
            yield from constructions.opened(verb)
