"""What looks like a calendar expression and is none: ages, counts, names, verbs."""

from __future__ import annotations

import re

from onrecord.resolve.times.rules import names
from onrecord.resolve.times.scan import Match

_AGE_AFTER = re.compile(r"[-\s]?(?:of age|old\b|-olds?\b)", re.IGNORECASE)
_AGE_BEFORE = re.compile(
    r"\b(?:aged|age|ages)\s+(?:\w+(?:\s+(?:to|and|or)\s+|\s*[-–]\s*))?$", re.IGNORECASE
)
_QUOTED = re.compile(r"^[A-Z0-9][\w'’]*(?: [A-Z0-9][\w'’]*)+$")
_NOUN_USE = re.compile(r"(?:an?|one)\s+(?:day|week|month|year|night)", re.IGNORECASE)
_NOUN_AFTER = re.compile(r"\s+(?:of|when|where|in which|on which)\b", re.IGNORECASE)
_OPENING, _CLOSING = "\"“‘'`", "\"”’'"
_REACH = 24
_MONTH_CUE = re.compile(
    r"\b(?:in|by|since|until|till|from|of|to|through|during|before|after|for|and|or|between|on|the|"
    r"last|next|this|every|each|early|late|mid|around|about|an?)[-\s]+$",
    re.IGNORECASE,
)
_DETERMINED = re.compile(r"\b(?:the|his|her|its|their|our|this|that|in|since|s)\s+$", re.IGNORECASE)
_COUNTED = re.compile(
    r"\s+(?:people|troops|soldiers|men|women|children|tons?|tonnes|miles|kilomet\w+|met(?:er|re)s|"
    r"feet|dollars|euros|pounds|barrels|points|votes|jobs|times|hours|days|percent|megawatts?|"
    r"delegates|seats|deaths|cases|refugees|migrants|prisoners|hostages|homes|houses|companies|"
    r"employees|workers|students|members|pages|acres|hectares|vehicles|tanks|missiles|drones|\w+s "
    r"(?:were|are|have)\b)|\s*(?:%|percent|per cent|million|billion|km\b|mph\b|GMT\b)",
)
_MONEY = re.compile(r"(?:[$£€#№]|\bNos?\. ?|[A-Z]\$|\d[.,:/]|\d-|[A-Za-z0-9]-)$")
_SECTION = re.compile(
    r"\b(?:Resolution|parts?|sections?|pages?|pp\.|Article|Flight|Channel|Route|Section|Act|Bill|Order|No|number|room|page|"
    r"Type|Apollo|Boeing|Airbus|Project|Agenda|Vision|Horizon|Operation|Formation|Interstate|"
    r"Highway|Model|Windows)\s+$",
    re.IGNORECASE,
)
_AGO = re.compile(r"\s+ago\b", re.IGNORECASE)
_BEFORE_CHRIST = re.compile(r"\s+(?:BCE?\b|B\.C\.)")
_ORDINAL = re.compile(
    r"\b(?:first|second|third|fourth|fifth|1st|2nd|3rd|4th|5th)\s+$", re.IGNORECASE
)
_DETERMINED_LENGTH = re.compile(
    r"\b(?:the|these|those|over|in|during|for|within|his|her|its|their|our|my|s|of)\s+$",
    re.IGNORECASE,
)
_STATUTE = re.compile(r"(?:U\.S\.C\.|C\.F\.R\.|§)\s*$")
_IN_ADDRESS = ("/", "@", "#", "_", "©", "© ", "Copyright ", "(c) ", "(C) ")
_DECIMALS = re.compile(r"[.,]\d")
_PLURAL_CUE = re.compile(
    r"\b(?:for|within|in|over|after|during|takes?|took|lasts?|lasted|lasting|spent|of|follows|than|"
    r"until|before|through|next)\s+$",
    re.IGNORECASE,
)
_SHORT_YEAR_CUE = re.compile(
    r"\b(?:in|of|since|until|till|from|by|before|after|and|to|early|late|mid)[-\s]+$", re.IGNORECASE
)
_MONTH_FOLLOWS = re.compile(
    r"\s*(?:,|and|or|to|through|until|[-–])\s*"
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)\b"
)
_CROP = re.compile(r"\s+(?:wheat|crops?|break|semester|term|school|camp|training|collection)\b")
_DAY_CUE = re.compile(r"\b(?:on|until|till|by|from|since|before|after|through)\s+$", re.IGNORECASE)
_DAY_END = re.compile(
    r"\s*(?:[.,;:!?)\"”]|$)|\s+(?:and|or|but|to|at|in|with|for|when|as|he|she|they|it|we|will|after|"
    r"before|because|that)\b"
)
_PAST_END = re.compile(
    r"\s+(?:and|or|but|is|was|has|had|that|when|as|by|with|to|in|for|who|which|while|he|she|they|we|"
    r"I|it|on|at|if|been|never|often|always|also|not|can|could|may|might|would|will|did|do|does|"
    r"from|about|because|than|though|this|these|those|there|where)\b"
)
_CLOCK_CUE = re.compile(
    r"\b(?:at|by|until|till|from|to|around|about|before|after|since|between|and|shortly|past)\s+$",
    re.IGNORECASE,
)


def is_refused(match: Match, text: str) -> bool:
    """Whether the words around the match show that it dates nothing."""
    start, end = match.span
    before, after = text[max(0, start - 24) : start], text[end : end + 24]
    if match.rule.type == "duration" and _AGO.match(after):
        # "A few months ago" places nothing in the calendar, and is no length.
        return True
    if _AGE_AFTER.match(after) or _AGE_BEFORE.search(before):
        return match.rule.type == "duration" or match.rule.meaning in ("every", "year")
    if match.text[0].isdigit() and _MONEY.search(before):
        return True
    if match.text[-1].isdigit() and _DECIMALS.match(after):
        return True
    if match.rule.meaning in ("year", "century", "decade") and _BEFORE_CHRIST.match(after):
        return True
    if before.endswith(_IN_ADDRESS) or (after.startswith("/") and match.text[-1].isdigit()):
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
    if match.text == "August":
        return bool(re.search(r"[A-Z][\w.]*\s+$", before) or re.match(r"\s+[A-Z]", after))
    if _MONTH_FOLLOWS.match(after):
        return False
    if match.text in ("May", "March", "April", "June"):
        return not _MONTH_CUE.search(before)
    return False


def _year(match: Match, before: str, after: str) -> bool:
    if match.get("early"):
        return False
    if re.match(r"-\d", after):
        return True
    if match.slots["year"] > "2100" or _SECTION.search(before) or _STATUTE.search(before):
        return True
    if match.slots["year"] < "1400":
        return not re.search(r"\b(?:in|since|until|year)\s+$", before, re.IGNORECASE)
    return bool(_COUNTED.match(after)) and not _DETERMINED.search(before)


def _years(match: Match, before: str, after: str) -> bool:
    """ "40 C.F.R. parts 1500-1508": of a text, not of time."""
    return match.slots["year"] < "1600" or bool(_SECTION.search(before))


def _day_month(match: Match, before: str, after: str) -> bool:
    """ "Memorandum 25 of October 24, 2024": the number belongs to what stands before."""
    return bool(re.match(r"\s+\d{1,2},?\s+\d{4}\b", after))


def _short_year(match: Match, before: str, after: str) -> bool:
    """ "'16" is a year after a preposition or a season, else a quotation or a height."""
    return not _SHORT_YEAR_CUE.search(before)


def _day_of_month(match: Match, before: str, after: str) -> bool:
    """ "The 21st" is a day after "on" or "until" where no noun follows ("the 21st floor")."""
    return not (_DAY_CUE.search(before) and _DAY_END.match(after))


def _season(match: Match, before: str, after: str) -> bool:
    """ "The fall of the government", "the Fall" of a title: what falls, and no season."""
    name = match.slots["season"]
    falls = name.lower() == "fall" and re.match(r"\s+(?:\(|of\b|from\b|in\b|to\b|by\b)", after)
    return bool(falls or _CROP.match(after)) or name[0].isupper()


def _by_name(match: Match, before: str, after: str) -> bool:
    """ "In this Jan. 19, 2018 photo", "following Friday's vote": the day or the event goes on."""
    if re.match(r"\s+\d", after):
        return True
    low = match.text.lower()
    return low.startswith(("following", "preceding")) or low.startswith("past ")


def _noon(match: Match, before: str, after: str) -> bool:
    """ "High noon": a showdown."""
    return bool(re.search(r"\bhigh\s+$", before, re.IGNORECASE))


def _now(match: Match, before: str, after: str) -> bool:
    """ "Every now and then", "the now-infamous meeting"."""
    if match.text.lower() != "now":
        return False
    return bool(re.match(r"-|\s+and\s+(?:then|again)\b", after))


def _some_time(match: Match, before: str, after: str) -> bool:
    """ "He bought some time": a length only after "for"."""
    return not re.search(r"\b(?:for|in|last|lasts|lasted|take|takes|took)\s+$", before)


def _past(match: Match, before: str, after: str) -> bool:
    """ "The past administration": "the past" alone is a time, before a noun it is an adjective."""
    return bool(re.match(r"\s+\w", after)) and not _PAST_END.match(after)


def _weekday(match: Match, before: str, after: str) -> bool:
    """ "Mon state", "Sun": an abbreviation in running text has its full stop."""
    if _ORDINAL.search(before):
        # "The first Monday of every month".
        return True
    return match.text in ("Mon", "Tue", "Thu", "Fri")


def _abstract(match: Match, before: str, after: str) -> bool:
    """ "Quarterly results": an adjective; "they meet quarterly" recurs."""
    return bool(re.match(r"[\s-]+\w", after)) and not re.match(r"\s+(?:and|in|at|by|to)\b", after)


def _quarter(match: Match, before: str, after: str) -> bool:
    """ "The first quarter-final", "each quarter point"."""
    return bool(re.match(r"[\s-]*(?:finals?|backs?|points?|percent\w*|mile)\b", after))


def _plural(match: Match, before: str, after: str) -> bool:
    """Bare "days", "months": only after a preposition or a verb of lasting, or before "of"."""
    if re.search(r"\b(?:early|late|small|wee|final|closing|opening|last|first|dying)\s+$", before):
        # "The early hours of Monday", "the final days of the campaign": a part, and no length.
        return True
    if " " in match.text or "-" in match.text:
        return bool(re.match(r"the\s+\w+$", match.text)) and not _PLURAL_CUE.search(before)
    if match.text[0].isupper() and not re.search(r"(?:^|[.\n\"“])\s*$", before):
        return True
    return not (_PLURAL_CUE.search(before) or re.match(r"\s+of\b", after))


def _before(match: Match, before: str, after: str) -> bool:
    return bool(re.search(r"\bearly\s+$", before))


def _to_the_day(match: Match, before: str, after: str) -> bool:
    """ "Three years to the day after the vote", "day after day"."""
    return bool(re.search(r"\bto\s+(?:the\s+)?$", before) or re.match(r"\s+day\b", after))


def _title(match: Match, before: str, after: str) -> bool:
    """ "The Daily Beast", "Weekly Standard", "the party daily Granma": a newspaper."""
    if re.match(r"\s+(?:said|reported|wrote|newspapers?)\b", after):
        return True
    if match.text[0].isupper() and re.search(r"[A-Z]\w+\s+$", before):
        return True
    return bool(re.match(r"\s+[A-Z]", after))


def _hours(match: Match, before: str, after: str) -> bool:
    """ "10:30" alone may be a verse, a score or a running time: it needs "at" or a zone."""
    return not (match.get("zone") or " " in match.text or _CLOCK_CUE.search(before))


def _the_week(match: Match, before: str, after: str) -> bool:
    return bool(re.match(r"\s+(?:of|before|after|following|when|that|in|leading)\b", after))


def _duration(match: Match, before: str, after: str) -> bool:
    low = match.text.lower()
    if match.text.startswith(("last ", "past ")) and not _DETERMINED_LENGTH.search(before):
        # "The truce is to last seven days": a verb.
        return True
    if low in ("a minute", "a second", "a moment"):
        # "Wait a minute", "he gave it a second".
        return not re.search(r"\b(?:for|in|within|about|per|lasted|than)\s+$", before)
    # "About a quarter of them", "three quarters said so": a fraction, unless "the last two".
    if low.endswith(" quarter"):
        return low.endswith("a quarter")
    return low.endswith("quarters") and not low.startswith("the ")


_REFUSALS = {
    "month": _month,
    "year": _year,
    "duration": _duration,
    "day month": _day_month,
    "years from to": _years,
    "years from to, short": _years,
    "year, last two digits": _short_year,
    "day of the month": _day_of_month,
    "season": _season,
    "last month by name": _by_name,
    "next month by name": _by_name,
    "this month by name": _by_name,
    "last weekday": _by_name,
    "next weekday": _by_name,
    "relative holiday": _by_name,
    "relative season": _by_name,
    "day before or after": _to_the_day,
    "noon": _noon,
    "now": _now,
    "some time": _some_time,
    "the past": _past,
    "weekday": _weekday,
    "quarter": _quarter,
    "every period": _quarter,
    "told quarter": _quarter,
    "unknown number": _plural,
    "plural before or after": _before,
    "the week": _the_week,
    "daily": _title,
    "weekly": _title,
    "monthly": _title,
    "quarterly": _abstract,
    "clock of 24 hours": _hours,
}
