"""Who has which part in an encounter, by the verbs and clauses around its noun."""

from __future__ import annotations

from spacy.tokens import Token

from onrecord.extract.meetings import words
from onrecord.extract.meetings.encounters import Encounter
from onrecord.extract.meetings.grammar import (
    conjuncts,
    direct_object,
    negated,
    objects,
    owner_of,
)
from onrecord.extract.meetings.parties import Party
from onrecord.extract.meetings.scene import Scene, stands_for_state
from onrecord.extract.meetings.standing import forward
from onrecord.record import Role
from onrecord.resolve.lexicon import MOTION_VERBS

ANNOUNCE = words.PURSUE | words.INTEND | words.REFUSE | {"postpone", "call"}
"""Verbs whose own date is not that of the encounter: announced on Monday a summit."""
_PARTS = frozenset({"participation", "attendance", "presence", "representative", "delegation"})
_BRING = frozenset({"include", "involve", "bring", "gather", "unite", "feature", "draw", "see"})
_INTO = frozenset({"", "in", "at", "for", "to", "from", "with", "into"})
_SHUN = frozenset({"skip", "boycott", "miss", "snub", "shun"})
_SHUT_OUT = frozenset(
    {"exclude", "bar", "sideline", "shut", "leave", "freeze", "omit", "cut", "disinvite"}
)
_GUESTS = frozenset({"participant", "attendee", "guest", "delegate", "speaker"})
_FUTURE = frozenset({"will", "would", "wo", "'ll", "’ll"})
_WITH = ("with", "between", "among", "alongside", "involving")


def from_verb(
    encounter: Encounter, token: Token, governed: tuple[Token, str], scene: Scene
) -> None:
    """Add what the verb says whose object the noun is: who held it, attended it, was kept out."""
    verb, preposition = governed
    lemma = verb.lemma_.lower()
    if any(c.dep_ == "nsubjpass" for c in verb.children):
        _from_passive(encounter, verb, scene)
        return
    denied = negated(verb)
    attends = lemma in ("attend", "join") or (
        preposition and (lemma in ("participate", "take") or lemma in words.TRAVEL)
    )
    if lemma == "invite":
        _invited(encounter, verb, scene, denied=denied)
    elif lemma in _SHUN and not denied and not preposition:
        _absent(encounter, verb, scene)
        encounter.status = "happened" if encounter.status == "denied" else encounter.status
    elif lemma == "send" and preposition in ("to", "for"):
        encounter.add([(draft, "represented") for draft, _ in scene.subject(verb)])
    elif attends and (those := _those(verb)) is not None:
        encounter.add(scene.parties.of(those))
    elif attends and denied:
        _absent(encounter, verb, scene)
        ahead = any(c.lower_ in _FUTURE for c in verb.children)
        encounter.status = "planned" if ahead else "happened"
    elif lemma in _SHUT_OUT and preposition in ("from", "out", "of"):
        obj = direct_object(verb)
        if obj is not None:
            encounter.add(scene.parties.of(obj, role="excluded"))
    else:
        _held(encounter, verb, preposition, scene)


def _those(verb: Token) -> Token | None:
    """Who "those attending" are: among those attending are X and Y."""
    if verb.dep_ != "acl" or verb.head.lower_ not in ("those", "leaders", "guests"):
        return None
    up = verb.head.head
    be = up.head if up.dep_ == "prep" else up
    if be.lemma_ != "be":
        return None
    return next((c for c in be.children if c.dep_ in ("nsubj", "attr") and c.i > be.i), None)


def _invited(encounter: Encounter, verb: Token, scene: Scene, *, denied: bool) -> None:
    obj = direct_object(verb)
    if obj is not None:
        encounter.add(scene.parties.of(obj, role="excluded" if denied else "invited"))
    if encounter.status == "happened":
        encounter.status = "planned"
        encounter.time = forward(encounter.time, "planned", published=scene.published)


def _absent(encounter: Encounter, verb: Token, scene: Scene) -> None:
    encounter.add([(draft, "absent") for draft, _ in scene.subject(verb)])


def _held(encounter: Encounter, verb: Token, preposition: str, scene: Scene) -> None:
    """The subject takes part, or has the house, of what it holds, attends, travels for, plans."""
    lemma = verb.lemma_.lower()
    if lemma == "call" and not preposition and encounter.definite:
        return  # called the session a success
    partakes = (lemma in words.PARTAKE or lemma in words.HOSTING) and preposition in _INTO
    pursues = lemma in words.PURSUE and not encounter.parties and preposition in ("", "for", "on")
    if partakes or pursues or (preposition == "for" and lemma in MOTION_VERBS):
        if preposition == "for" and encounter.place is None:
            encounter.place = scene.setting.where(verb, goal=True)
        subjects = scene.subject(verb)
        sides = [
            p
            for p in subjects
            if p[0].kind != "unnamed" or stands_for_state(p[0]) or not encounter.parties
        ]
        encounter.add(sides)
        if lemma in words.HOSTING and not preposition and len(sides) == 1 and lemma != "call":
            encounter.host = sides[0][0]
    if partakes or pursues or lemma in ANNOUNCE:
        for other in objects(verb, "with"):
            encounter.add(scene.party(other))


def _from_passive(encounter: Encounter, verb: Token, scene: Scene) -> None:
    """X was (not) invited to the talks, was excluded from them, is expected at them."""
    subject = next(c for c in verb.children if c.dep_ == "nsubjpass")
    lemma = verb.lemma_.lower()
    denied = negated(verb)
    role: Role
    if lemma == "invite":
        role = "excluded" if denied else "invited"
    elif lemma in _SHUT_OUT:
        role = "invited" if denied else "excluded"
    elif lemma == "represent":
        role = "absent" if denied else "represented"
    elif lemma in ("expect", "schedule", "slate", "seat", "join"):
        role = "attends"
    else:
        return
    encounter.add(scene.parties.of(subject, role=role))
    if encounter.status == "denied":  # it is their part in it that is denied
        perfect = any(c.lower_ in ("has", "have", "is", "are") for c in verb.children)
        encounter.status = "ongoing" if perfect else "happened"


def from_clauses(encounter: Encounter, token: Token, scene: Scene) -> None:
    """What clauses around the noun add: hosted by X, attended by Y, will include Z."""
    heads = [c for c in token.children if c.dep_ in ("acl", "relcl") and c.pos_ == "VERB"]
    if token.dep_ in ("nsubj", "nsubjpass") and token.head.pos_ in ("VERB", "AUX"):
        heads.append(token.head)
    if (listed := _participants(token)) is not None:
        encounter.add(scene.parties.of(listed))
    invitation = (o for c in heads for o in objects(c, "at") if o.lemma_ == "invitation")
    invited_by(encounter, [*objects(token, "at"), *invitation], scene)
    for verb in heads:
        _by_agents(encounter, verb, scene)
        if verb.lemma_.lower() in _BRING and (obj := direct_object(verb)) is not None:
            encounter.add(_brought(obj, scene))
            for other in (*objects(verb, "with", "alongside"), *objects(obj, "with")):
                encounter.add(scene.parties.of(other))
        if verb == token.head:
            _course(encounter, verb, scene)
        elif verb.dep_ == "relcl":
            _held_by(encounter, verb, scene)


def _by_agents(encounter: Encounter, verb: Token, scene: Scene) -> None:
    """Hosted by X at Y, attended by Z, boycotted by W."""
    lemma = verb.lemma_.lower()
    for agent in objects(verb, "by"):
        sides = scene.party(agent)
        if lemma in _SHUN:
            sides = [(draft, "absent") for draft, _ in sides]
        encounter.add(sides)
        if verb.dep_ == "acl" and encounter.place is None:
            encounter.place = scene.setting.where(verb, agent)
        if lemma in words.HOSTING and len(sides) == 1:
            encounter.host = sides[0][0]


def _course(encounter: Encounter, verb: Token, scene: Scene) -> None:
    """Where, when and with whom an encounter is that is the subject: took place in X on Y."""
    for other in objects(verb, *_WITH):
        encounter.add(scene.party(other))
    happening = [c for c in verb.children if c.dep_ == "dobj" and c.lemma_ == "place"]
    encounter.place = encounter.place or scene.setting.where(verb, *happening)
    if encounter.time is None and verb.lemma_.lower() in words.OCCUR:
        encounter.time = scene.setting.when(verb)


def _held_by(encounter: Encounter, verb: Token, scene: Scene) -> None:
    """The subject of a clause about the encounter: the talks that X held."""
    own = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    held = verb.lemma_.lower() in words.PARTAKE | words.HOSTING
    if own is not None and own.tag_ != "WDT" and held:
        encounter.add(scene.party(own))


def invited_by(encounter: Encounter, nouns: list[Token], scene: Scene) -> None:
    """At the invitation of X: X is the host."""
    for noun in nouns:
        if noun.lemma_ == "invitation":
            hosts = [p for o in objects(noun, "of", "from") for p in scene.party(o)]
            owner = owner_of(noun)
            hosts += scene.party(owner) if owner is not None else []
            if len(hosts) == 1:
                encounter.host = hosts[0][0]


def _participants(token: Token) -> Token | None:
    """The list behind "participants in the conference included X and Y"."""
    if token.dep_ != "pobj" or token.head.head.lemma_.lower() not in _GUESTS:
        return None
    verb = token.head.head.head
    return direct_object(verb) if verb.lemma_.lower() in ("include", "be", "comprise") else None


def _brought(obj: Token, scene: Scene) -> list[Party]:
    """Whom the object of "include" or "see" names: leaders from X, participation from Y."""
    found: list[Party] = []
    for noun in conjuncts(obj):
        if noun.lemma_.lower() in _PARTS:
            for child in objects(noun, "from", "of", "by"):
                found += scene.party(child)
        else:
            found += scene.parties.of(noun)
    return found


def from_inner(encounter: Encounter, token: Token, scene: Scene) -> None:
    """What the talks of a round of talks say: where, when, about what, between whom."""
    for talks in objects(token, "of"):
        inner = scene.encounter(talks, "talks")
        for side in objects(talks, *_WITH):
            encounter.add(scene.party(side))
        encounter.place = encounter.place or inner.place
        encounter.time = encounter.time or inner.time
        encounter.agenda = tuple(sorted({*encounter.agenda, *inner.agenda}))
