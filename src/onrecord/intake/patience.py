"""Whom to leave alone, and until when.

A host that fails or asks for patience, and a page that cannot be had, are left alone for a time
that doubles with each failure in a row. Of that time between half and the whole is waited, by
chance, so that many who were turned away together do not return together ("equal jitter";
Brooker, "Exponential Backoff And Jitter", AWS Architecture Blog, 2015). What a host asks for itself
(Retry-After, RFC 9110, section 10.2.3) is the least it is given. Waits are kept in a memory that
outlives the run: who is asked every quarter of an hour is not told the same thing every time.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Final, Protocol

from onrecord.errors import NotYet

FIRST: Final = timedelta(minutes=1)
LONGEST: Final = timedelta(hours=12)
LONGEST_ASKED: Final = timedelta(days=7)
"""More than this a host is not given, even where it asks for years."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wait:
    """A host or page left alone until a time (UTC), after so many failures in a row."""

    until: datetime
    failures: int
    fault: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Sign:
    """By what an address is known to be unchanged (RFC 9110, section 8.8); either may lack."""

    etag: str | None = None
    modified: str | None = None


class Memory(Protocol):
    """What is remembered of the web from one run to the next."""

    def sign(self, url: str) -> Sign | None:
        """Return what an address was last fetched with, ``None`` where it never was."""

    def note(self, url: str, sign: Sign) -> None:
        """Note that an address was fetched."""

    def wait(self, of: str) -> Wait | None:
        """Return the last wait of a host name or address, over or not."""

    def note_wait(self, of: str, wait: Wait | None) -> None:
        """Note a wait; ``None`` takes it back."""


class ShortMemory:
    """A memory that lasts as long as its object."""

    def __init__(self) -> None:
        self._signs: dict[str, Sign] = {}
        self._waits: dict[str, Wait] = {}

    def sign(self, url: str) -> Sign | None:
        """Return what an address was last fetched with."""
        return self._signs.get(url)

    def note(self, url: str, sign: Sign) -> None:
        """Note that an address was fetched."""
        self._signs[url] = sign

    def wait(self, of: str) -> Wait | None:
        """Return the last wait of a host name or address."""
        return self._waits.get(of)

    def note_wait(self, of: str, wait: Wait | None) -> None:
        """Note a wait; ``None`` takes it back."""
        if wait is None:
            self._waits.pop(of, None)
        else:
            self._waits[of] = wait


def now() -> datetime:
    """Return the time of day, UTC."""
    return datetime.now(UTC)


class Patience:
    """The waits of hosts and addresses: begun, grown and taken back.

    ``draw`` gives numbers from 0 to 1: the chance in each wait.
    """

    def __init__(
        self,
        memory: Memory,
        *,
        now: Callable[[], datetime] = now,
        draw: Callable[[], float] | None = None,
    ) -> None:
        self._memory = memory
        self._now = now
        self._draw = draw or Random().random

    def check(self, url: str, *, of: str) -> None:
        """Raise ``NotYet`` for ``url`` while ``of`` (its host, or itself) is left alone."""
        wait = self._memory.wait(of)
        if wait is None or wait.until <= self._now():
            return
        times = f", {wait.failures} times in a row" if wait.failures > 1 else ""
        until = f"{wait.until:%Y-%m-%d %H:%M:%S} UTC"
        fault = f"{'it' if of == url else of} is left alone until {until} ({wait.fault}{times})"
        raise NotYet(url, fault=fault, remedy="Come back then.")

    def failed(self, of: str, fault: str, *, asked: timedelta | None = None) -> None:
        """Begin a wait, longer than the last; ``asked`` is what the host itself asks for."""
        last = self._memory.wait(of)
        failures = 1 + (last.failures if last is not None else 0)
        full = min(FIRST * 2 ** min(failures - 1, 20), LONGEST)
        pause = full * (0.5 + self._draw() / 2)
        if asked is not None:
            pause = max(pause, min(asked, LONGEST_ASKED))
        until = self._now() + pause
        self._memory.note_wait(of, Wait(until=until, failures=failures, fault=fault))

    def failures(self, of: str) -> int:
        """Return how often in a row ``of`` has failed."""
        wait = self._memory.wait(of)
        return wait.failures if wait is not None else 0

    def over(self, of: str) -> None:
        """Take a wait back: what was asked for came."""
        if self._memory.wait(of) is not None:
            self._memory.note_wait(of, None)
