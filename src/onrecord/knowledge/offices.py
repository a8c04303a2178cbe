"""Offices and their holders, from 2010 on, each with the days it was held.

``data/holders.csv`` and ``data/persons.csv`` are built by ``tools/knowledge/build_offices.py``.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cache

from onrecord.errors import KnowledgeError
from onrecord.knowledge.names import initials, joined_key
from onrecord.knowledge.organisations import organisation_by_id
from onrecord.knowledge.table import check_ids, rows, split
from onrecord.knowledge.when import When, read_when


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """An office of a state (``of`` is its code), a region or an organisation (their ids).

    ``role`` is what its holder does whatever the title: "foreign" for the Foreign Secretary, the
    Secretary of State and the Foreign Minister. ``titles`` are all titles reports print for it, in
    lower case, without the country. ``single`` says that it has one holder at a time.
    """

    id: str
    title: str
    of: str
    role: str
    titles: tuple[str, ...]
    single: bool
    source: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A person of the tables; ``surname`` is how reports name them after the first mention."""

    id: str
    name: str
    surname: str
    aliases: tuple[str, ...]
    gender: str | None
    wikidata: str | None
    source: tuple[str, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """Every full name, the usual one first."""
        return (self.name, *self.aliases)


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """One person's time in one office, first and last day included.

    ``end`` is ``None`` while the person was in office on ``as_of``, the last day up to which the
    row's sources speak. ``end_stated`` is false where the end is taken from the successor's start.
    ``source`` is where the row is from; ``checked`` names independent sources that agree.
    """

    office: str
    person: str
    start: When
    end: When | None
    end_stated: bool
    acting: bool
    as_of: date
    source: tuple[str, ...]
    checked: tuple[str, ...]

    @property
    def row(self) -> str:
        """A stable name for the row, to cite it: office, person and start."""
        return f"{self.office}/{self.person}/{self.start}"

    def holds_on(self, day: date) -> bool | None:
        """Whether the office was held on ``day``; ``None`` where the table cannot tell.

        That is a day inside the uncertainty of a start or an end, or after ``as_of``.
        """
        if day < self.start.first or (self.end is not None and day > self.end.last):
            return False
        if day < self.start.last or (self.end is not None and day > self.end.first):
            return None
        if self.end is None and day > self.as_of:
            return None
        return True


@cache
def offices() -> dict[str, Office]:
    """Return all offices by id."""
    by_role = {row["role"]: split(row["titles"]) for row in rows("office_roles.csv")}
    found = [
        Office(
            id=row["id"],
            title=row["title"],
            of=row["of"],
            role=row["role"],
            titles=tuple(
                dict.fromkeys(
                    (row["title"].lower(), *split(row["titles"]), *by_role.get(row["role"], ()))
                )
            ),
            single=row["single"] == "yes",
            source=split(row["source"]),
        )
        for row in rows("offices.csv")
    ]
    check_ids("offices.csv", (office.id for office in found))
    return {office.id: office for office in found}


@cache
def persons() -> dict[str, Person]:
    """Return all persons by id."""
    found = [
        Person(
            id=row["id"],
            name=row["name"],
            surname=row["surname"],
            aliases=split(row["aliases"]),
            gender=row["gender"] or None,
            wikidata=row["wikidata"] or None,
            source=split(row["source"]),
        )
        for row in rows("persons.csv")
    ]
    check_ids("persons.csv", (person.id for person in found))
    return {person.id: person for person in found}


@cache
def holders() -> tuple[Holder, ...]:
    """Return all holder rows, by office and start.

    Raises ``KnowledgeError`` where a row ends before it starts.
    """
    found = []
    for row in rows("holders.csv"):
        holder = Holder(
            office=row["office"],
            person=row["person"],
            start=read_when(row["start"]),
            end=read_when(row["end"]) if row["end"] else None,
            end_stated=row["end_from"] == "stated",
            acting=row["acting"] == "yes",
            as_of=date.fromisoformat(row["as_of"]),
            source=split(row["source"]),
            checked=split(row["checked"]),
        )
        if holder.end is not None and holder.end.last < holder.start.first:
            raise KnowledgeError(f"holders.csv, row {holder.row}: ends before it starts.")
        found.append(holder)
    return tuple(found)


@cache
def holders_of() -> dict[str, tuple[Holder, ...]]:
    """Return the holder rows of each office, by office id."""
    return _grouped(lambda holder: holder.office)


@cache
def held_by() -> dict[str, tuple[Holder, ...]]:
    """Return the holder rows of each person, by person id."""
    return _grouped(lambda holder: holder.person)


def _grouped(key: Callable[[Holder], str]) -> dict[str, tuple[Holder, ...]]:
    found: dict[str, list[Holder]] = {}
    for holder in holders():
        found.setdefault(key(holder), []).append(holder)
    return {name: tuple(group) for name, group in found.items()}


def offices_titled(title: str, *, of: str | None = None) -> tuple[Office, ...]:
    """Return the offices that reports call ``title`` (any case), of one body or of any."""
    wanted = title.lower()
    return tuple(
        office
        for office in offices().values()
        if (of is None or office.of == of) and wanted in office.titles
    )


def office_named(name: str) -> Office | None:
    """Return an organisation's office by its full name: "President of the European Council"."""
    return _by_full_name().get(name.lower())


@cache
def _by_full_name() -> dict[str, Office]:
    bodies = organisation_by_id()
    return {
        f"{office.title} of {article}{bodies[office.of].name}".lower(): office
        for office in offices().values()
        if office.of in bodies
        for article in ("", "the ")
    }


@cache
def _by_name() -> dict[str, tuple[Person, ...]]:
    found: dict[str, dict[str, Person]] = {}
    for person in persons().values():
        for name in person.names:
            found.setdefault(joined_key(name), {})[person.id] = person
    return {key: tuple(same.values()) for key, same in found.items()}


@cache
def _by_surname() -> dict[str, tuple[Person, ...]]:
    found: dict[str, list[Person]] = {}
    for person in persons().values():
        found.setdefault(joined_key(person.surname), []).append(person)
    return {key: tuple(same) for key, same in found.items()}


def persons_named(name: str) -> tuple[Person, ...]:
    """Return the persons whose full name, in some spelling, is ``name``.

    Initials decide where they can: George W. Bush is not George H. W. Bush, George Bush is both.
    """
    found = _by_name().get(joined_key(name), ())
    wanted = initials(name)
    if len(found) > 1 and wanted:
        agreeing = (p for p in found if any(initials(known) == wanted for known in p.names))
        return tuple(agreeing) or found
    return found


def persons_surnamed(surname: str) -> tuple[Person, ...]:
    """Return the persons reports call ``surname`` after the first mention, in some spelling."""
    return _by_surname().get(joined_key(surname), ())
