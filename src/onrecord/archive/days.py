"""The days a question is about: the first and the last, both included, either left open."""

from __future__ import annotations

from datetime import date

from onrecord.errors import SettingsError


def check_days(since: date | None, until: date | None) -> None:
    """Raise ``SettingsError`` where the first day is after the last: nothing could ever be found.

    An empty answer would read as if nothing had happened.
    """
    if since is not None and until is not None and until < since:
        raise SettingsError(f"the first day ({since}) is after the last ({until}); swap them")
