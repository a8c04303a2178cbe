"""Count how many commitments of each strength are right, and how well that is said of others.

    python training/commitments/confidence.py [--shared ../shared]

``judged.csv`` holds places and verdicts, no text, of the commitments found in 50 articles of US
news drawn by chance (the ones of ``training/events``). Prints the table of
``onrecord.extract.assurance``, the share right, and the calibration error (ECE, in percent) where
each report is judged by the counts of the others. Commitments no longer found are left aside.
"""

from __future__ import annotations

import argparse
import csv
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import onrecord
from onrecord.extract.assurance import confidence
from onrecord.extract.commitments import read_commitments
from onrecord.record import Report, Strength, report_id

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A judged commitment: how strong, and whether it is right."""

    report: str
    strength: Strength
    right: bool


def main() -> None:
    """Print the table and how well it is calibrated."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    judged = list(read(parser.parse_args().shared))
    for strength, (right, total) in sorted(counted(judged).items()):
        print(f"  {strength}: {right} of {total}, said {confidence(strength)}")
    print(f"right {100 * sum(j.right for j in judged) / len(judged):.1f} % of {len(judged)}")
    print(f"ece {100 * error(judged):.1f}")


def read(shared: Path) -> Iterator[Judged]:
    """Read the judged articles anew, and yield the judged commitments that are still found."""
    with (HERE / "judged.csv").open(encoding="utf8", newline="") as file:
        verdicts = {
            (row["report"], int(row["start"]), row["strength"]): row["verdict"] == "right"
            for row in csv.DictReader(file)
        }
    wanted = {report for report, _, _ in verdicts}
    lines = (shared / "corpus/news-2000.jsonl").read_text(encoding="utf8").splitlines()
    rows = [row for row in map(json.loads, lines) if row["id"] in wanted]
    coder = onrecord.load()
    reports = (Report(id=report_id(row["text"]), text=row["text"]) for row in rows)
    docs = coder._nlp.pipe(map(coder._start, reports), batch_size=16)
    for row, doc in zip(rows, docs, strict=True):
        for found in read_commitments(doc)[0]:
            key = (row["id"], found.evidence[0].start, found.strength)
            if key in verdicts:
                yield Judged(report=row["id"], strength=found.strength, right=verdicts[key])


def counted(judged: Sequence[Judged]) -> dict[Strength, tuple[int, int]]:
    """Return the right ones and all, by strength."""
    right = Counter(j.strength for j in judged if j.right)
    return {s: (right[s], total) for s, total in Counter(j.strength for j in judged).items()}


def error(judged: Sequence[Judged]) -> float:
    """The expected calibration error by strengths, each report left out of its own counts."""
    gaps: Counter[Strength] = Counter()
    for report in {j.report for j in judged}:
        seen = counted([j for j in judged if j.report != report])
        for j in judged:
            if j.report == report:
                gaps[j.strength] += confidence(j.strength, seen=seen) - j.right
    return sum(map(abs, gaps.values())) / len(judged)


if __name__ == "__main__":
    main()
