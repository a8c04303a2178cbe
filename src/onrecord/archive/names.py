"""Finding actors and outlets by what people call them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, func, or_, select

from onrecord.archive import tables
from onrecord.archive.identities import MOVED, leads
from onrecord.archive.tags import outlet_tag
from onrecord.derive.identities import folded

_WIKIDATA = re.compile(r"Q\d+", re.ASCII)
_MANY = 50
"""More actors of one surname than this are no answer to a question."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """One actor across the archive's reports.

    ``id`` is stable and fit for an address. A ``local`` one is known by a bare surname in a
    single report; nobody has said that he is the man of that name in another.
    """

    id: str
    kind: str
    name: str
    country: str | None
    known_as: str | None
    local: bool
    statements: int
    key: int

    def row(self) -> dict[str, Any]:
        """Return the actor as plain values: what the doors show as JSON."""
        return {name: getattr(self, name) for name in self.__dataclass_fields__ if name != "key"}


def identity_rows(connection: Connection, condition: Any) -> tuple[Identity, ...]:
    """Return the identities of a condition, those with most statements first."""
    entries, identities = tables.entries.c, tables.identities.c
    said = (
        select(func.count())
        .where(entries.who == identities.key, entries.kind == "statement")
        .scalar_subquery()
    )
    rows = connection.execute(
        select(tables.identities, said.label("statements")).where(condition)
    ).all()
    found = [
        Identity(
            id=row.id,
            kind=row.kind,
            name=row.name,
            country=row.country,
            known_as=row.known_as,
            local=row.local,
            statements=row.statements,
            key=row.key,
        )
        for row in rows
    ]
    return tuple(sorted(found, key=lambda one: (-one.statements, one.local, one.id)))


def find(connection: Connection, name: str) -> tuple[Identity, ...]:
    """Return the actors ``name`` can mean, likeliest first.

    An identity's id, a Wikidata id or a whole name settles it; else every actor whose name has
    all the words, so that a surname finds its bearers.
    """
    identities = tables.identities.c
    plain = folded(name)
    moved = select(tables.aliases.c.identity).where(tables.aliases.c.alias == f"{MOVED}{name}")
    by_id = [identities.id == name, identities.key.in_(moved)]
    # Only for what looks like one: no index knows Wikidata's ids.
    by_id += [identities.known_as == name] if _WIKIDATA.fullmatch(name) else []
    settled = _led(connection, or_(*by_id))
    if settled:
        return settled
    exact = _led(connection, identities.folded == plain)
    words = plain.split()
    # A surname settles nothing, not even where one report knows somebody by it alone.
    if not words or any(len(words) > 1 or one.kind != "person" for one in exact):
        return exact
    holding = [identities.folded.contains(word, autoescape=True) for word in words]
    keys = [
        row.key
        for row in connection.execute(select(identities.key, identities.folded).where(*holding))
        if set(words) <= set(row.folded.split())
    ]
    return _led(connection, identities.key.in_(keys[:1000]))[:_MANY]


def _led(connection: Connection, condition: Any) -> tuple[Identity, ...]:
    """Return the identities of a condition: of one that a person says is another, that one."""
    found = connection.execute(select(tables.identities.c.key).where(condition)).scalars().all()
    lead = leads(connection, found)
    return identity_rows(connection, tables.identities.c.key.in_(sorted(set(lead.values()))))


def outlet_tags(connection: Connection, outlet: str) -> Sequence[str]:
    """Return the filter words of the outlets whose names have all the words of ``outlet``."""
    words = set(folded(outlet).split())
    names = connection.execute(
        select(tables.reports.c.outlet).where(tables.reports.c.outlet.is_not(None)).distinct()
    ).scalars()
    held = {name: set(folded(name).split()) for name in names if name}
    exact = [name for name, own in held.items() if own == words]
    chosen = exact or [name for name, own in held.items() if words <= own]
    return [tag for name in chosen for tag in outlet_tag(name)]
