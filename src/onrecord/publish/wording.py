"""The words, signs and date forms in which entries are shown to people."""

from __future__ import annotations

from datetime import date
from typing import Final

from onrecord.record import (
    Actor,
    ActorKind,
    Certainty,
    ChannelKind,
    EventType,
    Origin,
    Period,
    Role,
    Severity,
    StatementKind,
    Status,
    Strength,
    TimeType,
)

# English whatever the machine's locale: a record must look the same everywhere.
WEEKDAYS: Final = (
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
)
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)

LOW_CONFIDENCE: Final = 0.5
"""Below this an entry is more likely wrong than right, and is shown with its confidence."""

KINDS: Final[dict[StatementKind, str]] = {
    "direct": "quoted",
    "indirect": "paraphrased",
    "mixed": "partly quoted",
}
CERTAINTIES: Final[dict[Certainty, str | None]] = {
    "asserted": None,  # the ordinary case needs no word
    "hedged": "hedged",
    "denied": "denied",
    "feared": "feared",
    "expected": "expected",
    "conditional": "conditional",
}
CHANNELS: Final[dict[ChannelKind, str]] = {
    "op-ed": "op-ed",
    "interview": "interview",
    "statement": "written statement",
    "speech": "speech",
    "press-conference": "press conference",
    "social-media": "social media",
    "letter": "letter",
    "call": "call",
    "report": "report",
    "leak": "leak",
}
CHANNEL_JOINTS: Final[dict[ChannelKind, str]] = {"op-ed": " in", "interview": " with"}
"""What stands between a channel and its outlet, where a comma would not do."""
ORIGINS: Final[dict[Origin, str]] = {
    "given": "as given",
    "metadata": "from the file's metadata",
    "text": "from the report's words",
}
SIGNS: Final[dict[Severity, str]] = {"error": "✖", "warning": "▲", "note": "•"}
SEVERITIES: Final[tuple[Severity, ...]] = ("error", "warning", "note")
ACTOR_KINDS: Final[dict[ActorKind, str]] = {
    "person": "person",
    "state": "state",
    "government": "government",
    "organisation": "organisation",
    "group": "group",
    "outlet": "outlet",
    "unnamed": "unnamed source",
}
EVENTS: Final[dict[EventType, str]] = {
    "AGREE": "agrees",
    "CONSULT": "meets or talks",
    "SUPPORT": "supports",
    "COOPERATE": "cooperates",
    "AID": "aids",
    "CONCEDE": "concedes",
    "RETREAT": "retreats",
    "REQUEST": "requests",
    "ACCUSE": "accuses",
    "REJECT": "rejects",
    "THREATEN": "threatens",
    "PROTEST": "protests",
    "SANCTION": "sanctions",
    "MOBILIZE": "mobilises",
    "COERCE": "coerces",
    "ASSAULT": "assaults",
}
TIMES: Final[dict[TimeType, str]] = {
    "date": "which day is not known",
    "time": "which day is not known",
    "duration": "a length of time",
    "set": "again and again",
}
"""What is said of a calendar expression that names no day."""
STATUSES: Final[dict[Status, str]] = {
    "happened": "happened",
    "ongoing": "under way",
    "planned": "planned",
    "proposed": "proposed",
    "conditional": "conditional",
    "denied": "denied",
    "hypothetical": "hypothetical",
}
MEETING_DENIED: Final = "called off, refused or denied"
ROLES: Final[dict[Role, str | None]] = {
    "attends": None,
    "invited": "invited",
    "represented": "represented",
    "absent": "absent",
    "excluded": "not invited",
}
STRENGTHS: Final[dict[Strength, str]] = {
    "refuses": "refuses",
    "considers": "considers",
    "ready": "is ready",
    "intends": "intends",
    "promises": "promises",
    "has-begun": "has begun",
}


_IRREGULAR: Final = {
    EVENTS["CONSULT"]: "meet or talk",
    STRENGTHS["ready"]: "are ready",
    STRENGTHS["has-begun"]: "have begun",
}


def plural(verb: str) -> str:
    """Return the verb of an event or a commitment as said of several: ``meet or talk``."""
    return _IRREGULAR.get(verb, verb.removesuffix("s"))


def day(when: date) -> str:
    """Return a day in full: ``17 February 2025``."""
    return f"{when.day} {_MONTHS[when.month - 1]} {when.year}"


def month(when: date) -> str:
    """Return a day's month: ``February 2025``."""
    return f"{_MONTHS[when.month - 1]} {when.year}"


def weekday(when: date) -> str:
    """Return a day's name: ``Monday``."""
    return WEEKDAYS[when.weekday()]


def period(when: Period | None) -> str | None:
    """Return the days of a period; ``None`` where it says nothing."""
    if when is None or (when.start is None and when.end is None):
        return None
    if when.start is None:
        return f"until {day(when.end)}" if when.end else None
    if when.end is None:
        return f"from {day(when.start)}"
    return days(when.start, when.end)


def days(start: date, end: date) -> str:
    """Return the days from ``start`` to ``end`` in the fewest words that name them."""
    if start == end:
        return day(start)
    if (start.month, start.day, end.month, end.day) == (1, 1, 12, 31):
        return str(start.year) if start.year == end.year else f"{start.year}–{end.year}"
    if start.year != end.year:
        return f"{day(start)} – {day(end)}"
    if start.month != end.month:
        return f"{start.day} {_MONTHS[start.month - 1]} – {day(end)}"
    return f"{start.day}–{day(end)}"


def count(number: int, noun: str, plural: str | None = None) -> str:
    """Return a count with its noun: ``1 statement``, ``3 statements``."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def confidence(value: float) -> str | None:
    """Return a word on a low confidence, ``None`` where it is not low."""
    return f"unsure ({value:.0%})" if value < LOW_CONFIDENCE else None


def office_lines(actor: Actor) -> tuple[str, ...]:
    """Return the actor's offices as the report prints them, once each."""
    words = {"former": " (former)", "future": " (to be)", "current": ""}
    lines = (
        office.as_written
        + ("" if office.claimed in office.as_written.lower() else words[office.claimed])
        for office in actor.offices
    )
    return tuple(dict.fromkeys(lines))
