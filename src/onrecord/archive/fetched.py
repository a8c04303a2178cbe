"""What the archive remembers of the web: what was fetched, and whom to leave alone."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Column, Connection, Engine, delete, insert, select

from onrecord.archive import tables
from onrecord.archive.engine import reading, writing
from onrecord.intake.patience import Sign, Wait


class Fetched:
    """A ``Memory`` (``intake.patience``) that lasts as long as the archive."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def sign(self, url: str) -> Sign | None:
        """Return what an address was last fetched with, ``None`` where it never was."""
        table = tables.fetched
        asked = select(table.c.etag, table.c.modified).where(table.c.url == url)
        with reading(self._engine) as connection:
            found = connection.execute(asked).one_or_none()
        return Sign(etag=found.etag, modified=found.modified) if found is not None else None

    def note(self, url: str, sign: Sign) -> None:
        """Note that an address was fetched."""
        row = {"etag": sign.etag, "modified": sign.modified, "at": _naive(datetime.now(UTC))}
        with writing(self._engine) as connection:
            _put(connection, tables.fetched.c.url, url, row)

    def wait(self, of: str) -> Wait | None:
        """Return the last wait of a host name or address, over or not."""
        table = tables.waits
        with reading(self._engine) as connection:
            found = connection.execute(select(table).where(table.c.of == of)).one_or_none()
        if found is None:
            return None
        until = found.until.replace(tzinfo=UTC)
        return Wait(until=until, failures=found.failures, fault=found.fault)

    def note_wait(self, of: str, wait: Wait | None) -> None:
        """Note a wait; ``None`` takes it back."""
        row = None
        if wait is not None:
            fault = wait.fault.replace("\0", "")  # PostgreSQL keeps no NUL
            row = {"until": _naive(wait.until), "failures": wait.failures, "fault": fault}
        with writing(self._engine) as connection:
            _put(connection, tables.waits.c.of, of, row)


def _put(connection: Connection, key: Column[str], value: str, row: dict[str, Any] | None) -> None:
    """Write a row in place of the one with the same key; ``None`` only removes that."""
    connection.execute(delete(key.table).where(key == value))
    if row is not None:
        connection.execute(insert(key.table), [{key.name: value, **row}])


def _naive(moment: datetime) -> datetime:
    return moment.astimezone(UTC).replace(tzinfo=None)
