"""Coverage of the table of holders: for each office and year, the share of days with a holder."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, timedelta

from onrecord.knowledge.when import When

Term = tuple[str, When, When | None, date]


def covered(terms: Iterable[tuple[date, date]], year: int) -> float:
    """Return the share of the year's days inside any of the terms."""
    first, last = date(year, 1, 1), date(year, 12, 31)
    days: set[int] = set()
    for start, end in terms:
        low, high = max(start, first), min(end, last)
        if low <= high:
            days.update(range(low.toordinal(), high.toordinal() + 1))
    return len(days) / (last - first + timedelta(days=1)).days


def report(rows: Iterable[Term], offices: dict[str, dict[str, str]]) -> str:
    """Return a table of mean coverage by role and year, and the offices with the widest gaps."""
    terms: dict[str, list[tuple[date, date]]] = defaultdict(list)
    for office, began, ended, as_of in rows:
        terms[office].append((began.first, ended.last if ended else as_of))
    years = range(2010, 2027)
    shares = {office: [covered(spans, year) for year in years] for office, spans in terms.items()}
    by_role: dict[str, list[list[float]]] = defaultdict(list)
    for office, share in shares.items():
        by_role[offices[office]["role"]].append(share)
    lines = ["role".ljust(20) + "n".rjust(4) + "".join(f"{year % 100:5}" for year in years)]
    for role, table in sorted(by_role.items(), key=lambda item: -len(item[1])):
        means = [sum(column) / len(table) for column in zip(*table, strict=True)]
        cells = "".join(f"{100 * mean:5.0f}" for mean in means)
        lines.append(role.ljust(20) + f"{len(table):4}" + cells)
    gaps = sorted(shares, key=lambda office: sum(shares[office][:16]))[:40]
    lines.append("widest gaps 2010 to 2025: " + ", ".join(gaps))
    return "\n".join(lines)
