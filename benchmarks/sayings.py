"""Pairs of statements in different reports that are one saying, held against the gold pairs.

Gold names each saying's members by report and content. A found pair is right when each of its two
statements has the words of a gold pair's two members (four fifths of them: a statement may run on
where the gold parts it); any other found pair is wrong.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from itertools import combinations
from pathlib import Path

from onrecord import Archive
from onrecord.archive import Hit
from onrecord.record import Record

COVERED = 0.8
_WORD = re.compile(r"\w+")

Member = tuple[str, str]  # report's own id, words


def measure(records: Iterable[Record], gold: Path) -> tuple[float, float, float]:
    """Return precision, recall and F1 over pairs, in percent."""
    wanted = [
        pair
        for saying in json.loads(gold.read_text(encoding="utf8"))
        for pair in combinations([(m["report"], m["content"]) for m in saying["members"]], 2)
    ]
    reached: set[int] = set()
    right = total = 0
    for pair in found(records):
        total += 1
        hit = {number for number, other in enumerate(wanted) if _same(pair, other)}
        right += bool(hit)
        reached |= hit
    precision = 100 * right / total if total else 0.0
    recall = 100 * len(reached) / len(wanted)
    both = precision + recall
    return precision, recall, 2 * precision * recall / both if both else 0.0


def found(records: Iterable[Record]) -> Iterator[tuple[Member, Member]]:
    """Yield the pairs an archive of the records makes."""
    named: dict[str, str] = {}
    with Archive("sqlite://") as archive:
        for record in records:
            archive.add(record)
            named[record.report.id] = record.report.given_id or record.report.id
        archive.merge()
        done: set[str] = set()
        for hit in archive.search(limit=1_000_000):
            if hit.id not in done:
                variants = [variant.hit for variant in archive.saying(hit.id).variants]
                done |= {variant.id for variant in variants}
                yield from combinations([_member(variant, named) for variant in variants], 2)


def _member(hit: Hit, named: dict[str, str]) -> Member:
    return named[hit.report], hit.text


def _same(pair: tuple[Member, Member], gold: tuple[Member, Member]) -> bool:
    one, other = pair
    return any(_has(one, a) and _has(other, b) for a, b in (gold, gold[::-1]))


def _has(member: Member, gold: Member) -> bool:
    words, wanted = (set(_WORD.findall(text.lower())) for text in (member[1], gold[1]))
    return member[0] == gold[0] and len(words & wanted) >= COVERED * len(wanted)
