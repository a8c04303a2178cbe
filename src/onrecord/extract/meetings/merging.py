"""One entry a meeting: what is said of it in several places, brought together.

Like event coreference by arguments (Bejan and Harabagiu 2010; Cybulska and Vossen 2015): two
words tell of one meeting where their sides, place, day and kind agree and nothing parts them.
"The meeting", "today's talks" point back to the last one they can be. What is planned and what
took place stay apart, and so does what the report tells from it ("another", "a second round").
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from onrecord.extract.meetings import words
from onrecord.extract.meetings.encounters import Encounter
from onrecord.extract.meetings.parties import Party
from onrecord.extract.meetings.scene import alike, specific
from onrecord.record import Place, Role, Span, Status, Time
from onrecord.resolve.cast import Draft
from onrecord.resolve.lexicon import word_set

_FAMILY = {"call": "call", "visit": "visit"}
_AHEAD: frozenset[Status] = frozenset({"planned", "proposed", "conditional", "hypothetical"})
_THERE: tuple[Role, ...] = ("attends", "represented")
_RANK: tuple[Status, ...] = (
    "planned",
    "happened",
    "ongoing",
    "denied",
    "proposed",
    "conditional",
    "hypothetical",
)
_NEAR = 100  # tokens, about three sentences: what lies nearer is rather meant
_NEAR_BY = 0.5  # degrees
_FAR = 450  # tokens; what lies further back is pointed at by more than "the meeting"


@dataclass(slots=True, eq=False)
class Entry:
    """A meeting in the making: the encounters told of it, and what they say together."""

    parts: list[Encounter]
    form: str | None
    place: Place | None
    time: Time | None
    status: Status
    host: Draft | None = None
    name: str | None = None
    weak: bool = True
    follows: Entry | None = None
    parties: dict[int, Party] = field(default_factory=dict)

    @property
    def last(self) -> int:
        """Position of the last word told of it."""
        return max(part.trigger.i for part in self.parts)

    @property
    def evidence(self) -> tuple[Span, ...]:
        """The words that tell of it, in text order."""
        return tuple(sorted({part.evidence for part in self.parts}))

    @property
    def agenda(self) -> tuple[Span, ...]:
        """What it is about, in text order, nothing twice."""
        found: list[Span] = []
        for span in sorted({s for part in self.parts for s in part.agenda}):
            if not any(span.overlaps(other) for other in found):
                found.append(span)
        return tuple(found)

    def take(self, encounter: Encounter) -> None:
        """Add what an encounter says."""
        self.parts.append(encounter)
        for draft, role in encounter.parties.values() if encounter.joins else ():
            old = self.parties.get(id(draft))
            if old is None or (old[1] == "attends" and role != "attends"):
                self.parties[id(draft)] = (draft, role)
        self.form = _form(self.form, encounter.form)
        self.place = _finer(self.place, encounter.place)
        if self.time is None or (encounter.time is not None and _longer(self.time, encounter.time)):
            self.time = encounter.time or self.time
        self.host = self.host or encounter.host
        self.name = self.name or encounter.name
        recalled = encounter.bound and not self.weak  # what is said of it later is beside it
        if encounter.creates and not recalled and (self.weak or not encounter.weak):
            higher = _RANK.index(encounter.status) < _RANK.index(self.status)
            if higher or (self.weak and not encounter.weak):
                self.status = encounter.status
            self.weak = self.weak and encounter.weak


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
        if _marks(encounter) & _BEFORE:
            series.follows = series.follows or entry
        else:
            entry.follows = series
    return entry


def _fit(encounter: Encounter, entry: Entry) -> float | None:
    """How well an encounter fits a meeting already known, ``None`` where something parts them."""
    if encounter.form is None and encounter.joins and entry.form == "visit":
        return None  # one attends no visit
    if _kinds_part(encounter, entry) or _days_part(encounter.time, entry.time):
        return None
    if _places_part(encounter.place, entry.place):
        return None
    if encounter.other and _numbers_part(encounter, entry):
        return None
    shared = _shared(encounter, entry)
    if shared is None:
        return None
    if _standing_parts(encounter, entry, shared=shared) or _called_by_others(encounter, entry):
        return None
    if _names_part(encounter, entry, shared=shared):
        return None
    distance = encounter.trigger.i - entry.last
    sides = encounter.those(*_THERE)
    bare = not sides and not (encounter.time and entry.time) and encounter.place is None
    if bare and (not encounter.bound or distance > _FAR):
        return None
    same_place = _same_spot(encounter.place, entry.place)
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
    if (encounter.status in _AHEAD) != (entry.status in _AHEAD) and not encounter.weak:
        score -= 1.0  # "During the meeting" is rather of one that was held
    # "The meeting" can be any; "the summit", "the talks" are rather what was called so before.
    score += encounter.form not in (None, "meeting") and encounter.form == entry.form
    return score - distance / (_NEAR if bare else _FAR)


def _kinds_part(encounter: Encounter, entry: Entry) -> bool:
    if encounter.form is None or entry.form is None:
        return False
    mine, its = _FAMILY.get(encounter.form), _FAMILY.get(entry.form)
    if mine == its:
        return False
    # Talks may be by telephone.
    loose = encounter.form == "talks" or entry.form == "talks"
    return not (loose and "visit" not in (mine, its))


def _days_part(one: Time | None, other: Time | None) -> bool:
    """Whether two dates exclude each other."""
    if one is None or other is None or None in (one.start, one.end, other.start, other.end):
        return False
    assert one.start and one.end and other.start and other.end
    return one.end < other.start or other.end < one.start


def _places_part(one: Place | None, other: Place | None) -> bool:
    if one is None or other is None or one.id == other.id:
        return False
    if one.country != other.country:
        return True
    # A venue may stand in the city named elsewhere, a city in the state.
    return not (_same_spot(one, other) or _is_state(one) or _is_state(other))


def _same_spot(one: Place | None, other: Place | None) -> bool:
    """Whether two places are one, or a venue and its city."""
    if one is None or other is None:
        return False
    if one.id == other.id:
        return True
    if None in (one.lat, one.lon, other.lat, other.lon) or _is_state(one) or _is_state(other):
        return False
    assert one.lat is not None and one.lon is not None
    assert other.lat is not None and other.lon is not None
    return abs(one.lat - other.lat) < _NEAR_BY and abs(one.lon - other.lon) < _NEAR_BY


def _is_state(place: Place) -> bool:
    return not place.id.endswith(f"-{(place.country or '').lower()}")


def _numbers_part(encounter: Encounter, entry: Entry) -> bool:
    """Whether "second", "previous" or "another" tells an encounter from a known meeting."""
    marks = _marks(encounter) & words.ANOTHER
    return not any(marks & _marks(part) for part in entry.parts)


def _names_part(encounter: Encounter, entry: Entry, *, shared: float) -> bool:
    """Whether a name tells an encounter from a meeting it shares no side or place with."""
    if encounter.name is None or encounter.name == entry.name or shared:
        return False
    return not _same_spot(encounter.place, entry.place) and not encounter.hints


def _called_by_others(encounter: Encounter, entry: Entry) -> bool:
    """Whether an encounter is called by a state that has no part in the meeting."""
    if not encounter.hints:
        return False
    known = {draft.country for draft, _ in entry.parties.values()}
    known.add(entry.place.country if entry.place is not None else None)
    return not encounter.hints & known


def _standing_parts(encounter: Encounter, entry: Entry, *, shared: float) -> bool:
    """Whether one lies ahead and the other is over."""
    if encounter.joins and not encounter.creates and not encounter.weak:
        # Who is to take part takes part in nothing that is over.
        return entry.status == "happened" and encounter.status in _AHEAD
    if not encounter.creates or encounter.weak or entry.weak:
        return False
    one, other = encounter.status in _AHEAD, entry.status in _AHEAD
    same_place = _same_spot(encounter.place, entry.place)
    if encounter.other and not _numbers_part(encounter, entry):
        return False  # "their second summit" is one, however it is spoken of
    if one == other or ("ongoing" in (encounter.status, entry.status) and (shared or same_place)):
        return False
    if encounter.time is not None and entry.time is not None:
        return False  # the same day: _days_part has seen to it
    return not (encounter.bound and not encounter.other)


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


def _form(one: str | None, other: str | None) -> str | None:
    if one is None or other is None:
        return one or other
    rank = ("summit", "visit", "call", "conference", "session", "meeting", "talks")
    return min(one, other, key=rank.index)


def _finer(one: Place | None, other: Place | None) -> Place | None:
    if one is None or other is None:
        return one or other
    return other if _is_state(one) and not _is_state(other) else one


def _longer(one: Time, other: Time) -> bool:
    """Whether ``one`` leaves the day more open than ``other``."""
    if one.start is None or one.end is None or other.start is None or other.end is None:
        return one.start is None and other.start is not None
    return one.end - one.start > other.end - other.start


def _series(encounter: Encounter, entries: list[Entry]) -> Entry | None:
    """The meeting that a further or earlier round goes with: the last of the same sides or kind."""
    if not _marks(encounter) & (_FURTHER | _BEFORE):
        return None
    for entry in reversed(entries):
        if _kinds_part(encounter, entry):
            continue
        if not encounter.parties and encounter.trigger.i - entry.last < _FAR:
            return entry
        if encounter.parties and _shared(encounter, entry):
            return entry
    return None


def _marks(encounter: Encounter) -> set[str]:
    return {c.lower_ for c in encounter.trigger.children}


_FURTHER = word_set("another second third fourth fifth sixth further next follow-up")
_BEFORE = frozenset({"first", "previous", "earlier"})
