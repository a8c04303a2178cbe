"""Verbs of taking part in the encounter at hand: will also attend, joined, was not invited."""

from __future__ import annotations

from spacy.tokens import Token

from onrecord.extract.meetings import words
from onrecord.extract.meetings.encounters import Encounter
from onrecord.extract.meetings.grammar import (
    direct_object,
    negated,
    objects,
)
from onrecord.extract.meetings.parties import Party
from onrecord.extract.meetings.scene import Scene
from onrecord.record import Role


def attended(verb: Token, scene: Scene) -> Encounter | None:
    """Return who else is at the encounter at hand, or is kept from it; ``None`` for nobody."""
    lemma = verb.lemma_.lower()
    passive = next((c for c in verb.children if c.dep_ == "nsubjpass"), None)
    denied = negated(verb)
    governs = any(
        t.lemma_.lower() in words.NOUNS
        for c in verb.children
        if c.dep_ in ("dobj", "prep")
        for t in (c, *c.children)
    )
    if governs:
        return None  # read with the noun
    if lemma in ("attend", "participate", "take") and any(objects(verb, "in")):
        return None  # participate in a programme
    role: Role
    if lemma == "invite":
        role = "excluded" if denied else "invited"
        people = scene.parties.of(passive, role=role) if passive is not None else []
    elif lemma == "exclude":
        role = "invited" if denied else "excluded"
        people = scene.parties.of(passive, role=role) if passive is not None else []
    elif lemma == "represent":
        people = _represented(verb, passive, scene)
    elif passive is not None:
        if lemma != "join":
            return None
        people = [p for o in objects(verb, "by") for p in scene.party(o)] + scene.party(passive)
    else:
        obj = direct_object(verb) if lemma != "take" else None
        if obj is not None and lemma == "attend":
            return None
        partners = scene.parties.of(obj) if obj is not None else []
        partners = [p for p in partners if p[0].kind == "person"]
        if obj is not None and not partners:
            return None
        role = "absent" if denied else "attends"
        people = [(d, role) for d, _ in scene.subject(verb)] + partners
        people += scene.parties.listed_after(verb, "from")
        people = [p for p in people if p[0].kind != "unnamed"]
    if not people:
        return None
    encounter = scene.encounter(verb, None)
    encounter.add(people)
    encounter.agenda = ()
    encounter.bound, encounter.creates = True, False
    if encounter.status == "denied":
        encounter.status = "happened"
    return encounter


def _represented(verb: Token, passive: Token | None, scene: Scene) -> list[Party]:
    """X was represented by Y; Y will represent X."""
    obj = passive if passive is not None else direct_object(verb)
    state = scene.parties.of(obj, role="represented") if obj is not None else []
    people = [p for p in state if p[0].kind in ("government", "state", "organisation")]
    return people + scene.subject(verb) if people and passive is None else people
