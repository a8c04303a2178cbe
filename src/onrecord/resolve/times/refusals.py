"""What looks like a calendar expression and is none: ages, counts, names, verbs."""

from __future__ import annotations

import re

from spacy.tokens import Doc

from onrecord.resolve.times.scan import Match

_AGE_AFTER = re.compile(r"[-\s]?(?:of age|old\b|-olds?\b)", re.IGNORECASE)
_AGE_BEFORE = re.compile(r"\b(?:aged|age|ages)\s+$", re.IGNORECASE)
_NAME_AFTER = re.compile(
    r"\s+(?:Times|Telegraph|Mirror|Express|Mail|Post|Herald|Business Post|Sun|World|Star|Tribune|"
    r"Night (?:Live|Football)|Prayer|Agreement|Programme|Revolution|Spring|Protocol|Movement|War)\b"
)
_NAME_BEFORE = re.compile(
    r"\b(?:Mail|Telegraph|Independent|Herald|Scotland|Ireland|Star|Post) on $|"
    r"\b(?:Bloody|Black|Cyber|Super|Fat) $|\b(?:USA|Russia|India|Psychology|Africa) $|"
    r"\b(?:Arab|Prague|Palm) $"
)
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
_FRACTION = re.compile(r"\s+of\b|\s+(?:point|points|finals?|back|horse)\b", re.IGNORECASE)


def is_refused(match: Match, text: str, doc: Doc | None) -> bool:
    """Whether the words around the match show that it dates nothing."""
    start, end = match.span
    before, after = text[max(0, start - 24) : start], text[end : end + 24]
    if _AGE_AFTER.match(after) or _AGE_BEFORE.search(before):
        return match.rule.type == "duration" or match.rule.meaning in ("every", "year")
    if match.text[0].isdigit() and _MONEY.search(before):
        return True
    return _REFUSALS.get(match.rule.name, _never)(match, before, after) or _is_name(
        match, before, after
    )


def _never(match: Match, before: str, after: str) -> bool:
    return False


def _is_name(match: Match, before: str, after: str) -> bool:
    if not match.text[0].isupper() or match.rule.meaning in ("day",):
        return False
    return bool(_NAME_AFTER.match(after) or _NAME_BEFORE.search(before))


def _month(match: Match, before: str, after: str) -> bool:
    if match.get("early") or match.text.endswith("."):
        return False
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
    return bool(_COUNTED.match(after))


def _duration(match: Match, before: str, after: str) -> bool:
    return match.text.lower().endswith(("quarter", "quarters")) and bool(_FRACTION.match(after))


_REFUSALS = {"month": _month, "year": _year, "duration": _duration}
