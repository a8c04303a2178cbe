"""Accuracy and speed of calendar expressions on TimeBank and AQUAINT.

    python benchmarks/times.py [--errors] [--confidence] [--share]

Each set is halved by the digest of the document's id: one half to develop on, one set aside and
looked at rarely; the two are printed apart, of each set and of both sets together. ``--errors``
lists the errors of the first half, by kind, ``--confidence`` how often the readings of each
confidence are right there. ``--share`` instead measures what part of `read`'s time the
calendar expressions take, over 60 news articles. Needs the gold data (and for ``--share`` the
corpus) in ../shared beside the repository; says so where it is absent.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

import onrecord
from onrecord.intake import report_from_text
from onrecord.language import pipeline
from onrecord.language.layers import layers_of
from onrecord.record import Time
from onrecord.resolve.times import read_times

SHARED = Path(__file__).resolve().parent.parent.parent / "shared"
GOLD = SHARED / "gold" / "times"
NEWS = SHARED / "corpus" / "news-2000.jsonl"
ARTICLES, WARM_UP = 60, 5
SETS = ("timebank", "aquaint")
MEASURES = ("relaxed", "strict", "type", "value")


@dataclass(slots=True)
class Score:
    """Counts over documents, as TempEval-3 counts: relaxed is any overlap, one to one."""

    gold: int = 0
    predicted: int = 0
    right: Counter[str] = field(default_factory=Counter)
    errors: list[str] = field(default_factory=list)
    by_confidence: dict[float, list[bool]] = field(default_factory=dict)

    def f1(self, measure: str) -> float:
        both = self.gold + self.predicted
        return 200 * self.right[measure] / both if both else 0.0

    def add(self, text: str, gold: list[dict[str, Any]], found: tuple[Time, ...]) -> None:
        self.gold += len(gold)
        self.predicted += len(found)
        free = list(found)
        for entry in gold:
            start, end = entry["span"]
            hits = [t for t in free if t.span.start < end and start < t.span.end]
            hit = min(hits, key=lambda t: t.span.start != start, default=None)
            if hit is None:
                self._error("missed", text, (start, end), entry["value"])
                continue
            free.remove(hit)
            right = hit.value == entry["value"]
            self.right["relaxed"] += 1
            self.right["strict"] += (hit.span.start, hit.span.end) == (start, end)
            self.right["type"] += hit.type == entry["type"]
            self.right["value"] += right
            self.by_confidence.setdefault(hit.confidence, []).append(right)
            if not right:
                self._error("value", text, hit.span, f"{entry['value']} not {hit.value}")
        for extra in free:
            self.by_confidence.setdefault(extra.confidence, []).append(False)
            self._error("extra", text, extra.span, f"{extra.type} {extra.value}")

    def _error(self, kind: str, text: str, span: tuple[int, int], what: str) -> None:
        start, end = span
        around = f"{text[max(0, start - 40) : start]}[{text[start:end]}]{text[end : end + 30]}"
        self.errors.append(f"{kind}\t{what}\t{' '.join(around.split())}")


def documents(name: str) -> Iterator[tuple[dict[str, Any], list[dict[str, Any]]]]:
    """Yield the reports of a set with their gold expressions."""
    with (GOLD / f"{name}.reports.jsonl").open(encoding="utf-8") as lines:
        reports = {report["id"]: report for report in map(json.loads, lines)}
    with (GOLD / f"{name}.gold.jsonl").open(encoding="utf-8") as lines:
        for entry in map(json.loads, lines):
            yield reports[entry["id"]], entry["times"]


def is_set_aside(report_id: str) -> bool:
    """Whether a document belongs to the half looked at rarely."""
    return int(hashlib.sha256(report_id.encode()).hexdigest(), 16) % 2 == 1


def measure(nlp: Language) -> tuple[dict[tuple[str, str], Score], str]:
    """Return the scores by set and half, and a line on speed."""
    scores: dict[tuple[str, str], Score] = {}
    words, parse, read = 0, 0.0, 0.0
    for name in SETS:
        for report, gold in documents(name):
            half = "set aside" if is_set_aside(report["id"]) else "developed on"
            began = time.process_time()
            doc: Doc = nlp(report["text"])
            between = time.process_time()
            published = report.get("published")
            found = read_times(doc, date.fromisoformat(published) if published else None)
            parse, read = parse + between - began, read + time.process_time() - between
            words += len(doc)
            for key in ((name, half), ("together", half), ("together", "both halves")):
                scores.setdefault(key, Score()).add(report["text"], gold, found)
    share = 100 * read / parse
    speed = f"{words / read:,.0f} words/s of CPU time, {share:.1f} % of the base pipeline's"
    return scores, speed


def share() -> str:
    """Return a line: the share of `read`'s processor time that calendar expressions take.

    Every 33rd article of the corpus, each component of the whole pipeline timed by itself, after
    a few articles to warm up.
    """
    coder = onrecord.load()
    lines = NEWS.read_text(encoding="utf-8").splitlines()[:: 2000 // ARTICLES]
    rows = [json.loads(line) for line in lines[: WARM_UP + ARTICLES]]
    spent: defaultdict[str, float] = defaultdict(float)
    words = 0
    for number, row in enumerate(rows):
        report = report_from_text(row["text"], published=row["published"] or None)
        if number == WARM_UP:
            spent.clear()
            words = 0
        began = time.process_time()
        doc = coder._nlp.make_doc(report.text)
        layers_of(doc).report = report
        spent["make_doc"] += time.process_time() - began
        for name, component in coder._nlp.pipeline:
            began = time.process_time()
            doc = component(doc)
            spent[name] += time.process_time() - began
        words += len(doc)
    part = 100 * spent["onrecord_times"] / sum(spent.values())
    return f"{part:.1f} % of read's processor time, over {words:,} words of news"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--errors", action="store_true", help="list errors of the first half")
    parser.add_argument("--confidence", action="store_true", help="how often each value is right")
    parser.add_argument("--share", action="store_true", help="measure the share of read's time")
    options = parser.parse_args()
    if not GOLD.is_dir():
        print(f"no gold data at {GOLD}: nothing measured")
        return 0
    if options.share:
        print(share() if NEWS.is_file() else f"no corpus at {NEWS}: nothing measured")
        return 0
    scores, speed = measure(pipeline.load())
    print(f"{'set':10s} {'half':14s} {'gold':>5s} " + " ".join(f"{m:>8s}" for m in MEASURES))
    for (name, half), score in sorted(scores.items()):
        figures = " ".join(f"{score.f1(m):8.1f}" for m in MEASURES)
        print(f"{name:10s} {half:14s} {score.gold:5d} {figures}")
    print(speed)
    developed = [scores[name, "developed on"] for name in SETS]
    if options.confidence:
        table: dict[float, list[bool]] = {}
        for score in developed:
            for sure, right in score.by_confidence.items():
                table.setdefault(sure, []).extend(right)
        for sure, outcomes in sorted(table.items()):
            print(f"confidence {sure:.2f}: {sum(outcomes) / len(outcomes):.2f} of {len(outcomes)}")
    if options.errors:
        for score in developed:
            print(*sorted(score.errors), sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
