"""Weigh the signs of events, so that of those with 0.8 about 80 % are right; choose the floor.

    python training/events/confidence.py [--shared ../shared] [--write]

``judged.csv`` holds events of 64 real reports, read and judged one by one: *right* (it happened, is
of that type, and no side it names is wrong), *sides* (a side is wrong) or *wrong*. Only places and
verdicts are kept, no text. 50 of the reports are US news that no rule was made on, drawn by chance;
14 are the diplomatic ones, 7 of them annotated and looked at for rules. An event counts as right
where its verdict is *right*; those no longer found are left aside.

US news alone would teach that little is right, and that of states. So PLV's sentences stand
beside them with a small weight: of each the event between its marked sides, right where the
type is. They take part in fitting, never in measuring.

Folds leave out whole reports. Printed are the calibration error (ECE, in percent; with so few
events five bins of equal size), the Brier score, the share right by confidence, and what each
floor would keep.
"""

from __future__ import annotations

import argparse
import csv
import json
import random
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

import onrecord
from onrecord.extract.events import confidence
from onrecord.extract.events.read import read_mentions
from onrecord.record import Report, report_id
from regression import train
from train import hit, merged, parsed

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
FOLDS, SEED, BINS = 10, 11, 5
INVERSE_REGULARISATION = 0.1
MINIMUM = 4
"""Signs seen less often than this have no weight."""
FLOORS = (0.0, 0.2, 0.25, 0.3, 0.35, 0.4, 0.5)
PLV_WEIGHT = 0.05
"""Of a PLV sentence against a judged event: with 0.1 and more, too much is said of US news."""

Array = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """The signs of a judged event, and whether it is right."""

    report: str
    signs: Mapping[str, float]
    right: bool
    weight: float = 1.0


def main() -> None:
    """Cross-validate, print, and with ``--write`` write the weights into the package."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    parser.add_argument("--write", action="store_true")
    chosen = parser.parse_args()
    coder = onrecord.load()
    judged = list(read(coder, chosen.shared))
    pairs = list(of_pairs(coder, chosen.shared / "gold/events/plv-train.jsonl"))
    print(f"{len(judged)} judged events, {sum(j.right for j in judged)} right; {len(pairs)} of PLV")
    told, right = cross_validated(judged, pairs)
    for line in reliability(told, right):
        print(line)
    if chosen.write:
        path = Path(confidence.__file__).with_name(confidence.FILE)
        found = {name: round(value, 3) for name, value in fit([*judged, *pairs]).items()}
        path.write_text(json.dumps(found, indent=1) + "\n", encoding="utf8")


def read(coder: onrecord.Coder, shared: Path) -> Iterator[Judged]:
    """Read the judged reports anew, and yield the judged events that are still found."""
    with (HERE / "judged.csv").open(encoding="utf8", newline="") as file:
        verdicts = {
            (row["report"], int(row["start"]), row["type"]): row["verdict"]
            for row in csv.DictReader(file)
        }
    wanted = {report for report, _, _ in verdicts}
    reports = (coder._start(report) for report in texts(shared, wanted))
    for doc in coder._nlp.pipe(reports, batch_size=16):
        report = doc._.onrecord.report.given_id
        for mention in read_mentions(doc)[0]:
            key = (report, mention.event.trigger[0].start, mention.event.type)
            if (verdict := verdicts.get(key)) is not None:
                yield Judged(report=report, signs=mention.signs, right=verdict == "right")


def of_pairs(coder: onrecord.Coder, path: Path) -> Iterator[Judged]:
    """The event between the marked sides of each sentence of PLV, where one is found."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf8").splitlines()]
    for n, (row, doc) in enumerate(
        zip(rows, parsed(coder, (row["text"] for row in rows)), strict=True)
    ):
        mentions, actors = read_mentions(doc)
        known = {actor.id: actor for actor in actors}
        between = [
            (merged(m.event.type) == row["type"], m)
            for m in mentions
            if any(hit(known[a], row["actor"]) for a in m.event.actors)
            and any(hit(known[a], row["recipient"]) for a in m.event.recipients)
        ]
        if between:
            right, mention = max(between, key=lambda found: found[0])
            yield Judged(report=f"plv-{n}", signs=mention.signs, right=right, weight=PLV_WEIGHT)


def texts(shared: Path, wanted: Container[str]) -> Iterator[Report]:
    """The wanted ones of the US news and the diplomatic reports, each with its own id."""
    news = shared / "corpus/news-2000.jsonl"
    rows = [json.loads(line) for line in news.read_text(encoding="utf8").splitlines()]
    for folder in (shared / "gold/reports", shared / "seed"):
        for path in sorted(folder.glob("*/*.json")):
            if path.parent.name != "gold":
                rows.append(json.loads(path.read_text(encoding="utf8")))
    for row in rows:
        if row.get("id") not in wanted:
            continue
        published = row.get("published")
        yield Report(
            id=report_id(row["text"]),
            text=row["text"],
            given_id=row["id"],
            outlet=row.get("outlet"),
            published=date.fromisoformat(published[:10]) if published else None,
            published_from="given" if published else None,
        )


def cross_validated(
    judged: Sequence[Judged], beside: Sequence[Judged]
) -> tuple[Array, NDArray[np.bool_]]:
    """Return each event's confidence by weights from other reports, and whether it is right."""
    reports = sorted({j.report for j in judged})
    random.Random(SEED).shuffle(reports)
    fold_of = {report: n % FOLDS for n, report in enumerate(reports)}
    told = np.zeros(len(judged))
    for fold in range(FOLDS):
        known = fit([*(j for j in judged if fold_of[j.report] != fold), *beside])
        for n, j in enumerate(judged):
            if fold_of[j.report] == fold:
                told[n] = probability(known, j.signs)
    return told, np.array([j.right for j in judged])


def fit(judged: Sequence[Judged]) -> dict[str, float]:
    """Weigh the signs; ``bias`` is the weight of none."""
    counts: dict[str, int] = {}
    for j in judged:
        for name in j.signs:
            counts[name] = counts.get(name, 0) + 1
    names = sorted(name for name, n in counts.items() if n >= MINIMUM)
    x = np.array([[j.signs.get(name, 0.0) for name in names] for j in judged])
    y = np.array([int(j.right) for j in judged])
    weight = np.array([j.weight for j in judged])
    found, bias = train(x, y, weight, classes=2, c=INVERSE_REGULARISATION)
    weights = dict(zip(names, (found[:, 1] - found[:, 0]).tolist(), strict=True))
    return {"bias": float(bias[1] - bias[0]), **weights}


def probability(known: Mapping[str, float], signs: Mapping[str, float]) -> float:
    """What the package's own function says, with these weights."""
    score = known["bias"] + sum(known.get(name, 0.0) * value for name, value in signs.items())
    return float(1 / (1 + np.exp(-score)))


def reliability(told: Array, right: NDArray[np.bool_]) -> Iterable[str]:
    """Lines on how the confidences stand to the shares that are right."""
    order = np.argsort(told, kind="stable")
    parts = np.array_split(order, BINS)
    error = sum(abs(told[p].mean() - right[p].mean()) * len(p) for p in parts) / len(told)
    shown = right[told >= confidence.FLOOR]
    yield f"right {100 * shown.mean():.1f} % of {len(shown)} over the floor of {confidence.FLOOR}"
    yield f"ece {100 * error:.1f}  brier {100 * ((told - right) ** 2).mean():.1f}"
    for p in parts:
        yield f"  said {100 * told[p].mean():5.1f}  right {100 * right[p].mean():5.1f}  ({len(p)})"
    for floor in FLOORS:
        kept = told >= floor
        precision = 100 * right[kept].mean() if kept.any() else 0.0
        recall = 100 * right[kept].sum() / max(right.sum(), 1)
        f1 = 2 * precision * recall / max(precision + recall, 1e-9)
        yield (
            f"  floor {floor:.2f}: {kept.sum()} kept, {precision:.1f} % of them right,"
            f" {recall:.1f} % of the right ones kept (F1 {f1:.1f})"
        )


if __name__ == "__main__":
    main()
