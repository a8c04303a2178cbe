"""Whether a trigger reports a political happening: in that sense, done, between public sides.

"Struck a deal" is no assault, "asked whether" no demand, "path to return" no return, and what
insurance companies allow their customers is nobody's concession to anybody the record is about.
"""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Token

from onrecord.extract.clauses import VERBAL, children, subject_of
from onrecord.extract.events.roles import Roles
from onrecord.extract.events.triggers import Trigger, chain
from onrecord.extract.whom import Whom
from onrecord.record import Actor
from onrecord.resolve.lexicon import word_set

_CARRIED = word_set(
    """begin start continue manage resume proceed decide vote move go fail help agree try attempt
    order refuse threaten use"""
)
"""Verbs whose infinitive tells what is done, not merely wished or possible."""

_PLANNED = word_set("schedule plan expect set intend prepare arrange due slate")
"""Verbs whose infinitive lies ahead."""

_GOODS = word_set(
    """aid assistance money fund food medicine support help training loan grant relief equipment
    vehicle supply donation weapon arm ammunition missile intelligence information asylum
    shelter vaccine dose credit regiment helicopter jet tank submarine aircraft ship ventilator
    water electricity gas oil goods protection package service evidence"""
)
_GIVING = word_set("give send deliver provide offer supply award contribute donate lend grant")
_FIGURES = word_set(
    """deal tone chord balance note agreement attention imagination record mark goal low high pose
    bargain compromise word right blow pay dirt gold oil ground wall road brake bottom snag
    button nerve pandemic coronavirus virus inflation climate poverty corruption cancer crime
    fire disease battle case effort charge bill rule ruling idea narrative perception claim"""
)
"""Objects that make striking, hitting, fighting a figure of speech."""

_FORCE = word_set(
    """strike hit storm target capture seize take hold fight harm beat attack battle shoot pound
    retake"""
)
_REFUSED = word_set(
    """entry permission request access visa asylum aid application appeal bail right admission
    license clearance"""
)
_OFTEN = frozenset(
    ("typically", "usually", "often", "frequently", "always", "sometimes", "regularly", "rarely",
     "generally", "routinely", "occasionally")
)  # fmt: skip
_POLITICAL = word_set(
    """troop soldier army military force police officer court judge prosecutor rebel militant
    insurgent guerrilla protester demonstrator authority official lawmaker parliament government
    minister president king prince senator diplomat ambassador envoy refugee migrant prisoner
    hostage civilian journalist activist opposition party separatist militia gunman bomber
    fighter worker striker striker union leader country nation state province tribe peacekeeper
    inspector general commander junta regime administration delegation negotiator candidate
    dissident authorities parties countries armies juries"""
)
_PUBLIC = frozenset(("state", "government", "organisation"))


def bears(trigger: Trigger, kind: str, roles: Roles, whom: Whom) -> bool:
    """Whether the trigger stands for a happening in the record's sense."""
    return _in_its_sense(trigger, kind) and _done(trigger) and _public(trigger, roles, whom)


def _in_its_sense(trigger: Trigger, kind: str) -> bool:
    verb, word = trigger.verb, trigger.word
    if word.pos_ not in VERBAL:
        return True
    lemma = word.lemma_.lower()
    things = children(verb, "dobj", "nsubjpass")
    named = {thing.lemma_.lower() for thing in things}
    if lemma in _FORCE and (named & _FIGURES or (lemma == "fight" and _only(verb, "for"))):
        return False
    if lemma in _GIVING and kind == "AID" and things and not any(map(_is_goods, things)):
        return False
    if lemma == "ask":
        return bool(children(verb, "xcomp")) or trigger.particle is not None or _only(verb, "for")
    if lemma == "push" and kind == "REQUEST":
        return bool(list(chain(trigger))) or _only(verb, "for")
    if lemma == "agree" and _only(verb, "with") and not children(verb, "xcomp", "ccomp"):
        return len(children(subject_of(verb) or verb, "conj")) > 0
    if lemma == "return":
        return bool(things)
    if lemma == "deny":
        return bool(named & _REFUSED)
    if lemma in ("decline", "refuse"):
        return all(t.lemma_ not in ("comment", "say", "share", "discuss") for t in chain(trigger))
    if lemma in ("warn", "caution") and not children(verb, "dobj"):
        own = [children(c, "nsubj") for c in children(verb, "ccomp")]
        return not any(own) or any(s[0].tag_ == "PRP" for s in own if s)
    return True


def _only(verb: Token, preposition: str) -> bool:
    return any(c.lower_ == preposition for c in children(verb, "prep", "prt")) and not children(
        verb, "dobj"
    )


def _is_goods(thing: Token) -> bool:
    from_words = {thing.lemma_.lower()}
    if thing.ent_type_ in ("MONEY", "QUANTITY", "CARDINAL"):
        return True
    if any(c.dep_ == "nummod" or c.tag_ in ("CD", "$") for c in thing.children):
        return True
    from_words |= {c.lemma_.lower() for c in children(thing, "compound", "amod")}
    for prep in children(thing, "prep"):
        from_words |= {c.lemma_.lower() for c in children(prep, "pobj")}
    return bool(from_words & (_GOODS | _POLITICAL))


def _done(trigger: Trigger) -> bool:
    """Whether the verb tells of an act, not of a wish, a purpose, or what is usual."""
    verb = trigger.verb
    if any(c.lower_ in _OFTEN for c in children(verb, "advmod")):
        return False
    if verb.pos_ not in VERBAL or not any(c.tag_ == "TO" for c in verb.lefts):
        return not any(c.lower_ in ("can", "should", "must") for c in children(verb, "aux"))
    if verb.dep_ in ("acl", "advcl", "relcl", "csubj"):
        return False
    return verb.dep_ != "xcomp" or verb.head.lemma_.lower() in _CARRIED | _PLANNED


def _public(trigger: Trigger, roles: Roles, whom: Whom) -> bool:
    """Whether one of the sides is somebody the record is about."""
    sides = [whom.actors[a] for a in dict.fromkeys((*roles.actors, *roles.recipients))]
    return any(_is_public(actor) for actor in sides)


def _is_public(actor: Actor) -> bool:
    if actor.kind in _PUBLIC or actor.offices or actor.known_as or actor.represents:
        return True
    if actor.country is not None:
        return True
    if actor.kind == "person":
        return True
    return bool(_words(m.text for m in actor.mentions) & _POLITICAL)


def _words(texts: Iterable[str]) -> set[str]:
    out: set[str] = set()
    for text in texts:
        for word in text.lower().split():
            out |= {word, word.removesuffix("s")}
    return out
