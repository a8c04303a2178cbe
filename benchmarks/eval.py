"""Every accuracy figure the gold data allows, in one table, held against its floors.

    python benchmarks/eval.py [--floors benchmarks/floors.json] [--json OUT] [--attributor rules]

The gold data lies outside the repository, in ``../shared`` (or ``--shared DIR``); where it is
absent this says so and exits 0. Each suite turns reports into records with the same code that
``onrecord read`` runs, then has the gold's own scorer count. Exit code 1 when a figure fell
under its floor.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

import commitments
import coreference
import onrecord
import sayings
from offices import dated_reports, measure, seed_figures, without_date
from offices import load as load_offices
from onrecord.record import Record, Report, report_id

ROOT = Path(__file__).resolve().parent.parent
LINE = re.compile(
    r"^(?P<name>[a-z-]+)\s+P\s+(?P<p>[\d.]+)\s+R\s+(?P<r>[\d.]+)\s+F1\s+(?P<f1>[\d.]+)",
    re.MULTILINE,
)
FOLDS = {
    "type-macro": r"macro-F1\s+([\d.]+)",
    "type-accuracy": r"accuracy\s+([\d.]+)",
    "dyad": r"dyad\s+([\d.]+)",
    "event": r"pair and type\)\s+([\d.]+)",
}
JUDGED = re.compile(r"^(?P<name>ece|right)\s+(?P<value>[\d.]+)", re.MULTILINE)
PERCENT = re.compile(r"^(?P<name>[a-z]+)\s+(?P<value>[\d.]+) %", re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One measured value, in percent; ``precision`` and ``recall`` where the scorer has them."""

    suite: str
    name: str
    value: float
    precision: float | None = None
    recall: float | None = None

    @property
    def key(self) -> str:
        """The figure's name in the floors file."""
        return f"{self.suite}/{self.name}"


@dataclass(frozen=True, slots=True)
class Bench:
    """A coder and the folder of gold data."""

    coder: onrecord.Coder
    shared: Path

    def records(self, reports: Iterable[Report]) -> list[Record]:
        return list(self.coder.pipe(reports))


Suite = Callable[[Bench], Iterator[Figure]]


def polnear(bench: Bench) -> Iterator[Figure]:
    """PolNeAR dev: attributions in 84 articles of US political news."""
    gold = bench.shared / "gold/attribution"
    paths = sorted((gold / "polnear/dev/text").glob("*.txt"))
    reports = [_report(path.read_text(encoding="utf8"), given_id=path.stem) for path in paths]
    lines = _attributions(bench.records(reports))
    yield from _scored("polnear-dev", gold / "score.py", gold / "polnear/dev", lines)


def seed(bench: Bench) -> Iterator[Figure]:
    """The report the project began with."""
    folder = bench.shared / "seed"
    records = bench.records(_gold_reports(folder))
    scorer = bench.shared / "gold/reports/score.py"
    yield from _scored("seed", scorer, folder, (r.to_json() for r in records))


def offices(bench: Bench) -> Iterator[Figure]:
    """Findings on offices: the seed's, dated and not, and each fifth report dated by offices."""
    (report,) = _gold_reports(bench.shared / "seed")
    dated, undated = bench.records([report, without_date(report)])
    gold = json.loads((bench.shared / "seed/gold/seed.json").read_text(encoding="utf8"))
    for name, value in seed_figures(dated, undated, gold).items():
        yield Figure(suite="seed", name=name, value=value)
    counts = measure(load_offices(), dated_reports(bench.shared, every=5))
    figures = counts.figures()
    yield Figure(suite="offices", name="given", value=figures["given"])
    yield Figure(suite="offices", name="inside", value=figures["inside"])
    yield Figure(
        suite="offices", name="quiet", value=100 - 100 * figures["mismatches"] / counts.reports
    )


def reports(bench: Bench) -> Iterator[Figure]:
    """Real diplomatic reports, annotated in full."""
    folder = bench.shared / "gold/reports"
    records = bench.records(_gold_reports(folder))
    yield from _scored("reports", folder / "score.py", folder, (r.to_json() for r in records))


def merged(bench: Bench) -> Iterator[Figure]:
    """Which statements of several reports are one saying: pairs across the reports."""
    folder = bench.shared / "gold/reports"
    records = bench.records(_gold_reports(folder))
    p, r, f1 = sayings.measure(records, folder / "gold/same_statements.json")
    yield Figure(suite="sayings", name="pairs", value=f1, precision=p, recall=r)


def times(bench: Bench) -> Iterator[Figure]:
    """TimeBank and AQUAINT: calendar expressions and their values."""
    folder = bench.shared / "gold/times"
    for corpus in ("timebank", "aquaint"):
        source = folder / f"{corpus}.reports.jsonl"
        rows = map(json.loads, source.read_text(encoding="utf8").splitlines())
        found = bench.records(_report(row["text"], published=row.get("published")) for row in rows)
        gold = folder / f"{corpus}.gold.jsonl"
        yield from _scored(corpus, folder / "score.py", gold, (r.to_json() for r in found))


def actors(bench: Bench) -> Iterator[Figure]:
    """GUM's news texts: names, descriptions and pronouns put together to actors."""
    counts = coreference.measure(coreference.texts(bench.shared / "gold/coreference"))
    for name, (p, r, f1) in coreference.figures(counts).items():
        yield Figure(suite="coreference", name=name, value=f1, precision=p, recall=r)


def happened(bench: Bench) -> Iterator[Figure]:
    """PLV's training half: the type and the sides of events, by five folds.

    The table of types is trained on these sentences, so that only folds tell how good it is.
    """
    script = ROOT / "training/events/train.py"
    command = [sys.executable, str(script), "--shared", str(bench.shared)]
    printed = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    for name, pattern in FOLDS.items():
        found = re.search(pattern, printed)
        if found is None:
            raise RuntimeError(f"{script.name} printed no {name}: {printed[-500:]!r}")
        yield Figure(suite="plv-folds", name=name, value=float(found[1]))


def judged(bench: Bench) -> Iterator[Figure]:
    """Entries of real reports judged one by one: how many are right, and how well that is said.

    ``calibrated`` is 100 less the expected calibration error, with reports left out of fitting.
    """
    for entries in ("events", "commitments"):
        script = ROOT / "training" / entries / "confidence.py"
        command = [sys.executable, str(script), "--shared", str(bench.shared)]
        printed = subprocess.run(command, capture_output=True, text=True, check=True).stdout
        found = {m["name"]: float(m["value"]) for m in JUDGED.finditer(printed)}
        yield Figure(suite=f"{entries}-judged", name="right", value=found["right"])
        calibrated = round(100 - found["ece"], 1)
        yield Figure(suite=f"{entries}-judged", name="calibrated", value=calibrated)
        print(f"{entries} of real reports, judged one by one:\n{printed}")


def promised(bench: Bench) -> Iterator[Figure]:
    """Commitments in sentences of our own: the half rules were made on, and the other."""
    halves: tuple[commitments.Half, ...] = ("open", "aside")
    for half in halves:
        rows = commitments.rows(half)
        records = bench.records(_report(row["text"]) for row in rows)
        counts, _ = commitments.score(zip(rows, records, strict=True))
        for name, count in counts.items():
            yield Figure(
                suite=f"commitments-{half}",
                name=name,
                value=round(count.f1, 1),
                precision=count.precision,
                recall=count.recall,
            )


def meetings(bench: Bench) -> Iterator[Figure]:
    """Official readouts of calls and meetings: both sides, form, day, and the guest's office."""
    folder = bench.shared / "gold/meetings"
    gold = folder / "readouts.jsonl"
    rows = map(json.loads, gold.read_text(encoding="utf8").splitlines())
    found = bench.records(_report(row["text"], published=row["published"]) for row in rows)
    printed = _printed(folder / "score.py", gold, (r.to_json() for r in found))
    for m in PERCENT.finditer(printed):
        yield Figure(suite="readouts", name=m["name"], value=float(m["value"]))


SUITES: dict[str, Suite] = {
    "polnear": polnear,
    "seed": seed,
    "reports": reports,
    "sayings": merged,
    "offices": offices,
    "times": times,
    "coreference": actors,
    "events": happened,
    "judged": judged,
    "commitments": promised,
    "meetings": meetings,
}


def main(argv: list[str] | None = None) -> int:
    """Run the suites, print the table, hold it against the floors."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    parser.add_argument("--floors", type=Path)
    parser.add_argument("--json", type=Path, help="write the figures here as well")
    parser.add_argument("--suite", action="append", choices=sorted(SUITES))
    parser.add_argument("--attributor", default="auto", choices=("auto", "model", "rules"))
    chosen = parser.parse_args(argv)
    if not (chosen.shared / "gold").is_dir():
        print(f"no gold data beside the repository ({chosen.shared.name}/gold): nothing measured")
        return 0
    bench = Bench(onrecord.load(attributor=chosen.attributor), chosen.shared)
    figures = [f for name in chosen.suite or SUITES for f in SUITES[name](bench)]
    floors: dict[str, float] = (
        json.loads(chosen.floors.read_text(encoding="utf8")) if chosen.floors else {}
    )
    fallen = _show(figures, floors, measured=chosen.suite or list(SUITES))
    if chosen.json:
        chosen.json.write_text(json.dumps({f.key: f.value for f in figures}, indent=1) + "\n")
    return 1 if fallen else 0


def _report(text: str, *, given_id: str | None = None, published: str | None = None) -> Report:
    return Report(
        id=report_id(text),
        text=text,
        given_id=given_id,
        published=date.fromisoformat(published[:10]) if published else None,
        published_from="given" if published else None,
    )


def _gold_reports(folder: Path) -> Iterator[Report]:
    for path in sorted(folder.glob("*/*.json")):
        if not path.parent.name.startswith("gold"):
            row: dict[str, Any] = json.loads(path.read_text(encoding="utf8"))
            yield _report(row["text"], given_id=row["id"], published=row.get("published"))


def _attributions(records: Iterable[Record]) -> Iterator[str]:
    for record in records:
        rows = [{"source": s.source, "cue": s.cue, "content": s.content} for s in record.statements]
        yield json.dumps({"doc": record.report.given_id, "attributions": rows})


def _printed(scorer: Path, gold: Path, lines: Iterable[str]) -> str:
    """What a scorer prints of records, one line each."""
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf8") as file:
        file.writelines(line + "\n" for line in lines)
        file.flush()
        command = [sys.executable, str(scorer), str(gold), file.name]
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def _scored(suite: str, scorer: Path, gold: Path, lines: Iterable[str]) -> Iterator[Figure]:
    printed = _printed(scorer, gold, lines)
    found = False
    for m in LINE.finditer(printed):
        found = True
        yield Figure(
            suite=suite,
            name=m["name"],
            value=float(m["f1"]),
            precision=float(m["p"]),
            recall=float(m["r"]),
        )
    if not found:
        raise RuntimeError(f"{scorer.name} printed no figures for {suite}: {printed[:500]!r}")


def _show(figures: list[Figure], floors: dict[str, float], *, measured: list[str]) -> bool:
    table = Table("suite", "figure", "P", "R", "F1", "floor", title="Accuracy (percent)")
    fallen = False
    for figure in figures:
        floor = floors.get(figure.key)
        under = floor is not None and figure.value < floor
        fallen |= under
        row = [figure.suite, figure.name, *_cells(figure.precision, figure.recall, figure.value)]
        table.add_row(*row, "" if floor is None else f"{floor:.1f}{' FALLEN' if under else ''}")
    Console(width=100).print(table)
    missing = set(floors) - {figure.key for figure in figures}
    if missing and set(measured) == set(SUITES):
        print(f"floors without a figure: {', '.join(sorted(missing))}")
        fallen = True
    return fallen


def _cells(*values: float | None) -> list[str]:
    return ["" if value is None else f"{value:.1f}" for value in values]


if __name__ == "__main__":
    sys.exit(main())
