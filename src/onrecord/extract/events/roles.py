"""Who did it and to whom: the nouns around a trigger as resolved actors."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from onrecord.extract.clauses import SUBJECTS, children
from onrecord.extract.events import words
from onrecord.extract.events.sides import acting, giver, suffering
from onrecord.extract.events.trigger import Trigger
from onrecord.extract.whom import Whom, joined

_NAMING = frozenset(("of", "by", "from", "in", "on", "against", "for", "with", "to", "between"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Roles:
    """Actor ids; either may be empty where the report does not say."""

    actors: tuple[str, ...]
    recipients: tuple[str, ...]


def nouns_of(trigger: Trigger) -> list[Token]:
    """Return every noun that may turn out to be a side, so that people unnamed become actors."""
    out: list[Token] = []
    for noun in (*acting(trigger), *suffering(trigger)):
        out += joined(noun)
        for prep in children(noun, "prep"):
            out += children(prep, "pobj")
        out += children(noun, "poss")
        out += (c for c in children(noun, "compound", "nmod") if c.ent_type_ == "GPE")
    return out


def roles_of(trigger: Trigger, whom: Whom) -> Roles:
    """Return the sides of a happening; joined actors of a mutual one are each other's."""
    kind = trigger.label.partition(".")[0]
    actors: tuple[str, ...] = ()
    doers, others = list(acting(trigger)), list(suffering(trigger))
    if (source := giver(trigger)) is not None:
        doers, others = [source], doers
    for noun in doers:
        actors = _ids(noun, whom)
        if actors:
            break
    if not actors and (speaker := _unsaid(trigger, whom)) is not None:
        actors = (speaker,)
    recipients: tuple[str, ...] = ()
    mutual = kind in words.RECIPROCAL and len(actors) > 1
    if mutual and trigger.verb.lemma_.lower() in words.MUTUAL:
        return Roles(actors=actors, recipients=actors)
    for noun in others:
        found = tuple(a for a in _ids(noun, whom) if a not in actors)
        if found:
            recipients = found
            break
    if not recipients and mutual:
        recipients = actors
    return Roles(actors=actors, recipients=recipients)


def _unsaid(trigger: Trigger, whom: Whom) -> str | None:
    """Who acts where a quoted sentence leaves "I" out: "Spoke to the king of Jordan"."""
    verb = trigger.verb
    told = verb.dep_ == "ROOT" and verb.tag_ in ("VBD", "VBN")
    if not told or children(verb, *SUBJECTS, "expl", "aux", "auxpass"):
        return None
    statement = whom.inside(verb.idx)
    return statement.speaker if statement is not None and statement.kind == "direct" else None


def _ids(noun: Token, whom: Whom) -> tuple[str, ...]:
    out: dict[str, None] = {}
    for one in joined(noun):
        actor = whom.at(one)
        if actor is None:
            actor = whom.owner(one)
        if actor is not None:
            out.update(dict.fromkeys(whom.members(actor)))
        else:
            out.update(dict.fromkeys(_inside(one, whom)))
    return tuple(out)


def _inside(noun: Token, whom: Whom) -> Iterator[str]:
    """Actors named after a noun that is none itself: the decision of X, detentions in Y."""
    for prep in children(noun, "prep", "agent"):
        if prep.lower_ in _NAMING:
            for inner in children(prep, "pobj"):
                found = [a for one in joined(inner) if (a := whom.at(one)) is not None]
                owner = whom.owner(inner)
                if not found and owner is not None:
                    found = [owner]
                if found:
                    yield from found
                    return
