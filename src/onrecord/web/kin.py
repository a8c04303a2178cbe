"""What an entry may be one with, or is held for one with: what the form offers to merge or part."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Final

from onrecord.archive.search import Hit
from onrecord.errors import NotInArchive, SettingsError
from onrecord.publish.visible import one_line
from onrecord.record import Actor
from onrecord.web.addresses import short_of
from onrecord.web.held import Held, Name
from onrecord.web.inputs import Field
from onrecord.web.shelf import Shelf

GROUPED: Final = frozenset({"statement", "meeting", "event"})
_NEAR = timedelta(days=7)
_MOST = 30
_WORDS = 100
_ADDRESS = re.compile(r"([0-9a-f]{16})/(?:(statement|meeting|event|actor)/)?([^/?#\s]+)\s*$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Kin:
    """``same`` are boxes of what the entry is held for one with, ``others`` what it may be as well.

    For an actor of a report ``same`` are its mentions.
    """

    same: tuple[Field, ...] = ()
    others: tuple[tuple[str, str], ...] = ()


def kin(shelf: Shelf, held: Held, name: Name) -> Kin:
    """Return what an entry could be merged with, and parted from."""
    kind, entry = name
    if kind == "actor":
        return _of_actor(held, entry)
    if kind not in GROUPED:
        return Kin()
    identity = f"{held.short}/{kind}/{entry}"
    try:
        versions = _versions(shelf, kind, identity)
        near = _near(shelf, kind, identity)
    except NotInArchive:
        return Kin()
    there = {hit.id for hit in versions}
    return Kin(
        same=tuple(
            Field(name=f"from:{hit.id}", label=_label(hit), value="", kind="check")
            for hit in versions
            if hit.id != identity
        ),
        others=tuple((hit.id, _label(hit)) for hit in near if hit.id not in there),
    )


def merged_with(held: Held, name: Name, form: Mapping[str, str]) -> dict[str, Any]:
    """Return with what a form merges an entry; ``SettingsError`` where it does not say."""
    named = form.get("into_named", "").strip() or form.get("into", "").strip()
    found = _ADDRESS.search(named)
    if found is None:
        raise SettingsError("with what is it to be merged? Choose it, or give its page’s address")
    short, kind, entry = found.groups()
    return {"into": f"{short}/{kind or name[0]}/{entry}"}


def parted_from(name: Name, form: Mapping[str, str]) -> dict[str, Any]:
    """Return from what a form parts an entry: all it is held for one with, where none is ticked."""
    if name[0] == "actor":
        spans = [key.removeprefix("mention:") for key in form if key.startswith("mention:")]
        if not spans:
            raise SettingsError("which mentions are somebody else’s? Tick them")
        try:
            mentions = [[int(at) for at in span.split("-")] for span in spans]
        except ValueError as error:
            raise SettingsError("a mention goes from one number to another") from error
        called = form.get("parted_name", "").strip()
        return {"mentions": mentions} | ({"name": called} if called else {})
    ticked = [key.removeprefix("from:") for key in form if key.startswith("from:")]
    return {"from": ticked} if ticked else {}


def _of_actor(held: Held, entry: str) -> Kin:
    actor = held.entries["actor", entry]
    assert isinstance(actor, Actor)
    text = held.record.report.text
    mentions = tuple(
        Field(
            name=f"mention:{start}-{end}",
            label=one_line(f"… {text[max(0, start - 30) : end + 30]} …"),
            value="",
            kind="check",
        )
        for start, end in (mention.span for mention in actor.mentions)
    )
    others = [one for one in held.record.actors if one.id != entry]
    return Kin(
        same=mentions if len(mentions) > 1 else (),
        others=tuple((f"{held.short}/actor/{one.id}", one.name) for one in others),
    )


def _versions(shelf: Shelf, kind: str, identity: str) -> tuple[Hit, ...]:
    if kind == "statement":
        return tuple(variant.hit for variant in shelf.archive.saying(identity).variants)
    return shelf.archive.happening(identity).versions


def _near(shelf: Shelf, kind: str, identity: str) -> list[Hit]:
    """Return what the same speaker says, or the same people do, in the days around."""
    own = shelf.archive.entry(identity)
    if own.date is None:
        return []
    since, until = own.date - _NEAR, own.date + _NEAR
    if kind == "statement":
        if own.speaker_id is None:
            return []
        found = shelf.archive.search(speaker=own.speaker_id, limit=_MOST, since=since, until=until)
        return [hit for hit in found if short_of(hit.id) != short_of(identity)]
    who = {part.id for part in shelf.archive.happening(identity).parts if part.id}
    happenings = shelf.archive.timeline(kind=kind, limit=500, since=since, until=until)
    akin = [one for one in happenings if {part.id for part in one.parts} & who]
    return [hit for one in akin for hit in one.versions[:1]][-_MOST:]


def _label(hit: Hit) -> str:
    day = hit.date.isoformat() if hit.date else "no date"
    words = one_line(hit.text)
    short = words if len(words) <= _WORDS else f"{words[:_WORDS].rstrip()} …"
    return f"{one_line(hit.outlet or 'outlet unknown')}, {day}: {short}"
