"""One meeting, one event in several reports: the same sides, near days, places that agree."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Final, TypeAlias

from onrecord.derive import pairing
from onrecord.derive.sayings import stems

DAY: Final = 1
"""Time zones and "on Monday night" move a happening by a day."""
PRINTED: Final = 3
"""Reports that give a happening no day are of one when printed this near to each other."""

_SHARED, _MATTER = 3, 0.3
"""Words of matter that the sentences of one event share, and their share of the shorter one's."""

Side: TypeAlias = tuple[str, int]
"""A country (``""`` where it has none) and the identity of the person; 0 for the state itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A report's version of a meeting or event.

    ``type`` is a PLOVER type, for meetings ``"meeting"``; ``sides`` are who acts or attends,
    ``others`` who is acted upon (of meetings, nobody). ``day`` is ``None`` where the report gives
    none, ``printed`` the report's own, ``text`` the sentence that tells of it. ``place`` is
    narrower than ``country``. ``remote`` says of a meeting whether it is a call, ``None`` where
    it may be either.
    """

    key: int
    report: int
    type: str
    sides: frozenset[Side]
    others: frozenset[Side] = frozenset()
    day: date | None = None
    last_day: date | None = None
    printed: date | None = None
    place: str | None = None
    country: str | None = None
    status: str = "happened"
    text: str = ""
    remote: bool | None = None


def likeness(one: Told, other: Told) -> float:
    """Return how much says that the two versions are of one happening; 0 where they are not."""
    if one.report == other.report or one.type != other.type or not _days_agree(one, other):
        return 0.0
    for mine, theirs in ((one.place, other.place), (one.country, other.country)):
        if mine is not None and theirs is not None and mine != theirs:
            return 0.0
    if one.status != other.status and "denied" in {one.status, other.status}:
        return 0.0
    placed = one.place is not None and one.place == other.place
    dated = one.day is not None and other.day is not None
    agreed = agreement(one.sides, other.sides)
    upon = agreement(one.others, other.others)
    if one.type == "meeting":
        if None not in {one.remote, other.remote} and one.remote != other.remote:
            return 0.0
        # Without both days, states alone meet too often: the same people must, or at one place.
        people = len({side for side in one.sides & other.sides if side[1]})
        travels = dated and placed and _travels(one, other, agreed)
        placed = placed or _in_one_country(one, other)
        enough = agreed >= (1 if travels else 2) and (dated or placed or people >= 2)
    elif one.others or other.others:
        # "The two leaders discussed trade" is another talk where one of the two is another.
        rival = agreed < min(len(one.sides), len(other.sides)) or (
            upon < min(len(one.others), len(other.others))
        )
        enough = min(agreed, upon) >= 1 and not rival and _same_matter(one.text, other.text)
    else:
        enough = agreed >= 1 and placed and _same_matter(one.text, other.text)
    return agreed + upon + placed + dated + (one.day == other.day) if enough else 0.0


def _in_one_country(one: Told, other: Told) -> bool:
    """Return whether a country is all that one of them says of the place, and the other's too.

    "Talks in Saudi Arabia" are those in Riyadh.
    """
    named = one.place is None or other.place is None
    return named and one.country is not None and one.country == other.country


def _travels(one: Told, other: Told, agreed: int) -> bool:
    """Return whether one shared side is enough: it is abroad, and nobody else is named instead.

    A president receives many at home on one day, and calls many from there.
    """
    if one.remote or other.remote or agreed < min(len(one.sides), len(other.sides)):
        return False
    shared = {country for country, _ in one.sides} & {country for country, _ in other.sides}
    where = one.country or other.country
    return where is None or where not in shared


def _same_matter(one: str, other: str) -> bool:
    """Return whether two sentences share enough words to tell of one event.

    Of the same two sides there is too much on some days: who acts upon whom is not enough.
    Where a sentence is missing nothing speaks against.
    """
    mine, theirs = _stems(one), _stems(other)
    shared = len(mine & theirs)
    return (
        not mine
        or not theirs
        or (shared >= _SHARED and shared >= _MATTER * min(len(mine), len(theirs)))
    )


@lru_cache(maxsize=4096)
def _stems(text: str) -> frozenset[str]:
    return stems(text)


def agreement(one: frozenset[Side], other: frozenset[Side]) -> int:
    """Return on how many sides the two agree.

    A country agrees with any of its people; two people of one country are two sides.
    """
    agreed = 0
    countries = {country for country, _ in one} & {country for country, _ in other}
    for country in countries:
        mine = {who for its, who in one if its == country and who}
        theirs = {who for its, who in other if its == country and who}
        shared = len(mine & theirs)
        # The state itself, named by at least one of them, stands for whoever went.
        agreed += shared or (1 if country and not (mine and theirs) else 0)
    return agreed


def _days_agree(one: Told, other: Told) -> bool:
    mine, theirs = one.day or one.printed, other.day or other.printed
    if mine is None or theirs is None:
        return False
    if one.day is None or other.day is None:
        return abs((mine - theirs).days) <= PRINTED
    end, start = (
        (one.last_day or mine, theirs)
        if mine <= theirs
        else (
            other.last_day or theirs,
            mine,
        )
    )
    return (start - end).days <= DAY


def pairs(fresh: Iterable[Told], known: Iterable[Told]) -> Iterator[tuple[float, Told, Told]]:
    """Yield the pairs of one happening among ``fresh``, and between them and ``known``."""
    return pairing.pairs(fresh, known, signs=_signs, likeness=likeness)


def _signs(told: Told) -> set[tuple[str, Side]]:
    return {(told.type, (country, 0) if country else ("", who)) for country, who in told.sides}
