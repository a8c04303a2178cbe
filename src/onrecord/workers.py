"""Worker processes: each loads its own reader once and reads batches of reports.

spaCy's own ``n_process`` would send whole Docs back; a record is a fraction of that. Results come
in the order of the reports, and no more batches are in flight than keep the workers busy.
"""

from __future__ import annotations

import multiprocessing
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import islice
from typing import Protocol, TypeAlias

from onrecord.errors import OnrecordError
from onrecord.record import Record, Report

Item: TypeAlias = Report | OnrecordError
Outcome: TypeAlias = Record | OnrecordError


class Reader(Protocol):
    """What a worker needs of the coder."""

    def batch(self, items: list[Item]) -> list[Outcome]:
        """Read a batch; its results stand in the same order."""


Load: TypeAlias = Callable[[], Reader]

_reader: Reader | None = None  # one per worker process


def outcomes(load: Load, items: Iterable[Item], *, processes: int, batch: int) -> Iterator[Outcome]:
    """Read ``items`` with ``processes`` workers in batches of ``batch``; order is kept.

    ``load`` is called once in each worker and must survive pickling.
    """
    # spawn, not fork: the parent may hold threads (a web server, a progress bar).
    context = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(processes, context, initializer=_start, initargs=(load,))
    rest = iter(items)
    flying: deque[Future[list[Outcome]]] = deque()
    with pool:
        try:
            while True:
                while len(flying) < 2 * processes and (part := list(islice(rest, batch))):
                    flying.append(pool.submit(_read, part))
                if not flying:
                    return
                yield from flying.popleft().result()
        finally:
            # A caller that stops early must not wait for what nobody will read.
            pool.shutdown(wait=False, cancel_futures=True)


def _start(load: Load) -> None:
    global _reader  # noqa: PLW0603 - a worker process has no other place to keep it
    _reader = load()


def _read(part: list[Item]) -> list[Outcome]:
    if _reader is None:
        raise RuntimeError("worker was not started")
    return _reader.batch(part)
