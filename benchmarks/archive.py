"""How fast the archive is: search over a synthetic archive, and what adding costs beside reading.

    python benchmarks/archive.py search --statements 1000000 --out benchmarks/results/archive.json
    python benchmarks/archive.py add reports.jsonl

``search`` fills a SQLite archive with made-up statements (words drawn by Zipf's law, as language
has them; 300 speakers, of whom few say most) and asks 200 mixed questions: common words, rare
ones, two words, phrases, by speaker, about whom, by days, by outlet, without words. ``add`` times
reading, adding and merging of the same reports in one run. ``search.py`` asks an archive of real
reports.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import random
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from itertools import accumulate
from pathlib import Path
from typing import Any

from sqlalchemy import insert

import onrecord
from onrecord import Archive, intake
from onrecord.archive import tables
from onrecord.archive.engine import writing
from onrecord.record import Report

VOCABULARY, SPEAKERS, OUTLETS, PER_REPORT = 30_000, 300, 40, 20
FIRST = date(2020, 1, 1)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("what", choices=["search", "add"])
    parser.add_argument("source", nargs="?")
    parser.add_argument("--statements", type=int, default=1_000_000)
    parser.add_argument("--attributor", default="auto")
    parser.add_argument("--limit", type=int, default=100, help="reports to add")
    parser.add_argument("--file", type=Path, help="keep the archive here, or use it again")
    parser.add_argument("--out", type=Path)
    chosen = parser.parse_args()
    figures = adding(chosen) if chosen.what == "add" else searching(chosen)
    figures["machine"] = {
        "processor": platform.processor() or platform.machine(),
        "python": platform.python_version(),
        "sqlite": sqlite3.sqlite_version,
        "onrecord": onrecord.__version__,
        "day": time.strftime("%Y-%m-%d"),
    }
    print(json.dumps(figures, indent=1))
    if chosen.out is not None:
        held = json.loads(chosen.out.read_text()) if chosen.out.exists() else {}
        held[chosen.what] = figures
        chosen.out.write_text(json.dumps(held, indent=1) + "\n")


def searching(chosen: argparse.Namespace) -> dict[str, Any]:
    with tempfile.TemporaryDirectory() as folder:
        file = chosen.file or Path(folder) / "archive.db"
        fresh = not file.exists()
        with Archive(str(file)) as archive:
            started = time.perf_counter()
            if fresh:
                fill(archive, chosen.statements)
            filled = time.perf_counter() - started
            took: dict[str, list[float]] = {}
            worked: list[float] = []
            for kind, question in questions():
                started, busy = time.perf_counter(), time.process_time()
                archive.search(**question)
                worked.append(1000 * (time.process_time() - busy))
                took.setdefault(kind, []).append(1000 * (time.perf_counter() - started))
            every = sorted(one for times in took.values() for one in times)
            return {
                "statements": archive.counts()["statements"],
                "megabytes": round(file.stat().st_size / 1e6),
                "filled_s": round(filled, 1) if fresh else None,
                "queries": len(every),
                "median_ms": round(statistics.median(every), 1),
                "p95_ms": round(every[int(0.95 * len(every))], 1),
                "worst_ms": round(every[-1], 1),
                # Processor time alone: what the same machine takes when nobody else is on it.
                "cpu_median_ms": round(statistics.median(worked), 1),
                "cpu_p95_ms": round(sorted(worked)[int(0.95 * len(worked))], 1),
                "load_average": round(os.getloadavg()[0], 1),
                "by_kind_worst_ms": {kind: round(max(times), 1) for kind, times in took.items()},
            }


def adding(chosen: argparse.Namespace) -> dict[str, Any]:
    found = (item for item in intake.read_source(chosen.source) if isinstance(item, Report))
    reports = [report for report, _ in zip(found, range(chosen.limit), strict=False)]
    coder = onrecord.load(attributor=chosen.attributor)
    coder.read(reports[0])
    started = time.perf_counter()
    records = list(coder.pipe(reports))
    read = time.perf_counter() - started
    with tempfile.TemporaryDirectory() as folder, Archive(f"{folder}/archive.db") as archive:
        started = time.perf_counter()
        for record in records:
            archive.add(record)
        added = time.perf_counter() - started
        started = time.perf_counter()
        archive.merge()
        merged = time.perf_counter() - started
    number = len(records)
    return {
        "reports": number,
        "model": coder.model,
        "read_ms": round(1000 * read / number, 1),
        "add_ms": round(1000 * added / number, 1),
        "merge_ms": round(1000 * merged / number, 1),
        "share_percent": round(100 * (added + merged) / read, 1),
    }


def word(rank: int) -> str:
    """Return a made-up word of five to eight letters for each rank."""
    letters, out = "bdfgklmnprstvz", ""
    number = rank * 7919 + 104_729
    for vowel in "aeiou"[: 3 + rank % 2]:
        out += letters[number % len(letters)] + vowel
        number //= len(letters)
    return out + letters[rank % len(letters)]


def fill(archive: Archive, statements: int) -> None:
    """Fill the archive's tables directly: reading a million statements would take days."""
    draw = random.Random(5)
    words = [word(rank) for rank in range(VOCABULARY)]
    weights = list(accumulate(1 / (rank + 3) for rank in range(VOCABULARY)))
    speaking = list(accumulate(1 / (rank + 1) for rank in range(SPEAKERS)))
    with writing(archive._engine) as connection:
        connection.execute(
            insert(tables.identities),
            [
                {
                    "key": key,
                    "id": f"speaker-{key}",
                    "kind": "person",
                    "name": f"Speaker {word(key)}",
                    "folded": f"speaker {word(key)}",
                    "local": False,
                }
                for key in range(1, SPEAKERS + 1)
            ],
        )
    key = 0
    for start in range(0, statements // PER_REPORT, 500):
        rows: dict[str, list[dict[str, Any]]] = {"r": [], "e": [], "s": [], "p": []}
        for report in range(start + 1, min(start + 500, statements // PER_REPORT) + 1):
            day = FIRST + timedelta(days=draw.randrange(2000))
            outlet = f"Outlet {word(draw.randrange(OUTLETS))}"
            rows["r"].append(_report(report, outlet, day))
            for number in range(1, PER_REPORT + 1):
                key += 1
                who = draw.choices(range(1, SPEAKERS + 1), cum_weights=speaking)[0]
                about = draw.choices(range(1, SPEAKERS + 1), cum_weights=speaking)[0]
                said = draw.choices(words, cum_weights=weights, k=draw.randrange(6, 40))
                own = f"o{outlet.replace(' ', '').lower()}0 m{day:%Y%m}0 y{day:%Y}0"
                tags = f"{own} w{who}0 a{about}0"
                rows["e"].append(
                    {
                        "key": key,
                        "report": report,
                        "kind": "statement",
                        "id": f"s{number}",
                        "who": who,
                        "day": day,
                        "spans": "[]",
                        "confidence": 0.9,
                        "text": " ".join(said),
                        "tags": tags,
                    }
                )
                rows["s"].append({"key": key, "kind": "indirect", "certainty": "asserted"})
                rows["p"].append({"entry": key, "actor": f"a{who}", "who": who, "role": "speaker"})
                rows["p"].append(
                    {"entry": key, "actor": f"a{about}", "who": about, "role": "about"}
                )
        with writing(archive._engine) as connection:
            for name, table in (
                ("r", tables.reports),
                ("e", tables.entries),
                ("s", tables.statements),
                ("p", tables.parts),
            ):
                connection.execute(insert(table), rows[name])


def _report(key: int, outlet: str, day: date) -> dict[str, Any]:
    return {
        "key": key,
        "id": f"sha256:{key:064x}",
        "short": f"{key:016x}",
        "title": f"Report {key}",
        "outlet": outlet,
        "published": day,
        "characters": 5000,
        "version": "0",
        "model": "synthetic",
        "added": datetime(2020, 1, 1),
        "record": b"{}",
        "merged": True,
    }


def questions() -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield 200 questions of ten kinds, each with its kind."""
    draw = random.Random(11)
    for _ in range(20):
        common, middle, rare = (
            word(draw.randrange(*ranks)) for ranks in ((20, 200), (200, 2000), (2000, 20_000))
        )
        day = FIRST + timedelta(days=draw.randrange(1900))
        speaker = f"speaker-{draw.randrange(1, SPEAKERS)}"
        outlet = f"Outlet {word(draw.randrange(OUTLETS))}"
        yield "common word", {"words": common}
        yield "rare word", {"words": rare}
        yield "two words", {"words": f"{common} {middle}"}
        yield "either word", {"words": f"{middle} OR {rare}"}
        yield "phrase", {"words": f'"{common} {common}"'}
        yield "word, speaker", {"words": middle, "speaker": speaker}
        yield "word, about", {"words": common, "about": speaker}
        days = {"since": day, "until": day + timedelta(days=30)}
        yield "word, days", {"words": middle, **days}
        yield "word, outlet", {"words": middle, "outlet": outlet}
        yield "speaker, days", {"speaker": speaker, **days}


if __name__ == "__main__":
    main()
