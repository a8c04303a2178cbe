"""Readings: everything a name can mean, over all the tables.

"Georgia" is a state and a US state, "Brussels" a capital and the European Union, "PA" an authority
and an agency. Which one a report means is for the reader of the report to decide; here is the list.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal, NamedTuple, TypeAlias

from onrecord.knowledge.groups import state_groups
from onrecord.knowledge.organisations import organisations
from onrecord.knowledge.outlets import outlets
from onrecord.knowledge.regions import regions
from onrecord.knowledge.seats import seats
from onrecord.knowledge.states import states
from onrecord.knowledge.table import rows, split

ReadingTable: TypeAlias = Literal["state", "group", "region", "seat", "organisation", "outlet"]
ReadingForm: TypeAlias = Literal["name", "adjective", "person", "people", "capital"]


class Reading(NamedTuple):
    """One thing a name can mean: the table and id of the entry, and how the name refers to it.

    ``capital`` is a city that stands for its government (a region's seat likewise).
    """

    table: ReadingTable
    id: str
    form: ReadingForm


@dataclass(frozen=True, slots=True, kw_only=True)
class Ambiguity:
    """A name with several readings, the likeliest in a political report first."""

    name: str
    readings: tuple[str, ...]
    source: tuple[str, ...]


def _named() -> Iterator[tuple[tuple[str, ...], Reading]]:
    for state in states():
        yield state.names, Reading("state", state.id, "name")
        yield state.adjectives, Reading("state", state.id, "adjective")
        yield state.person, Reading("state", state.id, "person")
        yield state.people, Reading("state", state.id, "people")
        yield state.capitals, Reading("state", state.id, "capital")
    for region in regions():
        yield region.names, Reading("region", region.id, "name")
        yield region.adjectives, Reading("region", region.id, "adjective")
        yield region.person, Reading("region", region.id, "person")
        yield region.people, Reading("region", region.id, "people")
        yield region.seats, Reading("region", region.id, "capital")
    for group in state_groups():
        yield group.names, Reading("group", group.id, "name")
        yield group.adjectives, Reading("group", group.id, "adjective")
    for seat in seats():
        yield seat.names, Reading("seat", seat.id, "name")
    for organisation in organisations():
        yield organisation.names, Reading("organisation", organisation.id, "name")
    for outlet in outlets():
        yield outlet.names, Reading("outlet", outlet.id, "name")


def reading_key(name: str) -> str:
    """Return the form under which a name is looked up: no article, straight apostrophes.

    Case is kept: "US" is a state, "us" a pronoun.
    """
    name = name.replace("’", "'")
    for article in ("the ", "The "):
        name = name.removeprefix(article)
    return name


@cache
def _index() -> dict[str, tuple[Reading, ...]]:
    found: dict[str, list[Reading]] = {}
    for names, reading in _named():
        for name in names:
            kept = found.setdefault(reading_key(name), [])
            if reading not in kept:
                kept.append(reading)
    return {name: tuple(readings) for name, readings in found.items()}


@cache
def _phrases() -> dict[str, str]:
    return {name.casefold(): name for name in _index() if " " in name}


def readings(name: str) -> tuple[Reading, ...]:
    """Return everything ``name`` can mean, none where no table knows it.

    Single words must match in case ("US", not "us"); of several words the case does not matter,
    since outlets differ ("UN security council").
    """
    key = reading_key(name)
    exact = _index().get(key)
    if exact is None and " " in key:
        return _index().get(_phrases().get(key.casefold(), ""), ())
    return exact or ()


def known_names() -> tuple[str, ...]:
    """Return every name the tables know, as looked up (for building matchers)."""
    return tuple(_index())


@cache
def ambiguities() -> dict[str, Ambiguity]:
    """Return the names with more than one entry behind them, by name."""
    return {
        row["name"]: Ambiguity(
            name=row["name"], readings=split(row["readings"]), source=split(row["source"])
        )
        for row in rows("ambiguous.csv")
    }
