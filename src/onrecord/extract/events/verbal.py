"""Verbs and adjectives that report a happening, with the objects and particles that make them."""

from __future__ import annotations

from spacy.tokens import Token

from onrecord.extract.clauses import VERBAL, children, is_negated, is_passive
from onrecord.extract.events import words
from onrecord.extract.events.trigger import Trigger
from onrecord.resolve.lexicon import word_set

WILLING = word_set("willing ready prepared eager unwilling")
_SAYING = word_set("say tell insist state declare warn add stress argue announce reiterate")


def of_modal(modal: Token) -> Trigger | None:
    """ "Said that Oslo must withdraw": a demand by whoever says so."""
    verb = modal.head
    if modal.dep_ != "aux" or verb.dep_ != "ccomp" or verb.head.lemma_.lower() not in _SAYING:
        return None
    return Trigger(word=verb, verb=verb.head, words=(modal, verb), label="REQUEST.must")


def of_adjective(adjective: Token, lemma: str) -> Trigger | None:
    """Return the trigger of "is willing to": readiness to cooperate, or its refusal."""
    if adjective.dep_ not in ("acomp", "oprd", "amod", "ccomp"):
        return None
    if not any(c.tag_ == "TO" for v in children(adjective, "xcomp") for c in v.lefts):
        return None
    verb = adjective.head if adjective.head.pos_ in VERBAL else adjective
    label = "REJECT" if lemma == "unwilling" else "AGREE"
    acts = {
        words.verbs().get(v.lemma_.lower(), "").partition(".")[0]
        for v in children(adjective, "xcomp")
    }
    if label == "AGREE" and acts & words.CONFLICT:
        return None  # willing to strike, to shut down: no readiness to cooperate
    return Trigger(word=adjective, verb=verb, words=(verb, adjective), label=label)


def of_verb(verb: Token, lemma: str, verbs: dict[str, str]) -> Trigger | None:
    """Return the trigger a verb is, by its particle, its object, or as it stands."""
    for child in verb.rights:
        key = f"{lemma}_{child.lower_}"
        dated = any(c.ent_type_ in ("DATE", "TIME") for c in children(child, "pobj"))
        if child.dep_ in ("prt", "prep", "advmod") and key in verbs and not dated:
            return Trigger(
                word=verb, verb=verb, words=(verb, child), label=verbs[key], particle=child.lower_
            )
    thing = _object(verb)
    if lemma == "call" and _is_telephoning(verb):
        return Trigger(word=verb, verb=verb, words=(verb,), label="CONSULT.phone")
    if refuses(verb):
        words_ = (*children(verb, "aux", "neg"), verb)
        return Trigger(word=verb, verb=verb, words=words_, label="REJECT")
    if thing is not None and (made := _with_object(verb, lemma, thing)) is not None:
        return made
    label = verbs.get(lemma)
    if label is None or (
        lemma == "violate" and (thing is None or thing.lemma_.lower() not in words.VIOLABLE)
    ):
        return None
    if lemma in words.CUTTING and label == "SANCTION" and thing is None:
        return None
    if lemma == "share" and (thing is None or thing.lemma_.lower() not in words.SHARED):
        return None
    if lemma == "deny" and children(verb, "ccomp", "xcomp"):
        return None  # a statement about a happening, none itself
    return Trigger(word=verb, verb=verb, words=(verb,), label=label)


def _with_object(verb: Token, lemma: str, thing: Token) -> Trigger | None:
    """What only verb and object together report: "lifted the ban", "ended the war"."""
    noun = thing.lemma_.lower()
    label = None
    if lemma in words.LIFTING and noun in words.HINDRANCES:
        label = "CONCEDE"
    elif lemma in words.CUTTING and noun in words.BONDS:
        label = "SANCTION"
    elif lemma in words.ENDING and noun in words.HOSTILITIES:
        label = "RETREAT"
    elif lemma == "use" and kills(thing) and _against(verb, thing):
        label = "ASSAULT"
    elif lemma in words.TESTING and noun in words.ARMS and not _against(verb, thing):
        label = "MOBILIZE.weapons"
    elif lemma in words.STRENGTHENING and noun in words.TROOPS:
        label = "MOBILIZE.troops"
    if label is not None:
        return Trigger(word=verb, verb=verb, words=(verb, thing), label=label)
    if lemma == "block" and noun in words.MEASURES:
        return Trigger(word=verb, verb=verb, words=(verb,), label="REJECT")
    if lemma == "seize" and noun in words.PROPERTY:
        return Trigger(word=verb, verb=verb, words=(verb,), label="COERCE.seize")
    return None


def _is_telephoning(verb: Token) -> bool:
    """ "Called the king on Saturday", not "called it a mistake" nor "called for"."""
    if children(verb, "oprd", "xcomp", "prt", "ccomp") or is_passive(verb):
        return False
    objects = children(verb, "dobj")
    return bool(objects) and (
        objects[0].ent_type_ in ("PERSON", "NORP", "GPE") or objects[0].lower_ in ("him", "her")
    )


def refuses(verb: Token) -> bool:
    """ "Will not lift": ruled out by whoever says so."""
    if not is_negated(verb):
        return False
    return any(c.lower_ in ("will", "would", "wo") for c in children(verb, "aux"))


def kills(noun: Token) -> bool:
    """Weapons that kill by the word, or force as such: no "use of the word"."""
    told = {c.lemma_.lower() for c in (noun, *children(noun, "compound", "amod"))}
    return bool(told & words.ARMS) and noun.lemma_.lower() in ("weapon", "gas", "force", "missile")


def _against(verb: Token, thing: Token) -> bool:
    return any(
        c.lower_ in ("against", "on", "at") for at in (verb, thing) for c in children(at, "prep")
    )


def _object(verb: Token) -> Token | None:
    """What a verb is done to; in "the deal it suspended" what the clause hangs on."""
    found = children(verb, "dobj", "nsubjpass")
    if not found and verb.dep_ == "relcl" and children(verb, "nsubj"):
        return verb.head
    return found[0] if found else None
