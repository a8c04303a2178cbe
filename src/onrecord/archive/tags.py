"""Words beside an entry's own by which the full-text index filters: *tags*.

Each ends in a digit and begins with its sort: ``w`` who acts, ``a`` whom it is about, ``o`` the
outlet, ``m`` the month, ``y`` the year, ``n`` for no day.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Final

SEARCHED: Final = frozenset(
    {"statement", "event", "meeting", "commitment", "position", "finding", "report"}
)
"""The kinds whose words the full-text index holds; ``report`` is the title and text."""
ACTING: Final = frozenset(
    {"speaker", "actor", "host", "attends", "invited", "represented", "member"}
)
"""The roles of who speaks or takes part; with any other an entry is about the actor."""
_NO_LETTERS = re.compile(r"[\W_]+")


def actor_tag(identity: int, role: str) -> str:
    """Return the word for an identity's part in an entry."""
    return f"{'w' if role in ACTING else 'a'}{identity}0"


def day_tags(day: date | None) -> list[str]:
    """Return the words for the day of an entry."""
    return [month_tag(day), year_tag(day)] if day is not None else ["n0"]


def month_tag(day: date) -> str:
    """Return a month's word for the filters."""
    return f"m{day:%Y%m}0"


def year_tag(day: date) -> str:
    """Return a year's word for the filters."""
    return f"y{day:%Y}0"


def outlet_tag(outlet: str | None) -> list[str]:
    """Return an outlet's word for the filters; none where the outlet is not known."""
    plain = _NO_LETTERS.sub("", outlet.casefold()) if outlet else ""
    return [f"o{plain}0"] if plain else []
