"""Verbs of talk: spoke with Y, phoned Y; and what an encounter spoken of before was about."""

from __future__ import annotations

from spacy.tokens import Token

from onrecord.extract.meetings import words
from onrecord.extract.meetings.agenda import discussed
from onrecord.extract.meetings.encounters import Encounter
from onrecord.extract.meetings.grammar import (
    direct_object,
    objects,
    singular,
    subject_of,
)
from onrecord.extract.meetings.parties import Party
from onrecord.extract.meetings.people import THOSE_THERE, body, is_there, people, strays
from onrecord.extract.meetings.scene import Scene, specific

_TALKED = frozenset({"discuss", "debate"})
_MEASURES = frozenset({"length", "least", "request", "time", "times"})


def spoke(verb: Token, scene: Scene) -> Encounter | None:
    """Return talks or a call with X; "to" counts only for those one does not address as a crowd."""
    others = list(objects(verb, "with"))
    others += strays(verb) if others else []
    partners = [p for o in others for p in people(o, scene)]
    addressed = [p for o in objects(verb, "to") for p in people(o, scene)]
    partners += [p for p in addressed if not body(p[0]) and specific(p[0])]
    phoned = any(o.lemma_.lower() in words.PHONE for o in objects(verb, *words.PHONE_LINKS))
    subjects = [p for p in scene.subject(verb) if not body(p[0])]
    pair = len([p for p in subjects if specific(p[0])]) > 1
    if not partners and not phoned and _about(verb) and is_there(verb):
        return _dwelt(verb, subjects, scene)
    if not partners and not (pair and (phoned or _about(verb))):
        return None
    encounter = scene.encounter(verb, "call")
    if not phoned and (encounter.place is not None or _in_person(verb)):
        encounter.form = "talks"
    encounter.add(subjects)
    encounter.add(partners)
    return encounter if len(encounter.parties) > 1 else None


def phoned(verb: Token, scene: Scene) -> Encounter | None:
    """Return the call of one person to another, ``None`` where one calls the other something."""
    obj = direct_object(verb) or _shared_object(verb)
    called = next((c for c in verb.children if c.dep_ == "oprd"), None)
    if obj is None and called is not None and called.ent_type_ == "PERSON":
        obj, called = called, None
    if obj is None or called is not None:
        return None
    if any(c.dep_ in ("ccomp", "prt") or c.tag_ == "VBN" for c in verb.children):
        return None
    partners = [p for p in scene.parties.of(obj) if p[0].kind == "person"]
    subjects = [p for p in scene.subject(verb) if p[0].kind == "person"]
    if not partners or not subjects:
        return None
    encounter = scene.encounter(verb, "call")
    encounter.add(subjects)
    encounter.add(partners)
    return encounter if len(encounter.parties) > 1 else None


def talked_over(verb: Token, scene: Scene) -> Encounter | None:
    """Return what the encounter at hand was about: the leaders discussed X."""
    if verb.dep_ in ("advcl", "xcomp", "acl") and verb.tag_ == "VB":
        return None  # read with the noun or verb it hangs on
    subject = subject_of(verb)
    if subject is None:
        return None
    nominal = subject.lemma_.lower() in words.NOUNS
    if not nominal and verb.lemma_.lower() not in _TALKED:
        return None  # somebody reviewed the plan alone
    people = [] if nominal else scene.party(subject)
    spans = tuple(discussed(verb))
    if not spans or not (nominal or people):
        return None
    named = [p for p in people if p[0].kind not in ("unnamed", "group") or p[0].members]
    if not nominal and not named and singular(subject) not in THOSE_THERE:
        return None
    encounter = scene.encounter(verb, None)
    encounter.agenda = spans
    encounter.add(named)
    encounter.bound, encounter.creates, encounter.joins = True, False, False
    return encounter


def _dwelt(verb: Token, people: list[Party], scene: Scene) -> Encounter:
    """What the encounter at hand was about: its agenda, and no conversation of its own."""
    encounter = scene.encounter(verb, None)
    encounter.add([p for p in people if p[0].kind not in ("unnamed", "group") or p[0].members])
    encounter.bound, encounter.creates, encounter.joins = True, False, False
    if encounter.time is not None and encounter.time.start != encounter.time.end:
        encounter.time = None  # spoke about plans for a summit in May: no month of theirs
    return encounter


def _about(verb: Token) -> bool:
    """Whether two spoke about something, hence with each other."""
    return any(c.dep_ == "prep" and c.lower_ in ("about", "regarding") for c in verb.children)


def _in_person(verb: Token) -> bool:
    """Whether a talk was face to face: in person, at a summit, on its margins."""
    for child in verb.children:
        if child.dep_ == "prep" and child.lower_ in ("at", "on", "in"):
            nouns = [c for c in child.children if c.dep_ == "pobj"]
            if any(n.lower_ in ("person", "margins", "sidelines") for n in nouns):
                return True
            if child.lower_ == "at" and any(n.lower_ not in _MEASURES for n in nouns):
                return not any(n.ent_type_ in ("TIME", "DATE") for n in nouns)
    return any(c.lower_ == "face" for c in verb.children)


def _shared_object(verb: Token) -> Token | None:
    """The object a verb shares with the one joined to it: called and congratulated X."""
    joined = next((c for c in verb.children if c.dep_ == "conj"), None)
    return direct_object(joined) if joined is not None and joined.i - verb.i == 2 else None
