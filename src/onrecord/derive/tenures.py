"""What the tables say of a person, an office and a day, for claims read in a report."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from functools import cache

from onrecord import knowledge
from onrecord.knowledge import Holder, When
from onrecord.language.layers import Claim

HANDOVER = timedelta(days=10)
"""Days around a change of office in which reports may print either holder."""
SETTLED = timedelta(days=21)
"""Who has been in office this long is no longer acting, elect or new to anybody."""
NAMED = timedelta(days=120)
"""Days before the start in which lists of who is to be what print the title without "-elect"."""
VAGUE = frozenset(
    {"leader", "chief", "head", "boss", "director", "ruler", "top diplomat", "spokesman"}
    | {"spokeswoman", "spokesperson", "adviser", "advisor", "envoy", "ambassador"}
)
"""Titles that say too little to be checked: several hold them side by side, or under another."""
_ACTING = ("acting ", "interim ")


@cache
def meant(title: str, of: str | None) -> tuple[knowledge.Office, ...]:
    """The tables' offices that a printed title of a state or body names; none where it is open."""
    named = knowledge.office_named(title)
    if named is not None:
        return (named,)
    if of is None:
        return ()
    plain = title.lower()
    for word in _ACTING:
        plain = plain.removeprefix(word)
    found = knowledge.offices_titled(plain, of=of)
    body = knowledge.organisation_by_id().get(of)
    if found or body is None or body.country is None:
        return found
    # The chairman of the Federal Reserve is an officer of the United States.
    names = (f"{name.lower()} {plain}" for name in body.names)
    return tuple(o for name in names for o in knowledge.offices_titled(name, of=body.country))[:1]


def is_acting(written: str) -> bool:
    """Whether an office as printed is an acting holder's."""
    return "acting" in written.lower().split()


def terms(claim: Claim) -> tuple[Holder, ...]:
    """The rows of the claimed office that its person has in the tables."""
    if claim.person is None:
        return ()
    held = knowledge.held_by().get(claim.person, ())
    if claim.office is None:
        return tuple(row for row in held if row.office in heads())
    ids = {office.id for office in meant(claim.office.title, claim.office.of)}
    return tuple(row for row in held if row.office in ids)


@cache
def heads() -> frozenset[str]:
    """The ids of the offices of heads of state and government, after whom governments are named."""
    roles = ("head-of-state", "head-of-government")
    return frozenset(o.id for o in knowledge.offices().values() if o.role in roles)


def on(rows: Iterable[Holder], day: date) -> tuple[Holder, ...]:
    """The rows in force on a day for sure."""
    return tuple(row for row in rows if row.holds_on(day) is True)


def near(rows: Iterable[Holder], day: date) -> bool:
    """Whether any of the rows may be in force on a day or within a handover of it."""
    days = (day - HANDOVER, day, day + HANDOVER)
    return any(row.holds_on(d) is not False for row in rows for d in days)


def office_name(row: Holder) -> str:
    """The office of a row in words: "President of Ukraine"."""
    office = knowledge.offices()[row.office]
    state = knowledge.state_by_id().get(office.of)
    body = knowledge.organisation_by_id().get(office.of)
    name = state.name_in_text if state is not None else body.name if body is not None else None
    if name is None or name.lower() in office.title.lower():
        return office.title
    return f"{office.title} of {name}"


def person_name(row: Holder) -> str:
    """The person of a row by the usual name."""
    return knowledge.persons()[row.person].name


def day_name(when: When) -> str:
    """A table's date in words: 20 January 2025, January 2025, 2025."""
    if when.precision == "day":
        return f"{when.first.day} {when.first:%B %Y}"
    if when.precision == "month":
        return f"{when.first:%B %Y}"
    if when.precision == "year":
        return f"{when.first:%Y}"
    return f"between {when.first.day} {when.first:%B %Y} and {when.last.day} {when.last:%B %Y}"


def source_names(row: Holder) -> tuple[str, ...]:
    """Where a row is from, and what agrees with it, for a message."""
    if row.source == ("own",) and not row.checked:
        return ("general knowledge without a second source",)
    sources = knowledge.sources()
    return tuple(_short(sources[name].title) for name in (*row.source, *row.checked))


def _short(title: str) -> str:
    if title.startswith("Written for this project"):
        return "general knowledge"
    return title.partition(":")[0]
