"""A record as people have corrected it; the machine's own is kept beside it, unchanged.

A correction remembers where its entry stood and what it said. After a new reading it finds the
entry again by the words it rests on, whatever id that has now. One that no longer fits changes
nothing, and stays on record with the reason.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

import msgspec

from onrecord.archive import recasting
from onrecord.archive.placing import EVIDENCE, LISTS, entries, find
from onrecord.archive.references import Cast
from onrecord.errors import ArchiveError, RecordError
from onrecord.record import CONTENT_JOINT, Record

_CODE: Final = re.compile("[A-Z]{3}")
CHANGEABLE: Final = {
    "actor": ("kind", "name", "country", "known_as", "offices", "represents", "members"),
    "statement": (
        *("speaker", "kind", "certainty", "addressees", "said_on", "channel"),
        *("source", "cue", "content"),
    ),
    "event": ("type", "mode", "contexts", "actors", "recipients", "place", "when", "status"),
    "meeting": ("name", "form", "place", "when", "status", "host", "participants"),
    "commitment": ("actor", "strength", "act", "beneficiary"),
    "position": ("actor", "question", "stance", "since"),
    "place": ("name", "country", "lat", "lon"),
    "time": ("type", "value", "start", "end"),
    "finding": ("severity", "message"),
}
"""What a person may change of each kind, under the names and with the values of the contract."""
_JUDGED: Final = frozenset({"accept", "change", "reject"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A correction for applying: of which entry, the verdict, and the fields changed.

    ``known`` is what it remembers of the actors, places and other entries it names.
    """

    kind: str
    machine: Mapping[str, Any]
    verdict: str
    changes: Mapping[str, Any] = field(default_factory=dict)
    known: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Corrected:
    """The record with all changes, rejected entries still in it; ``verdicts`` by kind and id.

    ``identities`` are the archive's ids of actors that a correction has put in.
    """

    record: Record
    verdicts: dict[tuple[str, str], str]
    placed: tuple[str | None, ...]
    """Each change's entry id in this record; ``None`` where the reading has no such entry."""
    faults: tuple[str | None, ...] = ()
    """Why a change does not fit this record; ``None`` where it does."""
    withdrawn: tuple[bool, ...] = ()
    """Whether a later word has taken a change back."""
    identities: dict[str, str] = field(default_factory=dict)


def snapshot(record: Record, kind: str, entry_id: str) -> dict[str, Any]:
    """Return what a correction remembers of a machine's entry; raises ``KeyError``."""
    return dict(entries(record.to_builtins(), kind)[entry_id])


def apply(
    record: Record, changes: Iterable[Change], *, own: Mapping[str, str] | None = None
) -> Corrected:
    """Return ``record`` with the changes in their order; later ones overrule earlier ones.

    ``own`` gives the archive's identity of each of the record's actors that has one. A change
    that breaks the record's contract is left out, and its fault told.
    """
    every = list(changes)
    if not every:
        return Corrected(record=record, verdicts={}, placed=())
    origin = record.to_builtins()
    placed = _placed(origin, every)
    withdrawn = _withdrawn(every, placed)
    wanted = [
        (number, change, placed[number] or "")
        for number, change in enumerate(every)
        if placed[number] is not None and not withdrawn[number] and _alters(change)
    ]
    made, identities, faults = _made(record, wanted, own or {})
    return Corrected(
        record=made,
        verdicts=_verdicts(every, placed, withdrawn, faults),
        placed=tuple(placed),
        faults=tuple(faults.get(number) for number in range(len(every))),
        withdrawn=tuple(withdrawn),
        identities=identities,
    )


def _placed(origin: dict[str, Any], changes: Sequence[Change]) -> list[str | None]:
    """Return each change's entry: the machine's own, or one that an earlier change made."""
    made = {kind: list(entries(origin, kind).items()) for kind in LISTS}
    out: list[str | None] = []
    for change in changes:
        found = find(dict(made[change.kind]), change.kind, change.machine)
        out.append(found)
        if found is not None and recasting.parts(change.kind, change.verdict, change.changes):
            part = recasting.part_of(origin, found, change.changes)
            if part is not None:
                made["actor"].append((part["id"], part))
    return out


def _withdrawn(changes: Sequence[Change], placed: Sequence[str | None]) -> list[bool]:
    out = [False] * len(changes)
    for number, (change, found) in enumerate(zip(changes, placed, strict=True)):
        if change.verdict == "withdraw" and found is not None:
            for earlier in range(number):
                same = (changes[earlier].kind, placed[earlier]) == (change.kind, found)
                taken = same and changes[earlier].verdict != "withdraw"
                out[earlier] = out[earlier] or taken
    return out


def _verdicts(
    changes: Sequence[Change],
    placed: Sequence[str | None],
    withdrawn: Sequence[bool],
    faults: Mapping[int, str],
) -> dict[tuple[str, str], str]:
    """Return what stands of each entry: the last judgement, else that it was merged or parted."""
    out: dict[tuple[str, str], str] = {}
    for number, (change, found) in enumerate(zip(changes, placed, strict=True)):
        if found is None or withdrawn[number] or number in faults or change.verdict == "withdraw":
            continue
        if change.verdict in _JUDGED or out.get((change.kind, found)) not in _JUDGED:
            out[change.kind, found] = change.verdict
    return out


def _alters(change: Change) -> bool:
    """Whether a change alters the record, and is not only a judgement on an entry."""
    return change.verdict == "change" or recasting.recasts(change.kind, change.verdict)


def _made(
    record: Record, changes: Sequence[tuple[int, Change, str]], own: Mapping[str, str]
) -> tuple[Record, dict[str, str], dict[int, str]]:
    """Return the record with the changes that fit it, actors added, the others' faults."""
    try:
        return *_carried_out(record, changes, own, {}), {}
    except (ArchiveError, RecordError):
        pass  # rare: then one by one, to find which it is
    faults: dict[int, str] = {}
    identities: dict[str, str] = {}
    for one in changes:
        try:
            record, identities = _carried_out(record, [one], own, identities)
        except (ArchiveError, RecordError) as error:
            faults[one[0]] = str(error)
    return record, identities, faults


def _carried_out(
    record: Record,
    changes: Sequence[tuple[int, Change, str]],
    own: Mapping[str, str],
    added: Mapping[str, str],
) -> tuple[Record, dict[str, str]]:
    tree = record.to_builtins()
    cast = Cast(tree, own, dict(added))
    for _, change, found in changes:
        _carry_out(tree, cast, change, found)
    return (Record.from_json(_encoded(tree)) if changes else record), cast.added


def _carry_out(tree: dict[str, Any], cast: Cast, change: Change, found: str) -> None:
    if change.verdict == "merge":
        (other,) = change.known.get("others") or [{"machine": {}}]
        into = find(entries(tree, "actor"), "actor", other["machine"])
        recasting.unite(tree, found, into)
        return
    if change.verdict == "split":
        recasting.part(tree, found, change.changes)
        return
    entry = entries(tree, change.kind).get(found)
    if entry is None:
        raise ArchiveError(f"the {change.kind} {found!r} has been made part of another")
    for name in change.changes:
        _check_name(change.kind, name)
    entry |= cast.resolved(change.changes, change.known)
    if change.kind == "actor":
        _check_actor(change.changes)
    if change.kind == "statement" and "content" in change.changes:
        entry["text"] = _words(tree["report"]["text"], entry["content"])


def _check_actor(changes: Mapping[str, Any]) -> None:
    """Raise ``ArchiveError`` for a name or country that the contract's types let pass."""
    name, country = changes.get("name", "a name"), changes.get("country")
    if isinstance(name, str) and not name.strip():
        raise ArchiveError("an actor needs a name; it cannot be empty")
    if isinstance(country, str) and not _CODE.fullmatch(country):
        raise ArchiveError(
            f"country is {country!r}; give the three capital letters of ISO 3166-1, such as FRA"
        )


def _words(text: str, spans: Any) -> str:
    try:
        return CONTENT_JOINT.join(text[start:end] for start, end in spans)
    except (TypeError, ValueError) as error:
        raise ArchiveError("content is a list of [start, end]") from error


def without_rejected(corrected: Corrected) -> Record:
    """Return the corrected record without what people rejected, nor references to it."""
    gone = {key for key, verdict in corrected.verdicts.items() if verdict == "reject"}
    if not gone:
        return corrected.record
    tree = corrected.record.to_builtins()
    for kind, name in LISTS.items():
        kept = [entry for key, entry in entries(tree, kind).items() if (kind, key) not in gone]
        tree[name] = kept
    recasting.drop_references(tree)
    return Record.from_json(_encoded(tree))


def slim(entry: Mapping[str, Any], kind: str) -> dict[str, Any]:
    """Return of an entry what finds it again."""
    names = ("id", "name", "kind", "message", "span", "mentions", EVIDENCE.get(kind, "evidence"))
    return {name: entry[name] for name in names if name in entry}


def _check_name(kind: str, name: str) -> None:
    if name not in CHANGEABLE[kind]:
        raise ArchiveError(
            f"{name!r} of a {kind} cannot be changed; the choices are {', '.join(CHANGEABLE[kind])}"
        )


def _encoded(tree: dict[str, Any]) -> bytes:
    return msgspec.json.encode(tree)
