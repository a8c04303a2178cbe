"""Verbs that take an act on: "pledged to", "agreed that it would", "ruled out", "is weighing"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from onrecord.extract.clauses import VERBAL, children, mark_of
from onrecord.extract.undertakings.complements import complement, idea, parted, will
from onrecord.extract.undertakings.undertaking import Undertaking, made
from onrecord.extract.undertakings.words import (
    CALLS,
    DEVOTED,
    MEANS,
    NOMINAL,
    PARTICLES,
    PENDING,
    RESISTING,
    VERBS,
)
from onrecord.record import Strength


def of_verb(verb: Token, lemma: str) -> Iterator[Undertaking]:
    """Yield what an active verb, or a passive one with its agent, takes on."""
    for (word, part), strength in PARTICLES.items():
        if word == lemma and (act := parted(verb, part)) is not None:
            yield from made(verb, strength, act, also=part)
            return
    if lemma in ("refuse", "decline"):
        for clause in children(verb, "xcomp"):
            if clause.lemma_.lower() == "rule" and (act := parted(clause, "out")) is not None:
                yield from made(verb, "considers", act)  # refused to rule it out
                return
    if lemma in RESISTING:
        for call in children(verb, "dobj"):
            if call.lemma_.lower() in CALLS and (act := complement(call)) is not None:
                yield from made(verb, "refuses", act)
                return
    if lemma in DEVOTED:
        for thing in children(verb, "dobj"):
            yield from made(verb, "promises", thing)
    elif lemma in VERBS and _allowed(verb, lemma):
        yield from _with_complement(verb, lemma, VERBS[lemma])


def _with_complement(verb: Token, lemma: str, strength: Strength) -> Iterator[Undertaking]:
    for clause in children(verb, "xcomp", "ccomp", "advcl"):
        if _is_act(clause, verb, lemma):
            own = bool(children(clause, "nsubj", "nsubjpass", "expl"))
            yield from made(verb, strength, clause, clause=own)
            return
    if lemma == "agree":
        return
    for thing in children(verb, "dobj"):
        if thing.i < verb.i or thing.tag_ == "PRP":
            continue
        if (inner := idea(thing)) is not None:
            yield from made(verb, strength, inner)
        elif lemma in NOMINAL and _nominal(verb, lemma, thing):
            yield from made(verb, strength, thing)


def _is_act(clause: Token, verb: Token, lemma: str) -> bool:
    """Whether a verb's clause is what is taken on: "agreed to go", not "agreed that it is late"."""
    if clause.pos_ not in VERBAL:
        return False
    if clause.i < verb.i and not (clause.dep_ == "ccomp" and will(clause)):
        return False
    own = children(clause, "nsubj", "nsubjpass", "expl")
    to = any(c.tag_ == "TO" for c in clause.lefts)
    if clause.dep_ == "advcl" and (mark_of(clause) or own or not to):
        return False
    whether = any(c.lower_ in ("whether", "if") for c in clause.lefts)
    if whether and lemma in ("decide", "agree", "promise"):
        return False
    if own:
        takes_none = lemma in ("want", "begin", "start", "threaten", "offer")
        return not takes_none and (whether or will(clause))
    if clause.tag_ == "VBG":
        return lemma not in ("agree", "want", "decide")
    return to or whether


def _allowed(verb: Token, lemma: str) -> bool:
    """Some verbs speak of an own act only in one form: "could imagine", "is discussing whether"."""
    if lemma == "imagine":
        return any(c.lower_ in ("could", "can") for c in children(verb, "aux"))
    if lemma in ("discuss", "debate"):
        clauses = children(verb, "ccomp")
        return any(c.lower_ == "whether" for clause in clauses for c in clause.lefts)
    return True


def _nominal(verb: Token, lemma: str, thing: Token) -> bool:
    """Whether an object alone is an act: pledged aid, is weighing tariffs."""
    if lemma in PENDING:
        going_on = verb.tag_ == "VBG" or any(c.tag_ == "MD" for c in children(verb, "aux"))
        return going_on and not children(verb, "oprd")
    if lemma == "commit":
        counted = any(c.dep_ == "nummod" for c in thing.children)
        return thing.lemma_.lower() in MEANS or counted
    return thing.pos_ in ("NOUN", "PROPN", "NUM") or thing.ent_type_ == "MONEY"
