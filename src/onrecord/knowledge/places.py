"""Places with coordinates: states, regions, cities and venues."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from typing import Literal, TypeAlias, cast

from onrecord.knowledge.regions import regions
from onrecord.knowledge.states import state_by_id
from onrecord.knowledge.table import check_ids, rows, split

PlaceKind: TypeAlias = Literal["country", "region", "capital", "city", "venue"]

_LETTERS = str.maketrans(
    {"ı": "i", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "æ": "ae", "œ": "oe", "ß": "ss", "ə": "a"}
    | dict.fromkeys("’‘ʻʼ", "'")
)
_GAP = re.compile(r"[\s\-–]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownPlace:
    """A place; ``lat`` and ``lon`` are degrees (WGS 84).

    Of a state they are the mean point of its inhabitants, of a region beyond the United States
    roughly its middle. ``part_of`` is the id of the US state a city lies in. ``population`` is
    known of cities alone.
    """

    id: str
    kind: PlaceKind
    name: str
    aliases: tuple[str, ...]
    country: str
    part_of: str | None
    lat: float
    lon: float
    population: int | None
    source: tuple[str, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """Every name of the place, the usual one first."""
        return (self.name, *self.aliases)


@cache
def places() -> tuple[KnownPlace, ...]:
    """Return all places, states first; states and regions under all the names their tables give."""
    other = {region.id: region.aliases for region in regions()}
    states = state_by_id()
    found = tuple(
        KnownPlace(
            id=row["id"],
            kind=cast(PlaceKind, row["kind"]),
            name=row["name"],
            aliases=(
                states[row["country"]].names[1:]
                if row["kind"] == "country"
                else other.get(row["id"], split(row["aliases"]))
            ),
            country=row["country"],
            part_of=row["part_of"] or None,
            lat=float(row["lat"]),
            lon=float(row["lon"]),
            population=int(row["population"]) if row["population"] else None,
            source=split(row["source"]),
        )
        for row in rows("places.csv")
    )
    check_ids("places.csv", (place.id for place in found))
    return found


@cache
def places_named() -> dict[str, tuple[KnownPlace, ...]]:
    """Return the places by :func:`place_key` of each name, in the table's order."""
    found: dict[str, list[KnownPlace]] = {}
    for place in places():
        for key in dict.fromkeys(map(place_key, place.names)):
            found.setdefault(key, []).append(place)
    return {key: tuple(some) for key, some in found.items()}


def place_key(name: str) -> str:
    """Return the form under which a place's name is looked up.

    Without article, accents, capitals and dots, hyphens as blanks: ``Sharm el-Sheikh`` and
    ``Sharm El Sheikh`` are one.
    """
    plain = name.lower()
    if not plain.isascii():
        plain = unicodedata.normalize("NFKD", plain.translate(_LETTERS))
        plain = "".join(c for c in plain if not unicodedata.combining(c))
    plain = _GAP.sub(" ", plain.replace(".", "").replace(",", " ")).strip()
    return plain.removeprefix("the ")
