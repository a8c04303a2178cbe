"""Nouns that report a happening: with a light verb, or standing alone with their sides."""

from __future__ import annotations

from spacy.tokens import Token

from onrecord.extract.clauses import VERBAL, children
from onrecord.extract.events import words
from onrecord.extract.events.trigger import Trigger
from onrecord.extract.events.verbal import kills, refuses

_SIDES = frozenset(("on", "with", "against", "between", "by", "to", "for", "from", "in"))


def armed(noun: Token, lemma: str) -> str | None:
    """ "A series of missile launches", "its use of chemical weapons"."""
    if lemma in words.TESTED:
        arms = {c.lemma_.lower() for c in children(noun, "compound", "amod")} & words.ARMS
        return "MOBILIZE.weapons" if arms else None
    of = [n for c in children(noun, "prep") if c.lower_ == "of" for n in children(c, "pobj")]
    if lemma == "use" and any(kills(n) for n in of):
        return "ASSAULT"
    return None


def of_noun(noun: Token, label: str, verbs: dict[str, str]) -> Trigger | None:
    """Return the trigger a noun is, with a light verb or alone."""
    if noun.lemma_.lower() == "strike":
        label = _strike(noun)
    kind = label.partition(".")[0]
    at = noun
    if noun.dep_ == "compound" and noun.head.lemma_.lower() in words.EFFORTS:
        at = noun.head  # "launched a mediation effort between"
    if noun.lemma_.lower() == "operation" and not any(
        c.lower_ in words.FORCEFUL for c in children(noun, "amod", "compound")
    ):
        return None
    if any(c.lower_ == "no" for c in children(noun, "det")) or _is_talk(noun):
        return None
    verb = _predicate(at)
    if verb is not None:
        lemma = verb.lemma_.lower()
        if not _goes_with(lemma, noun, kind):
            return None
        if lemma in words.LIFTING and noun.lemma_.lower() in words.HINDRANCES:
            return None
        if lemma in words.RECEIVING and kind not in ("ACCUSE", "SUPPORT", "AID", "SANCTION"):
            return None  # "facing deadlines"
        if lemma in words.LIGHT and refuses(verb):
            return Trigger(word=at, verb=verb, words=(verb, noun), label="REJECT")
        if lemma in words.LIGHT:
            return Trigger(word=at, verb=verb, words=(verb, noun), label=label)
        if lemma in verbs:
            return None  # "condemned the attack": the verb's own happening
    if kind in words.STANDING and _stands(at, kind):
        return Trigger(word=at, verb=at, words=(noun,), label=label)
    return None


def _strike(noun: Token) -> str:
    """A strike by arms, unless it is one of hunger or of work: "on strike", "a general strike"."""
    told = {c.lemma_.lower() for c in children(noun, "compound", "amod")}
    if "hunger" in told:
        return "PROTEST.hunger"
    of_work = told & words.OF_WORK or (noun.dep_ == "pobj" and noun.head.lower_ == "on")
    return "PROTEST.strike" if of_work else "ASSAULT"


def _is_talk(noun: Token) -> bool:
    """Mere talk of something: talks have sides, or are many."""
    return noun.lemma_.lower() == "talk" and noun.tag_ == "NN" and not children(noun, "compound")


def _goes_with(lemma: str, noun: Token, kind: str) -> bool:
    """Whether a light verb can carry a noun: nobody "ends" an attack by making one."""
    word = noun.lemma_.lower()
    if lemma in words.ENDING and (word in words.HOSTILITIES or kind == "ASSAULT"):
        return False
    if lemma in words.JOINING:
        return kind in ("CONSULT", "COOPERATE", "PROTEST")
    if kind == "THREATEN" and word in ("threat", "warning", "deadline"):
        return lemma not in words.DANGER
    if kind == "SUPPORT" and lemma == "have":
        return False  # whoever "has the support of" others does nothing
    return not (word == "charge" and lemma == "lead")


def _predicate(noun: Token) -> Token | None:
    """The verb a noun is the object of, through "a series of", "to talks", "on strike"."""
    at = noun
    for _ in range(4):
        if at.dep_ in ("dobj", "nsubjpass", "attr"):
            return at.head if at.head.pos_ in VERBAL else None
        if at.dep_ == "pobj" and at.head.dep_ in ("prep", "agent"):
            if at.head.head.pos_ in VERBAL:
                return at.head.head if at.head.lower_ in ("on", "in", "to", "out", "into") else None
            if at.head.lower_ != "of" or at.head.head.lemma_.lower() not in words.MEASURED:
                return None
            at = at.head.head
        elif at.dep_ == "conj":
            at = at.head
        else:
            return None
    return None


def _stands(noun: Token, kind: str) -> bool:
    """Whether a noun alone reports a happening: somebody's attack on, talks between and with."""
    if noun.dep_ in ("compound", "nmod", "amod", "poss"):
        return False
    sides = {c.lower_ for c in children(noun, "prep", "agent")}
    lemma = noun.lemma_.lower()
    if lemma in words.STATES_OF:
        return noun.dep_ == "nsubj" and noun.head.lemma_.lower() in words.BREAKING_OUT
    if lemma == "retreat":
        return "from" in sides
    if sides & {"between", "by", "with", "on", "against"}:
        return True
    if kind == "CONSULT" and "of" in sides:
        return True
    owned = bool(children(noun, "poss"))
    named = any(c.ent_type_ for c in children(noun, "amod", "compound"))
    return owned or (named and bool(sides & _SIDES))
