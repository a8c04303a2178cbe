"""onrecord: news reports on politics and diplomacy as a checked record.

import onrecord

coder = onrecord.load()
record = coder.read("report.html", published="2025-02-17")
for statement in record.statements:
    print(statement.speaker, statement.kind, statement.text)
onrecord.Archive("news.db").add(record)
"""

from typing import TYPE_CHECKING, Any

from onrecord.errors import IntakeError, OnrecordError
from onrecord.record import (
    Actor,
    Channel,
    Finding,
    Mention,
    Office,
    Period,
    Record,
    Report,
    Span,
    Statement,
    Time,
)
from onrecord.version import __version__

if TYPE_CHECKING:
    from onrecord.archive import Archive
    from onrecord.coder import Coder, load

__all__ = [
    "Actor",
    "Archive",
    "Channel",
    "Coder",
    "Finding",
    "IntakeError",
    "Mention",
    "Office",
    "OnrecordError",
    "Period",
    "Record",
    "Report",
    "Span",
    "Statement",
    "Time",
    "__version__",
    "load",
]


def __getattr__(name: str) -> Any:
    # The coder brings spaCy with it, a second's import that whoever only handles records is spared.
    if name in {"Coder", "load"}:
        from onrecord import coder  # noqa: PLC0415

        return getattr(coder, name)
    if name == "Archive":
        from onrecord.archive import Archive  # noqa: PLC0415 - SQLAlchemy, likewise

        return Archive
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
