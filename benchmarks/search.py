"""How fast an archive answers: 200 mixed searches in its own words, names, outlets and days.

    python benchmarks/search.py archive.db --out benchmarks/results/search.json
    python benchmarks/search.py postgresql://localhost/news

The questions are drawn from the archive's statements with a fixed seed, so the same archive is
asked the same each time: single words, two words, alternatives, phrases, exclusions, by speaker,
about whom, by outlet, by days, by kind, and all of it together. Each is asked once, cold for the
archive's own caches, and after it what the page of results asks besides: how they divide. Times
are those of the clock; processor time stands beside them, for machines that others use as well.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import random
import re
import sqlite3
import statistics
import time
from collections.abc import Iterator, Sequence
from datetime import timedelta
from pathlib import Path
from typing import Any, TypeAlias

import sqlalchemy
from sqlalchemy import func, select

import onrecord
from onrecord import Archive
from onrecord.archive import tables
from onrecord.archive.engine import reading
from onrecord.archive.search import Hit

SEED, EACH = 13, 10
"""Questions of each of the twenty kinds."""
_WORD = re.compile(r"[^\W\d_]{4,}")
Question: TypeAlias = tuple[str, dict[str, Any]]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("archive", help="a SQLite file or a database's address")
    parser.add_argument("--out", type=Path)
    chosen = parser.parse_args()
    with Archive(chosen.archive) as archive:
        figures = asked(archive, list(questions(archive)))
    print(json.dumps(figures, indent=1))
    if chosen.out is not None:
        chosen.out.write_text(json.dumps(figures, indent=1) + "\n")


def asked(archive: Archive, asking: Sequence[Question]) -> dict[str, Any]:
    """Ask an archive; return how long it took, in milliseconds."""
    search, tally = Times(), Times()
    by_kind: dict[str, list[float]] = {}
    nothing = 0
    for kind, question in asking:
        with search:
            found = archive.search(**question)
        with tally:
            archive.tally(**question)
        nothing += not found
        by_kind.setdefault(kind, []).append(search.clock[-1])
    counts = archive.counts()
    return {
        "archive": {
            name: counts[name]
            for name in ("reports", "statements", "events", "meetings", "commitments", "findings")
        },
        "database": archive.url.partition(":")[0] if "://" in archive.url else "sqlite",
        "queries": len(asking),
        "without_results": nothing,
        "search": search.figures(),
        "tally": tally.figures(),
        "search_by_kind_worst_ms": {kind: round(max(t), 1) for kind, t in by_kind.items()},
        "machine": {
            "processor": platform.processor() or platform.machine(),
            "cores": os.cpu_count(),
            "load_average": round(os.getloadavg()[0], 1),
            "python": platform.python_version(),
            "sqlite": sqlite3.sqlite_version,
            "sqlalchemy": sqlalchemy.__version__,
            "onrecord": onrecord.__version__,
            "day": time.strftime("%Y-%m-%d"),
        },
    }


class Times:
    """Milliseconds by the clock and of this process's own work, one of each a question."""

    def __init__(self) -> None:
        self.clock: list[float] = []
        self.work: list[float] = []

    def __enter__(self) -> None:
        self._started = time.perf_counter(), time.process_time()

    def __exit__(self, *_: object) -> None:
        clock, work = self._started
        self.clock.append(1000 * (time.perf_counter() - clock))
        self.work.append(1000 * (time.process_time() - work))

    def figures(self) -> dict[str, float]:
        """Return median, 95th percentile and worst."""
        return {
            "p50_ms": round(statistics.median(self.clock), 1),
            "p95_ms": round(statistics.quantiles(self.clock, n=20)[-1], 1),
            "worst_ms": round(max(self.clock), 1),
            "cpu_p50_ms": round(statistics.median(self.work), 1),
            "cpu_p95_ms": round(statistics.quantiles(self.work, n=20)[-1], 1),
        }


def questions(archive: Archive) -> Iterator[Question]:
    """Yield the questions, each with its kind: ten of each, every one of another statement."""
    draw = random.Random(SEED)
    for hit in _drawn(archive, draw):
        said = _WORD.findall(hit.text)
        one, two = draw.sample(sorted(set(said)), 2)
        rare = max(said, key=len)
        start = draw.randrange(len(said) - 1)
        phrase = re.search(rf"{said[start]}\W+\w+", hit.text)
        together = f'"{phrase[0] if phrase else one}"'.replace("\n", " ")
        day, week, year = hit.date, timedelta(days=7), timedelta(days=365)
        yield "one word", {"words": one}
        yield "a long word", {"words": rare}
        yield "two words", {"words": f"{one} {two}"}
        yield "either word", {"words": f"{one} OR {two}"}
        yield "phrase", {"words": together}
        yield "word but not another", {"words": f"{one} -{two}"}
        yield "word, speaker", {"words": one, "speaker": hit.speaker}
        yield "word, speaker's surname", {"words": one, "speaker": (hit.speaker or "").split()[-1]}
        yield "word, about", {"words": one, "about": "United States"}
        yield "word, outlet", {"words": one, "outlet": hit.outlet}
        yield "word, days", {"words": one, "since": day - week, "until": day + week}
        yield "word, a year on", {"words": one, "since": day - year}
        yield "word, all kinds", {"words": one, "kind": "all"}
        yield "word in whole reports", {"words": one, "kind": "report"}
        yield "word, quoted", {"words": one, "kind": "direct"}
        yield "word, meetings", {"words": "talks", "kind": "meeting", "since": day - year}
        yield "speaker, days", {"speaker": hit.speaker, "since": day - week, "until": day + week}
        yield "outlet, quoted", {"outlet": hit.outlet, "kind": "direct"}
        yield "about, days", {"about": hit.speaker, "since": day - year, "until": day}
        yield (
            "all together",
            {
                "words": one,
                "speaker": hit.speaker,
                "outlet": hit.outlet,
                "since": day - year,
                "until": day + year,
                "kind": hit.kind,
            },
        )


def _drawn(archive: Archive, draw: random.Random) -> Iterator[Any]:
    """Yield statements with a day, an outlet, a known speaker and some words, drawn by chance."""
    entries, reports = tables.entries.c, tables.reports.c
    fit = (
        entries.kind == "statement",
        entries.who.is_not(None),
        entries.day.is_not(None),
        reports.outlet.is_not(None),
        func.length(entries.text) > 80,
    )
    with reading(archive._engine) as connection:
        keys = connection.execute(
            select(entries.key, reports.short, entries.id)
            .join_from(tables.entries, tables.reports, reports.key == entries.report)
            .where(*fit)
            .order_by(entries.key)
        ).all()
    if len(keys) < EACH:
        raise SystemExit(f"{archive.url}: too few statements to draw questions from")
    left = EACH
    for row in draw.sample(keys, len(keys)):
        hit: Hit = archive.entry(f"{row.short}/statement/{row.id}")
        if len(set(_WORD.findall(hit.text))) > 5:
            yield hit
            left -= 1
        if not left:
            return


if __name__ == "__main__":
    main()
