"""Offices held against the tables: mismatches to read, and reports dated with their dates hidden.

    python benchmarks/offices.py [--every N] [--list] [--json benchmarks/results/offices.json]

Reads ``../shared/corpus/news-2000.jsonl`` (news reports of 2012 to 2020 with their dates), without
statements, which no figure here needs. Printed:

* every mismatch raised on the dates as given (``--list``), to be judged by a reader: what was
  judged stands in ``offices.md``;
* how many reports draw one when redated by some years, which makes stale what they say: what
  share of wrong reports the rules can see at all;
* with dates hidden: share of reports given a window, share of windows with the true date inside,
  median width in days (an open window ends where the tables do).
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from onrecord.derive.dating import WIDEST, length, window
from onrecord.derive.findings import findings
from onrecord.intake import read_source
from onrecord.language import pipeline
from onrecord.language.layers import layers_of
from onrecord.record import Finding, Record, Report, report_id

SHARED = Path(__file__).resolve().parent.parent.parent / "shared"
CORPUS = "corpus/news-2000.jsonl"
KINDS = ("office-mismatch", "date-against-offices")
REDATED = (-3, 3)
BATCH = 16


@dataclass(slots=True)
class Counts:
    """What was counted over reports."""

    reports: int = 0
    mismatches: list[tuple[Report, Finding]] = field(default_factory=list)
    redated: dict[int, list[int]] = field(default_factory=lambda: {y: [0, 0] for y in REDATED})
    widths: list[int] = field(default_factory=list)
    inside: int = 0

    def figures(self) -> dict[str, float]:
        """The figures by name; shares in percent, the width in days."""
        given = len(self.widths)
        found = {
            "reports": float(self.reports),
            "mismatches": float(len(self.mismatches)),
            "given": 100 * given / max(self.reports, 1),
            "inside": 100 * self.inside / max(given, 1),
            "width": statistics.median(self.widths) if self.widths else 0.0,
        }
        for years, (seen, of) in self.redated.items():
            found[f"redated{years:+d}"] = 100 * seen / max(of, 1)
        return {name: round(value, 1) for name, value in found.items()}


def load() -> Language:
    """The pipeline as far as claims of office need it."""
    nlp = pipeline.load()
    nlp.add_pipe("onrecord_times")
    nlp.add_pipe("onrecord_actors")
    return nlp


def parsed(nlp: Language, reports: Sequence[Report]) -> Iterator[tuple[Doc, Report]]:
    """Parse reports with their dates as given."""

    def docs() -> Iterator[Doc]:
        for report in reports:
            doc = nlp.make_doc(report.text)
            layers_of(doc).report = report
            yield doc

    yield from zip(nlp.pipe(docs(), batch_size=BATCH), reports, strict=True)


def found_in(doc: Doc, report: Report) -> tuple[Finding, ...]:
    """The findings on offices of a parsed report."""
    layers = layers_of(doc)
    named = {actor.id for actor in layers.actors or ()}
    every = findings(report, (), (), layers.claims or (), named=named)
    return tuple(finding for finding in every if finding.kind in KINDS)


def again(nlp: Language, doc: Doc, report: Report, published: date | None) -> Report:
    """Read a parsed report anew as if it were published on another day, or undated."""
    redated = replace(report, published=published, published_from="given" if published else None)
    layers_of(doc).report = redated
    for name in ("onrecord_times", "onrecord_actors"):
        nlp.get_pipe(name)(doc)
    return redated


def measure(nlp: Language, reports: Sequence[Report]) -> Counts:
    """Count over dated reports."""
    counts = Counts()
    for doc, report in parsed(nlp, reports):
        if report.published is None:
            continue
        counts.reports += 1
        counts.mismatches += [(report, finding) for finding in found_in(doc, report)]
        for years in REDATED:
            day = report.published + timedelta(days=365 * years)
            redated = again(nlp, doc, report, day)
            counts.redated[years][0] += bool(found_in(doc, redated))
            counts.redated[years][1] += 1
        again(nlp, doc, report, None)
        given = window(layers_of(doc).claims or ())
        if given is not None and length(given) <= WIDEST:
            counts.widths.append(length(given).days)
            counts.inside += any(
                (span.start or date.min) <= report.published <= (span.end or date.max)
                for span in given.spans
            )
    return counts


def dated_reports(shared: Path, *, every: int = 1) -> list[Report]:
    """Each ``every``-th report of the corpus."""
    items = [item for item in read_source(shared / CORPUS) if isinstance(item, Report)]
    return items[::every]


def seed_figures(dated: Record, undated: Record, gold: dict[str, object]) -> dict[str, float]:
    """F1 of the seed's findings, and whether its window without a date starts on gold's day."""
    wanted = [f["evidence"] for f in gold["findings"]]  # type: ignore[attr-defined]
    raised = [f for f in dated.findings if f.kind in KINDS]
    right = sum(
        any(s.start < end and start < s.end for f in raised for s in f.evidence)
        for start, end in wanted
    )
    dating = [f for f in undated.findings if f.kind == "dated-by-offices"]
    first = date.fromisoformat(gold["dating"]["from"])  # type: ignore[index]
    stated = f"{first.day} {first:%B %Y}"
    starts = any(f"is from {stated}" in f.message for f in dating)
    return {
        "findings": 200 * right / max(len(raised) + len(wanted), 1),
        "window": 100.0 if starts else 0.0,
    }


def without_date(report: Report) -> Report:
    """The report as if it carried no date."""
    return Report(id=report_id(report.text), text=report.text, given_id=report.given_id)


def main(argv: list[str] | None = None) -> int:
    """Measure, print, and write the figures where asked."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--shared", type=Path, default=SHARED)
    parser.add_argument("--every", type=int, default=1, help="read each N-th report only")
    parser.add_argument("--list", action="store_true", help="print every mismatch with its words")
    parser.add_argument("--json", type=Path, help="write the figures here as well")
    chosen = parser.parse_args(argv)
    if not (chosen.shared / CORPUS).is_file():
        print(f"no {CORPUS} beside the repository: nothing measured")
        return 0
    counts = measure(load(), dated_reports(chosen.shared, every=chosen.every))
    if chosen.list:
        for report, finding in counts.mismatches:
            print(report.published, report.title, "|", finding.message)
            for span in finding.evidence:
                near = report.text[max(0, span.start - 120) : span.end + 120]
                print("    " + " ".join(near.split()))
    for name, value in counts.figures().items():
        print(f"{name:12} {value:8.1f}")
    if chosen.json:
        chosen.json.write_text(json.dumps(counts.figures(), indent=1) + "\n", encoding="utf8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
