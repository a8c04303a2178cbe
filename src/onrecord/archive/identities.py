"""Who an actor of a report is in the archive: known again, made anew, merged or parted by people.

An identity that a person says is another one stays, and leads to that one (``into``): so the word
can be taken back. One that a person parts off in some reports is known there by signs of its own.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from sqlalchemy import Connection, insert, or_, select

from onrecord.archive import tables
from onrecord.archive.entry_rows import Row
from onrecord.archive.keys import insert_rows, next_key, plain
from onrecord.archive.voices import chunks
from onrecord.derive.identities import aliases, folded, held_offices, one_name
from onrecord.record import Actor

LOCAL: Final = "in:"
"""Begins the alias of an identity that one report alone has."""
MOVED: Final = "id:"
"""Begins the alias of an identity that had this id in an archive of an older version."""
_SLUG = re.compile(r"[^a-z0-9]+")
_REMEMBERED: Final = 16  # aliases that a correction remembers of an actor: enough to know it again


def identify(
    connection: Connection,
    actors: Sequence[Actor],
    *,
    report: str,
    fixed: Mapping[str, str] | None = None,
) -> dict[str, int]:
    """Return the identity's key of each named actor, new ones made.

    A person of whom only a surname is known has an identity of this report's own. ``fixed`` are
    the identities' ids of actors that are known otherwise than by name.
    """
    names = {actor.id: _signs(actor, report) for actor in actors}
    held, called = _held(connection, actors, names, report)
    settled = _settled(connection, fixed or {})
    fresh: list[Row] = []
    new_names: list[Row] = []
    following = next_key(connection, tables.identities)
    out: dict[str, int] = {}
    for actor in actors:
        known = names[actor.id]
        identity = (
            settled.get(actor.id)
            or _first(held, actor, known, report)
            or _of_one_name(held, called, actor)
        )
        if identity is None and not known:
            continue
        if identity is None:
            identity = following
            following += 1
            fresh.append(_row(actor, identity, local=known[0].startswith(LOCAL)))
        called.setdefault(identity, actor.name)
        out[actor.id] = identity
        for alias in (*known, *_offices(actor)) if actor.id not in settled else ():
            if alias not in held:
                held[alias] = identity
                new_names.append({"alias": alias, "identity": identity})
    _name_apart(connection, fresh)
    insert_rows(connection, tables.identities, fresh)
    insert_rows(connection, tables.aliases, new_names)
    return _led(connection, out)


def known(connection: Connection, actors: Sequence[Actor], *, report: str) -> dict[str, int]:
    """Return the identity's key of each actor that has one already; nothing is made."""
    names = {actor.id: _signs(actor, report) for actor in actors}
    held, called = _held(connection, actors, names, report)
    found = (
        (
            actor.id,
            _first(held, actor, names[actor.id], report) or _of_one_name(held, called, actor),
        )
        for actor in actors
    )
    return _led(connection, {actor: key for actor, key in found if key is not None})


def _signs(actor: Actor, report: str) -> tuple[str, ...]:
    return tuple(map(plain, aliases(actor) or _local_alias(actor, report)))


def _held(
    connection: Connection,
    actors: Sequence[Actor],
    names: Mapping[str, tuple[str, ...]],
    report: str,
) -> tuple[dict[str, int], dict[int, str]]:
    """Return whose each alias is that somebody has, and the names of those found by an office."""
    wanted = {alias for signs in names.values() for alias in signs}
    wanted |= {alias for actor in actors for alias in apart(actor.id, actor.name, report)}
    offices = {alias for actor in actors for alias in _offices(actor)}
    held = by_alias(connection, wanted | offices)
    holders = rows_by_key(connection, (held[alias] for alias in offices & held.keys()))
    return held, {one.key: one.name for one in holders}


def _offices(actor: Actor) -> tuple[str, ...]:
    return tuple(map(plain, held_offices(actor)))


def _of_one_name(held: Mapping[str, int], called: Mapping[int, str], actor: Actor) -> int | None:
    """Return whom a surname and office mean whose name is another form of the actor's."""
    found = (held[alias] for alias in _offices(actor) if alias in held)
    return next((key for key in found if one_name(actor.name, called[key])), None)


def _first(held: Mapping[str, int], actor: Actor, signs: Sequence[str], report: str) -> int | None:
    # Whom a person has parted off in this report stays apart, whatever his name.
    every = (*apart(actor.id, actor.name, report), *signs)
    return next((held[alias] for alias in every if alias in held), None)


def by_alias(connection: Connection, wanted: Iterable[str]) -> dict[str, int]:
    """Return the keys of the identities that go by these aliases."""
    table = tables.aliases.c
    out: dict[str, int] = {}
    for some in chunks(sorted(wanted)):
        rows = connection.execute(select(table.alias, table.identity).where(table.alias.in_(some)))
        out.update((row.alias, row.identity) for row in rows)
    return out


def apart(actor: str, name: str, report: str) -> tuple[str, str]:
    """Return the signs of an actor in one report alone: by its id there, and by its name."""
    return plain(local_alias(actor, report)), plain(f"{LOCAL}{report}:={folded(name)}"[:300])


def local_alias(actor: str, report: str) -> str:
    """Return the alias of an actor in one report alone."""
    return f"{LOCAL}{report}:{actor}"


def _local_alias(actor: Actor, report: str) -> tuple[str, ...]:
    named = actor.kind == "person" and folded(actor.name) != ""
    return (local_alias(actor.id, report),) if named else ()


def _settled(connection: Connection, fixed: Mapping[str, str]) -> dict[str, int]:
    found = {one.id: one.key for one in rows(connection, fixed.values())}
    return {actor: found[one] for actor, one in fixed.items() if one in found}


def rows(connection: Connection, ids: Iterable[str]) -> list[Any]:
    """Return the rows of identities by their ids."""
    table = tables.identities
    wanted = sorted(set(ids))
    return list(connection.execute(select(table).where(table.c.id.in_(wanted)))) if wanted else []


def rows_by_key(connection: Connection, keys: Iterable[int]) -> list[Any]:
    """Return the rows of identities by their keys."""
    table = tables.identities
    out: list[Any] = []
    for some in chunks(sorted(set(keys))):
        out += connection.execute(select(table).where(table.c.key.in_(some))).all()
    return out


def row(connection: Connection, name: str) -> Any | None:
    """Return the row of the identity of that id, even one that is another's by now."""
    table, names = tables.identities, tables.aliases.c
    moved = select(names.identity).where(names.alias == f"{MOVED}{name}")
    found = connection.execute(
        select(table)
        .where(or_(table.c.id == name, table.c.key.in_(moved)))
        .order_by(table.c.id == name, table.c.key)
    ).all()
    return found[-1] if found else None


def leads(connection: Connection, keys: Iterable[int]) -> dict[int, int]:
    """Return for each identity's key the one it leads to: itself, unless a person said so."""
    table = tables.identities.c
    wanted = set(keys)
    out = {key: key for key in wanted}
    open_keys = wanted
    while open_keys:
        step: dict[int, int] = {}
        for some in chunks(sorted(open_keys)):
            found = select(table.key, table.into).where(
                table.key.in_(some), table.into.is_not(None)
            )
            step.update((key, into) for key, into in connection.execute(found))
        out = {key: step.get(at, at) for key, at in out.items()}
        open_keys = set(step.values())
    return out


def leading_to(connection: Connection, key: int) -> tuple[str, ...]:
    """Return the ids of the identities that people say are this one."""
    table = tables.identities.c
    out: dict[str, None] = {}
    wanted = [key]
    while wanted:
        rows_ = connection.execute(select(table.key, table.id).where(table.into.in_(wanted))).all()
        out |= {one.id: None for one in rows_}
        wanted = [one.key for one in rows_]
    return tuple(out)


def _led(connection: Connection, found: dict[str, int]) -> dict[str, int]:
    lead = leads(connection, found.values())
    return {actor: lead[key] for actor, key in found.items()}


def remembered(connection: Connection, one: Any) -> dict[str, Any]:
    """Return what a correction remembers of an identity's row, enough to find it elsewhere."""
    table = tables.aliases.c
    names = connection.execute(
        select(table.alias)
        .where(table.identity == one.key)
        .order_by(table.alias.startswith(LOCAL), table.alias)
        .limit(_REMEMBERED)
    ).scalars()
    return {
        "kind": one.kind,
        "name": one.name,
        "country": one.country,
        "known_as": one.known_as,
        "identity": one.id,
        "aliases": list(names),
    }


def found_again(connection: Connection, memory: Mapping[str, Any]) -> Any | None:
    """Return the row of the identity that a correction of another archive remembers.

    By its aliases; ids of namesakes go by the order in which an archive met them.
    """
    by = by_alias(connection, map(str, memory.get("aliases") or ()))
    key = next((by[alias] for alias in memory.get("aliases") or () if alias in by), None)
    table = tables.identities
    if key is not None:
        return connection.execute(select(table).where(table.c.key == key)).one()
    same = row(connection, str(memory.get("identity")))
    return same if same is not None and same.name == memory.get("name") else None


def make_apart(connection: Connection, one: Any, name: str, signs: Iterable[str]) -> int:
    """Make an identity that is known by ``signs`` alone, like ``one`` but of the id ``name``."""
    key = next_key(connection, tables.identities)
    made = {**one._mapping, "key": key, "id": name, "known_as": None, "into": None}
    insert_rows(connection, tables.identities, [made])
    move_signs(connection, signs, key)
    return key


def move_signs(connection: Connection, signs: Iterable[str], key: int) -> None:
    """Let an identity be known by ``signs``, and nobody else."""
    table, wanted = tables.aliases, sorted(set(signs))
    connection.execute(table.delete().where(table.c.alias.in_(wanted)))
    if wanted:
        connection.execute(insert(table), [{"alias": one, "identity": key} for one in wanted])


def free_id(connection: Connection, name: str) -> str:
    """Return ``name`` with the first number that makes it nobody's id."""
    table = tables.identities.c
    taken = set(
        connection.execute(
            select(table.id).where(table.id.startswith(f"{name}-", autoescape=True))
        ).scalars()
    )
    return next(f"{name}-{n}" for n in range(2, len(taken) + 3) if f"{name}-{n}" not in taken)


def _row(actor: Actor, key: int, *, local: bool) -> Row:
    ascii_name = unicodedata.normalize("NFKD", actor.name).encode("ascii", "ignore").decode()
    slug = _SLUG.sub("-", ascii_name.lower()).strip("-")[:80] or actor.kind
    return {
        "key": key,
        "id": slug,
        "kind": actor.kind,
        "name": actor.name,
        "folded": folded(actor.name),
        "local": local,
        "country": actor.country,
        "known_as": actor.known_as,
    }


def _name_apart(connection: Connection, fresh: Sequence[Row]) -> None:
    """Give namesakes ids of their own: ``kim``, ``kim-417``."""
    ids = tables.identities.c.id
    wanted = {one["id"] for one in fresh}
    taken = set(connection.execute(select(ids).where(ids.in_(wanted))).scalars())
    for one in fresh:
        name = one["id"]
        while name in taken or (name != one["id"] and row(connection, name) is not None):
            name = f"{name}-{one['key']}"  # again where a person has given that id to another
        one["id"] = name
        taken.add(name)
