"""Endless epochs of training windows, made by other processes while the model trains.

An epoch is every annotated article once (a random reading of it) and a share of the unlabelled
texts, cut at random offsets into windows, quotation marks restyled at random. The same seed gives
the same epochs, however many processes make them.
"""

from __future__ import annotations

import json
import random
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.pool import AsyncResult, Pool
from pathlib import Path

from data import Article, Example, epoch
from vocabulary import Vocabulary

SHARDS = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """How windows are made.

    sizes: the windows' sizes in pieces, one drawn for each shard of each epoch.
    unlabelled: how many unlabelled texts an epoch holds.
    """

    vocabulary: Path
    sizes: tuple[int, ...]
    restyled: float
    unlabelled: int
    seed: int


def read_plain(paths: Sequence[Path]) -> list[Article]:
    """Unlabelled texts: the `text` of every row of JSONL files."""
    rows = (json.loads(line) for p in paths for line in p.read_text(encoding="utf8").splitlines())
    return [Article("", row["text"], ((),)) for row in rows if row["text"].strip()]


# What each process holds from its beginning on: handed over once, not with every shard.
_held: list[tuple[Plan, Vocabulary, list[Article], list[Article]]] = []


def _begin(plan: Plan, gold: list[Article], plain: list[Article]) -> None:
    _held[:] = [(plan, Vocabulary(plan.vocabulary), gold, plain)]


def _shard(number: int, shard: int) -> list[tuple[bool, Example]]:
    ((plan, vocabulary, gold, plain),) = _held
    chosen = random.Random(f"{plan.seed}/{number}").sample(plain, min(plan.unlabelled, len(plain)))
    rng = random.Random(f"{plan.seed}/{number}/{shard}")
    size = rng.choice(plan.sizes) - 2
    out = []
    for labelled, articles in ((True, gold), (False, chosen)):
        part = articles[shard::SHARDS]
        for e in epoch(part, vocabulary.tokenizer, vocabulary.separator, rng,
                       size=size, restyled=plan.restyled):  # fmt: skip
            out.append((labelled, e))
    return out


def batched(
    examples: list[tuple[bool, Example]], pieces: int, rng: random.Random
) -> list[list[tuple[bool, Example]]]:
    """Shuffled batches of about `pieces` pieces, of windows alike in length."""
    order = sorted(examples, key=lambda e: len(e[1].pieces.ids) + rng.random() * 64)
    out: list[list[tuple[bool, Example]]] = []
    room = 0
    for flagged in order:
        length = len(flagged[1].pieces.ids)
        if room < length:
            out.append([])
            room = pieces
        out[-1].append(flagged)
        room -= length
    rng.shuffle(out)
    return out


def epochs(
    plan: Plan, gold: list[Article], plain: list[Article], *, batch_pieces: int, processes: int
) -> Iterator[list[list[tuple[bool, Example]]]]:
    """Endless epochs, each a list of batches of (is annotated, window)."""
    with get_context("spawn").Pool(processes, _begin, (plan, gold, plain)) as pool:
        ahead: deque[list[AsyncResult[list[tuple[bool, Example]]]]] = deque()
        for number in range(2):
            ahead.append(_ordered(pool, number))
        number = 2
        while True:
            ahead.append(_ordered(pool, number))
            number += 1
            examples = [e for part in ahead.popleft() for e in part.get()]
            yield batched(examples, batch_pieces, random.Random(f"{plan.seed}/{number}/order"))


def _ordered(pool: Pool, number: int) -> list[AsyncResult[list[tuple[bool, Example]]]]:
    return [pool.apply_async(_shard, (number, shard)) for shard in range(SHARDS)]
