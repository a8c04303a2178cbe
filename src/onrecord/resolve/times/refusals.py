"""What looks like a calendar expression and is none: ages, counts, names, verbs."""

from __future__ import annotations

import re

from onrecord.resolve.times.rules import names
from onrecord.resolve.times.scan import Match

_AGE_AFTER = re.compile(r"[-\s]?(?:of age|old\b|-olds?\b)", re.IGNORECASE)
_AGE_BEFORE = re.compile(r"\b(?:aged|age|ages)\s+$", re.IGNORECASE)
_QUOTED = re.compile(r"^[A-Z0-9][\w'’]*(?: [A-Z0-9][\w'’]*)+$")
_NOUN_USE = re.compile(r"(?:an?|one)\s+(?:day|week|month|year|night)", re.IGNORECASE)
_NOUN_AFTER = re.compile(r"\s+(?:of|when|where|in which|on which)\b", re.IGNORECASE)
_OPENING, _CLOSING = "\"“‘'`", "\"”’'"
_REACH = 24
_MONTH_CUE = re.compile(
    r"\b(?:in|by|since|until|till|from|of|to|through|during|before|after|for|and|or|between|on|the|"
    r"last|next|this|every|each|early|late|mid|around|about)[-\s]+$",
    re.IGNORECASE,
)
_YEAR_CUE = re.compile(
    r"\b(?:in|since|until|till|during|before|after|between|from|through|early|late|mid|year|of|by|"
    r"the|and|to|s)[-\s]+$|[(’'-]$",
    re.IGNORECASE,
)
_DETERMINED = re.compile(r"\b(?:the|his|her|its|their|our|this|that|in|since|s)\s+$", re.IGNORECASE)
_COUNTED = re.compile(
    r"\s+(?:people|troops|soldiers|men|women|children|tons?|tonnes|miles|kilomet\w+|met(?:er|re)s|"
    r"feet|dollars|euros|pounds|barrels|points|votes|jobs|times|hours|days|percent|megawatts?|\w+s "
    r"(?:were|are|have)\b)|\s*(?:%|percent|per cent|million|billion|km\b|mph\b|GMT\b)",
)
_MONEY = re.compile(r"(?:[$£€#№]|\bNos?\. ?|[A-Z]\$|\d[.,:/]|\d-|[A-Za-z0-9]-)$")
_SECTION = re.compile(
    r"\b(?:Resolution|Article|Flight|Channel|Route|Section|Act|Bill|Order|No|number|room|page|"
    r"Type|Apollo|Boeing|Airbus)\s+$",
    re.IGNORECASE,
)
_IN_ADDRESS = ("/", "@", "#", "_", "©", "© ", "Copyright ", "(c) ", "(C) ")
_DECIMALS = re.compile(r"[.,]\d")
_PLURAL_CUE = re.compile(
    r"\b(?:for|within|in|over|after|during|takes?|took|lasts?|lasted|lasting|spent|of|follows|than|"
    r"until|before|through|next)\s+$",
    re.IGNORECASE,
)
_CLOCK_CUE = re.compile(
    r"\b(?:at|by|until|till|from|to|around|about|before|after|since|between|and|shortly|past)\s+$",
    re.IGNORECASE,
)


def is_refused(match: Match, text: str) -> bool:
    """Whether the words around the match show that it dates nothing."""
    start, end = match.span
    before, after = text[max(0, start - 24) : start], text[end : end + 24]
    if _AGE_AFTER.match(after) or _AGE_BEFORE.search(before):
        return match.rule.type == "duration" or match.rule.meaning in ("every", "year")
    if match.text[0].isdigit() and _MONEY.search(before):
        return True
    if match.text[-1].isdigit() and _DECIMALS.match(after):
        return True
    if before.endswith(_IN_ADDRESS) or after.startswith("/"):
        return True
    if _NOUN_USE.fullmatch(match.text) and _NOUN_AFTER.match(after):
        # "A day of shelling", "a year when": no length is told.
        return True
    if not match.text.islower() and _is_name(match, text):
        return True
    return _REFUSALS.get(match.rule.name, _never)(match, before, after)


def _never(match: Match, before: str, after: str) -> bool:
    return False


def _is_name(match: Match, text: str) -> bool:
    start, end = match.span
    if _QUOTED.match(match.text) and text[start - 1 : start] in _OPENING and start:
        # ABC's "This Week": a title in quotation marks.
        return text[end : end + 2].lstrip(",.")[:1] in _CLOSING
    begin = max(0, start - _REACH)
    found = (
        name
        for name in names().finditer(text, begin, min(len(text), end + _REACH))
        if not name.group()[0].islower()
    )
    return any(name.start() < end and start < name.end() for name in found)


def _month(match: Match, before: str, after: str) -> bool:
    if match.get("early"):
        return False
    if len(match.text.rstrip(".")) < 5 and match.text not in ("May", "June", "July"):
        # "Jan Kavan", "Sen. Mar": an abbreviation without a day or a year is a name.
        return True
    if match.text in ("May", "March", "April", "June", "August"):
        return not _MONTH_CUE.search(before)
    return False


def _year(match: Match, before: str, after: str) -> bool:
    if match.get("early"):
        return False
    if match.slots["year"] > "2100" or _SECTION.search(before):
        return True
    if match.slots["year"] < "1400":
        return not re.search(r"\b(?:in|since|until|year)\s+$", before, re.IGNORECASE)
    return bool(_COUNTED.match(after)) and not _DETERMINED.search(before)


def _plural(match: Match, before: str, after: str) -> bool:
    """Bare "days", "months": only after a preposition or a verb of lasting, or before "of"."""
    if " " in match.text or "-" in match.text:
        return bool(re.match(r"the\s+\w+$", match.text)) and not _PLURAL_CUE.search(before)
    if match.text[0].isupper() and not re.search(r"(?:^|[.\n\"“])\s*$", before):
        return True
    return not (_PLURAL_CUE.search(before) or re.match(r"\s+of\b", after))


def _before(match: Match, before: str, after: str) -> bool:
    return bool(re.search(r"\bearly\s+$", before))


def _title(match: Match, before: str, after: str) -> bool:
    """ "The Daily Beast", "Weekly Standard": a capital, and another one after it."""
    return match.text[0].isupper() and bool(re.match(r"\s+[A-Z]", after))


def _hours(match: Match, before: str, after: str) -> bool:
    """ "10:30" alone may be a verse, a score or a running time: it needs "at" or a zone."""
    return not (match.get("zone") or " " in match.text or _CLOCK_CUE.search(before))


def _the_week(match: Match, before: str, after: str) -> bool:
    return bool(re.match(r"\s+(?:of|before|after|following|when|that|in|leading)\b", after))


def _duration(match: Match, before: str, after: str) -> bool:
    low = match.text.lower()
    # "About a quarter of them", "three quarters said so": a fraction, unless "the last two".
    if low.endswith(" quarter"):
        return low.endswith("a quarter")
    return low.endswith("quarters") and not low.startswith("the ")


_REFUSALS = {
    "month": _month,
    "year": _year,
    "duration": _duration,
    "unknown number": _plural,
    "plural before or after": _before,
    "the week": _the_week,
    "daily": _title,
    "weekly": _title,
    "monthly": _title,
    "quarterly": _title,
    "clock of 24 hours": _hours,
}
