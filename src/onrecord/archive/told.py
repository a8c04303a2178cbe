"""A correction as it is told, and as it stands in the archive."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Any, Final, Literal, TypeAlias

from onrecord.errors import ArchiveError

VERDICTS: Final = ("accept", "change", "reject", "merge", "split", "withdraw")
Standing: TypeAlias = Literal["stands", "overruled", "withdrawn", "gone", "misfit"]
"""Whether a correction holds: a later word overruled it or took it back, the present reading has no
such entry, or it does not fit that reading."""
_FIELDS: Final = frozenset({"entry", "verdict", "by", "why", "changes"})
_EXPORTED: Final = frozenset({"at", "machine", "known"})
_SHOWN: Final = frozenset({"current", "standing", "fault"})  # of one archive, of no account here
_LONGEST: Final = {"by": 200, "why": 2_000, "entry": 400}


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What a person says of an entry, or of an actor of the archive (``actor/<id>``).

    ``at`` (UTC, without a zone), ``machine`` and ``known`` are given where it was first told to
    another archive: when, of what entry, and what it remembers of whom and what it names.
    """

    entry: str
    verdict: str
    by: str
    why: str | None = None
    changes: Mapping[str, Any] = field(default_factory=dict)
    at: datetime | None = None
    machine: Mapping[str, Any] | None = None
    known: Mapping[str, Any] | None = None

    def __post_init__(self) -> None:
        if self.verdict not in VERDICTS:
            raise ArchiveError(
                f"verdict is {self.verdict!r}; the choices are {', '.join(VERDICTS)}"
            )
        if not self.by.strip():
            raise ArchiveError("a correction needs a name: by whom?")
        if self.verdict != "change" and self.verdict not in {"merge", "split"} and self.changes:
            raise ArchiveError(
                f"{self.verdict!r} with {len(self.changes)} changes: only 'change' has some"
            )
        if self.verdict == "change" and not self.changes:
            raise ArchiveError("'change' with 0 changes: say which field is to have which value")
        if self.at is not None and self.at > datetime.now(UTC).replace(tzinfo=None):
            raise ArchiveError(f"at is {self.at.isoformat()}Z, which is yet to come")

    @classmethod
    def of_row(cls, row: Mapping[str, Any], *, by: str = "") -> Told:
        """Return the correction that a line of a file tells, or of an export.

        ``by`` is who says so where the line does not. Raises ``ArchiveError`` naming the fault.
        """
        strange = sorted(row.keys() - (_FIELDS | _EXPORTED | _SHOWN))
        if strange:
            raise ArchiveError(
                f"a correction has no field {strange[0]!r}; it has {', '.join(sorted(_FIELDS))}"
            )
        for name in ("entry", "verdict"):
            if name not in row:
                raise ArchiveError(f"a correction needs the field {name!r}")
        given = {name: row[name] for name in row if name not in _SHOWN and row[name] is not None}
        given["by"] = given.get("by") or by
        for name in ("entry", "verdict", "by", "why"):
            if not isinstance(given.get(name, ""), str):
                raise ArchiveError(f"{name} is {given[name]!r}: a text was expected")
        for name, longest in _LONGEST.items():
            if len(given.get(name, "")) > longest:
                raise ArchiveError(f"{name} has more than {longest:,} characters")
        for name in ("changes", "machine", "known"):
            if not isinstance(given.get(name, {}), dict):
                raise ArchiveError(f"{name} is an object of fields and values")
        if "at" in given:
            given["at"] = _moment(given["at"])
        return cls(**given)

    def bare(self) -> Told:
        """Return it with the actor it merges into by its id alone, however it was named."""
        into = self.changes.get("into")
        if not self.entry.startswith("actor/") or not isinstance(into, str):
            return self
        return replace(self, changes={**self.changes, "into": into.removeprefix("actor/")})


def _moment(value: Any) -> datetime:
    try:
        moment = datetime.fromisoformat(value)
    except (TypeError, ValueError) as error:
        raise ArchiveError(f"at is {value!r}; write it as 2025-02-17T09:30:00Z") from error
    return (
        (moment if moment.tzinfo else moment.replace(tzinfo=UTC))
        .astimezone(UTC)
        .replace(tzinfo=None)
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """A person's word on an entry or, merging and splitting, on an actor.

    ``entry`` is the id it was given for (``<report>/statement/s1``, or ``actor/<id>``),
    ``machine`` what the machine's entry was then. ``changes`` are fields of the contract with
    their new values; of ``merge`` ``{"into": id}``, of an actor's ``split``
    ``{"reports": [ids], "as": id}``. ``known`` is what it remembers of the actors, places and
    entries it names. ``current`` is the entry's id in the present reading, ``None`` where that has
    no such entry; ``fault`` says why it does not fit that reading.
    """

    entry: str
    verdict: str
    by: str
    at: datetime
    why: str | None
    changes: Mapping[str, Any]
    machine: Mapping[str, Any]
    known: Mapping[str, Any]
    current: str | None
    standing: Standing
    fault: str | None = None

    @property
    def named(self) -> tuple[str, ...]:
        """The ids of the other entries that it merges this one with, or parts it from."""
        sides = ("mine", "others")
        return tuple(one["entry"] for side in sides for one in self.known.get(side) or ())

    def row(self) -> dict[str, Any]:
        """Return the correction as plain values; ``onrecord correct`` reads them back."""
        return {
            "entry": self.entry,
            "verdict": self.verdict,
            "by": self.by,
            "at": self.at.isoformat() + "Z",
            "why": self.why,
            "changes": dict(self.changes),
            "machine": dict(self.machine),
            "known": dict(self.known),
            "current": self.current,
            "standing": self.standing,
            "fault": self.fault,
        }
