"""Encounters named by a noun: the summit, talks between X and Y, X's visit to Z."""

from __future__ import annotations

from spacy.tokens import Token

from onrecord.extract.meetings import words
from onrecord.extract.meetings.encounters import Encounter
from onrecord.extract.meetings.grammar import (
    controller_of,
    governor,
    objects,
    owner_of,
)
from onrecord.extract.meetings.parties import Party
from onrecord.extract.meetings.roles import ANNOUNCE, from_clauses, from_inner, from_verb
from onrecord.extract.meetings.scene import Scene, stands_for_state
from onrecord.extract.meetings.words import Form
from onrecord.knowledge import readings
from onrecord.record import Place
from onrecord.resolve.lexicon import MOTION_VERBS

_DEFINITE = frozenset({"the", "this", "that", "these", "those"})
_WITH = ("with", "between", "among", "alongside", "involving")
_SUBSTANCE = frozenset({"talk", "talks", "negotiation", "negotiations", "discussion", "dialogue"})
_OF_MANY = frozenset(
    {"conference", "meeting", "call", "congress", "session", "forum", "convention"}
)
_JOINING = frozenset({"attend", "join", "participate", "take", "address", "lead", "chair"})
"""Verbs whose subject is one of many: that it differs does not make it another encounter."""
_BODIES = frozenset({"conference", "forum"})
_WITHOUT = frozenset({"without", "excluding"})


def is_encounter(token: Token) -> bool:
    """Whether a noun names an encounter of actors at all."""
    lemma = token.lemma_.lower()
    if lemma not in words.NOUNS or not _stands_as_noun(token):
        return False
    head = token.head
    if token.dep_ in ("compound", "nmod", "amod", "npadvmod"):
        return False
    if token.dep_ == "pobj" and head.lower_ == "of" and head.head.lemma_.lower() == "round":
        return False  # told by "round"
    if lemma == "consultation" and head.lower_ == "in" and not any(token.lefts):
        return False  # "shall, in consultation with the ministers, decide": a way of acting
    left = {c.lower_ for c in token.children if c.dep_ in ("compound", "amod", "nmod")}
    if lemma in _OF_MANY and left & words.NOT_OF:
        return False
    if lemma == "session" and left & words.SITTINGS:
        return False
    if lemma == "round":
        numbered = bool(left & words.ANOTHER) and not any(objects(token, "of"))
        return numbered or any(o.lemma_.lower() in _SUBSTANCE for o in objects(token, "of"))
    if lemma == "call":
        return _is_call(token, left)
    if lemma == "audience":
        return any(objects(token, "with"))
    if lemma == "talk":
        return token.tag_ == "NNS" or any(objects(token, *_WITH))
    return not (lemma in ("visit", "trip") and token.lower_ == "tripped")


def _stands_as_noun(token: Token) -> bool:
    """Whether a word is a noun, or taken for an adjective where only nouns stand: a roundtable."""
    return token.pos_ in ("NOUN", "PROPN") or (
        token.pos_ == "ADJ" and token.dep_ in ("dobj", "pobj", "nsubj", "nsubjpass")
    )


def _is_call(token: Token, left: set[str]) -> bool:
    if left & words.PHONE or any(c.text.lower() == "conference" for c in token.children):
        return True
    if any(c.dep_ == "prep" and c.lower_ in ("for", "on", "upon") for c in token.children):
        return False
    if any(c.dep_ in ("acl", "relcl") and c.tag_ == "VB" for c in token.children):
        return False
    governed = governor(token)
    held = governed is not None and governed[0].lemma_ in (
        "have",
        "hold",
        "receive",
        "place",
        "make",
        "take",
        "join",
        "convene",
        "host",
        "lead",
        "participate",
        "conduct",
    )
    definite = any(c.lower_ in ("the", "this") for c in token.children)
    partner = any(objects(token, "with", "between"))
    return partner or (held and token.tag_ == "NN") or (definite and token.tag_ == "NN")


def read_noun(token: Token, scene: Scene) -> Encounter | None:
    """Return what a noun says of an encounter, ``None`` where it tells of none in particular."""
    governed = governor(token)
    verb = governed[0] if governed is not None else None
    form = _form(token, verb)
    dated = verb if governed is not None and _holds(*governed) else None
    encounter = scene.encounter(token, form, verb=verb, dated=dated, goal=form == "visit")
    left = [c for c in token.children if c.dep_ in ("det", "amod", "poss", "compound", "nmod")]
    marks = {c.lower_ for c in left}
    encounter.bound = bool(marks & _DEFINITE) or any(_is_day(c) for c in left)
    encounter.definite = encounter.bound or owner_of(token) is not None
    # "The first summit in a decade" is no round of a series, "the first round" is.
    unheard = "first" in marks and any(c.dep_ == "prep" for c in token.children)
    encounter.other = bool(marks & words.ANOTHER) and not unheard
    encounter.name = _name(token)
    own = _own_parties(token, scene)
    encounter.add(own)
    encounter.hints = frozenset(_hints(token))
    if encounter.place is None:
        partners = objects(token, "with", "between")
        encounter.place = _place_before(token, scene) or scene.setting.where(*partners)
    joined: set[int] = set()
    if governed is not None:
        before = set(encounter.parties)
        from_verb(encounter, token, governed, scene)
        if governed[0].lemma_.lower() in _JOINING:
            joined = set(encounter.parties) - before
    said = set(encounter.parties)
    from_clauses(encounter, token, scene)
    if not encounter.parties and form != "visit" and _beside(token):
        sides = scene.party(subject) if (subject := controller_of(token)) is not None else []
        encounter.beside = tuple(p for p in sides if p[0].offices or p[0].kind == "government")
    if _one_sided(token, encounter):
        controller = controller_of(token)
        sides = scene.party(controller) if controller is not None else scene.speaker(token)
        encounter.add([p for p in sides if p[0].kind != "unnamed" or stands_for_state(p[0])])
        said |= {id(draft) for draft, _ in sides}
    if token.lemma_.lower() == "round":
        from_inner(encounter, token, scene)
    for outsider in objects(token, *_WITHOUT):
        encounter.add(scene.parties.of(outsider, role="excluded"))
    encounter.own = frozenset(said - joined)
    encounter.weak = encounter.status == "happened" and not _told(token, encounter, dated, marks)
    generic = token.tag_ in ("NNS", "NNPS") and token.lemma_.lower() not in _SUBSTANCE
    if (generic and not own) or _is_body(token, encounter, scene):
        return None
    sides_known = encounter.parties or encounter.beside
    if not encounter.bound and not sides_known and encounter.place is None:
        encounter.creates = False
    alone = token.lemma_.lower() == "round" and not any(objects(token, "of"))
    loose = token.lemma_.lower() in words.LOOSE and not sides_known
    if alone or (loose and encounter.name is None):
        encounter.creates = False
    return encounter


def _told(token: Token, encounter: Encounter, held: Token | None, marks: set[str]) -> bool:
    """Whether anything says that an encounter took place, beside its being spoken of."""
    if encounter.time is not None or held is not None or marks & words.BEHIND:
        return True
    if token.dep_ == "pobj" and token.head.lower_ in ("after", "following", "during", "since"):
        return True
    subject = token.dep_ in ("nsubj", "nsubjpass") and token.head.pos_ in ("VERB", "AUX")
    return subject and token.head.lemma_.lower() in words.OCCUR and token.head.tag_ != "VBZ"


def _is_body(token: Token, encounter: Encounter, scene: Scene) -> bool:
    """Whether a body is called a conference, as House Republicans are: no place, no day."""
    if token.lemma_.lower() not in _BODIES or encounter.place or encounter.time:
        return False
    body = scene.parties.at(token)
    return body is not None and body.kind == "organisation"


def _holds(verb: Token, preposition: str) -> bool:
    """Whether a verb tells of the encounter that is its object, and not of words about it."""
    lemma = verb.lemma_.lower()
    aim = preposition in ("", "to", "on", "for")
    if lemma in ANNOUNCE and aim:
        return False
    if preposition == "for":
        return lemma in MOTION_VERBS | words.VISIT
    if preposition in ("at", "in", "during"):
        return True
    return not preposition and lemma in words.PARTAKE | words.HOSTING | {"be"}


def _form(token: Token, verb: Token | None) -> Form:
    lemma = token.lemma_.lower()
    left = {c.lower_ for c in token.subtree if c.i < token.i and token.i - c.i < 4}
    phoned = bool(left & words.PHONE) or _by_phone(token, verb)
    if phoned and lemma not in ("visit", "trip", "summit"):
        return "call"
    return words.NOUNS[lemma]


def _by_phone(token: Token, verb: Token | None) -> bool:
    """Whether an encounter is by telephone: a discussion by phone, held talks over the phone."""
    return any(
        other.lemma_.lower() in words.PHONE
        for above in (token, verb)
        if above is not None
        for other in objects(above, "by", "over", "via")
    )


def _is_day(token: Token) -> bool:
    return token.dep_ == "poss" and token.ent_type_ in ("DATE", "TIME")


def _own_parties(token: Token, scene: Scene) -> list[Party]:
    """Who the noun phrase itself names: its possessor, with X, between X and Y, of X, X-Y."""
    found: list[Party] = []
    owner = owner_of(token)
    if owner is not None and scene.setting.at(owner) is None and not _is_day(owner):
        found += scene.party(owner)
    for child in objects(token, *_WITH):
        found += scene.party(child)
    if not found:  # "a meeting planned for Thursday between X and Y"
        between = (t for t in token.subtree if t.lower_ == "between" and t.dep_ == "prep")
        found += [
            p for t in between for c in t.children if c.dep_ == "pobj" for p in scene.party(c)
        ]
    for child in objects(token, "of", "by", "from"):
        if child.pos_ in ("NOUN", "PROPN", "PRON") and child.lemma_.lower() not in words.NOUNS:
            found += scene.party(child)
    for child in token.children:
        if child.dep_ == "acl" and child.lower_ in ("involving", "including"):
            found += [p for c in child.children if c.dep_ == "dobj" for p in scene.party(c)]
    return found + _before(token, scene)


def _before(token: Token, scene: Scene) -> list[Party]:
    """Sides named before the noun: the Trump-Putin summit, US-Russia talks, the G7 summit."""
    parties, doc = scene.parties, token.doc
    found: list[Party] = []
    codes: dict[str, int] = {}
    first = max(token.left_edge.i, token.i - 6)
    for i in range(first, token.i):
        word = doc[i]
        if word.dep_ == "poss" or word.head.dep_ == "poss":
            continue
        draft = parties.at(word)
        if draft is not None and draft.kind in ("person", "organisation", "group"):
            found += parties.of(word) if draft.kind != "organisation" else [(draft, "attends")]
        elif pair := parties.surnamed(*_hyphened(word)):
            found += pair
        elif word.text[:1].isupper():
            for code in _codes(word.text, word):
                codes.setdefault(code, i)
    if len(codes) > 1:
        found += [(parties.government(code, i, i + 1), "attends") for code, i in codes.items()]
    return found


def _hyphened(word: Token) -> list[str]:
    """The names a hyphen joins, in one word or around it: Kim-Moon."""
    if word.text == "-" and 0 < word.i < len(word.doc) - 1:
        return [word.nbor(-1).text, word.nbor(1).text]
    return word.text.split("-") if "-" in word.text else []


def _hints(token: Token) -> list[str]:
    """States a modifier names, where it or with whom it is: the Vietnam summit, Korean talks."""
    return [
        code
        for c in token.lefts
        if c.dep_ in ("compound", "amod", "nmod") and c.text[:1].isupper()
        for code in _codes(c.doc[c.left_edge.i : c.i + 1].text, c)
    ]


def _codes(name: str, word: Token) -> list[str]:
    """The states a modifier names: US, Russian, US-Russia; both Koreas in "inter-Korean"."""
    if name.lower() in ("korean", "inter-korean"):
        before = word.doc[word.i - 1].lower_ if word.i else ""
        if before not in ("south", "north"):
            return ["KOR", "PRK"]
    found: list[str] = []
    for part in name.split("-"):
        for reading in readings(part):
            if reading.table == "state" and reading.form in ("name", "adjective"):
                found.append(reading.id)
                break
    return found


def _place_before(token: Token, scene: Scene) -> Place | None:
    for i in range(max(token.left_edge.i, token.i - 5), token.i):
        place = scene.setting.at(token.doc[i])
        if place is not None:
            return place
    return None


def _one_sided(token: Token, encounter: Encounter) -> bool:
    """Whether "with X" names but one side: the other is whoever is behind the noun."""
    if not any(objects(token, "with")) or owner_of(token) is not None:
        return False
    return len(encounter.those("attends", "represented")) < 2


def _beside(token: Token) -> bool:
    """Whether somebody does something at, after or before an encounter: said after a summit."""
    return token.dep_ == "pobj" and token.head.lower_ in (
        "after",
        "following",
        "before",
        "during",
        "at",
    )


def _name(token: Token) -> str | None:
    """The name an encounter has in print: the Munich Security Conference, the G7 summit."""
    left = [
        c
        for c in token.lefts
        if c.dep_ in ("compound", "nmod", "amod")
        and c.text[:1].isupper()
        and c.ent_type_ not in ("DATE", "TIME", "PERSON", "ORDINAL")
    ]
    if not any(c.tag_ in ("NNP", "NNPS") or c.text[-1:].isdigit() for c in left):
        return None  # G-7 is no noun to the parser
    if token.text.islower() and all(_codes(c.text, c) for c in left):
        return None  # the U.S. talks
    return token.doc[left[0].left_edge.i : token.i + 1].text
