"""Parts of a form that list things with several fields each: participants, offices, the channel."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, get_args

from onrecord.publish import wording
from onrecord.record import Channel, Office, Participant, Role
from onrecord.web.held import Held
from onrecord.web.inputs import NOBODY, Field, Form, Part, line, whom
from onrecord.web.shelf import Shelf

_ROLES: tuple[tuple[str, str], ...] = tuple(
    (role, wording.ROLES[role] or "takes part") for role in get_args(Role)
)
_CLAIMED = (("current", "holds it"), ("former", "held it"), ("future", "will hold it"))
_LEFT_OUT = ((NOBODY, "is not one of them"),)


def participants(held: Held, value: tuple[Participant, ...]) -> Part:
    """Who takes part in a meeting and how; one may be added, each may be left out."""
    names = {one.id: one.name for one in held.record.actors}
    rows = tuple(
        Field(
            name=f"participants:{number}",
            label=names[one.actor],
            value=one.role,
            kind="select",
            choices=(*_ROLES, *_LEFT_OUT),
        )
        for number, one in enumerate(value)
    )
    more = (
        Field(name="participants_named", label="and, by name or id (several by ;)", value=""),
        Field(
            name="participants_role",
            label="who",
            value="attends",
            kind="select",
            choices=_ROLES,
        ),
    )

    def read(shelf: Shelf, form: Form) -> list[dict[str, Any]]:
        kept = [
            {"actor": one.actor, "role": role}
            for one, row in zip(value, rows, strict=True)
            if (role := form.get(row.name, one.role)) != NOBODY
        ]
        there = {one["actor"] for one in kept}
        named = (one.strip() for one in form.get("participants_named", "").split(";"))
        added = dict.fromkeys(whom(shelf, held, one) for one in named if one)
        role = form.get("participants_role", "attends")
        return [*kept, *({"actor": one, "role": role} for one in added if one not in there)]

    now = [{"actor": one.actor, "role": one.role} for one in value]
    return Part(
        name="participants", label="participants", fields=(*rows, *more), now=now, read=read
    )


def offices(value: tuple[Office, ...]) -> Part:
    """The offices of an actor; one may be added, one without a title is left out."""

    def row(number: int | str, office: Office | None, label: str) -> tuple[Field, ...]:
        name = f"offices:{number}"
        return (
            Field(name=f"{name}:title", label=label, value=office.title if office else ""),
            Field(
                name=f"{name}:of",
                label="of (FRA, or an organisation’s id)",
                value=(office.of or "") if office else "",
            ),
            Field(
                name=f"{name}:claimed",
                label="and",
                value=office.claimed if office else "current",
                kind="select",
                choices=_CLAIMED,
            ),
        )

    rows = [row(number, one, "office (none: leave empty)") for number, one in enumerate(value)]
    fresh = row("more", None, "a further office")

    def read(_: Shelf, form: Form) -> list[dict[str, Any]]:
        out = []
        for fields, office in (*zip(rows, value, strict=True), (fresh, None)):
            title, of, claimed = (line(form, one) for one in fields)
            if title:
                changed = {"title": title, "of": of or None, "claimed": claimed}
                kept = _office(office) if office else {"as_written": title, "evidence": []}
                out.append({**kept, **changed})
        return out

    fields = tuple(field for one in (*rows, fresh) for field in one)
    now = [_office(one) for one in value]
    return Part(name="offices", label="offices", fields=fields, now=now, read=read)


def _office(one: Office) -> dict[str, Any]:
    return {
        "title": one.title,
        "of": one.of,
        "as_written": one.as_written,
        "claimed": one.claimed,
        "evidence": [list(span) for span in one.evidence],
    }


def channel(value: Channel | None, kinds: Iterable[str]) -> Part:
    """By what way something was said; outlet and words stay where only the kind is changed."""
    choices = ((NOBODY, "not known"), *((one, wording.CHANNELS[one]) for one in kinds))  # type: ignore[index]
    now = None
    if value is not None:
        evidence = [list(span) for span in value.evidence]
        now = {"kind": value.kind, "outlet": value.outlet, "evidence": evidence}
    shown = value.kind if value is not None else NOBODY
    field = Field(name="channel", label="channel", value=shown, kind="select", choices=choices)

    def read(_: Shelf, form: Form) -> dict[str, Any] | None:
        kind = form["channel"]
        if kind == shown:
            return now
        return {**(now or {}), "kind": kind} if kind else None

    return Part(name="channel", label="channel", fields=(field,), now=now, read=read)
