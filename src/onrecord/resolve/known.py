"""Persons the knowledge tables know: whom a printed name means, and what follows from that.

A name is taken for a table's person only where it is that person's full name, or a family name
with an office only one bearer of it has held. An office printed with another country speaks
against it; a name that is merely similar never counts.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from onrecord.knowledge.given_names import given_names
from onrecord.knowledge.names import name_key
from onrecord.knowledge.offices import Holder, Person, held_by, offices, persons
from onrecord.resolve.cast import Cast, Draft

_SURE, _LIKELY = 5, 2  # votes for a gender: by the tables, by the given name


@dataclass(frozen=True, slots=True)
class _Index:
    full: dict[str, tuple[Person, ...]]
    family: dict[str, tuple[Person, ...]]


@cache
def _index() -> _Index:
    full: dict[str, list[Person]] = {}
    family: dict[str, list[Person]] = {}
    for person in persons().values():
        for key in {name_key(name) for name in person.names}:
            full.setdefault(key, []).append(person)
        family.setdefault(name_key(person.surname), []).append(person)
    return _Index(
        {key: tuple(some) for key, some in full.items()},
        {key: tuple(some) for key, some in family.items()},
    )


def is_known(printed: str) -> bool:
    """Whether the tables have a person of that full name."""
    return " " in printed and name_key(printed) in _index().full


def recognise(cast: Cast, drafts: Sequence[Draft], published: date | None) -> list[Draft]:
    """Give drafts their table's name, external id, gender and the countries of their offices.

    Returns the persons that are left: two spellings of one person become one.
    """
    known: dict[str, Draft] = {}
    kept: list[Draft] = []
    for draft in drafts:
        person = _whom(draft, published)
        if person is None:
            _gender_by_name(draft)
        elif person.id in known:
            cast.merge(draft, known[person.id])
            continue
        else:
            known[person.id] = draft
            _enrich(draft, person, published)
        kept.append(draft)
    return kept


def _whom(draft: Draft, published: date | None) -> Person | None:
    if " " in draft.name:
        found = [p for p in _index().full.get(name_key(draft.name), ()) if _agrees(draft, p)]
        return found[0] if len(found) == 1 else None
    if not draft.offices:
        return None
    found = []
    for person in _index().family.get(name_key(draft.name), ()):
        rows = _rows(draft, person)
        if published is not None:
            rows = [row for row in rows if row.start.first <= published]
        if rows:
            found.append(person)
    if len(found) > 1 and published is not None:
        found = [
            person
            for person in found
            if any(row.holds_on(published) is not False for row in _rows(draft, person))
        ]
    return found[0] if len(found) == 1 else None


def _agrees(draft: Draft, person: Person) -> bool:
    """Whether no office printed with a state speaks against the tables' person."""
    printed = {office.of for office in draft.offices if office.of and office.of.isupper()}
    held = {offices()[row.office].of for row in held_by().get(person.id, ())}
    states = {of for of in held if of.isupper()}
    return not printed or not states or bool(printed & held) or len(held) > len(states)


def _rows(draft: Draft, person: Person) -> list[Holder]:
    """The person's rows of offices the report prints at the name."""
    found = []
    for row in held_by().get(person.id, ()):
        office = offices()[row.office]
        for printed in draft.offices:
            if printed.title.lower() in office.titles and printed.of in (None, office.of):
                found.append(row)
                break
    return found


def _enrich(draft: Draft, person: Person, published: date | None) -> None:
    draft.id = person.id
    draft.name = person.name
    draft.known_as = person.wikidata
    if person.gender is not None:
        draft.votes[person.gender[0]] += _SURE
    for i, printed in enumerate(draft.offices):
        if printed.of is None:
            held = [
                offices()[row.office].of
                for row in held_by().get(person.id, ())
                if printed.title.lower() in offices()[row.office].titles
                and (published is None or row.start.first <= published)
            ]
            if len(set(held)) == 1:
                draft.offices[i] = replace(printed, of=held[0])


def _gender_by_name(draft: Draft) -> None:
    words = draft.name.split()
    gender = given_names().get(words[0].lower()) if len(words) > 1 else None
    if gender is not None:
        draft.votes[gender[0]] += _LIKELY
