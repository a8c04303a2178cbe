"""The archive's tables (SQLAlchemy Core); ``migrations/`` brings a database to this shape.

Every entry of a record is a row of ``entries``, with what all kinds share; what only its kind
has stands in a table of that kind's name, under the same key. Who takes part in an entry, and how,
is a row of ``parts``. ``reports.record`` holds the whole record as the machine made it.
"""

from __future__ import annotations

from typing import Any, Final

from sqlalchemy import (
    Boolean,
    Column,
    Date,
    DateTime,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
)
from sqlalchemy.types import TypeEngine

metadata = MetaData()


def _text(name: str) -> Column[str]:
    return Column(name, Text)


def _key() -> Column[int]:
    return Column("key", Integer, primary_key=True, autoincrement=False)


def _of_entry(name: str, *columns: Column[Any]) -> Table:
    """Return the table of what only one kind of entry has."""
    key: Column[int] = Column("key", ForeignKey("entries.key"), primary_key=True)
    return Table(name, metadata, key, *columns)


def _number(name: str, kind: type[TypeEngine[float]] = Float) -> Column[float]:
    return Column(name, kind)


reports: Final = Table(
    "reports",
    metadata,
    _key(),
    Column("id", String(80), unique=True, nullable=False),
    Column("short", String(24), unique=True, nullable=False),
    _text("title"),
    Column("outlet", Text, index=True),
    _text("url"),
    Column("published", Date, index=True),
    _text("given_id"),
    Column("characters", Integer, nullable=False),
    Column("version", Text, nullable=False),
    Column("model", Text, nullable=False),
    Column("added", DateTime, nullable=False),
    Column("record", LargeBinary, nullable=False),
    Column("copy_of", Integer, index=True),
    Column("merged", Boolean, nullable=False, default=False, index=True),
)
"""A report once, however often it was printed; ``copy_of`` is the key of its group's first."""

printings: Final = Table(
    "printings",
    metadata,
    Column("report", ForeignKey("reports.key"), nullable=False, index=True),
    _text("title"),
    _text("outlet"),
    _text("url"),
    Column("published", Date),
    _text("given_id"),
)
"""Where the very same text stood as well: one row a further place."""

identities: Final = Table(
    "identities",
    metadata,
    _key(),
    Column("id", String(200), unique=True, nullable=False),
    Column("kind", String(16), nullable=False),
    Column("name", Text, nullable=False),
    Column("folded", Text, nullable=False, index=True),
    Column("country", String(3)),
    Column("known_as", String(32)),
    Column("local", Boolean, nullable=False),
    Column("into", Integer, index=True),
)
"""One actor across all reports; a ``local`` one is known by a bare surname in just one report.

``into`` is the key of the identity that a person says this one is; entries then name that one.
"""

aliases: Final = Table(
    "aliases",
    metadata,
    Column("alias", String(400), primary_key=True),
    Column("identity", ForeignKey("identities.key"), nullable=False, index=True),
)
"""By what an actor is known again: table identity, full name, name with office."""

entries: Final = Table(
    "entries",
    metadata,
    _key(),
    Column("report", ForeignKey("reports.key"), nullable=False),
    Column("kind", String(12), nullable=False),
    Column("id", Text, nullable=False),
    Column("who", Integer),
    Column("day", Date),
    Column("last_day", Date),
    Column("start", Integer),
    Column("end", Integer),
    Column("spans", Text, nullable=False),
    Column("confidence", Float, nullable=False),
    Column("verdict", String(10)),
    Column("text", Text, nullable=False),
    Column("tags", Text, nullable=False),
    Index("entries_of_report", "report", "kind"),
    Index("entries_of_identity", "who", "kind", "day"),
    Index("entries_of_kind", "kind", "day"),
)
"""``who`` is the key of the identity that speaks or acts; ``tags`` are words for the filters."""

parts: Final = Table(
    "parts",
    metadata,
    Column("entry", ForeignKey("entries.key"), nullable=False, index=True),
    Column("actor", Text, nullable=False),
    Column("who", Integer),
    Column("role", String(12), nullable=False),
    Index("parts_of_identity", "who", "role"),
)

statements: Final = _of_entry(
    "statements",
    *map(_text, ("kind", "speaker", "source", "cue", "channel", "certainty", "inside")),
    Column("said_from", Date),
    Column("said_to", Date),
    Column("saying", Integer, index=True),
)
actors: Final = _of_entry("actors", *map(_text, ("kind", "country", "known_as", "represents")))
offices: Final = Table(
    "offices",
    metadata,
    Column("entry", ForeignKey("entries.key"), nullable=False, index=True),
    *map(_text, ("title", "of", "as_written", "claimed")),
)
events: Final = _of_entry(
    "events",
    *map(_text, ("type", "mode", "contexts", "place", "country", "status", "inside")),
    Column("happening", Integer, index=True),
)
meetings: Final = _of_entry(
    "meetings",
    *map(_text, ("name", "form", "place", "country", "status", "host", "agenda")),
    Column("happening", Integer, index=True),
)
commitments: Final = _of_entry(
    "commitments", *map(_text, ("strength", "act", "beneficiary", "condition", "statement"))
)
positions: Final = _of_entry("positions", _text("question"), _text("stance"))
places: Final = _of_entry("places", _text("name"), _text("country"), _number("lat"), _number("lon"))
times: Final = _of_entry("times", _text("type"), _text("value"))
findings: Final = _of_entry("findings", _text("kind"), _text("severity"), _text("message"))

corrections: Final = Table(
    "corrections",
    metadata,
    Column("key", Integer, primary_key=True, autoincrement=True),
    Column("at", DateTime, nullable=False),
    Column("by", Text, nullable=False),
    Column("why", Text),
    Column("verdict", String(10), nullable=False),
    Column("entry", Text, nullable=False, index=True),
    Column("report", String(80), index=True),
    Column("changes", Text, nullable=False),
    Column("machine", Text, nullable=False),
    _text("known"),
)
"""What people said of entries: rows are added, never changed or removed.

``known`` is JSON: by what the actors and entries that ``changes`` name are found again.
"""

conflicts: Final = Table(
    "conflicts",
    metadata,
    Column("kind", String(24), nullable=False, index=True),
    Column("severity", String(8), nullable=False),
    Column("message", Text, nullable=False),
    Column("day", Date),
    Column("first", ForeignKey("entries.key"), nullable=False, index=True),
    Column("second", ForeignKey("entries.key"), nullable=False, index=True),
)
"""What reports say differently of one and the same thing: findings across reports."""

shingles: Final = Table(
    "shingles",
    metadata,
    Column("report", ForeignKey("reports.key"), nullable=False, index=True),
    Column("shingle", Integer, nullable=False, index=True),
)
"""A sample of each report's runs of words, by which copies are found."""

fetched: Final = Table(
    "fetched",
    metadata,
    Column("url", Text, primary_key=True),
    _text("etag"),
    _text("modified"),
    Column("at", DateTime, nullable=False),
)
"""What was fetched from the web, and by what sign it is known to be unchanged."""

waits: Final = Table(
    "waits",
    metadata,
    Column("of", Text, primary_key=True),
    Column("until", DateTime, nullable=False),
    Column("failures", Integer, nullable=False),
    Column("fault", Text, nullable=False),
)
"""Hosts and addresses that failed, how often in a row, and until when they are left alone."""

counters: Final = Table(
    "counters",
    metadata,
    Column("name", String(16), primary_key=True),
    Column("last", Integer, nullable=False),
)
"""The last key given out in a table: keys are never given twice."""

KINDS: Final[dict[str, Table]] = {
    "actor": actors,
    "statement": statements,
    "event": events,
    "meeting": meetings,
    "commitment": commitments,
    "position": positions,
    "place": places,
    "time": times,
    "finding": findings,
}
"""The table of each kind of entry."""
