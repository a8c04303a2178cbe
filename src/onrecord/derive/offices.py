"""Findings on offices: a person or a government named with an office not held on that day.

Silence is preferred to a false alarm. Well-edited reports name former holders with their old
title all the time, of courtesy ("President Obama" in 2018) or looking back, so a title alone is
no sign; what each rule asks for beyond it stands in its docstring, and ``benchmarks/offices.md``
says how often each was right.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date, timedelta

from onrecord import knowledge
from onrecord.derive.tenures import (
    HANDOVER,
    NAMED,
    SETTLED,
    VAGUE,
    day_name,
    is_acting,
    meant,
    near,
    office_name,
    on,
    person_name,
    source_names,
    terms,
)
from onrecord.knowledge import Holder
from onrecord.language.layers import Claim
from onrecord.record import Finding, Office, Span, merge

_STAYS = timedelta(days=60)
"""Who leaves within this time may be called former already: the resignation is known."""
_CHECKED = frozenset(
    {"head-of-state", "head-of-government", "supreme-leader", "foreign", "defence", "finance"}
    | {"interior", "head", "deputy-head", "national-security"}
)
"""Roles of which the tables are complete enough to say that somebody never held one."""
_FORMER = frozenset({"former", "ex", "onetime", "one-time", "erstwhile", "late", "ousted"})


def office_mismatches(
    claims: Sequence[Claim], named: Collection[str], published: date
) -> tuple[Finding, ...]:
    """Return a finding for each office or government the tables contradict on the given day.

    ``named`` are the ids of all actors of the report.
    """
    found: dict[str, tuple[str, list[Span], tuple[Holder, ...]]] = {}
    for claim in claims:
        if claim.person is None or claim.setting in ("past", "open"):
            continue
        against = _contradiction(claim, claims, named, published)
        if against is not None:
            message, rows = against
            found.setdefault(message, (message, [], rows))[1].append(claim.span)
    return tuple(_finding(*entry) for entry in found.values())


def _finding(message: str, spans: list[Span], rows: tuple[Holder, ...]) -> Finding:
    return Finding(
        kind="office-mismatch",
        severity="error",
        message=message,
        evidence=merge(spans),
        facts=tuple(row.row for row in rows),
        confidence=0.9,
    )


def _contradiction(
    claim: Claim, claims: Sequence[Claim], named: Collection[str], day: date
) -> tuple[str, tuple[Holder, ...]] | None:
    """The message and the rows that speak against a claim, if any do."""
    if claim.office is None:
        return _out_of_power(claim, claims, named, day)
    if claim.office.title.lower() in VAGUE:
        return None
    if not any(office.single for office in meant(claim.office.title, claim.office.of)):
        return None
    if claim.office.claimed == "former":
        return _still_held(claim, day)
    if claim.office.claimed == "future":
        return _taken_up(claim, claims, day)
    if is_acting(claim.office.as_written):
        return _no_longer_acting(claim, day)
    return _not_held(claim, claims, day)


def _still_held(claim: Claim, day: date) -> tuple[str, tuple[Holder, ...]] | None:
    """Called former, but in office well before and after the day; "then" says nothing of today."""
    assert claim.office is not None
    words = set(claim.office.as_written.lower().replace("-", " ").split())
    if words.isdisjoint(_FORMER):
        return None
    rows = tuple(
        row
        for row in on(terms(claim), day)
        if row.holds_on(day - HANDOVER) is True and row.holds_on(day + _STAYS) is not False
    )
    if not rows:
        return None
    return (
        f"The report calls {claim.name} “{_printed(claim)}”, but {claim.name} has been "
        f"{office_name(rows[0])} since {day_name(rows[0].start)} ({_source(rows)})."
    ), rows


def _taken_up(
    claim: Claim, claims: Sequence[Claim], day: date
) -> tuple[str, tuple[Holder, ...]] | None:
    """Acting as elect or incoming, but long in office, in a report that never says so."""
    if claim.setting != "live":
        return None
    rows = tuple(row for row in on(terms(claim), day) if row.start.last <= day - SETTLED)
    if not rows or any(
        _same(claim, c) and office.claimed == "current" for c, office in _offices(claims)
    ):
        return None
    return (
        f"The report calls {claim.name} “{_printed(claim)}”, but {claim.name} has been in office "
        f"as {office_name(rows[0])} since {day_name(rows[0].start)} ({_source(rows)})."
    ), rows


def _no_longer_acting(claim: Claim, day: date) -> tuple[str, tuple[Holder, ...]] | None:
    """Called acting, but holding the office in full for some time, by a row that would say so.

    Wikidata's rows do not: they list acting holders like any other.
    """
    rows = tuple(
        row
        for row in on(terms(claim), day)
        if not row.acting and row.source == ("own",) and row.start.last <= day - SETTLED
    )
    if not rows:
        return None
    return (
        f"The report calls {claim.name} “{_printed(claim)}”, but {claim.name} has been "
        f"{office_name(rows[0])} in full since {day_name(rows[0].start)} ({_source(rows)})."
    ), rows


def _not_held(
    claim: Claim, claims: Sequence[Claim], day: date
) -> tuple[str, tuple[Holder, ...]] | None:
    """Given an office that somebody else holds.

    Asked for: the office printed with its state or body; the report shows the person in it in its
    own days; and it nowhere calls the person former, or the true holder by that office. Of an
    office the person never held, the title must stand right before the full name: an apposition
    is more often misread than such an error made.
    """
    rows = terms(claim)
    if not claim.placed or near(rows, day):
        return None
    assert claim.office is not None
    offices = meant(claim.office.title, claim.office.of)
    holders = tuple(
        row for o in offices if o.single for row in on(knowledge.holders_of().get(o.id, ()), day)
    )
    if not holders or _aware(claim, claims, holders):
        return None
    assert claim.person is not None
    today = on(knowledge.held_by().get(claim.person, ()), day)
    if any(day < row.start.last <= day + NAMED for row in rows):
        return None
    if rows:
        return _at_another_time(claim, rows, holders, day) if claim.setting == "live" else None
    if not claim.before or not today or not any(o.role in _CHECKED for o in offices):
        return None
    if any(_alike(row, claim) for row in today):
        return None
    return (
        f"The report calls {claim.name} “{_printed(claim)}”, but on {_day(day)} {claim.name} was "
        f"{office_name(today[0])} (since {day_name(today[0].start)}; {_source(today)}), and "
        f"{office_name(holders[0])} was {person_name(holders[0])}."
    ), (*today[:1], *holders[:1])


def _at_another_time(
    claim: Claim, rows: Iterable[Holder], holders: tuple[Holder, ...], day: date
) -> tuple[str, tuple[Holder, ...]]:
    before = [row for row in rows if row.end is not None and row.end.last < day]
    row = before[-1] if before else min(rows, key=lambda r: r.start.first)
    if before:
        assert row.end is not None
        said = f"an office left on {day_name(row.end)}"
        if row.end.precision != "day":
            said = f"an office left in {day_name(row.end)}"
    else:
        said = f"an office taken up only on {day_name(row.start)}"
    holder = holders[0]
    return (
        f"The report calls {claim.name} “{_printed(claim)}”, {said}; on {_day(day)} "
        f"{office_name(holder)} was {person_name(holder)}, since {day_name(holder.start)} "
        f"({_source((row, holder))})."
    ), (row, holder)


def _aware(claim: Claim, claims: Sequence[Claim], holders: Iterable[Holder]) -> bool:
    """Whether the report elsewhere shows that it knows who holds the office."""
    right = {row.person for row in holders}
    for other, office in _offices(claims):
        if _same(claim, other) and office.claimed != "current":
            return True
        if other.person in right and office.claimed == "current":
            ids = {o.id for o in meant(office.title, office.of)}
            if ids & {row.office for row in holders}:
                return True
    return False


def _out_of_power(
    claim: Claim, claims: Sequence[Claim], named: Collection[str], day: date
) -> tuple[str, tuple[Holder, ...]] | None:
    """A government named after a leader out of office, as the subject of a verb in the present.

    "The Obama administration's failure has left ..." is no error in a report that knows of the
    successor; so the report must not name the true holder other than as former.
    """
    rows = terms(claim)
    ended = [row for row in rows if row.end is not None and row.end.last < day]
    if claim.setting != "live" or not ended or near(rows, day):
        return None
    last = max(ended, key=lambda row: row.start.first)
    holders = on(knowledge.holders_of().get(last.office, ()), day)
    if not holders or last.end is None:
        return None
    for holder in holders:
        said = {o.claimed for c, o in _offices(claims) if c.person == holder.person}
        ruling = any(c.office is None and c.person == holder.person for c in claims)
        if ruling or (holder.person in named and said != {"former"}):
            return None
    if any(c.person == claim.person and o.claimed == "former" for c, o in _offices(claims)):
        return None
    return (
        f"The report speaks of the government of {claim.name} as in power, but {claim.name} was "
        f"{office_name(last)} only until {day_name(last.end)}; {person_name(holders[0])} has been "
        f"since {day_name(holders[0].start)} ({_source((last, *holders))})."
    ), (last, *holders)


def _offices(claims: Iterable[Claim]) -> Iterator[tuple[Claim, Office]]:
    """The claims that give a title, with the office they give."""
    return ((claim, claim.office) for claim in claims if claim.office is not None)


def _same(one: Claim, other: Claim) -> bool:
    """Whether two claims give one person one office."""
    if one.office is None or other.office is None or one.person != other.person:
        return False
    ids = {office.id for office in meant(one.office.title, one.office.of)}
    return any(o.id in ids for o in meant(other.office.title, other.office.of))


def _alike(row: Holder, claim: Claim) -> bool:
    """Whether a row is of an office with the claimed title, of a part of the state or above it."""
    assert claim.office is not None
    office = knowledge.offices()[row.office]
    elsewhere = office.of != claim.office.of and office.of not in knowledge.state_by_id()
    return elsewhere and claim.office.title.lower() in office.titles


def _printed(claim: Claim) -> str:
    assert claim.office is not None
    return " ".join(claim.office.as_written.split())


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


def _source(rows: Iterable[Holder]) -> str:
    names = dict.fromkeys(name for row in rows for name in source_names(row))
    return "source: " + ", ".join(names)
