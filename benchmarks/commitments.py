"""Precision and recall of commitments on sentences of our own making.

    python benchmarks/commitments.py [--half open|aside] [--misses] [--attributor rules]

``data/commitments.jsonl`` was written before the rules: 242 short reports, of which 93 hold no
commitment though they look like it (somebody else's promise, past acts, hypotheticals, forecasts,
things that are "ready"). Whether a text's SHA-256 is odd decides which half it belongs to. Rules
are made on the half ``open``; ``aside`` is for counting only, so ``--misses`` never shows it. The
72 rows with ids in ``x`` were written after the first count, to see more kinds, and are all open.

A commitment is found when its actor is the right one and half of its act's words agree.
``strength``, ``condition`` and ``beneficiary`` are counted among all commitments, each right only
where the commitment is found and the field agrees (a missing one with a missing one).
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any, Literal, TypeAlias

import onrecord
from onrecord.intake import report_from_text
from onrecord.record import Actor, Commitment, Record

DATA = Path(__file__).resolve().parent / "data/commitments.jsonl"
FIELDS = ("found", "strength", "condition", "beneficiary")
_EMPTY = frozenset("the a an of to for in on at its his her their our it and".split())  # noqa: SIM905
_NOT_WORD = re.compile(r"[^\w$%]+")

Half: TypeAlias = Literal["open", "aside"]
Row: TypeAlias = dict[str, Any]


@dataclass(slots=True)
class Count:
    """Right entries among those predicted and those annotated."""

    right: int = 0
    predicted: int = 0
    annotated: int = 0

    @property
    def precision(self) -> float:
        """In percent."""
        return 100 * self.right / max(self.predicted, 1)

    @property
    def recall(self) -> float:
        """In percent."""
        return 100 * self.right / max(self.annotated, 1)

    @property
    def f1(self) -> float:
        """In percent."""
        return 2 * self.precision * self.recall / max(self.precision + self.recall, 1e-9)


def rows(half: Half | None = None) -> list[Row]:
    """Return the annotated reports, of one half where it is named."""
    found = [json.loads(line) for line in DATA.read_text(encoding="utf8").splitlines()]
    for row in found:
        if row["id"].startswith("c") and row["half"] != half_of(row["text"]):
            raise ValueError(f"{row['id']}: stands in the wrong half")
    return [row for row in found if half is None or row["half"] == half]


def half_of(text: str) -> Half:
    """Return the half a text belongs to, by a rule nobody can bend to a result."""
    return "aside" if int(sha256(text.encode()).hexdigest(), 16) % 2 else "open"


def score(
    pairs: Iterable[tuple[Row, Record]],
) -> tuple[dict[str, Count], list[tuple[Row, Record]]]:
    """Return the counts by field, and the reports with any fault in them."""
    counts = {field: Count() for field in FIELDS}
    faulty = []
    for row, record in pairs:
        left = list(record.commitments)
        faults = len(left) != len(row["commitments"])
        for count in counts.values():
            count.predicted += len(left)
            count.annotated += len(row["commitments"])
        for gold in row["commitments"]:
            found = next((c for c in left if _same(gold, c, record)), None)
            if found is None:
                faults = True
                continue
            left.remove(found)
            right = _fields(gold, found, record)
            faults |= len(right) < len(FIELDS)
            for field in right:
                counts[field].right += 1
        if faults:
            faulty.append((row, record))
    return counts, faulty


def _same(gold: Row, found: Commitment, record: Record) -> bool:
    if not _names(record.actor(found.actor), gold["actor"]):
        return False
    act: str = gold["act"]
    wanted, got = _words(act), _words(found.act)
    if not wanted:
        return act.lower() == found.act.lower()
    return bool(2 * len(wanted & got) >= max(len(wanted), len(got)))


def _fields(gold: Row, found: Commitment, record: Record) -> Sequence[str]:
    right = ["found"]
    if gold["strength"] == found.strength:
        right.append("strength")
    condition = found.condition.text if found.condition else ""
    if _words(gold["condition"] or "") == _words(condition):
        right.append("condition")
    if (gold["beneficiary"] is None) == (found.beneficiary is None) and (
        found.beneficiary is None or _names(record.actor(found.beneficiary), gold["beneficiary"])
    ):
        right.append("beneficiary")
    return right


def _names(actor: Actor, printed: str) -> bool:
    wanted = _words(printed)
    return any(wanted & _words(words) for words in (actor.name, *(m.text for m in actor.mentions)))


def _words(text: str) -> frozenset[str]:
    return frozenset(w[:5] for w in _NOT_WORD.split(text.lower()) if w and w not in _EMPTY)


def main() -> None:
    """Read one half and print the counts."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--half", choices=("open", "aside"), default="open")
    parser.add_argument("--misses", action="store_true", help="show what is wrong (open half only)")
    parser.add_argument("--attributor", default="auto", choices=("auto", "model", "rules"))
    chosen = parser.parse_args()
    annotated = rows(chosen.half)
    coder = onrecord.load(attributor=chosen.attributor)
    records = list(coder.pipe(report_from_text(row["text"]) for row in annotated))
    counts, faulty = score(zip(annotated, records, strict=True))
    for field, count in counts.items():
        print(
            f"{field:12s} P {count.precision:5.1f}  R {count.recall:5.1f}  F1 {count.f1:5.1f}"
            f"   ({count.right}/{count.predicted} predicted, {count.annotated} annotated)"
        )
    if chosen.misses and chosen.half == "open":
        for row, record in faulty:
            print(f"\n{row['id']} {row['text']}\n   wanted {row['commitments']}")
            for c in record.commitments:
                condition = c.condition.text if c.condition else None
                print(
                    f"   found  {c.actor} | {c.strength} | {c.act} | {c.beneficiary} | {condition}"
                )


if __name__ == "__main__":
    main()
