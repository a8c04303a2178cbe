"""Persons the knowledge tables know: whom a printed name means, and what follows from that.

A name is taken for a table's person only where it is that person's full name, or a family name
with an office only one bearer of it has held. An office printed with another country speaks
against it; a name that is merely similar never counts. A bare family name is a head of state's or
government's in office at that time, where the report speaks of that country.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache

from onrecord.knowledge.given_names import given_names
from onrecord.knowledge.names import name_key
from onrecord.knowledge.offices import (
    Holder,
    Person,
    held_by,
    offices,
    persons,
    persons_surnamed,
)
from onrecord.resolve.cast import Cast, Draft
from onrecord.resolve.lexicon import FEMALE_PRONOUNS, MALE_PRONOUNS
from onrecord.resolve.reading import Reading

_SURE, _LIKELY = 5, 2  # votes for a gender: by the tables, by the given name
_COMMON = 3  # bearers in the tables
_LEADING = frozenset({"head-of-state", "head-of-government", "leader"})
_AROUND = timedelta(days=365)  # candidates and those just out of office are news too


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


def is_family(word: str) -> bool:
    """Whether a word is the family name of somebody in the tables."""
    return name_key(word) in _index().family


@cache
def _leaders() -> dict[str, frozenset[str]]:
    """The states led by somebody of a family name."""
    found: dict[str, set[str]] = {}
    for rows in held_by().values():
        for row in rows:
            office = offices()[row.office]
            if office.role in _LEADING:
                family = name_key(persons()[row.person].surname)
                found.setdefault(family, set()).add(office.of)
    return {family: frozenset(states) for family, states in found.items()}


def is_leader(word: str) -> bool:
    """Whether a word is the family name of a head of state or government of the tables."""
    return name_key(word) in _leaders()


def led_by(word: str) -> str | None:
    """The one state that heads of state or government of that family name have led."""
    states = _leaders().get(name_key(word), frozenset()) if word[:1].isupper() else frozenset()
    return next(iter(states)) if len(states) == 1 else None


def another_holds(printed: str, title: str) -> bool:
    """Whether the tables know a person of that full name, and a namesake who held the title.

    Never the person: President Novak is not Jane Novak, known for something else.
    """
    found = _index().full.get(name_key(printed), ()) if " " in printed else ()
    if len(found) != 1 or title in _held(found[0]):
        return False
    return any(title in _held(other) for other in persons_surnamed(found[0].surname))


def _held(person: Person) -> set[str]:
    rows = held_by().get(person.id, ())
    return {title for row in rows for title in offices()[row.office].titles}


def recognise(
    cast: Cast, drafts: Sequence[Draft], published: date | None, home: str | None
) -> list[Draft]:
    """Give drafts their table's name, external id, gender and the countries of their offices.

    Returns the persons that are left: two spellings of one person become one.
    """
    known: dict[str, Draft] = {}
    kept: list[Draft] = []
    for draft in drafts:
        person = _whom(draft, published) or _leading(cast, draft, published, home)
        if person is None:
            gender_by_name(draft)
        elif person.id in known:
            cast.merge(draft, known[person.id])
            continue
        else:
            known[person.id] = draft
            enrich(draft, person, published)
        kept.append(draft)
    return kept


def _whom(draft: Draft, published: date | None) -> Person | None:
    if " " in draft.name:
        found = [p for p in _index().full.get(name_key(draft.name), ()) if _agrees(draft, p)]
        if len(found) != 1 or not _already(draft, found[0], published):
            return None
        return found[0]
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


def _already(draft: Draft, person: Person, published: date | None) -> bool:
    """Whether the person can have been news then, or the report prints an office of theirs.

    Asked of common family names only: the rest are known for more than the tables' offices.
    """
    held = held_by().get(person.id, ())
    rare = len(persons_surnamed(person.surname)) < _COMMON
    if published is None or not held or rare or _rows(draft, person):
        return True
    return any(row.start.first <= published + _AROUND for row in held)


def _leading(cast: Cast, draft: Draft, published: date | None, home: str | None) -> Person | None:
    """The head of state or government in office whom a bare family name means."""
    if " " in draft.name or published is None or draft.kind != "person":
        return None
    found = [
        (person, row)
        for person in persons_surnamed(draft.name)
        for row in held_by().get(person.id, ())
        if _led_about(row, published)
        and ((of := offices()[row.office].of) in (home, draft.country) or cast.names_country(of))
    ]
    # Who is in office goes before who was or will be, a supreme leader before the premier.
    in_office = [(p, row) for p, row in found if row.holds_on(published)]
    found = in_office or found
    supreme = [(p, row) for p, row in found if offices()[row.office].role == "leader"]
    people = {p.id: p for p, _ in supreme or found}
    if len(people) != 1:
        return None
    (person,) = people.values()
    gender = draft.votes.most_common(1)[0][0] if draft.votes else None
    return person if gender is None or person.gender in (None, _GENDERS[gender]) else None


def _led_about(row: Holder, day: date) -> bool:
    """Whether a row is of a state's leader, in office within a year of the day."""
    office = offices()[row.office]
    if office.role not in _LEADING or not office.of.isupper():
        return False
    ended = row.end is not None and row.end.last + _AROUND < day
    return not ended and row.start.first <= day + _AROUND


_GENDERS = {"m": "male", "f": "female"}


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


def enrich(draft: Draft, person: Person, published: date | None) -> None:
    """Give a draft what the tables know of a person."""
    draft.id = person.id
    draft.name = person.name
    draft.known_as = person.wikidata
    if person.gender is not None:
        draft.votes[person.gender[0]] += _SURE
    draft.held = frozenset(_held(person))
    for row in held_by().get(person.id, ()):
        if published is not None and row.holds_on(published):
            office = offices()[row.office]
            draft.holds.setdefault(office.of, set()).update(office.titles)
    served = {offices()[row.office].of for row in held_by().get(person.id, ())}
    draft.states = frozenset(of for of in served if of.isupper())
    if len(served) == 1 and draft.states:
        (only,) = draft.states
        draft.country = draft.country or only
    for i, printed in enumerate(draft.offices):
        if printed.of is None:
            title = printed.title.lower()
            held = [
                offices()[row.office]
                for row in held_by().get(person.id, ())
                if title in offices()[row.office].titles
                and (published is None or row.start.first <= published)
            ]
            # "Secretary-General" can be said of the head of any body: first by its own name.
            own = [office for office in held if _same_title(office.title, title)]
            of = {office.of for office in own or held}
            if len(of) == 1:
                draft.offices[i] = replace(printed, of=of.pop())


def _same_title(one: str, other: str) -> bool:
    return one.lower().replace("-", " ") == other.lower().replace("-", " ")


def gender_by_name(draft: Draft) -> None:
    """Count the gender the given name tells, once."""
    words = draft.name.split()
    gender = given_names().get(words[0].lower()) if len(words) > 1 else None
    if gender is not None:
        draft.votes[gender[0]] += _LIKELY


def recall_gender(draft: Draft, reading: Reading) -> None:
    """Count again what an actor read before shows of its gender: tables, name, pronouns."""
    person = persons().get(draft.id or "")
    if person is not None and person.gender is not None:
        draft.votes[person.gender[0]] += _SURE
    else:
        gender_by_name(draft)
    for start, _, form in draft.ranges:
        word = reading.lower[start]
        if form == "pronoun" and (word in MALE_PRONOUNS or word in FEMALE_PRONOUNS):
            draft.votes["m" if word in MALE_PRONOUNS else "f"] += 1
