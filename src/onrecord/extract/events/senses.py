"""In which sense a word stands: "struck a deal" is no assault, "released a video" no release.

Most words of the dictionary name a happening only with objects of their own kind: prisoners are
released, envoys received, weapons given, ties cut. What they take decides, never who reports it.
"""

from __future__ import annotations

from collections.abc import Callable

from spacy.tokens import Token

from onrecord.extract.clauses import VERBAL, children, is_passive, subject_of
from onrecord.extract.events import words
from onrecord.extract.events.trigger import Trigger, chain
from onrecord.extract.whom import may_act
from onrecord.resolve.lexicon import word_set

GOODS = word_set(
    """aid assistance money fund food medicine support help training loan grant relief equipment
    vehicle supply donation weapon arm ammunition missile intelligence information asylum
    shelter vaccine dose credit regiment helicopter jet tank submarine aircraft ship ventilator
    water electricity gas oil goods protection package service evidence"""
)
PUBLIC_NOUNS = word_set(
    """troop soldier army military force police officer court judge prosecutor rebel militant
    insurgent guerrilla protester demonstrator authority official lawmaker parliament government
    minister president king prince senator diplomat ambassador envoy refugee migrant prisoner
    hostage civilian journalist activist opposition party separatist militia gunman bomber
    fighter worker striker striker union leader country nation state province tribe peacekeeper
    inspector general commander junta regime administration delegation negotiator candidate
    dissident authorities parties countries armies juries"""
)
"""Nouns for those the record is about, and what they command."""

_GIVING = word_set("give send deliver provide offer supply award contribute donate lend grant")
_FIGURES = word_set(
    """deal tone chord balance note agreement attention imagination record mark goal low high pose
    bargain compromise word right blow pay dirt gold oil ground wall road brake bottom snag
    button nerve pandemic coronavirus virus inflation climate poverty corruption cancer crime
    fire disease battle case effort charge bill rule ruling idea narrative perception claim peak
    milestone gas trail market price stock economy growth business industry"""
)
"""Objects that make striking, hitting, fighting a figure of speech."""

_FORCE = word_set(
    """strike hit storm target capture seize take hold fight harm beat attack battle shoot pound
    retake kill wound"""
)
_REFUSED = word_set(
    """entry permission request access visa asylum aid application appeal bail right admission
    license clearance"""
)
_RELEASING = word_set("release free liberate parole")
_HELD = word_set(
    """fund asset ship vessel tanker boat aircraft plane body remains money property animal
    territory town city village"""
)
_SOUGHT = word_set(
    """help aid asylum support permission meeting talk extradition assistance apology explanation
    access refuge sanction loan ceasefire truce dialogue negotiation backing approval mediation
    guarantee assurance cooperation bailout intervention waiver exemption release withdrawal
    resignation compensation protection peace order injunction"""
)
_STANDING_BY = word_set("support back defend champion endorse praise welcome respect")
_BACKED = word_set(
    """bill deal law plan agreement treaty measure proposal resolution candidacy bid decision policy
    independence move effort initiative rule order ban campaign strike action sovereignty
    intervention ceasefire truce withdrawal election reform program programme summit talk
    sanction right statement result appointment nomination expansion membership solution
    strategy demand call idea release visit assistance aid accord referendum process budget
    amendment legislation"""
)
"""What is supported or welcomed as an act of politics, where no person or body is named."""

_MEETINGS = word_set(
    """meeting talk summit conference session forum dialogue negotiation consultation gathering
    discussion round"""
)
_KEPT_PARTICLES = frozenset(
    (("beat", "up"), ("shoot", "down"), ("lock", "up"), ("cut", "off"), ("kill", "off"),
     ("pull", "back"), ("hold", "back"), ("return", "back"), ("meet", "up"), ("strike", "down"))
)  # fmt: skip
"""Particles that leave a verb its sense; others make another verb of it: "backed off"."""

_ASKED_FOR = word_set("comment response reaction interview")
_OFFERED = word_set("apology condolence resignation concession amnesty term truce money")


def in_its_sense(trigger: Trigger, kind: str) -> bool:
    """Whether the trigger's word, with what it takes, means what the dictionary says of it."""
    verb, word = trigger.verb, trigger.word
    if word.pos_ not in VERBAL:
        return word.lemma_.lower() not in _RELEASING or _of_people(word)
    lemma = word.lemma_.lower()
    things = objects_of(verb)
    named = _lemmas(things)
    if _is_phrasal(trigger) or not _takes_its_objects(kind, lemma, verb, things):
        return False
    if lemma in _FORCE and (named & _FIGURES or (lemma == "fight" and only(verb, "for"))):
        return False
    if lemma == "capture" and words.PICTURED & {
        n.lemma_.lower() for c in children(verb, "prep") for n in children(c, "pobj")
    }:
        return False
    if lemma == "ask":
        return _is_asking(trigger, verb)
    if lemma == "push" and kind == "REQUEST":
        return bool(list(chain(trigger))) or only(verb, "for")
    if lemma == "agree" and only(verb, "with") and not children(verb, "xcomp", "ccomp"):
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


def _takes_its_objects(kind: str, lemma: str, verb: Token, things: list[Token]) -> bool:
    """Whether a verb that needs objects of one kind has them."""
    return all(
        takes(verb, things)
        for verbs, of_kind, takes in _NEEDS
        if lemma in verbs and of_kind in (kind, None)
    )


def _takes_goods(verb: Token, things: list[Token]) -> bool:
    return any(map(_is_goods, things)) or (not things and bool(_named_by(verb, "to")))


def _takes_held(verb: Token, things: list[Token]) -> bool:
    held = any(is_people(t) or t.lemma_.lower() in _HELD for t in things)
    return held or (verb.lemma_.lower() != "release" and not things)


def _takes_guests(verb: Token, things: list[Token]) -> bool:
    guests = (n for at in (verb, *things) for n in _named_by(at, "for"))
    return any(map(is_people, (*things, *guests)))


def _takes_meetings(_: Token, things: list[Token]) -> bool:
    return not things or bool(_lemmas(things) & _MEETINGS)


def _takes_nothing(verb: Token, _: list[Token]) -> bool:
    """ "Rallied in the capital", not "rallied support" nor "demonstrated that"."""
    return not children(verb, "dobj", "ccomp")


def _takes_guilt(verb: Token, _: list[Token]) -> bool:
    """Charged with theft, not for a service."""
    told = {c.lower_ for c in children(verb, "prep")}
    return "for" not in told or "with" in told or is_passive(verb)


def _takes_promised(verb: Token, things: list[Token]) -> bool:
    if children(verb, "xcomp", "ccomp", "dative") or _named_by(verb, "to"):
        return True
    known = _lemmas(things) & (_OFFERED | words.MEANS | words.nouns().keys())
    return bool(known) or any(map(_is_goods, things))


def _takes_politics(_: Token, things: list[Token]) -> bool:
    if not things or any(map(is_people, things)):
        return True
    owned = any(is_people(c) for t in things for c in children(t, "poss", "compound"))
    return owned or bool(_around(things) & _BACKED)


def _takes_sought(_: Token, things: list[Token]) -> bool:
    return bool(_lemmas(things) & _SOUGHT)


def _takes_bonds(_: Token, things: list[Token]) -> bool:
    return bool(_around(things) & (words.BONDS | words.MEANS))


def _takes_sides(verb: Token, _: list[Token]) -> bool:
    sides = {c.lower_ for c in children(verb, "prep")} & {"with", "to"}
    return bool(sides) or len(children(subject_of(verb) or verb, "conj")) > 0


def _is_no_aftermath(verb: Token, _: list[Token]) -> bool:
    """Not "split the vote, allowing a rival to win": what follows is nobody's act."""
    return verb.tag_ != "VBG" or verb.dep_ != "advcl"


_NEEDS: tuple[tuple[frozenset[str], str | None, Callable[[Token, list[Token]], bool]], ...] = (
    (_GIVING, "AID", _takes_goods),
    (_RELEASING, "RETREAT", _takes_held),
    (word_set("receive host greet"), "CONSULT", _takes_guests),
    (word_set("attend"), None, _takes_meetings),
    (word_set("demonstrate rally march"), "PROTEST", _takes_nothing),
    (word_set("charge"), None, _takes_guilt),
    (word_set("offer commit"), "AGREE", _takes_promised),
    (_STANDING_BY, "SUPPORT", _takes_politics),
    (word_set("seek"), None, _takes_sought),
    (word_set("cut reduce curtail slash halt"), "SANCTION", _takes_bonds),
    (word_set("talk converse"), None, _takes_sides),
    (word_set("allow let permit force compel ease"), None, _is_no_aftermath),
)
"""Verbs, the type they are held to it for (or any), and what they need."""


def _is_phrasal(trigger: Trigger) -> bool:
    """ "Backed off", "gave up": a particle the dictionary does not know with this verb."""
    verb = trigger.verb
    lemma = verb.lemma_.lower()
    if trigger.particle is not None or len(trigger.words) > 1 or lemma in words.SENDING:
        return False
    return any((lemma, c.lower_) not in _KEPT_PARTICLES for c in children(verb, "prt"))


def _is_asking(trigger: Trigger, verb: Token) -> bool:
    for prep in children(verb, "prep", "prt"):
        if {c.lemma_.lower() for c in children(prep, "pobj")} & _ASKED_FOR:
            return False
    if verb.tag_ == "VBN" and verb.dep_ in ("advcl", "acl") and not children(verb, "agent"):
        return False  # "Asked what he meant, ..."
    if any(t.lemma_ in ("comment", "say", "describe", "explain") for t in chain(trigger)):
        return False
    return bool(children(verb, "xcomp")) or trigger.particle is not None or only(verb, "for")


def objects_of(verb: Token) -> list[Token]:
    """Return what a verb is done to, the noun that a reduced relative hangs on included."""
    things = children(verb, "dobj", "nsubjpass")
    if not things and verb.dep_ == "acl" and is_passive(verb):
        return [verb.head]
    return things


def is_people(noun: Token) -> bool:
    """Whether a noun stands for people or a body: by its word, or as a name of one."""
    if noun.pos_ == "PRON":
        return noun.lower_ not in ("it", "its", "this", "that", "which", "what")
    if noun.ent_type_ in ("PERSON", "NORP", "ORG", "GPE", "CARDINAL"):
        return True
    joined = [noun, *children(noun, "conj")]
    return any(may_act(n) or n.lemma_.lower() in PUBLIC_NOUNS for n in joined)


def _of_people(noun: Token) -> bool:
    """The release of prisoners, his release: not that of a film."""
    inner = [n for prep in children(noun, "prep") for n in children(prep, "pobj")]
    before = children(noun, "compound", "poss")
    return any(is_people(n) or n.lemma_.lower() in _HELD for n in (*inner, *before))


def only(verb: Token, preposition: str) -> bool:
    """Whether a verb has that preposition and no object."""
    return any(c.lower_ == preposition for c in children(verb, "prep", "prt")) and not children(
        verb, "dobj"
    )


def _named_by(at: Token, preposition: str) -> list[Token]:
    """Return what a preposition of the word names."""
    told = children(at, "prep", "dative")
    return [n for c in told if c.lower_ == preposition for n in children(c, "pobj", "pcomp")]


def _is_goods(thing: Token) -> bool:
    if thing.ent_type_ in ("MONEY", "QUANTITY", "CARDINAL"):
        return True
    if any(c.dep_ == "nummod" or c.tag_ in ("CD", "$") for c in thing.children):
        return True
    return bool(_around([thing]) & (GOODS | PUBLIC_NOUNS))


def _lemmas(nouns: list[Token]) -> set[str]:
    return {noun.lemma_.lower() for noun in nouns}


def _around(things: list[Token]) -> set[str]:
    """The lemmas of nouns, of what stands before them and of what their prepositions name."""
    found = _lemmas(things)
    for thing in things:
        found |= {c.lemma_.lower() for c in children(thing, "compound", "amod")}
        for prep in children(thing, "prep"):
            found |= {c.lemma_.lower() for c in children(prep, "pobj")}
    return found
