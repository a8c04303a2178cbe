"""A record as people have corrected it; the machine's own is kept beside it, unchanged.

A correction remembers where its entry stood and what it said. After a new reading it finds the
entry again by the words it rests on, whatever id that has now.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

import msgspec

from onrecord.errors import ArchiveError, RecordError
from onrecord.record import Record

LISTS: Final = {
    "actor": "actors",
    "statement": "statements",
    "event": "events",
    "meeting": "meetings",
    "commitment": "commitments",
    "position": "positions",
    "place": "places",
    "time": "times",
    "finding": "findings",
}
"""Where a record keeps each kind of entry."""
_EVIDENCE: Final = {
    "statement": "content",
    "event": "trigger",
    "place": "mentions",
}
CHANGEABLE: Final = {
    "actor": ("kind", "name", "country", "known_as", "offices", "represents"),
    "statement": ("speaker", "kind", "certainty", "addressees", "said_on"),
    "event": ("type", "mode", "actors", "recipients", "place", "when", "status"),
    "meeting": ("name", "form", "place", "when", "status", "host", "participants"),
    "commitment": ("actor", "strength", "act", "beneficiary"),
    "position": ("actor", "question", "stance"),
    "place": ("name", "country", "lat", "lon"),
    "time": ("type", "value", "start", "end"),
    "finding": ("severity", "message"),
}
"""What a person may change of each kind, under the names and with the values of the contract."""
_SAME: Final = 0.5  # an entry of a new reading is the old one when it shares half of their words


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A correction for applying: of which entry, the verdict, and the fields changed."""

    kind: str
    machine: Mapping[str, Any]
    verdict: str
    changes: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Corrected:
    """The record with all changes, rejected entries still in it; ``verdicts`` by kind and id."""

    record: Record
    verdicts: dict[tuple[str, str], str]
    placed: tuple[str | None, ...]
    """Each change's entry id in this record; ``None`` where the reading has no such entry."""


def snapshot(record: Record, kind: str, entry_id: str) -> dict[str, Any]:
    """Return what a correction remembers of a machine's entry; raises ``KeyError``."""
    return dict(_entries(record.to_builtins(), kind)[entry_id])


def apply(record: Record, changes: Iterable[Change]) -> Corrected:
    """Return ``record`` with the changes in their order; later ones overrule earlier ones.

    Raises ``ArchiveError`` where a change breaks the record's contract.
    """
    tree = record.to_builtins()
    originals = {kind: _entries(record.to_builtins(), kind) for kind in LISTS}
    verdicts: dict[tuple[str, str], str] = {}
    placed: list[str | None] = []
    for change in changes:
        found = _find(originals[change.kind], change.kind, change.machine)
        placed.append(found)
        if found is None:
            continue
        verdicts[change.kind, found] = change.verdict
        entry = _entries(tree, change.kind)[found]
        for name, value in change.changes.items():
            _check_name(change.kind, name)
            entry[name] = value
    if not verdicts:
        return Corrected(record=record, verdicts={}, placed=tuple(placed))
    try:
        corrected = Record.from_json(_encoded(tree))
    except RecordError as error:
        raise ArchiveError(f"the correction does not fit the record: {error}") from error
    return Corrected(record=corrected, verdicts=verdicts, placed=tuple(placed))


def without_rejected(corrected: Corrected) -> Record:
    """Return the corrected record without what people rejected, nor references to it."""
    gone = {key for key, verdict in corrected.verdicts.items() if verdict == "reject"}
    if not gone:
        return corrected.record
    tree = corrected.record.to_builtins()
    for kind, name in LISTS.items():
        kept = [entry for key, entry in _entries(tree, kind).items() if (kind, key) not in gone]
        tree[name] = kept
    _drop_references(tree)
    return Record.from_json(_encoded(tree))


def _drop_references(tree: dict[str, Any]) -> None:
    actors = {actor["id"] for actor in tree["actors"]}
    statements = {statement["id"] for statement in tree["statements"]}
    meetings = {meeting["id"] for meeting in tree["meetings"]}
    places = {place["id"] for place in tree["places"]}
    known = {
        "speaker": actors,
        "represents": actors,
        "host": actors,
        "beneficiary": actors,
        "inside": statements,
        "statement": statements,
        "follows": meetings,
        "place": places,
    }
    for name in LISTS.values():
        for entry in tree[name]:
            for field_name, there in known.items():
                if entry.get(field_name) is not None and entry[field_name] not in there:
                    entry[field_name] = None
            for field_name in ("members", "addressees", "actors", "recipients"):
                if field_name in entry:
                    entry[field_name] = [one for one in entry[field_name] if one in actors]
            if "participants" in entry:
                entry["participants"] = [
                    part for part in entry["participants"] if part["actor"] in actors
                ]
            channel = entry.get("channel")
            if channel is not None and channel["outlet"] not in actors:
                channel["outlet"] = None
    for name in ("commitments", "positions"):
        tree[name] = [entry for entry in tree[name] if entry["actor"] in actors]


def _check_name(kind: str, name: str) -> None:
    if name not in CHANGEABLE[kind]:
        raise ArchiveError(
            f"{name!r} of a {kind} cannot be changed; the choices are {', '.join(CHANGEABLE[kind])}"
        )


def _entries(tree: dict[str, Any], kind: str) -> dict[str, dict[str, Any]]:
    """Return the entries of a kind by id; times and findings are numbered as the archive does."""
    entries: list[dict[str, Any]] = tree[LISTS[kind]]
    if kind in {"time", "finding"}:
        return {f"{kind[0]}{number}": entry for number, entry in enumerate(entries, start=1)}
    return {entry["id"]: entry for entry in entries}


def _find(entries: Mapping[str, Any], kind: str, machine: Mapping[str, Any]) -> str | None:
    if kind == "actor":
        return next(
            (
                key
                for key, entry in entries.items()
                if entry["id"] == machine["id"] or entry["name"] == machine["name"]
            ),
            None,
        )
    best: tuple[float, bool, str] | None = None
    for key, entry in entries.items():
        share = _share(_covered(entry, kind), _covered(machine, kind))
        score = (share, key == machine.get("id"), key)
        if share >= _SAME and (best is None or score > best):
            best = score
    return best[2] if best is not None else None


def _covered(entry: Mapping[str, Any], kind: str) -> set[int]:
    spans = [entry["span"]] if kind == "time" else entry[_EVIDENCE.get(kind, "evidence")]
    return {at for start, end in spans for at in range(start, end)}


def _share(one: set[int], other: set[int]) -> float:
    if not one and not other:
        return 1.0
    return len(one & other) / len(one | other)


def _encoded(tree: dict[str, Any]) -> bytes:
    return msgspec.json.encode(tree)
