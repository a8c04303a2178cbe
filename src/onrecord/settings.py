"""Settings: read here, at the doors, and passed down as values.

| variable                  | meaning                                            | default |
|---------------------------|----------------------------------------------------|---------|
| `ONRECORD_PROCESSES`      | worker processes for batches                       | 1       |
| `ONRECORD_MIN_CONFIDENCE` | statements and events less sure (0..1) left out    | 0       |
| `ONRECORD_ATTRIBUTOR`     | `auto`, `model` or `rules`: what finds statements  | auto    |
| `ONRECORD_ARCHIVE`        | the archive: a SQLite file or a database's address | a file |
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from onrecord.errors import SettingsError

ATTRIBUTORS = ("auto", "model", "rules")
T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What a door was told from outside."""

    processes: int = 1
    min_confidence: float = 0.0
    attributor: str = "auto"
    archive: str | None = None

    def __post_init__(self) -> None:
        if self.processes < 1:
            raise SettingsError(f"processes is {self.processes}; it must be 1 or more")
        if not 0.0 <= self.min_confidence <= 1.0:
            raise SettingsError(f"min_confidence is {self.min_confidence}; it must lie in 0..1")
        if self.attributor not in ATTRIBUTORS:
            choices = ", ".join(ATTRIBUTORS)
            raise SettingsError(f"attributor is {self.attributor!r}; the choices are {choices}")

    @classmethod
    def from_environment(cls, environment: Mapping[str, str]) -> Settings:
        """Return the settings the environment gives; raises ``SettingsError`` naming a bad one."""
        return cls(
            processes=_value(environment, "ONRECORD_PROCESSES", read=int, default=1),
            min_confidence=_value(environment, "ONRECORD_MIN_CONFIDENCE", read=float, default=0.0),
            attributor=environment.get("ONRECORD_ATTRIBUTOR", "auto"),
            archive=environment.get("ONRECORD_ARCHIVE") or None,
        )


def _value(environment: Mapping[str, str], name: str, *, read: Callable[[str], T], default: T) -> T:
    text = environment.get(name)
    if text is None:
        return default
    try:
        return read(text)
    except ValueError as error:
        raise SettingsError(f"{name} is {text!r}, which is no {read.__name__}") from error
