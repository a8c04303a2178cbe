"""Whether a trigger reports a political happening: in that sense, done, between public sides.

"Struck a deal" is no assault, "asked whether" no demand, "path to return" no return, and what
insurance companies allow their customers is nobody's concession to anybody the record is about.
"""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Token

from onrecord.extract.clauses import SUBJECTS, VERBAL, antecedent, children, is_passive
from onrecord.extract.events import words
from onrecord.extract.events.roles import Roles
from onrecord.extract.events.senses import PUBLIC_NOUNS, in_its_sense
from onrecord.extract.events.trigger import Trigger
from onrecord.extract.whom import Whom, may_act
from onrecord.record import Actor
from onrecord.resolve.lexicon import word_set

_CARRIED = word_set(
    """begin start continue manage resume proceed decide vote move go fail help agree try attempt
    order refuse threaten use"""
)
"""Verbs whose infinitive tells what is done, not merely wished or possible."""

_PLANNED = word_set("schedule plan expect set intend prepare arrange due slate")
"""Verbs whose infinitive lies ahead."""

_OFTEN = frozenset(
    ("typically", "usually", "often", "frequently", "always", "sometimes", "regularly", "rarely",
     "generally", "routinely", "occasionally")
)  # fmt: skip
_EACH = frozenset(("every", "each"))
_SPEAKING = word_set(
    """statement resolution report letter communique declaration editorial article op-ed tweet
    message speech law bill order decree ruling memo document complaint lawsuit petition newspaper
    agreement deal accord treaty communiqué text draft proposal manifesto source comment remark"""
)
"""Things that say and order in somebody's stead."""

_WEAPONS = word_set(
    """missile rocket bomb shell drone jet warplane helicopter aircraft plane ship boat gunboat
    artillery fire explosion blast car truck vehicle gun bullet mortar tank troop force army unit
    fighter raid convoy mine"""
)
_BY_WORDS = frozenset(
    ("AGREE", "CONSULT", "SUPPORT", "CONCEDE", "REQUEST", "ACCUSE", "REJECT", "THREATEN",
     "SANCTION", "COERCE")
)  # fmt: skip
"""Types that words alone bring about, laws among them."""

_PUBLIC = frozenset(("state", "government", "organisation"))


def bears(trigger: Trigger, kind: str, roles: Roles, whom: Whom) -> bool:
    """Whether the trigger stands for a happening in the record's sense."""
    return (
        in_its_sense(trigger, kind)
        and _done(trigger)
        and _by_somebody(trigger, kind, whom)
        and _public(trigger, roles, whom)
    )


def _done(trigger: Trigger) -> bool:
    """Whether the verb tells of an act, not of a wish, a purpose, or what is usual."""
    verb = trigger.verb
    if _is_usual(verb) or _is_idea(verb):
        return False
    if verb.pos_ not in VERBAL or not any(c.tag_ == "TO" for c in verb.lefts):
        return not any(c.lower_ in ("can", "should", "must") for c in children(verb, "aux"))
    if verb.dep_ in ("acl", "advcl", "relcl", "csubj"):
        return False
    return verb.dep_ != "xcomp" or verb.head.lemma_.lower() in _CARRIED | _PLANNED


def _is_usual(verb: Token) -> bool:
    """ "Usually meets", "speaks with her every day", "a group that opposes": no single act."""
    if any(c.lower_ in _OFTEN for c in children(verb, "advmod")):
        return True
    if any(c.lower_ in _EACH for day in children(verb, "npadvmod") for c in day.children):
        return True
    simple = verb.tag_ in ("VBZ", "VBP") and not children(verb, "aux", "auxpass")
    return simple and verb.dep_ == "relcl"


def _is_idea(verb: Token) -> bool:
    """ "The cost of killing civilians": a gerund under a noun tells of the thing as such."""
    return (
        verb.dep_ == "pcomp"
        and verb.head.lower_ in ("of", "for")
        and verb.head.head.pos_ == "NOUN"
        and verb.head.head.lemma_.lower() not in _ALLEGED
    )


_ALLEGED = word_set("charge count accusation suspicion act campaign policy practice crime")


def _by_somebody(trigger: Trigger, kind: str, whom: Whom) -> bool:
    """Whether the subject of an active verb can act: the crisis hit nobody on purpose."""
    verb = trigger.verb
    if verb.pos_ not in VERBAL or is_passive(verb):
        return True
    for subject in children(verb, *SUBJECTS):
        noun = antecedent(subject)
        if whom.at(noun) is not None or may_act(noun):
            continue
        if noun.pos_ == "NOUN" and not _stands_for(noun, kind):
            return False
        if noun.lower_ in ("it", "this", "that", "which", "what", "everything", "nothing"):
            return False
    return True


def _stands_for(noun: Token, kind: str) -> bool:
    """Whether a thing acts in somebody's stead: a missile strikes, a statement condemns."""
    told = {noun.lemma_.lower(), *(c.lemma_.lower() for c in children(noun, "compound"))}
    if kind in _BY_WORDS and (
        told & _SPEAKING or any(c.ent_type_ == "GPE" for c in children(noun, "compound"))
    ):
        return True
    labels = {words.nouns()[word].partition(".")[0] for word in told & words.nouns().keys()}
    return bool(labels & {kind, "ASSAULT"} or told & (_WEAPONS | words.MEANS | PUBLIC_NOUNS))


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
    return bool(_words(m.text for m in actor.mentions) & PUBLIC_NOUNS)


def _words(texts: Iterable[str]) -> set[str]:
    out: set[str] = set()
    for text in texts:
        for word in text.lower().split():
            out |= {word, word.removesuffix("s")}
    return out
