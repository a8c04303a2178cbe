"""Parts of a form: a value of the contract shown as fields, and read back from what was sent."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal, TypeAlias

from onrecord.errors import SettingsError
from onrecord.knowledge import KnownPlace, place_key, places_named
from onrecord.record import CONTENT_JOINT, Period, Spans
from onrecord.web.held import Held
from onrecord.web.shelf import Shelf

Kind: TypeAlias = Literal["text", "date", "check", "area", "select", "hidden"]
Form: TypeAlias = Mapping[str, str]
NOBODY = ""
_UNKNOWN = "not known"
_LOST = dict.fromkeys(map(ord, "\r\n\0\ufffd"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A field of the form; ``choices`` (value and words) where it is a selection.

    A ``check`` is ticked where ``value`` is not empty.
    """

    name: str
    label: str
    value: str
    kind: Kind = "text"
    choices: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A field of the contract, shown as one field of the form or several.

    ``now`` is its present value as JSON has it; ``read`` returns the value that a form gives it.
    """

    name: str
    label: str
    fields: tuple[Field, ...]
    now: Any
    read: Callable[[Shelf, Form], Any]

    def is_in(self, form: Form) -> bool:
        """Whether a form has any of its fields."""
        return any(field.name in form for field in self.fields)


def text(name: str, label: str, value: str | None) -> Part:
    """A line of text; empty means that nothing is known."""

    field = Field(name=name, label=label, value=value or "")
    return Part(
        name=name,
        label=label,
        fields=(field,),
        now=value,
        read=lambda _, form: line(form, field) or None,
    )


def line(form: Form, field: Field) -> str:
    """Return what a form has in a line of text, the value it was shown with where that is it."""
    given = form.get(field.name, field.value)
    return field.value if sent(given) == sent(field.value) else given.strip()


def sent(given: str) -> str:
    """Return a text for comparison with what a browser makes of it on the way there and back.

    Line ends leave lines of text and change in areas, and no NUL comes through (HTML Standard,
    "value sanitization algorithm").
    """
    return given.translate(_LOST).strip()


def choice(
    name: str,
    label: str,
    value: str,
    values: Iterable[str],
    known: Mapping[Any, str | None] | None = None,
) -> Part:
    """One of the contract's values."""
    choices = tuple((one, (known or {}).get(one) or one) for one in values)
    field = Field(name=name, label=label, value=value, kind="select", choices=choices)
    return Part(
        name=name, label=label, fields=(field,), now=value, read=lambda _, form: form[name] or None
    )


def actor(held: Held, name: str, label: str, value: str | None, *, must: bool = False) -> Part:
    """One of the report's actors, or another one by name or id."""
    nobody = () if must else ((NOBODY, _UNKNOWN),)
    choices = (*nobody, *((one.id, one.name) for one in held.record.actors))
    other = f"{name}_named"

    def read(shelf: Shelf, form: Form) -> str | None:
        named = form.get(other, "").strip()
        return whom(shelf, held, named) if named else form.get(name, value or NOBODY) or None

    return Part(
        name=name,
        label=label,
        fields=(
            Field(name=name, label=label, value=value or "", kind="select", choices=choices),
            Field(name=other, label="or another, by name or id", value=""),
        ),
        now=value,
        read=read,
    )


def actors(held: Held, name: str, label: str, value: tuple[str, ...]) -> Part:
    """Several actors: ticked off, or named."""
    known = {one.id: one.name for one in held.record.actors}
    boxes = tuple(
        Field(name=f"{name}:{one}", label=known[one], value="on", kind="check") for one in value
    )
    more = f"{name}_named"

    def read(shelf: Shelf, form: Form) -> list[str]:
        kept = [one for one, box in zip(value, boxes, strict=True) if box.name in form]
        named = [one.strip() for one in form.get(more, "").split(";")]
        added = [whom(shelf, held, one) for one in named if one]
        return list(dict.fromkeys((*kept, *added)))

    return Part(
        name=name,
        label=label,
        fields=(*boxes, Field(name=more, label="and, by name or id (several by ;)", value="")),
        now=list(value),
        read=read,
    )


def period(name: str, label: str, value: Period | None) -> Part:
    """The first and the last day."""
    bounds = ("start", "end")
    shown = [getattr(value, bound) if value is not None else None for bound in bounds]
    days = tuple(
        Field(
            name=f"{name}:{bound}",
            label={"start": "first day", "end": "last day"}[bound],
            value=day.isoformat() if day else "",
            kind="date",
        )
        for bound, day in zip(bounds, shown, strict=True)
    )

    def read(_: Shelf, form: Form) -> dict[str, str | None] | None:
        given = [form.get(field.name, field.value).strip() for field in days]
        for day in filter(None, given):
            try:
                date.fromisoformat(day)
            except ValueError as error:
                raise SettingsError(f"{label}: {day!r} is no day; write 2025-02-17") from error
        if given == [field.value for field in days]:
            return now
        return (
            dict(zip(bounds, (day or None for day in given), strict=True)) if any(given) else None
        )

    days_now = (day.isoformat() if day else None for day in shown)
    now = None if value is None else dict(zip(bounds, days_now, strict=True))
    return Part(name=name, label=label, fields=days, now=now, read=read)


def place(held: Held, value: str | None) -> Part:
    """A place of the report or of the gazetteer, by name."""
    own = {one.id: one.name for one in held.record.places}
    shown = own.get(value, value) if value is not None else None

    def read(_: Shelf, form: Form) -> str | None:
        given = form["place"].strip()
        if sent(given) == sent(shown or ""):
            return value
        return where(own, given) if given else None

    field = Field(name="place", label="place", value=shown or "")
    return Part(name="place", label="place", fields=(field,), now=value, read=read)


def where(own: Mapping[str, str], given: str) -> str:
    """Return the id of the place that is called so; ``SettingsError`` where that is none or many.

    Of several the one with most inhabitants is meant only where it is named by its id.
    """
    key = place_key(given)
    here = [one for one, name in own.items() if given == one or place_key(name) == key]
    if here:
        return here[0]
    found: tuple[KnownPlace, ...] = places_named().get(key, ())
    by_id = [one for some in places_named().values() for one in some if one.id == given]
    if len(found) == 1 or by_id:
        return (by_id or found)[0].id
    if not found:
        raise SettingsError(f"no place {given!r} in this report or the gazetteer")
    several = ", ".join(one.id for one in found)
    raise SettingsError(f"{given!r} means several places; give the id of one: {several}")


def words(held: Held, name: str, label: str, value: Spans) -> Part:
    """Words of the report, as they stand there; parts are joined by an ellipsis between blanks."""
    body = held.record.report.text
    shown = CONTENT_JOINT.join(span.of(body) for span in value)
    now = [list(span) for span in value]

    def read(_: Shelf, form: Form) -> list[list[int]]:
        if sent(form[name]) == sent(shown):
            return now
        given = form[name].replace("\r\n", "\n")
        return found_in(body, given, label, near=value[0].start if value else 0)

    field = Field(name=name, label=label, value=shown, kind="area")
    return Part(name=name, label=label, fields=(field,), now=now, read=read)


def found_in(body: str, given: str, label: str, *, near: int) -> list[list[int]]:
    """Return where words stand in a text, part after part, the first as near as can be."""
    out: list[list[int]] = []
    for part in filter(None, (part.strip() for part in given.split(CONTENT_JOINT))):
        if out:
            at = body.find(part, out[-1][1])
        else:
            starts = (match.start() for match in re.finditer(f"(?={re.escape(part)})", body))
            at = min(starts, key=lambda start: abs(start - near), default=-1)
        if at < 0:
            raise SettingsError(f"{label}: the report does not have the words {part!r:.120}")
        out.append([at, at + len(part)])
    return out


def whom(shelf: Shelf, held: Held, given: str) -> str:
    """Return the id of the actor that is called so, in the report or else in the archive."""
    plain = given.casefold()
    own = [one.id for one in held.record.actors if plain in {one.id, one.name.casefold()}]
    if len(own) == 1:
        return own[0]
    found = shelf.archive.find(given)
    if len(found) != 1:
        raise SettingsError(
            f"{given!r} means {len(found)} actors of the archive; give the id of one"
        )
    return found[0].id
