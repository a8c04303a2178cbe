"""Constructions that take an act on by grammar: "will send", "is to close", "is already leaving".

So do a few verbs that say it only in one form: "is going to", "will not hesitate to".
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from spacy.tokens import Token

from onrecord.extract.clauses import VERBAL, children, is_negated, subject_of
from onrecord.extract.undertakings.complements import auxiliaries, complement, infinitive
from onrecord.extract.undertakings.undertaking import Undertaking, made
from onrecord.extract.undertakings.words import ADJECTIVES, NOUNS, PROJECTS, THINKING, VERBS
from onrecord.record import Strength


def modal(modal: Token) -> Iterator[Undertaking]:
    """ "Will send", "would not send", "may close"; a verb that says more speaks for itself."""
    verb = modal.head
    word = modal.lower_
    if modal.dep_ != "aux" or verb.pos_ not in VERBAL:
        return
    if word in ("will", "would", "shall", "'ll", "’ll", "wo"):
        strength: Strength = "intends"
    elif word in ("may", "might"):
        strength = "considers"
    else:
        return
    lemma = verb.lemma_.lower()
    if lemma in VERBS and lemma not in THINKING and lemma not in ("begin", "start", "prepare"):
        return
    if lemma in ("hesitate", "go") and (lemma == "hesitate" or verb.tag_ == "VBG"):
        return
    if any(c.dep_ in ("acomp", "oprd") and c.lemma_.lower() in ADJECTIVES for c in verb.children):
        return
    yield from made(verb, strength, verb, modal=True)


def _is(verb: Token) -> Iterator[Undertaking]:
    """ "The fund is to sell its shares", "we are not leaving"."""
    doing = verb.head
    if verb.dep_ == "aux" and doing.tag_ == "VBG" and is_negated(doing):
        if doing.lemma_.lower() not in VERBS and doing.lemma_ != "go":
            yield from made(doing, "intends", doing, modal=True)
        return
    if verb.lower_ not in ("is", "are") or children(verb, "acomp", "attr", "oprd"):
        return
    for clause in children(verb, "xcomp"):
        subject = children(verb, "nsubj")
        near = any(c.tag_ == "TO" for c in clause.lefts) and clause.i <= verb.i + 4
        if near and subject and subject[0].lemma_.lower() not in NOUNS:
            yield from made(verb, "intends", clause, modal=True)


def under_way(adverb: Token) -> Iterator[Undertaking]:
    """ "Is already withdrawing"."""
    verb = adverb.head
    if verb.tag_ != "VBG" or not any(
        c.dep_ == "aux" and c.lower_ in ("is", "are", "’s", "'s", "was", "were")
        for c in verb.children
    ):
        return
    if verb.lemma_.lower() in VERBS or verb.lemma_ == "go":
        return
    yield from made(verb, "has-begun", verb, modal=True)


def opened(verb: Token) -> Iterator[Undertaking]:
    """ "Launched a programme to relocate"."""
    for thing in children(verb, "dobj"):
        if thing.lemma_.lower() in PROJECTS and (act := complement(thing)) is not None:
            yield from made(verb, "has-begun", act)


def _left_open(verb: Token) -> Iterator[Undertaking]:
    if not any(
        c.lower_ == "open" for c in children(verb, "acomp", "oprd", "dobj", "advmod", "prt")
    ):
        return
    for clause in children(verb, "ccomp", "advcl"):
        if any(c.lower_ == "whether" for c in clause.lefts):
            own = bool(children(clause, "nsubj"))
            yield from made(verb, "considers", clause, clause=own)


def _going(verb: Token) -> Iterator[Undertaking]:
    if verb.tag_ == "VBG" and (act := infinitive(verb)) is not None:
        yield from made(verb, "intends", act, modal=True)


def _hesitates(verb: Token) -> Iterator[Undertaking]:
    """ "Will not hesitate to"."""
    if is_negated(verb) and (act := infinitive(verb)) is not None:
        words = (*auxiliaries(verb), verb)
        holder = subject_of(verb)
        yield Undertaking(strength="ready", trigger=verb, holder=holder, act=act, words=words)


CONSTRUCTIONS: dict[str, Callable[[Token], Iterator[Undertaking]]] = {
    "be": _is,
    "go": _going,
    "hesitate": _hesitates,
    "leave": _left_open,
    "launch": opened,
    "open": opened,
    "initiate": opened,
}
