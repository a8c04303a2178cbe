"""Encounters told by a verb: X met Y, spoke with Y, welcomed Y to Z, visited Z."""

from __future__ import annotations

from spacy.tokens import Token

from onrecord.extract.meetings import words
from onrecord.extract.meetings.agenda import discussed
from onrecord.extract.meetings.encounters import Encounter
from onrecord.extract.meetings.grammar import (
    conjuncts,
    direct_object,
    negated,
    objects,
    singular,
    subject_of,
)
from onrecord.extract.meetings.parties import Party
from onrecord.extract.meetings.roles import invited_by
from onrecord.extract.meetings.scene import Scene, specific
from onrecord.knowledge import given_names
from onrecord.record import Role
from onrecord.resolve.cast import Draft
from onrecord.resolve.lexicon import PERSON_NOUNS, word_set

_WITH = ("with", "alongside")
_PHONE_OBJECTS = ("by", "over", "via", "on", "through", "in")
_TALKED = frozenset({"discuss", "debate"})
_THOSE_THERE = words.LEADERS | words.ENVOYS | word_set("they two pair both participant attendee")
"""Who discusses something at an encounter spoken of before, without being named again."""
_SIDES = ("person", "government", "state", "group", "organisation", "unnamed")
_ATTEND = frozenset({"attend", "participate"})


def read_verb(verb: Token, scene: Scene) -> Encounter | None:
    """Return what a verb says of an encounter, ``None`` for a verb that tells of none."""
    lemma = verb.lemma_.lower()
    if lemma in words.MEET:
        return _met(verb, scene, gathered=lemma in words.GATHERED)
    if lemma == "sit" and any(c.dep_ == "prt" and c.lower_ == "down" for c in verb.children):
        return _met(verb, scene, gathered=False)
    if lemma in words.SPEAK:
        return _spoke(verb, scene)
    if lemma in words.PHONED:
        return _phoned(verb, scene)
    if lemma in words.RECEIVE:
        return _received(verb, scene)
    if lemma in words.VISIT or lemma in words.TRAVEL:
        return _visited(verb, scene)
    part = lemma == "take" and (obj := direct_object(verb)) is not None and obj.lower_ == "part"
    if part or lemma in ("join", "invite", "exclude", "attend", "participate", "represent"):
        return _attended(verb, scene)
    if lemma in words.AGENDA_VERBS:
        return _discussed(verb, scene)
    return None


def _met(verb: Token, scene: Scene, *, gathered: bool) -> Encounter | None:
    obj = direct_object(verb)
    if obj is not None and verb.lemma_.lower() in ("convene", "gather"):
        return _received(verb, scene)
    subjects = _shared_subject(verb, scene) or scene.subject(verb)
    partners: list[Party] = []
    if obj is not None and not gathered:
        if obj.lemma_.lower() in words.NOUNS:
            return None
        partners += _people(obj, scene)
        if not partners and obj.ent_type_ not in ("DATE", "TIME") and obj.lower_ != "other":
            return None  # met the deadline
    for other in (*objects(verb, *_WITH), *_strays(verb)):
        partners += _people(other, scene)
    if verb.lemma_ == "negotiate" and not partners:
        return None
    if not partners and not _plural(verb, subjects):
        return None
    if gathered and not _who_meet(verb, subjects):
        return None
    encounter = scene.encounter(verb, "meeting")
    if encounter.place is None:  # the parser hangs it on the guest: met X in Oslo
        encounter.place = scene.setting.where(obj, *objects(verb, *_WITH))
    encounter.add(subjects)
    encounter.add(partners)
    if any(o.lemma_.lower() in words.PHONE for o in objects(verb, *_PHONE_OBJECTS)):
        encounter.form = "call"
    return encounter if encounter.parties else None


def _who_meet(verb: Token, subjects: list[Party]) -> bool:
    """Whether those who gather are such as meet, and not a crowd."""
    if any(specific(draft) for draft, _ in subjects):
        return True
    token = subject_of(verb)
    return token is not None and singular(token) in words.LEADERS | words.ENVOYS | {"member"}


def _strays(verb: Token) -> list[Token]:
    """Names at the end of a list that the parser joins to the verb: met with X, Y, and Z of W."""
    return [c for c in verb.children if c.dep_ == "conj" and c.pos_ == "PROPN" and c.i > verb.i]


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


def _body(draft: Draft) -> bool:
    """Whether an actor is a body: one does not speak with a parliament as with its president."""
    return draft.kind == "unnamed" or (draft.kind == "organisation" and not _personal(draft.name))


def _personal(name: str) -> bool:
    """Whether a name taken for a body's is a person's, with a title or a given name in it."""
    words_ = name.split()
    titled = any(word.lower() in PERSON_NOUNS for word in words_[:-1])
    return titled or (len(words_) > 2 and words_[-2].lower() in given_names())


def _spoke(verb: Token, scene: Scene) -> Encounter | None:
    """Spoke with X; "to" only of those one does not address as a crowd."""
    others = list(objects(verb, "with"))
    others += _strays(verb) if others else []
    partners = [p for o in others for p in _people(o, scene)]
    addressed = [p for o in objects(verb, "to") for p in _people(o, scene)]
    partners += [p for p in addressed if not _body(p[0]) and specific(p[0])]
    phoned = any(o.lemma_.lower() in words.PHONE for o in objects(verb, *_PHONE_OBJECTS))
    subjects = [p for p in scene.subject(verb) if not _body(p[0])]
    pair = len([p for p in subjects if specific(p[0])]) > 1
    if not partners and not phoned and _about(verb) and _is_there(verb):
        return _dwelt(verb, subjects, scene)
    if not partners and not (pair and (phoned or _about(verb))):
        return None
    encounter = scene.encounter(verb, "call")
    if not phoned and (encounter.place is not None or _in_person(verb)):
        encounter.form = "talks"
    encounter.add(subjects)
    encounter.add(partners)
    return encounter if len(encounter.parties) > 1 else None


def _is_there(verb: Token) -> bool:
    """Whether a verb's subject is those who were there already: they also spoke about X."""
    subject = subject_of(verb)
    return subject is not None and singular(subject) in _THOSE_THERE and subject.dep_ != "conj"


def _dwelt(verb: Token, people: list[Party], scene: Scene) -> Encounter:
    """What the encounter at hand was about: its agenda, and no conversation of its own."""
    encounter = scene.encounter(verb, None)
    encounter.add([p for p in people if p[0].kind not in ("unnamed", "group") or p[0].members])
    encounter.bound, encounter.creates, encounter.joins = True, False, False
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


_MEASURES = frozenset({"length", "least", "request", "time", "times"})


def _phoned(verb: Token, scene: Scene) -> Encounter | None:
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


def _shared_object(verb: Token) -> Token | None:
    """The object a verb shares with the one joined to it: called and congratulated X."""
    joined = next((c for c in verb.children if c.dep_ == "conj"), None)
    return direct_object(joined) if joined is not None and joined.i - verb.i == 2 else None


def _received(verb: Token, scene: Scene) -> Encounter | None:
    """X welcomed Y to Z: a meeting of which X is the host."""
    obj = direct_object(verb)
    passive = next((c for c in verb.children if c.dep_ == "nsubjpass"), None)
    guest = passive if passive is not None else obj
    if guest is None or guest.lemma_.lower() in words.NOUNS:
        return None
    if any(c.lower_ in ("all", "every", "any", "many", "most") for c in guest.lefts):
        return None  # has greeted every new minister: no single meeting
    guests = [p for p in _people(guest, scene) if p[0].kind != "organisation" or _led(guest)]
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


def _visited(verb: Token, scene: Scene) -> Encounter | None:
    """An official visited a place; travelled only where that is abroad."""
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


def _attended(verb: Token, scene: Scene) -> Encounter | None:
    """X will also attend; Y joined them; Z was not invited: said of the encounter at hand."""
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


def _discussed(verb: Token, scene: Scene) -> Encounter | None:
    """The leaders discussed X: what the encounter at hand was about."""
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
    if not nominal and not named and singular(subject) not in _THOSE_THERE:
        return None
    encounter = scene.encounter(verb, None)
    encounter.agenda = spans
    encounter.add(named)
    encounter.bound, encounter.creates, encounter.joins = True, False, False
    return encounter


def _people(token: Token, scene: Scene) -> list[Party]:
    """Parties at a noun phrase that one can meet: not reporters, crowds, or criticism."""
    if token.lemma_.lower() in words.LISTENERS or token.lemma_.lower() in words.NOUNS:
        return []
    return [p for p in scene.party(token) if p[0].kind in _SIDES]
