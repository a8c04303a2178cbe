"""Verbs of coming and receiving: welcomed Y to Z, visited Z."""

from __future__ import annotations

from spacy.tokens import Token

from onrecord.extract.meetings import words
from onrecord.extract.meetings.encounters import Encounter
from onrecord.extract.meetings.grammar import (
    conjuncts,
    direct_object,
    objects,
)
from onrecord.extract.meetings.people import people
from onrecord.extract.meetings.roles import invited_by
from onrecord.extract.meetings.scene import Scene


def received(verb: Token, scene: Scene) -> Encounter | None:
    """Return the meeting of which X is the host: X welcomed Y to Z."""
    obj = direct_object(verb)
    passive = next((c for c in verb.children if c.dep_ == "nsubjpass"), None)
    guest = passive if passive is not None else obj
    if guest is None or guest.lemma_.lower() in words.NOUNS:
        return None
    if any(c.lower_ in ("all", "every", "any", "many", "most") for c in guest.lefts):
        return None  # has greeted every new minister: no single meeting
    guests = [p for p in people(guest, scene) if p[0].kind != "organisation" or _led(guest)]
    if passive is not None:
        hosts = [p for o in objects(verb, "by") for p in scene.party(o)]
    else:
        hosts = scene.subject(verb)
    if not guests or not hosts:
        return None
    encounter = scene.encounter(verb, "meeting", goal=True)
    listed = [t for c in guest.subtree for t in conjuncts(c) if c.dep_ == "pobj"][-3:]
    encounter.place = encounter.place or scene.setting.where(guest, *listed, goal=True)
    bare = verb.lemma_ == "welcome" and encounter.place is None and not encounter.agenda
    if bare and not all(p[0].kind == "person" for p in guests):
        return None
    encounter.add(hosts)
    encounter.add(guests)
    encounter.host = hosts[0][0] if len(hosts) == 1 else None
    return encounter if len(encounter.parties) > 1 else None


def _led(guest: Token) -> bool:
    """Whether those who lead a body are guests, and not the body: the leadership of X."""
    return guest.pos_ == "NOUN"


def visited(verb: Token, scene: Scene) -> Encounter | None:
    """Return an official's visit to a place; travelling is one only where that is abroad."""
    if any(c.dep_ == "nsubjpass" for c in verb.children):
        return None
    subjects = [p for p in scene.subject(verb) if p[0].kind == "person"]
    officials = [p for p in subjects if p[0].offices]
    if not officials:
        return None
    place = scene.setting.where(verb, goal=True)
    obj = direct_object(verb)
    if place is None or (verb.lemma_ == "tour" and (obj is None or scene.setting.at(obj) is None)):
        return None
    travelled = verb.lemma_.lower() in words.TRAVEL
    if travelled and (place.country is None or officials[0][0].country in (None, place.country)):
        return None
    if travelled and not any(
        c.dep_ == "prep" and c.lower_ in ("to", "in", "into", "for") for c in verb.children
    ):
        return None
    encounter = scene.encounter(verb, "visit", goal=True)
    encounter.add(subjects)
    invited_by(encounter, list(objects(verb, "at")), scene)
    encounter.creates = not travelled or encounter.time is not None
    return encounter
