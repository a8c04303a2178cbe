"""Encounters told by a verb: X met Y, spoke with Y, welcomed Y to Z, visited Z."""

from __future__ import annotations

from spacy.tokens import Token

from onrecord.extract.meetings import words
from onrecord.extract.meetings.attending import attended
from onrecord.extract.meetings.encounters import Encounter
from onrecord.extract.meetings.grammar import (
    conjuncts,
    direct_object,
    objects,
    singular,
    subject_of,
)
from onrecord.extract.meetings.parties import Party
from onrecord.extract.meetings.people import people, strays
from onrecord.extract.meetings.scene import Scene, specific
from onrecord.extract.meetings.talking import phoned, spoke, talked_over
from onrecord.extract.meetings.visiting import received, visited


def read_verb(verb: Token, scene: Scene) -> Encounter | None:
    """Return what a verb says of an encounter, ``None`` for a verb that tells of none."""
    lemma = verb.lemma_.lower()
    if lemma in words.MEET:
        return _met(verb, scene, gathered=lemma in words.GATHERED)
    if lemma == "sit" and any(c.dep_ == "prt" and c.lower_ == "down" for c in verb.children):
        return _met(verb, scene, gathered=False)
    if lemma in words.SPEAK:
        return spoke(verb, scene)
    if lemma in words.PHONED:
        return phoned(verb, scene)
    if lemma in words.RECEIVE:
        return received(verb, scene)
    if lemma in words.VISIT or lemma in words.TRAVEL:
        return visited(verb, scene)
    part = lemma == "take" and (obj := direct_object(verb)) is not None and obj.lower_ == "part"
    if part or lemma in ("join", "invite", "exclude", "attend", "participate", "represent"):
        return attended(verb, scene)
    if lemma in words.AGENDA_VERBS:
        return talked_over(verb, scene)
    return None


def _met(verb: Token, scene: Scene, *, gathered: bool) -> Encounter | None:
    obj = direct_object(verb)
    if obj is not None and verb.lemma_.lower() in ("convene", "gather"):
        return received(verb, scene)
    subjects = _shared_subject(verb, scene) or scene.subject(verb)
    partners: list[Party] = []
    if obj is not None and not gathered:
        if obj.lemma_.lower() in words.NOUNS:
            return None
        partners += people(obj, scene)
        if not partners and obj.ent_type_ not in ("DATE", "TIME") and obj.lower_ != "other":
            return None  # met the deadline
    for other in (*objects(verb, *words.WITH), *strays(verb)):
        partners += people(other, scene)
    if verb.lemma_ == "negotiate" and not partners:
        return None
    if not partners and not _plural(verb, subjects):
        return None
    if gathered and not _who_meet(verb, subjects):
        return None
    encounter = scene.encounter(verb, "meeting")
    if encounter.place is None:  # the parser hangs it on the guest: met X in Oslo
        encounter.place = scene.setting.where(obj, *objects(verb, *words.WITH))
    encounter.add(subjects)
    encounter.add(partners)
    if any(o.lemma_.lower() in words.PHONE for o in objects(verb, *words.PHONE_LINKS)):
        encounter.form = "call"
    return encounter if encounter.parties else None


def _who_meet(verb: Token, subjects: list[Party]) -> bool:
    """Whether those who gather are such as meet, and not a crowd."""
    if any(specific(draft) for draft, _ in subjects):
        return True
    token = subject_of(verb)
    return token is not None and singular(token) in words.LEADERS | words.ENVOYS | {"member"}


def _shared_subject(verb: Token, scene: Scene) -> list[Party]:
    """Who "they" are who meet: the several subjects of the clause around, X and Y."""
    subject = subject_of(verb)
    if subject is None or subject.lower_ not in ("they", "both") or verb.dep_ != "advcl":
        return []
    outer = subject_of(verb.head)
    return scene.parties.of(outer) if outer is not None and len(conjuncts(outer)) > 1 else []


def _plural(verb: Token, subjects: list[Party]) -> bool:
    """Whether a verb has a subject of many, so that they meet each other."""
    if len(subjects) > 1:
        return True
    token = subject_of(verb)
    if token is None:
        return False
    return (
        token.tag_ in ("NNS", "NNPS")
        or token.lower_ in ("they", "both", "all", "who", "we")
        or (len(conjuncts(token)) > 1 or (bool(subjects) and subjects[0][0].plural))
    )
