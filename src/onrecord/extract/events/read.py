"""Events of a report: triggers -> roles -> type, mode, contexts -> status, day, place -> merged."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from spacy.tokens import Doc

from onrecord.extract.clauses import children
from onrecord.extract.events.bearing import bears
from onrecord.extract.events.confidence import FLOOR, confidence, signs
from onrecord.extract.events.kinds import Kinds, trained
from onrecord.extract.events.merging import Mention, merged
from onrecord.extract.events.roles import Roles, nouns_of, roles_of
from onrecord.extract.events.setting import contexts_of, mode_of
from onrecord.extract.events.status import is_later, is_past, status_of
from onrecord.extract.events.trigger import Trigger
from onrecord.extract.events.triggers import triggers
from onrecord.extract.whom import Whom
from onrecord.language.layers import layers_of
from onrecord.record import Actor, Event, EventType, Period, Place, Span, Spans, Statement, merge
from onrecord.resolve.times import govern

_SIDED = frozenset(("AID", "CONCEDE", "COERCE", "SUPPORT", "ACCUSE", "REQUEST", "THREATEN"))
"""Types that need somebody on the other side, or else are no happening between anybody."""

_IN = frozenset(("in", "at", "near", "outside", "inside", "on"))
_BACKGROUND = timedelta(days=366)


def read_events(
    doc: Doc,
    *,
    actors: Sequence[Actor] | None = None,
    statements: Sequence[Statement] | None = None,
    table: Kinds | None = None,
    min_confidence: float = FLOOR,
) -> tuple[tuple[Event, ...], tuple[Actor, ...]]:
    """Return the events, and the actors with those added whom only they name.

    Events under ``min_confidence`` (0..1) are left out.
    """
    mentions, known = read_mentions(doc, actors=actors, statements=statements, table=table)
    return merged(mentions, min_confidence=min_confidence), known


def read_mentions(
    doc: Doc,
    *,
    actors: Sequence[Actor] | None = None,
    statements: Sequence[Statement] | None = None,
    table: Kinds | None = None,
) -> tuple[list[Mention], tuple[Actor, ...]]:
    """Return every mention of an event, however unlikely, and the actors with those added."""
    layers = layers_of(doc)
    actors = actors if actors is not None else layers.actors or ()
    statements = statements if statements is not None else layers.statements or ()
    whom = Whom(doc, actors, statements)
    found = [t for t in triggers(doc) if not _in_heading(t, layers.headings or ())]
    whom.introduce(noun for trigger in found for noun in nouns_of(trigger))
    table = table or trained()
    mentions = [m for t in found if (m := _mention(t, whom, table)) is not None]
    return mentions, tuple(whom.actors.values())


def _in_heading(trigger: Trigger, headings: Spans) -> bool:
    at = trigger.word.idx
    return any(span.start <= at < span.end for span in headings)


def _mention(trigger: Trigger, whom: Whom, table: Kinds) -> Mention | None:
    doc = whom.doc
    layers = layers_of(doc)
    roles = roles_of(trigger, whom)
    kind, sure = table.of(trigger)
    if not _happens_between(kind, trigger, roles, whom) or not bears(trigger, kind, roles, whom):
        return None
    when = _when(trigger, doc)
    if _long_ago(when, layers.published):
        return None
    if is_past(trigger.verb) and is_later(when, layers.published):
        when = None  # the day of what was spoken of: "postponed a visit planned for Wednesday"
    status = status_of(trigger, when, layers.published)
    if status is None:
        return None
    inside = whom.inside(trigger.word.idx)
    told = signs(trigger, kind, roles, whom, sure=sure, status=status)
    event = Event(
        id="e0",
        type=_type(kind),
        mode=mode_of(kind, trigger, len({*roles.actors, *roles.recipients})),
        contexts=contexts_of(trigger),
        actors=roles.actors,
        recipients=roles.recipients,
        trigger=_spans(trigger),
        place=_place(trigger, layers.places or ()),
        when=when,
        status=status,
        inside=inside.id if inside is not None else None,
        confidence=confidence(told),
    )
    definite = any(c.lower_ in ("the", "that", "this") for c in trigger.word.lefts)
    return Mention(
        event=event,
        signs=told,
        word=trigger.word.lemma_.lower(),
        definite=definite,
        bare=trigger.verb is trigger.word and trigger.word.pos_ == "NOUN" and status == "happened",
    )


def _type(kind: str) -> EventType:
    return kind  # type: ignore[return-value]


def _happens_between(kind: str, trigger: Trigger, roles: Roles, whom: Whom) -> bool:
    if trigger.particle in ("to", "with") and kind == "CONSULT" and trigger.verb.lemma_ == "speak":
        return bool(roles.actors) and _named(roles.recipients, whom)
    if kind == "CONSULT":
        if any(whom.actors[a].kind == "outlet" for a in (*roles.actors, *roles.recipients)):
            return False  # an interview is the report's own business
        return len({*roles.actors, *roles.recipients}) > 1 or _met(trigger)
    rallied = trigger.word.lemma_.lower() in ("rally", "march") and bool(roles.actors)
    if rallied and all(whom.actors[a].kind == "person" for a in roles.actors):
        return False  # a candidate's: protests are collective actions (PLOVER manual)
    if not roles.actors and not (roles.recipients and trigger.verb is not trigger.word):
        return bool(roles.recipients) and kind in ("ASSAULT", "COERCE", "CONSULT")
    if kind in _SIDED and not roles.recipients:
        official = any(whom.actors[a].kind != "group" for a in roles.actors)
        about = any(c.dep_ in ("dobj", "prep") for c in trigger.verb.children)
        if kind == "THREATEN" and trigger.word.lemma_.lower() == "threaten":
            return bool(children(trigger.verb, "xcomp"))
        return kind in ("REQUEST", "ACCUSE", "SUPPORT") and official and about
    return True


def _met(trigger: Trigger) -> bool:
    """Whether a meeting with one known side is told with another, with its place, or as a visit."""
    at = {t.i: t for t in (trigger.word, trigger.verb)}.values()
    preps = [p for t in at for p in t.children if p.dep_ == "prep"]
    if {p.lower_ for p in preps} & {"with", "between", "of"}:
        return trigger.verb.lemma_ not in ("discuss", "negotiate")
    nouns = [n for p in preps for n in p.children if n.dep_ == "pobj"]
    if trigger.label.endswith("visit"):
        nouns += children(trigger.verb, "dobj")
    placed = any(n.ent_type_ in ("GPE", "LOC", "FAC") for n in nouns)
    return placed or trigger.word.lemma_ == "meet"


def _named(actors: Sequence[str], whom: Whom) -> bool:
    """Whether somebody spoken to is no crowd of reporters: a person or a body with a name."""
    return any(
        m.form == "name" or whom.actors[a].offices for a in actors for m in whom.actors[a].mentions
    )


def _when(trigger: Trigger, doc: Doc) -> Period | None:
    layers = layers_of(doc)
    word = trigger.word
    time = govern(doc, layers.times or (), Span(word.idx, word.idx + len(word)))
    if time is None and trigger.verb is not word:
        verb = trigger.verb
        time = govern(doc, layers.times or (), Span(verb.idx, verb.idx + len(verb)))
    if time is None or time.start is None:
        return None
    return Period(start=time.start, end=time.end)


def _long_ago(when: Period | None, published: date | None) -> bool:
    """Background: what the report itself dates to a year and more before it was published."""
    if when is None or when.end is None or published is None:
        return False
    return published - when.end > _BACKGROUND


def _place(trigger: Trigger, places: Sequence[Place]) -> str | None:
    """The place a preposition of the trigger names: "met in Riyadh", "an attack in Kabul"."""
    spans = [(span, place.id) for place in places for span in place.mentions]
    for at in (trigger.word, trigger.verb):
        for prep in at.children:
            if prep.dep_ != "prep" or prep.lower_ not in _IN:
                continue
            for noun in prep.children:
                if noun.dep_ == "pobj":
                    for span, name in spans:
                        if span.start <= noun.idx < span.end:
                            return name
    return None


def _spans(trigger: Trigger) -> Spans:
    spans = merge(Span(t.idx, t.idx + len(t)) for t in trigger.words)
    out: list[Span] = []
    for span in spans:
        if out and span.start - out[-1].end <= 1:
            out[-1] = Span(out[-1].start, span.end)
        else:
            out.append(span)
    return tuple(out)
