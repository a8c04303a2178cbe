"""Who is who within one record: two actors made one, one parted, references to nobody dropped.

All functions change a record given as plain values (``Record.to_builtins``) in place.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from onrecord.archive.placing import LISTS
from onrecord.archive.references import with_actors
from onrecord.errors import ArchiveError


def recasts(kind: str, verdict: str) -> bool:
    """Whether a verdict changes who is who within a record."""
    return kind == "actor" and verdict in {"merge", "split"}


def parts(kind: str, verdict: str, changes: Mapping[str, Any]) -> bool:
    """Whether a verdict makes two actors of one."""
    return kind == "actor" and verdict == "split" and bool(changes.get("mentions"))


def unite(tree: dict[str, Any], one: str, into: str | None) -> None:
    """Make one actor of two: ``into`` gets the mentions and offices of ``one``, who goes."""
    actors = {actor["id"]: actor for actor in tree["actors"]}
    if into is None or one not in actors:
        raise ArchiveError("the other actor is not in this reading")
    if one == into:
        raise ArchiveError(f"{one!r} is one actor already")
    kept, gone = actors[into], actors[one]
    mentions = sorted((*kept["mentions"], *gone["mentions"]), key=lambda one: one["span"])
    kept["mentions"] = mentions
    kept["offices"] += [office for office in gone["offices"] if office not in kept["offices"]]
    for name in ("country", "known_as", "represents"):
        kept[name] = kept[name] if kept[name] is not None else gone[name]
    tree["actors"] = [actor for actor in tree["actors"] if actor is not gone]
    _rename(tree, lambda actor: into if actor == one else actor)
    kept["represents"] = None if kept["represents"] == into else kept["represents"]
    kept["members"] = [one for one in kept["members"] if one != into]


def part_of(
    tree: Mapping[str, Any], found: str, changes: Mapping[str, Any]
) -> dict[str, Any] | None:
    """Return the actor whom the named mentions of ``found`` are; ``None`` where none are its."""
    actor = next((one for one in tree["actors"] if one["id"] == found), None)
    wanted = _spans(changes)
    own = [one for one in actor["mentions"] if tuple(one["span"]) in wanted] if actor else []
    if actor is None or not own:
        return None
    taken = {one["id"] for one in tree["actors"]}
    number = next(n for n in range(2, len(taken) + 3) if f"{found}-{n}" not in taken)
    named = [one["text"] for one in own if one["form"] == "name"]
    return {
        **actor,
        "id": f"{found}-{number}",
        "name": changes.get("name") or max(named, key=len, default=own[0]["text"]),
        "known_as": None,
        "offices": [],
        "represents": None,
        "members": [],
        "mentions": own,
    }


def part(tree: dict[str, Any], found: str, changes: Mapping[str, Any]) -> None:
    """Part an actor: the named mentions are somebody else, who speaks where they are the source."""
    fresh = part_of(tree, found, changes)
    if fresh is None:
        raise ArchiveError(f"no such mentions of {found!r} in this reading")
    actor = next(one for one in tree["actors"] if one["id"] == found)
    actor["mentions"] = [one for one in actor["mentions"] if one not in fresh["mentions"]]
    if not actor["mentions"]:
        raise ArchiveError(f"all mentions of {found!r}: change its name instead")
    spans = [one["span"] for one in fresh["mentions"]]
    fresh["offices"] = [
        office
        for office in actor["offices"]
        if office["evidence"] and all(_beside(span, spans) for span in office["evidence"])
    ]
    actor["offices"] = [one for one in actor["offices"] if one not in fresh["offices"]]
    tree["actors"].append(fresh)
    for statement in tree["statements"]:
        source = statement["source"]
        if statement["speaker"] == found and any(
            start <= left and right <= end for start, end in source for left, right in spans
        ):
            statement["speaker"] = fresh["id"]


def _beside(span: Sequence[int], spans: Sequence[Sequence[int]]) -> bool:
    """Whether an office's words stand at one of the mentions: "President Juarez"."""
    near = 3
    return any(span[0] <= end + near and start <= span[1] + near for start, end in spans)


def _spans(changes: Mapping[str, Any]) -> set[tuple[int, int]]:
    try:
        return {(int(start), int(end)) for start, end in changes.get("mentions") or []}
    except (TypeError, ValueError) as error:
        raise ArchiveError("mentions is a list of [start, end]") from error


def _rename(tree: dict[str, Any], ids: Any) -> None:
    for name in LISTS.values():
        for entry in tree[name]:
            entry.update(with_actors(entry, ids))
            for several in ("members", "addressees", "actors", "recipients"):
                if several in entry:
                    entry[several] = list(dict.fromkeys(entry[several]))
            if "participants" in entry:
                entry["participants"] = _once(entry["participants"])


def _once(participants: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return list({one["actor"]: one for one in reversed(participants)}.values())[::-1]


def drop_references(tree: dict[str, Any]) -> None:
    """Leave out what names an actor, statement, meeting or place that is not there any more."""
    actors = {actor["id"] for actor in tree["actors"]}
    statements = {statement["id"] for statement in tree["statements"]}
    known = {
        **dict.fromkeys(("speaker", "represents", "host", "beneficiary"), actors),
        **dict.fromkeys(("inside", "statement"), statements),
        "follows": {meeting["id"] for meeting in tree["meetings"]},
        "place": {place["id"] for place in tree["places"]},
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
                    one for one in entry["participants"] if one["actor"] in actors
                ]
            channel = entry.get("channel")
            if channel is not None and channel["outlet"] not in actors:
                channel["outlet"] = None
    for name in ("commitments", "positions"):
        tree[name] = [entry for entry in tree[name] if entry["actor"] in actors]
