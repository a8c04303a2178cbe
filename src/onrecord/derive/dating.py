"""When a report without a date was written, as far as the offices it names tell.

Each claim of office speaks for some days and against others: "President X" for X's term, less for
the days after it (old titles last), hardly for any day before it. The window is where the claims
hold best: a stabbing problem over weighted intervals, solved by one sweep over the days on which
any of the terms begins or ends. A claim counts against a day by the negative logarithm of how
often such a claim was met so in dated reports (``benchmarks/offices.md``), so that the window is
the set of days that are not much less likely than the likeliest.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import NamedTuple

from onrecord.derive.tenures import NAMED, VAGUE, heads, terms
from onrecord.knowledge import Holder, holders
from onrecord.language.layers import Claim
from onrecord.record import Period

_DAY = timedelta(days=1)
SLACK = 2.0
"""How much worse than the best a day of the window may fit, in the unit of ``_Against``."""
AFTERGLOW = timedelta(days=60)
"""Days after an end in which news of the end still prints the old title."""
LEFT = 0.8
ELECT = timedelta(days=75)
"""Days before the start in which a government is named after who is to lead it."""
REFUTED = 6.0
"""How much worse than the best a day must fit for the offices to speak against it."""
MISFIT = 1.5
"""What a claim must cost at the window to be said not to fit it."""
EARLIEST = date(2009, 1, 20)
"""The tables are complete from about this day on; earlier windows cannot be told."""
WIDEST = timedelta(days=3653)
"""A window of more than ten years in all says too little to be stated."""


class _Against(NamedTuple):
    """What a claim costs on the days before, in, just after and long after its person's terms."""

    before: float
    inside: float
    after: float


_COSTS: dict[tuple[str, str], _Against] = {
    ("placed", "live"): _Against(5.0, 0.0, 4.0),
    ("placed", "now"): _Against(5.0, 0.0, 2.3),
    ("placed", "open"): _Against(4.5, 0.0, 1.5),
    ("placed", "past"): _Against(4.5, 0.0, 1.0),
    ("current", "live"): _Against(5.0, 0.0, 4.0),
    ("current", "now"): _Against(5.0, 0.0, 1.9),
    ("current", "open"): _Against(4.5, 0.0, 1.5),
    ("current", "past"): _Against(4.5, 0.0, 1.0),
    ("former", "live"): _Against(5.0, 4.0, 0.0),
    ("former", "now"): _Against(5.0, 4.0, 0.0),
    ("former", "open"): _Against(5.0, 3.5, 0.0),
    ("former", "past"): _Against(5.0, 3.5, 0.0),
    ("then", "live"): _Against(5.0, 0.0, 0.0),
    ("then", "now"): _Against(5.0, 0.0, 0.0),
    ("then", "past"): _Against(5.0, 0.0, 0.0),
    ("future", "live"): _Against(0.0, 3.0, 4.0),
    ("future", "now"): _Against(0.0, 1.5, 2.0),
    ("government", "live"): _Against(4.0, 0.0, 3.5),
    ("government", "now"): _Against(2.5, 0.0, 1.5),
    ("government", "past"): _Against(3.0, 0.0, 1.0),
}
_RANK = {"live": 0, "now": 1, "open": 2, "past": 3}


class _Counted(NamedTuple):
    """A claim that counts, with the rows of its person and what it costs."""

    claim: Claim
    rows: tuple[Holder, ...]
    costs: _Against
    said: str

    @property
    def lead(self) -> timedelta:
        """Days before the start on which the claim is made already, of who is to lead a state."""
        office = self.claim.office
        if office is not None and "new" in office.as_written.lower().split():
            return NAMED
        early = self.said == "government" or (
            self.said == "current"
            and self.claim.setting != "live"
            and any(row.office in heads() for row in self.rows)
        )
        return ELECT if early else timedelta(0)

    def edges(self) -> Iterator[date]:
        """The days on which the claim's cost changes."""
        for row in self.rows:
            yield row.start.first - self.lead
            if row.end is not None:
                yield row.end.last
                yield row.end.last + AFTERGLOW

    def cost(self, day: date, *, lead: timedelta = timedelta(0)) -> float:
        """What the claim costs on a day; the day of a handover is the successor's.

        ``lead`` are days before the start that count as in office, whoever it is.
        """
        early = max(lead, self.lead)
        started = [row for row in self.rows if row.start.first - early <= day]
        if not started:
            return self.costs.before
        if any(row.end is None or day < row.end.last for row in started):
            return self.costs.inside
        recent = any(row.end is not None and day < row.end.last + AFTERGLOW for row in started)
        if recent and self.said != "government":
            return min(self.costs.after, LEFT)
        return self.costs.after


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """The days a report can be from; ``spans`` are apart from each other and in order.

    ``bounding`` are claims whose row begins where the window does; ``fitting`` those that hold
    somewhere in the window, ``misfits`` those that hold nowhere in it, each with the person's
    rows. A span without an end reaches to today.
    """

    spans: tuple[Period, ...]
    bounding: tuple[tuple[Claim, Holder], ...]
    fitting: tuple[tuple[Claim, tuple[Holder, ...]], ...]
    misfits: tuple[tuple[Claim, tuple[Holder, ...]], ...]


def window(claims: Sequence[Claim]) -> Window | None:
    """Return the window of a report's claims, or ``None`` where they do not bound it."""
    counted = list(_counted(claims))
    if not counted:
        return None
    edges = sorted({day for item in counted for day in item.edges()} | {EARLIEST})
    edges = [day for day in edges if day >= EARLIEST]
    costs = [sum(item.cost(day) for item in counted) for day in edges]
    best = min(costs)
    spans: list[Period] = []
    for i, (day, cost) in enumerate(zip(edges, costs, strict=True)):
        if cost > best + SLACK:
            continue
        end = edges[i + 1] - _DAY if i + 1 < len(edges) else None
        if spans and spans[-1].end == day - _DAY:
            spans[-1] = Period(start=spans[-1].start, end=end)
        else:
            spans.append(Period(start=day, end=end))
    inside = [day for day in edges if any(_within(day, span) for span in spans)]
    fitting: list[tuple[Claim, tuple[Holder, ...]]] = []
    misfits: list[tuple[Claim, tuple[Holder, ...]]] = []
    bounding: list[tuple[Claim, Holder]] = []
    for item in counted:
        first = [row for row in item.rows if row.start.first - item.lead == spans[0].start]
        bounding += [(item.claim, row) for row in first if item.costs.before > SLACK]
    for item in counted:
        least = min(item.cost(day) for day in inside)
        (misfits if least >= MISFIT else fitting).append((item.claim, item.rows))
    return Window(
        spans=tuple(spans),
        bounding=tuple(bounding),
        fitting=tuple(fitting),
        misfits=tuple(misfits),
    )


def contradicted(claims: Sequence[Claim], day: date) -> tuple[Claim, ...]:
    """Return the claims that do not hold on a report's day, where together they refute it.

    They do where the day is far worse than the best one: ``REFUTED`` is more than any of 1,996
    dated news reports reached. Who is elected or named for an office is given the title early,
    so the last days before a start count as in office.
    """
    counted = list(_counted(claims))
    edges = [edge for item in counted for edge in item.edges() if edge >= EARLIEST]
    if not edges or not EARLIEST <= day <= last_day():
        return ()
    best = min(sum(item.cost(edge) for item in counted) for edge in edges)
    if sum(item.cost(day, lead=NAMED) for item in counted) - best < REFUTED:
        return ()
    return tuple(item.claim for item in counted if item.cost(day, lead=NAMED) >= MISFIT)


def length(found: Window) -> timedelta:
    """How many days a window has in all, an open one up to the day the tables reach."""
    days = (
        (span.end or last_day()) - (span.start or EARLIEST) + _DAY
        for span in found.spans
        if (span.start or EARLIEST) <= (span.end or last_day())
    )
    return sum(days, timedelta(0))


@cache
def last_day() -> date:
    """The last day for which any row of the tables speaks."""
    return max(row.as_of for row in holders())


def _counted(claims: Iterable[Claim]) -> Iterator[_Counted]:
    """Each thing claimed once, in its surest setting, with the rows and what it costs."""
    best: dict[tuple[str, str], tuple[tuple[int, int], Claim, tuple[Holder, ...]]] = {}
    for claim in claims:
        if claim.office is not None and claim.office.title.lower() in VAGUE:
            continue
        rows = terms(claim)
        if not rows:
            continue
        said = _said(claim)
        # Of the offices one person is said to hold, the latest counts: the rest is their past.
        key = (said, rows[0].person)
        rank = (-max(row.start.first for row in rows).toordinal(), _RANK[claim.setting])
        if key not in best or rank < best[key][0]:
            best[key] = rank, claim, rows
    for (said, _), (_, claim, rows) in best.items():
        cost = _COSTS.get((said, claim.setting))
        if cost is not None:
            yield _Counted(claim, rows, cost, said)


def _said(claim: Claim) -> str:
    """What a claim says, as far as its costs differ by it."""
    if claim.office is None:
        return "government"
    if claim.office.claimed == "former" and "then" in claim.office.as_written.lower():
        return "then"
    if claim.office.claimed == "current" and claim.placed:
        return "placed"
    return claim.office.claimed


def _within(day: date, span: Period) -> bool:
    return (span.start is None or span.start <= day) and (span.end is None or day <= span.end)
