"""What the offices say of a report's date: a window where it has none, a doubt where it has one.

The window is stated, never filled in as the date.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from datetime import date, timedelta

from onrecord.derive.dating import AFTERGLOW, WIDEST, Window, contradicted, last_day, length, window
from onrecord.derive.offices import office_mismatches
from onrecord.derive.tenures import SETTLED, day_name, office_name, source_names, terms
from onrecord.knowledge import Holder
from onrecord.language.layers import Claim
from onrecord.record import Finding, Period, merge


def dated_by_offices(claims: Sequence[Claim], named: Collection[str]) -> Iterator[Finding]:
    """Yield the window of an undated report, and the claims no day of it makes right.

    ``named`` are the ids of all actors of the report. Nothing is yielded where the offices leave
    more than ten years.
    """
    found = window(claims)
    if found is None or length(found) > WIDEST:
        return
    yield _stated(found)
    yield from _misfits(found, claims, named)


def date_doubted(claims: Sequence[Claim], published: date) -> Iterator[Finding]:
    """Yield a doubt of the report's date where many claims of office fit another time only."""
    against = contradicted(claims, published)
    found = window(claims) if against else None
    if found is None:
        return
    all_ = len(found.fitting) + len(found.misfits)
    yield Finding(
        kind="date-against-offices",
        severity="warning",
        message=(
            f"The report is dated {_day(published)}, but the offices it names point to "
            f"{_in_words(found.spans)}: {len(found.fitting)} of {all_} claims of office hold "
            f"then, {all_ - len(against)} on that day."
        ),
        evidence=merge(claim.span for claim in against),
        facts=tuple(dict.fromkeys(row.row for claim in against for row in terms(claim))),
        confidence=0.8,
    )


def _stated(found: Window) -> Finding:
    hold, all_ = len(found.fitting), len(found.fitting) + len(found.misfits)
    message = (
        f"No date is given; by the offices it names the report is from {_in_words(found.spans)}: "
        f"{hold} of {all_} {'claim' if all_ == 1 else 'claims'} of office {_verb(hold, all_)} then"
    )
    evidence = [claim.span for claim, _ in found.fitting]
    if found.bounding:
        claim, row = found.bounding[0]
        message += (
            f". {claim.name} became {office_name(row)} on {day_name(row.start)} "
            f"(source: {', '.join(source_names(row))})"
        )
        evidence = [claim.span for claim, _ in found.bounding]
    return Finding(
        kind="dated-by-offices",
        severity="note",
        message=message + ".",
        evidence=merge(evidence),
        facts=tuple(
            dict.fromkeys(
                row.row
                for _, rows in found.fitting
                for row in rows
                if any(_meets(row, span) for span in found.spans)
            )
        ),
        confidence=0.9,
    )


def _meets(row: Holder, span: Period) -> bool:
    starts = span.end is None or row.start.first <= span.end
    return starts and (row.end is None or span.start is None or row.end.last >= span.start)


def _verb(hold: int, all_: int) -> str:
    return "holds" if hold == all_ == 1 else "hold"


def _in_words(spans: Sequence[Period]) -> str:
    return ", or from ".join(map(_span, spans))


def _span(span: Period) -> str:
    start = _day(span.start) if span.start is not None else None
    if span.end is None:
        return f"{start} or later"
    return f"{start} to {_day(span.end)} at the latest"


def _misfits(found: Window, claims: Sequence[Claim], named: Collection[str]) -> Iterator[Finding]:
    """What would be a mismatch on any day of the window."""
    days = [day for span in found.spans for day in _sample(span)]
    if not days:
        return
    first, *others = ({f.evidence: f for f in office_mismatches(claims, named, d)} for d in days)
    for evidence, finding in first.items():
        if all(evidence in other for other in others):
            yield finding


def _sample(span: Period) -> Iterator[date]:
    """Days of a span that stand for it: some time after it begins, its middle, before it ends."""
    start, end = span.start, span.end or last_day()
    if start is None or start > end:
        return
    settled = start + SETTLED + timedelta(days=1)
    yield min(settled, end)
    if settled + AFTERGLOW < end and span.end is not None:
        yield start + (end - start) / 2
        yield max(settled, end - AFTERGLOW)


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
