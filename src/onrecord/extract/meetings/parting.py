"""What parts an encounter from a meeting already known: kind, number, name, caller, standing."""

from __future__ import annotations

from onrecord.extract.meetings import words
from onrecord.extract.meetings.agreeing import same_spot
from onrecord.extract.meetings.encounters import Encounter
from onrecord.extract.meetings.entry import Entry
from onrecord.record import Status

_BESIDE = frozenset({"before", "after", "following"})
_FAMILY = {"call": "call", "visit": "visit"}
AHEAD: frozenset[Status] = frozenset({"planned", "proposed", "conditional", "hypothetical"})


def kinds_part(encounter: Encounter, entry: Entry) -> bool:
    """Whether two forms exclude each other: a visit is no call."""
    if encounter.form is None or entry.form is None:
        return False
    mine, its = _FAMILY.get(encounter.form), _FAMILY.get(entry.form)
    if mine == its:
        return False
    # Talks may be by telephone.
    loose = encounter.form == "talks" or entry.form == "talks"
    return not (loose and "visit" not in (mine, its))


def is_beside(encounter: Encounter, entry: Entry) -> bool:
    """Whether a meeting was before or after the one its own clause names: met before the summit."""
    trigger = encounter.trigger
    for link in trigger.children:
        if link.dep_ == "prep" and link.lower_ in _BESIDE:
            nouns = {c.lemma_.lower() for c in link.children if c.dep_ == "pobj"}
            if any(part.trigger.lemma_.lower() in nouns for part in entry.parts):
                return True
    link = trigger.head
    if trigger.dep_ != "pobj" or link.lower_ not in _BESIDE:
        return False
    return any(part.trigger in (link.head, *link.head.ancestors) for part in entry.parts)


def numbers_part(encounter: Encounter, entry: Entry) -> bool:
    """Whether "second", "previous" or "another" tells an encounter from a known meeting."""
    own = marks(encounter) & words.ANOTHER
    return not any(own & marks(part) for part in entry.parts)


def names_part(encounter: Encounter, entry: Entry, *, shared: float) -> bool:
    """Whether a name tells an encounter from a meeting it shares no side or place with."""
    if encounter.name is None or encounter.name == entry.name or shared:
        return False
    return not same_spot(encounter.place, entry.place) and not encounter.hints


def called_by_others(encounter: Encounter, entry: Entry) -> bool:
    """Whether an encounter is called by a state that has no part in the meeting."""
    if not encounter.hints:
        return False
    known = {draft.country for draft, _ in entry.parties.values()}
    known.add(entry.place.country if entry.place is not None else None)
    return not encounter.hints & known


def standing_parts(encounter: Encounter, entry: Entry, *, shared: float) -> bool:
    """Whether one lies ahead and the other is over."""
    if encounter.joins and not encounter.creates and not encounter.weak:
        # Who is to take part takes part in nothing that is over.
        return entry.status == "happened" and encounter.status in AHEAD
    if not encounter.creates or encounter.weak or entry.weak:
        return False
    one, other = encounter.status in AHEAD, entry.status in AHEAD
    same_place = same_spot(encounter.place, entry.place)
    if encounter.other and not numbers_part(encounter, entry):
        return False  # "their second summit" is one, however it is spoken of
    if one == other or ("ongoing" in (encounter.status, entry.status) and (shared or same_place)):
        return False
    if encounter.time is not None and entry.time is not None:
        return False  # the same day: days_part has seen to it
    return not (encounter.bound and not encounter.other)


def marks(encounter: Encounter) -> set[str]:
    """Return the words that hang on an encounter's own: second, previous, another."""
    return {c.lower_ for c in encounter.trigger.children}
