"""One entry a meeting: what is said of it in several places, brought together.

Like event coreference by arguments (Bejan and Harabagiu 2010; Cybulska and Vossen 2015): two
words tell of one meeting where their sides, place, day and kind agree and nothing parts them.
"The meeting", "today's talks" point back to the last one they can be. What is planned and what
took place stay apart, and so does what the report tells from it ("another", "a second round").
"""

from __future__ import annotations

from collections.abc import Iterable

from onrecord.extract.meetings.agreeing import days_part, places_part, same_spot
from onrecord.extract.meetings.encounters import Encounter
from onrecord.extract.meetings.entry import Entry
from onrecord.extract.meetings.parting import (
    AHEAD,
    called_by_others,
    is_beside,
    kinds_part,
    marks,
    names_part,
    numbers_part,
    standing_parts,
)
from onrecord.extract.meetings.scene import alike, specific
from onrecord.record import Role
from onrecord.resolve.lexicon import word_set

_THERE: tuple[Role, ...] = ("attends", "represented")
_NEAR = 100  # tokens, about three sentences: what lies nearer is rather meant
_FAR = 450  # tokens; what lies further back is pointed at by more than "the meeting"
_FURTHER = word_set("another second third fourth fifth sixth further next follow-up")
_BEFORE = frozenset({"first", "previous", "earlier"})


def merged(encounters: Iterable[Encounter]) -> list[Entry]:
    """Return the meetings the encounters tell of, in the order of their first words."""
    entries: list[Entry] = []
    for encounter in encounters:
        told = encounter.creates or encounter.bound or encounter.other
        if not (told or encounter.parties):
            continue
        if not (encounter.bound or encounter.parties):
            encounter.add(encounter.beside)
        fits = [
            (score, entry.last, entry)
            for entry in entries
            if (score := _fit(encounter, entry)) is not None
        ]
        if fits:
            max(fits, key=lambda x: x[:2])[2].take(encounter)
            continue
        series = _series(encounter, entries) if encounter.other else None
        if series is not None and not encounter.parties:
            encounter.add(list(series.parties.values()))  # the first round: of the same sides
        if not encounter.parties:
            encounter.add(encounter.beside)
        stands = encounter.creates or series is not None
        if stands and (encounter.parties or encounter.place or encounter.name):
            entries.append(_entry(encounter, series))
    return entries


def _entry(encounter: Encounter, series: Entry | None) -> Entry:
    entry = Entry(parts=[], form=encounter.form, place=None, time=None, status=encounter.status)
    entry.take(encounter)
    if series is not None:
        entry.form = entry.form if entry.form != "meeting" else series.form
        if marks(encounter) & _BEFORE:
            series.follows = series.follows or entry
        else:
            entry.follows = series
    return entry


def _fit(encounter: Encounter, entry: Entry) -> float | None:
    """How well an encounter fits a meeting already known, ``None`` where something parts them."""
    if encounter.form is None and encounter.joins and entry.form == "visit":
        return None  # one attends no visit
    if kinds_part(encounter, entry) or is_beside(encounter, entry):
        return None
    if days_part(encounter.time, entry.time) or places_part(encounter.place, entry.place):
        return None
    if encounter.other and numbers_part(encounter, entry):
        return None
    shared = _shared(encounter, entry)
    if shared is None:
        return None
    if standing_parts(encounter, entry, shared=shared) or called_by_others(encounter, entry):
        return None
    if names_part(encounter, entry, shared=shared):
        return None
    distance = encounter.trigger.i - entry.last
    sides = encounter.those(*_THERE)
    bare = not sides and not (encounter.time and entry.time) and encounter.place is None
    if bare and (not encounter.bound or distance > _FAR):
        return None
    same_place = same_spot(encounter.place, entry.place)
    same_day = encounter.time is not None and entry.time is not None
    further = encounter.joins and not encounter.creates and distance < _NEAR
    if sides and not shared and not encounter.bound and not same_place and not further:
        return None
    lone = sides and shared <= 1 and len(entry.parties) > 1 and not encounter.definite
    if lone and encounter.creates and not same_place and not same_day:
        return None  # "X called for talks": not those of X and Y
    open_ = encounter.bound and not any(specific(d) for d, _ in entry.parties.values())
    tied = shared or same_place or same_day or bare or open_ or not encounter.creates
    if not tied and encounter.form not in (None, entry.form):
        return None
    score = 2.0 * shared + 2.0 * same_place + 1.5 * same_day
    if (encounter.status in AHEAD) != (entry.status in AHEAD) and not encounter.weak:
        score -= 1.0  # "During the meeting" is rather of one that was held
    # "The meeting" can be any; "the summit", "the talks" are rather what was called so before.
    score += encounter.form not in (None, "meeting") and encounter.form == entry.form
    return score - distance / (_NEAR if bare else _FAR)


def _shared(encounter: Encounter, entry: Entry) -> float | None:
    """How many sides are shared; ``None`` where the sides are others."""
    bodies = {d.name for d, _ in entry.parties.values() if d.kind == "organisation"}
    mine = [
        d
        for key, (d, role) in encounter.parties.items()
        if (specific(d) or bodies & set(d.name.split()))
        and role in _THERE
        and (encounter.own is None or key in encounter.own)
    ]
    its = [d for d, role in entry.parties.values() if specific(d) and role in _THERE]
    if not mine or not its:
        return 0.0
    found = sum(any(alike(a, b) for b in its) for a in mine)
    if not encounter.creates:  # further participants, of the meeting at hand
        return float(found) if found or encounter.joins else None
    smaller = min(len(mine), len(its))
    if found >= smaller or (found >= 2 and max(len(mine), len(its)) > 2):
        return float(found)
    return None


def _series(encounter: Encounter, entries: list[Entry]) -> Entry | None:
    """The meeting that a further or earlier round goes with: the last of the same sides or kind."""
    if not marks(encounter) & (_FURTHER | _BEFORE):
        return None
    for entry in reversed(entries):
        if kinds_part(encounter, entry):
            continue
        if not encounter.parties and encounter.trigger.i - entry.last < _FAR:
            return entry
        if encounter.parties and _shared(encounter, entry):
            return entry
    return None
