"""The calendar's pictures: what lies ahead as a chart of bars, and the months around as columns."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Any, Final

import altair as alt
from markupsafe import Markup

from onrecord.publish import wording
from onrecord.web.addresses import address, meeting_address
from onrecord.web.calendar import Count
from onrecord.web.drawing import AMBER, BLUE, INK, PAPER, RED, RULE, WORDS, data, drawn, label, link
from onrecord.web.timeline import Line

WIDTH: Final = 1180
_ROW: Final = 24
_COLUMNS: Final = 84
_MONTHS: Final = 24
"""Months in the picture, of a year before the one shown and a year from it."""
_MOST: Final = 90
"""Letters of a meeting in the picture; the tables have it whole."""
_TURN: Final = 0.5
"""The share of the days from which on a meeting's words stand before its mark, not after it."""
# What a standing is called, and the fill and the edge of its mark.
_LOOKS: Final = {
    "took place or under way": (BLUE, BLUE),
    "planned": (AMBER, AMBER),
    "proposed or possible": (PAPER, AMBER),
    "called off, refused or denied": (PAPER, RED),
}
_TICKS: Final[dict[str, Any]] = {
    "scale": alt.Scale(paddingInner=0.18),
    "axis": alt.Axis(title=None, labelAngle=0, labelExpr="split(datum.value, '|')"),
}
_STANDING: Final = {"happened": 0, "ongoing": 0, "planned": 1, "denied": 3}


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """A meeting on the days it is on, in words, with its address."""

    start: date
    end: date
    status: str
    words: str
    address: str


def standing(status: str) -> str:
    """Return what the pictures call a status."""
    return list(_LOOKS)[_STANDING.get(status, 2)]


def ahead(lines: Iterable[Line], since: date, until: date) -> Markup:
    """Return meetings, each on a line of its own, on the days from ``since`` to ``until``."""
    bars = [
        Bar(
            start=one.happening.day,
            end=one.happening.last_day or one.happening.day,
            status=one.happening.status,
            words="".join(piece.words for piece in one.pieces),
            address=meeting_address(one.happening.versions[0].id),
        )
        for one in lines
        if one.happening.day is not None
    ]
    return _ahead(tuple(bars), since, until)


@lru_cache(maxsize=64)
def _ahead(bars: tuple[Bar, ...], since: date, until: date) -> Markup:
    span = (until - since).days + 1
    rows = []
    for number, bar in enumerate(bars):
        start, end = max(bar.start, since), min(bar.end, until) + timedelta(days=1)
        late = (start - since).days > _TURN * span
        rows.append(
            {
                "line": number,
                "start": _moment(start),
                "end": _moment(end),
                "words": label(bar.words, _MOST),
                "whole": f"{label(bar.words)}, {wording.days(bar.start, bar.end)}",
                "beside": _moment(start if late else end),
                "late": late,
                "standing": standing(bar.status),
                "link": link(number),
            }
        )
    base = alt.Chart(data(rows)).encode(
        y=alt.Y("line:O", axis=None), href="link:N", description="whole:N"
    )
    marks = base.mark_bar(height=10, strokeWidth=2).encode(
        x=alt.X("start:T", **_days(since, until)),
        x2="end:T",
        **_look({str(row["standing"]) for row in rows}),
    )
    words = [
        base.mark_text(
            align="right" if late else "left",
            dx=-8 if late else 8,
            fontSize=WORDS,
            color=INK,
            aria=False,
        )
        .encode(x=alt.X("beside:T", **_days(since, until)), text="words:N")
        .transform_filter(f"datum.late === {str(late).lower()}")
        for late in (False, True)
    ]
    return drawn(
        alt.layer(marks, *words),
        width=WIDTH,
        height=_ROW * len(rows),
        title="Meetings that lie ahead, by their days",
        about=f"{wording.count(len(bars), 'meeting')} from {wording.days(since, until)}.",
        links=[bar.address for bar in bars],
    )


@lru_cache(maxsize=64)
def months(counts: tuple[Count, ...], shown: date, *, planned: bool = False) -> Markup:
    """Return how many meetings the months around ``shown`` have; a column leads to its month."""
    names = [shown.replace(year=shown.year - 1)]
    while len(names) < _MONTHS:
        names.append(_next(names[-1]))
    total = Counter[date]()
    for count in counts:
        total[count.month] += count.number
    base = {"x": alt.X("month:O", sort=[_tick(name) for name in names], **_TICKS)}
    rows = [
        {
            "month": _tick(count.month),
            "number": count.number,
            "standing": standing(count.status),
            "order": list(_LOOKS).index(standing(count.status)),
            "whole": f"{wording.month(count.month)}: {count.number} {standing(count.status)}",
            "link": link(names.index(count.month)),
        }
        for count in counts
    ]
    every = [
        {
            "month": _tick(name),
            "number": total[name],
            "words": f"{total[name]:,}" if total[name] else "",
            "shown": name == shown,
            "link": link(names.index(name)),
            "whole": wording.month(name),
        }
        for name in names
    ]
    bars = (
        alt.Chart(data(rows))
        .mark_bar(strokeWidth=1.5)
        .encode(
            **base,
            **_look({str(row["standing"]) for row in rows}),
            y=alt.Y("number:Q", axis=None, stack=True),
            order="order:O",
            href="link:N",
            description="whole:N",
        )
    )
    ground = (
        alt.Chart(data([row for row in every if row["shown"]]))
        .mark_bar(fill=RULE, fillOpacity=0.6, aria=False)
        .encode(**base, y=alt.value(0), y2=alt.value(_COLUMNS))
    )
    numbers = (
        alt.Chart(data(every))
        .mark_text(dy=-8, fontSize=WORDS, color=INK, aria=False)
        .encode(**base, y="number:Q", text="words:N", href="link:N")
    )
    return drawn(
        alt.layer(ground, bars, numbers),
        width=WIDTH,
        height=_COLUMNS,
        title="Meetings by month",
        about=f"{wording.count(total.total(), 'meeting')}, {wording.days(names[0], names[-1])}.",
        links=[
            address("/calendar", month=f"{name:%Y-%m}", planned="true" if planned else None)
            for name in names
        ],
    )


def _moment(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"


def _tick(month: date) -> str:
    """Return a month as the axis has it: the bar parts its lines."""
    return f"{wording.month(month)[:3]}|{month.year}"


def _next(month: date) -> date:
    return (month + timedelta(days=31)).replace(day=1)


def _days(since: date, until: date) -> dict[str, Any]:
    """Return scale and axis of days, with a line at each Monday."""
    domain = [_moment(since), _moment(until + timedelta(days=1))]
    monday = since + timedelta(days=-since.weekday() % 7)
    mondays = [monday + timedelta(days=n) for n in range(0, (until - monday).days + 1, 7)]
    return {
        "scale": alt.Scale(type="utc", domain=domain),
        "axis": alt.Axis(
            format="%-d %B", values=[_moment(day) for day in mondays], title=None, orient="top"
        ),
    }


def _look(used: set[str]) -> dict[str, Any]:
    """Return fill and edge by standing."""
    names = [name for name in _LOOKS if name in used]
    fills, edges = zip(*(_LOOKS[name] for name in names), strict=True)
    return {
        "fill": alt.Fill("standing:N", legend=None, scale=_scale(names, fills)),
        "stroke": alt.Stroke("standing:N", legend=None, scale=_scale(names, edges)),
    }


def _scale(names: Sequence[str], colours: Sequence[str]) -> alt.Scale:
    return alt.Scale(domain=list(names), range=list(colours))
