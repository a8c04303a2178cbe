"""The meetings of a report, from its verbs and nouns to record entries."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from spacy.tokens import Doc, Token

from onrecord.extract.meetings import words
from onrecord.extract.meetings.encounters import Encounter
from onrecord.extract.meetings.entry import Entry
from onrecord.extract.meetings.merging import merged
from onrecord.extract.meetings.nouns import is_encounter, read_noun
from onrecord.extract.meetings.parties import Parties, Party
from onrecord.extract.meetings.scene import Scene, specific
from onrecord.extract.meetings.setting import Setting
from onrecord.extract.meetings.verbs import read_verb
from onrecord.extract.phrases import tidied
from onrecord.knowledge import organisation_by_id, state_groups
from onrecord.language.layers import Quotation, layers_of
from onrecord.record import Actor, AgendaItem, Meeting, Participant, Period
from onrecord.resolve.actors import read_actors
from onrecord.resolve.cast import Draft
from onrecord.resolve.places import read_places
from onrecord.resolve.times import read_times

_VERBS = (
    words.MEET
    | words.SPEAK
    | words.PHONED
    | words.RECEIVE
    | words.VISIT
    | words.TRAVEL
    | words.AGENDA_VERBS
    | frozenset({"join", "invite", "exclude", "attend", "participate", "sit", "take", "represent"})
)
_THERE = ("attends", "represented")
_SEVERAL = 3  # countries
_CONFIDENCE = 0.5  # of an entry with nothing but two words; see _confidence


def read_meetings(doc: Doc) -> tuple[tuple[Meeting, ...], tuple[Actor, ...]]:
    """Return the meetings of ``doc`` in text order, and the actors with those only they name."""
    layers = layers_of(doc)
    times = layers.times if layers.times is not None else read_times(doc, layers.published)
    actors = layers.actors if layers.actors is not None else read_actors(doc)
    found = list(_triggers(doc))
    if not found:
        return (), actors
    if layers.places is None:
        layers.places = read_places(doc)  # kept: the meetings refer to them
    scene = Scene(
        doc=doc,
        parties=Parties(doc, actors),
        setting=Setting(doc, layers.places, times),
        statements=layers.statements or (),
        published=layers.published,
    )
    entries = [e for e in merged(_encounters(found, scene)) if _worth(e)]
    for entry in entries:
        for draft in (entry.host, *(d for d, _ in _sides(entry))):
            if draft is not None:
                draft.published = True
    actors, ids = scene.parties.actors()
    numbers = {id(entry): f"m{n}" for n, entry in enumerate(entries, start=1)}
    return tuple(
        _meeting(entry, doc.text, ids, numbers, layers.quotations or ()) for entry in entries
    ), actors


def _triggers(doc: Doc) -> Iterator[Token]:
    """Yield the words that may tell of an encounter, in text order."""
    strings = doc.vocab.strings
    wanted = {strings[w] for w in (*_VERBS, *words.NOUNS) if w in strings}
    for i, (lemma, lower) in enumerate(doc.to_array(["LEMMA", "LOWER"]).tolist()):
        if lemma in wanted or lower in wanted:
            yield doc[i]


def _encounters(triggers: list[Token], scene: Scene) -> Iterator[Encounter]:
    for token in triggers:
        if is_encounter(token):
            encounter = read_noun(token, scene)
            if encounter is not None:
                yield from _each(encounter, scene)
        elif token.pos_ == "VERB" and (encounter := read_verb(token, scene)) is not None:
            yield encounter


def _each(encounter: Encounter, scene: Scene) -> Iterator[Encounter]:
    """Yield an encounter, or one for each of its dates: the summits of 2000 and 2007."""
    token = encounter.trigger
    times = list(scene.setting.all_inside(token)) if token.tag_ == "NNS" else []
    if len(times) < 2 or not (encounter.parties or encounter.place):
        yield encounter
        return
    for time in times:
        yield replace(encounter, time=time, parties=dict(encounter.parties), creates=True)


def _worth(entry: Entry) -> bool:
    """Whether enough is said of a meeting to be one: two sides, or one and a place or a day."""
    sides = len(entry.parties)
    if not sides and entry.form == "visit":
        return False  # nobody's trip
    somewhere = entry.place is not None or entry.time is not None
    if sides > 1 or (somewhere and (sides == 1 or entry.name is not None)):
        return True
    return any(_of_states(draft) for draft, _ in entry.parties.values())


def _of_states(draft: Draft) -> bool:
    """Whether an actor is many states: a G7 meeting has its sides in its name."""
    body = organisation_by_id().get(draft.id or "")
    return (body is not None and body.kind == "international") or draft.id in _blocs()


@cache
def _blocs() -> frozenset[str]:
    return frozenset(group.id for group in state_groups())


def _meeting(
    entry: Entry,
    text: str,
    ids: dict[int, str],
    numbers: dict[int, str],
    quotations: Sequence[Quotation],
) -> Meeting:
    time = entry.time
    dated = time is not None and time.start is not None
    return Meeting(
        id=numbers[id(entry)],
        name=entry.name,
        form=entry.form,
        place=entry.place.id if entry.place is not None else None,
        when=Period(start=time.start, end=time.end) if time is not None and dated else None,
        status=entry.status,
        host=ids[id(entry.host)] if entry.host is not None else None,
        participants=tuple(
            Participant(actor=ids[id(draft)], role=role) for draft, role in _sides(entry)
        ),
        agenda=tuple(
            AgendaItem(text=span.of(text), span=span)
            for item in entry.agenda
            for span in tidied(text, (item,), quotations)
        ),
        follows=numbers.get(id(entry.follows)),
        evidence=entry.evidence,
        confidence=_confidence(entry),
    )


def _sides(entry: Entry) -> list[Party]:
    """The parties, less those others stand for: a government beside its president, "leaders".

    "European leaders" say nothing more once the sides of several countries are named.
    """
    named = [d for d, role in entry.parties.values() if specific(d) and role in _THERE]
    persons = {d.country for d in named if d.kind == "person" and d.country is not None}
    several = len({d.country for d in named} - {None}) >= _SEVERAL
    kept: list[Party] = []
    for draft, role in entry.parties.values():
        spoken_for = draft.country in persons and (draft.id or "").startswith("government-of-")
        leaders = draft.name.split()[-1].removesuffix("s") in words.LEADERS | words.ENVOYS
        vague = several and leaders and not specific(draft)
        if role == "attends" and draft is not entry.host and (spoken_for or vague):
            continue
        kept.append((draft, role))
    return kept


def _confidence(entry: Entry) -> float:
    sides = min(len(entry.parties), 2)
    known = sides + (entry.place is not None) + (entry.time is not None)
    return round(min(0.95, _CONFIDENCE + 0.1 * known + 0.03 * (len(entry.parts) - 1)), 2)
