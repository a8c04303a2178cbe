"""Finding an entry again in another reading of its report, by the words it rests on."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from onrecord.errors import ArchiveError
from onrecord.record import Span, Spans, merge

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
EVIDENCE: Final = {"statement": "content", "event": "trigger", "place": "mentions"}
"""The field that holds what an entry rests on, where that is not ``evidence``."""
_SAME: Final = 0.5  # an entry of a new reading is the old one when it shares half of their words


def entries(tree: Mapping[str, Any], kind: str) -> dict[str, dict[str, Any]]:
    """Return a record's entries of a kind by id; times and findings are numbered as the archive
    does."""
    found: list[dict[str, Any]] = tree[LISTS[kind]]
    if kind in {"time", "finding"}:
        return {f"{kind[0]}{number}": entry for number, entry in enumerate(found, start=1)}
    return {entry["id"]: entry for entry in found}


def find(there: Mapping[str, Any], kind: str, remembered: Mapping[str, Any]) -> str | None:
    """Return the id of the entry that ``remembered`` describes; ``None`` where there is none."""
    best: tuple[tuple[Any, ...], str] | None = None
    for key, entry in there.items():
        score = _score(key, entry, kind, remembered)
        if score is not None and (best is None or score > best[0]):
            best = score, key
    return best[1] if best is not None else None


def _score(
    key: str, entry: Mapping[str, Any], kind: str, remembered: Mapping[str, Any]
) -> tuple[Any, ...] | None:
    """Return how surely an entry is the remembered one, ``None`` where it is not."""
    words = covered(remembered, kind)
    share = _share(covered(entry, kind), words)
    same_id = key == remembered.get("id")
    if kind in {"actor", "place"}:
        same_name = entry["name"] == remembered.get("name")
        same_words = bool(words) and share >= _SAME
        # Ids of places are the gazetteer's; numbered ones of actors ("officials-2") go by order,
        # and the words, or the name, say more.
        sure = same_id and (kind == "place" or not words)
        fits = sure or same_words or same_name
        return (sure, same_words, same_name, same_id, share) if fits else None
    if kind == "finding" and entry["kind"] != remembered.get("kind"):
        return None
    if share < _SAME:
        return None
    alike = sum(entry.get(name) == value for name, value in remembered.items())
    return (share, alike, same_id)


def covered(entry: Mapping[str, Any], kind: str) -> Spans:
    """Return where the words stand that an entry rests on.

    Raises ``ArchiveError`` for what is no entry: an export may have been written by hand.
    """
    name = EVIDENCE.get(kind, "evidence")
    try:
        if kind == "time":
            spans = [entry["span"]]
        elif kind == "actor":
            spans = [mention["span"] for mention in entry.get("mentions") or []]
        else:
            spans = entry.get(name) or []
        return merge(Span(int(start), int(end)) for start, end in spans)
    except (TypeError, ValueError, KeyError, AttributeError) as error:
        raise ArchiveError(f"no {kind} as an export has it: {dict(entry)!r:.80}") from error


def _share(one: Spans, other: Spans) -> float:
    """Return how much of what either covers both cover."""
    if not one and not other:
        return 1.0
    both = sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in one for b in other)
    either = sum(end - start for start, end in (*one, *other)) - both
    return both / either if either > 0 else 0.0
