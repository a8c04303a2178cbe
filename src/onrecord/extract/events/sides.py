"""The nouns around a trigger that may name who acts and who is acted upon, the likeliest first."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from onrecord.extract.clauses import SUBJECTS, VERBAL, agent_of, children, is_passive, subject_of
from onrecord.extract.events import words
from onrecord.extract.events.trigger import Trigger, chain
from onrecord.extract.whom import may_act
from onrecord.resolve.lexicon import word_set

_AGAINST = ("against", "with", "to", "on", "upon", "at", "from", "for", "of", "between", "toward",
            "towards", "into", "over", "among", "by", "about")  # fmt: skip
_PLACES = ("in", "into", "at", "on", "near", "from", "across", "around", "inside", "outside", "out")
_NOT_SIDES = word_set("monday tuesday wednesday thursday friday saturday sunday")
_DASHES = frozenset(("--", "-", "–", "—"))
_LOCAL = frozenset(("AID", "SANCTION", "COERCE", "ASSAULT", "MOBILIZE", "RETREAT", "CONCEDE"))
"""Types done to those who live where it is done."""

_FAR = 14
_NEAR = 4


def acting(trigger: Trigger) -> Iterator[Token]:
    """Yield the nouns that may name the actor."""
    verb, word = trigger.verb, trigger.word
    if verb.pos_ in VERBAL or verb.pos_ == "ADJ":
        yield from _subjects(verb)
    if word.pos_ == "NOUN":
        yield from _objects_of(word, "by", "between")
        yield from children(word, "poss")
        yield from (c for c in children(word, "amod", "compound", "nmod") if c.ent_type_)
        if verb is word:
            yield from _objects_of(word, "of", "from")


def _subjects(verb: Token) -> Iterator[Token]:
    shared = verb.dep_ == "conj" and is_passive(verb)  # its subject is acted upon
    subject = None if shared else subject_of(verb)
    if subject is not None:
        yield _after_dash(subject)
        if verb.dep_ in ("acl", "relcl") and subject.i == verb.head.i:
            holder = subject.head  # "passed a resolution criticizing": who passed it
            if holder.pos_ in VERBAL and (whose := subject_of(holder)) is not None:
                yield _after_dash(whose)
    if is_passive(verb):
        agents = (agent_of(v) for v in (verb, *children(verb, "conj")))
        yield from (agent for agent in agents if agent is not None)


def _objects_of(noun: Token, *prepositions: str) -> Iterator[Token]:
    for prep in children(noun, "prep", "agent"):
        if prep.lower_ in prepositions:
            yield from children(prep, "pobj")


def suffering(trigger: Trigger) -> Iterator[Token]:
    """Yield the nouns that may name the recipient."""
    verb, word = trigger.verb, trigger.word
    if verb.pos_ in VERBAL and is_passive(verb):
        yield from children(sharing(verb), "nsubjpass")
        if verb.dep_ in ("acl", "relcl") and verb.head.pos_ not in VERBAL:
            yield verb.head
    if verb is not word:
        yield from _sides(word)
    if verb.pos_ in VERBAL:
        yield from _objects(verb, word)
    elif word.pos_ == "NOUN":
        yield from _sides(word)
    for inner in chain(trigger):
        yield from children(inner, *SUBJECTS)
        yield from _objects(inner, word) if inner.pos_ in VERBAL else _sides(inner)
    for at in (word, verb, *chain(trigger)):
        yield from _objects_of(at, *_PLACES)
    if verb.pos_ in VERBAL:
        for thing in children(verb, "dobj"):
            for prep in children(thing, "prep"):
                yield from children(prep, "pobj")
    if word.pos_ == "NOUN" and verb is not word:
        yield from children(word, "poss")  # "ordered Ivanov's release"
    if trigger.label.partition(".")[0] in _LOCAL:
        yield from _within(trigger)


def sharing(verb: Token) -> Token:
    """The verb whose subject a joined one shares: "was arrested and charged"."""
    while verb.dep_ == "conj" and not children(verb, *SUBJECTS) and verb.head.pos_ in VERBAL:
        verb = verb.head
    return verb


def giver(trigger: Trigger) -> Token | None:
    """Return who acts where the subject only receives: "drew criticism from"."""
    verb, word = trigger.verb, trigger.word
    if word is verb or verb.lemma_.lower() not in words.RECEIVING:
        return None
    for prep in (*children(word, "prep"), *children(verb, "prep")):
        if prep.lower_ == "from":
            return next(iter(children(prep, "pobj")), None)
    return None


def _after_dash(noun: Token) -> Token:
    """The subject behind a dateline the parser took for it: "ISTANBUL -- The president ..."."""
    doc = noun.doc
    for i in range(noun.i + 1, min(noun.i + _NEAR + 4, noun.right_edge.i)):
        if doc[i].text in _DASHES:
            later = [t for t in noun.subtree if t.i > i and t.pos_ in ("NOUN", "PROPN")]
            heads = [t for t in later if t.head.i <= i]
            return heads[0] if heads else noun
    return noun


def _within(trigger: Trigger) -> Iterator[Token]:
    """States named as the place, further down: "aid for those affected in Yemen"."""
    for noun in trigger.verb.subtree:
        place = noun.dep_ == "pobj" and noun.ent_type_ == "GPE" and noun.i > trigger.word.i
        if place and noun.head.lower_ in _PLACES and noun.i - trigger.word.i < _FAR:
            yield noun


def _objects(verb: Token, word: Token) -> Iterator[Token]:
    """A verb's people, then those its prepositions name, then its things and theirs."""
    things = [c for c in children(verb, "dative", "dobj") if c.i != word.i]
    lemma = verb.lemma_.lower()
    if lemma in ("discuss", "negotiate"):
        yield from _sides(verb)
        return  # what is discussed is nobody's side
    sent = lemma in words.SENDING
    people = [
        c
        for c in things
        if c.dep_ == "dative"
        or ((may_act(c) or c.pos_ in ("PROPN", "PRON")) and not (sent and _is_means(c)))
    ]
    yield from (c for c in people if c.pos_ != "ADP")
    yield from _sides(verb)
    if sent:
        yield from _objects_of(verb, *_PLACES)
        for thing in things:
            inner = [n for of in children(thing, "prep") for n in children(of, "pobj")]
            for at in (thing, *(n for n in inner if _is_means(n))):
                yield from (n for n in _sides(at) if not _is_means(n))
                yield from (n for n in _objects_of(at, *_PLACES) if not _is_means(n))
    yield from (
        c for c in things if c not in people and c.pos_ != "ADP" and not (sent and _is_means(c))
    )
    for thing in things:
        yield from _sides(thing)


def _is_means(noun: Token) -> bool:
    return noun.lemma_.lower() in words.MEANS or any(
        c.tag_ == "PRP$" for c in children(noun, "poss")
    )


def _sides(at: Token) -> list[Token]:
    found: list[tuple[int, int, Token]] = []
    for prep in children(at, "prep", "dative", "agent"):
        word = prep.lower_
        if word in _AGAINST and prep.pos_ in ("ADP", "SCONJ"):
            for noun in children(prep, "pobj"):
                if noun.ent_type_ in ("DATE", "TIME") or noun.lower_ in _NOT_SIDES:
                    continue
                found.append((_AGAINST.index(word), noun.i, noun))
    return [noun for _, _, noun in sorted(found, key=lambda f: f[:2])]
