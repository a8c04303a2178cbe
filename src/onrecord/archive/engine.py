"""A database by its address: an engine whose transactions behave alike on SQLite and PostgreSQL.

SQLite writes in WAL mode, so that readers never wait for a writer; a writer takes its lock when it
begins (``BEGIN IMMEDIATE``) and so never meets another halfway. Python's own transaction
handling is turned off for that (SQLAlchemy manual, "Serializable isolation / Savepoints /
Transactional DDL" of the pysqlite dialect). PostgreSQL's writers queue at one advisory lock.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, NoSuchModuleError, SQLAlchemyError
from sqlalchemy.pool import StaticPool

from onrecord.errors import ArchiveError

WAIT: Final = 60
"""Seconds a writer waits for another's transaction, which takes some hundredths."""
_LOCK: Final = 0x6F6E7265  # "onre"; any number no other program of this database uses


def open_engine(url: str, *, make: bool = True) -> Engine:
    """Return an engine for ``url``: a SQLAlchemy address, or the path of a SQLite file.

    ``make``: whether a SQLite file and its folder are made where absent. Raises ``ArchiveError``
    where the address makes no sense, the folder cannot be made, or the file is absent and not to
    be made.
    """
    address = url if "://" in url else f"sqlite:///{Path(url).expanduser()}"
    for plain in ("postgresql://", "postgres://"):
        if address.startswith(plain):
            address = f"postgresql+psycopg://{address.removeprefix(plain)}"
    try:
        parsed = make_url(address)
        dialect = parsed.get_backend_name()
        if dialect == "postgresql":
            return create_engine(parsed, pool_pre_ping=True)
        if dialect != "sqlite":
            raise ArchiveError(f"archive {url!r}: onrecord keeps archives in SQLite or PostgreSQL")
        return _sqlite(parsed.database, address, make=make)
    except (ArgumentError, NoSuchModuleError, ModuleNotFoundError) as error:
        raise ArchiveError(f"archive {url!r}: {error}") from error
    except OSError as error:
        raise ArchiveError(f"archive {url!r}: {error.strerror or error}") from error


def _sqlite(file: str | None, address: str, *, make: bool) -> Engine:
    # One connection holds an archive in memory; a file gives each thread its own.
    in_memory = file in {None, "", ":memory:"}
    options: dict[str, Any] = {"poolclass": StaticPool} if in_memory else {}
    if file is not None and not in_memory:
        if not make and not file.startswith("file:") and not Path(file).exists():
            raise ArchiveError(
                f"archive {file!r}: there is no such file yet. "
                "Check its name, or make it with onrecord add."
            )
        Path(file).parent.mkdir(parents=True, exist_ok=True)
    engine = create_engine(
        address, connect_args={"timeout": WAIT, "check_same_thread": False}, **options
    )
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def _prepare(connection: Any, _: object) -> None:
    connection.isolation_level = None  # transactions begin where SQLAlchemy says so
    cursor = connection.cursor()
    for pragma in (
        "journal_mode=WAL",
        "synchronous=NORMAL",  # a killed process loses nothing; WAL keeps the file whole
        "foreign_keys=ON",
        "cache_size=-65536",
        "mmap_size=1073741824",
        "temp_store=MEMORY",
    ):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """Open a transaction that writes, alone: committed at the end, undone on any error."""
    try:
        with (
            engine.connect().execution_options(writes=True) as connection,
            connection.begin(),
        ):
            if engine.dialect.name == "postgresql":
                connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
            yield connection
    except SQLAlchemyError as error:
        raise ArchiveError(_fault(engine, error)) from error


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """Open a transaction that only reads, and sees one state of the archive throughout."""
    try:
        with engine.connect() as connection, connection.begin():
            yield connection
    except SQLAlchemyError as error:
        raise ArchiveError(_fault(engine, error)) from error


def _fault(engine: Engine, error: SQLAlchemyError) -> str:
    cause = getattr(error, "orig", None) or error
    return f"archive {engine.url.render_as_string(hide_password=True)}: {cause}"
