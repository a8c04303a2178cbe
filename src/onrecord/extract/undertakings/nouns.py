"""Adjectives and nouns that take an act on: "is ready to", "a pledge to", "has no intention of"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from onrecord.extract.clauses import VERBAL, children, is_negated, subject_of
from onrecord.extract.undertakings.complements import (
    auxiliaries,
    complement,
    infinitive,
    parted_by_commas,
    will,
)
from onrecord.extract.undertakings.undertaking import Undertaking, split
from onrecord.extract.undertakings.words import GIVING, TURNED, UNDOING
from onrecord.record import Strength


def of_adjective(adjective: Token, strength: Strength) -> Iterator[Undertaking]:
    """ "Is ready to", "declared himself willing to", "Ready to talk, Kurti ..."."""
    act = infinitive(adjective) or parted_by_commas(adjective)
    if act is None and adjective.lemma_.lower() in ("open", "commit", "committed"):
        for to in children(adjective, "prep"):
            if to.lower_ == "to":
                inner = children(to, "pcomp", "pobj")
                act = inner[0] if inner and (inner[0].pos_ in ("VERB", "NOUN")) else None
    if act is None:
        return
    governor = adjective.head
    verb = adjective if adjective.pos_ in VERBAL and children(adjective, "auxpass") else governor
    if adjective.dep_ in ("amod", "attr") and governor.pos_ not in VERBAL:
        holder: Token | None = governor
    else:
        holder = _whose(adjective, verb)
    negated = is_negated(adjective) or (verb is not adjective and is_negated(verb))
    turned = TURNED[strength] if negated else strength
    if turned is None:
        return
    words = tuple(sorted({adjective, *(auxiliaries(verb)), verb}, key=lambda t: t.i))
    if verb.pos_ not in VERBAL:
        words = (adjective,)
    yield from split(
        Undertaking(strength=turned, trigger=adjective, holder=holder, act=act, words=words)
    )


def _whose(adjective: Token, verb: Token) -> Token | None:
    if verb.pos_ not in VERBAL:
        return subject_of(adjective)
    objects = [c for c in children(verb, "dobj", "nsubj") if verb.i < c.i < adjective.i]
    if objects and not objects[-1].lower_.endswith(("self", "selves")):
        return objects[-1]
    own = [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass") and c.i != adjective.i]
    if own:
        from_subject = own[0]
        return from_subject if from_subject.tag_ not in ("WDT", "WP") else subject_of(verb)
    return subject_of(verb)


def of_noun(noun: Token, strength: Strength) -> Iterator[Undertaking]:
    """ "A pledge to", "Canada's plan to", "expressed readiness to", "has no intention of"."""
    act = complement(noun)
    governor = noun.head if noun.dep_ in ("dobj", "attr", "oprd", "nsubjpass", "conj") else None
    if act is None and governor is not None and governor.lemma_.lower() in GIVING:
        found = [c for c in children(governor, "xcomp", "ccomp", "acl", "advcl") if c.i > noun.i]
        found = [c for c in found if any(t.tag_ == "TO" for t in c.lefts) or will(c)]
        act = found[0] if found else None
    if act is None and noun.dep_ == "nsubj" and noun.head.lemma_ == "be":
        found = [c for c in children(noun.head, "xcomp", "ccomp", "advcl") if c.i > noun.i]
        act = found[0] if found and any(t.tag_ == "TO" for t in found[0].lefts) else None
    if act is None:
        return
    holder: Token | None = next(iter(children(noun, "poss")), None)
    giving = governor is not None and governor.lemma_.lower() in GIVING
    if governor is not None and governor.lemma_.lower() in UNDOING:
        return
    if holder is None and giving and governor is not None:
        holder = subject_of(governor)
    if holder is None and not giving:
        named = [
            c for c in children(noun, "amod", "compound", "nmod") if c.tag_[:3] in ("NNP", "JJ")
        ]
        by = next((c for c in children(noun, "prep") if c.lower_ in ("by", "from")), None)
        holder = next(iter(children(by, "pobj")), None) if by is not None else None
        holder = holder or (named[0] if named else None)
    negated = is_negated(noun) or (giving and governor is not None and is_negated(governor))
    turned = TURNED[strength] if negated else strength
    if turned is None or holder is None:
        return
    words = (governor, noun) if giving and governor is not None else (noun,)
    own = bool(children(act, "nsubj", "nsubjpass"))
    yield from split(
        Undertaking(
            strength=turned,
            trigger=noun,
            holder=holder,
            act=act,
            clause=own,
            words=tuple(sorted(words, key=lambda t: t.i)),
        )
    )
