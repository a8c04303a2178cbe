"""What is known of a publication besides its text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """Facts about a publication from one origin: the caller, or the file's metadata."""

    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    authors: tuple[str, ...] = ()
    published: date | None = None
    given_id: str | None = None

    def filled_from(self, other: Known) -> Known:
        """Return these facts, with those that are missing taken from ``other``."""
        return Known(
            title=self.title or other.title,
            outlet=self.outlet or other.outlet,
            url=self.url or other.url,
            authors=self.authors or other.authors,
            published=self.published or other.published,
            given_id=self.given_id or other.given_id,
        )


def tidy(value: str | None) -> str | None:
    """Return a fact with its white space collapsed, ``None`` where nothing remains."""
    return " ".join(value.split()) or None if value else None


def tidy_authors(value: str | Sequence[str] | None) -> tuple[str, ...]:
    """Return author names from a list, or from one string with ``;`` between the names.

    A comma or an "and" may stand inside one name ("Ministry of Trade and Industry"): not split.
    """
    if not value:
        return ()
    names = value.split(";") if isinstance(value, str) else value
    cleaned = (tidy(name) for name in names)
    unsigned = (name[3:] if name[:3].lower() == "by " else name for name in cleaned if name)
    return tuple(dict.fromkeys(unsigned))
