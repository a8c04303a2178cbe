"""Which of the places with one name is meant.

The report's context chooses: what follows the comma, the countries it names, the far larger city.
Where none of these decides, it stays open.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from onrecord.knowledge import KnownPlace
from onrecord.record import Actor
from onrecord.resolve.place_names import Named
from onrecord.resolve.reading import Reading

_FAR_LARGER = 5  # times as many inhabitants
_ANYWHERE = 10  # times as many, that its name means it in reports on other countries too
_LARGE_CITY = 500_000  # a US city that its state's name means first (New York)
_REGION_WORDS = frozenset({"state", "province"})
_SURE, _FAIR = 0.9, 0.7


class Namesakes:
    """Chooses by the countries a report speaks of: those of its actors and of its places."""

    def __init__(self, reading: Reading, actors: Sequence[Actor], found: Sequence[Named]) -> None:
        self.reading = reading
        self._spoken_of: Counter[str] = Counter()
        for actor in actors:
            if actor.country is not None and actor.kind != "outlet":
                self._spoken_of[actor.country] += len(actor.mentions)
        for named in found:
            for country in {p.country for p in named.meant} if len(named.meant) == 1 else ():
                self._spoken_of[country] += 1

    def choose(self, named: Named, after: Named | None) -> tuple[KnownPlace, float] | None:
        """Return the place meant and how sure that is, ``None`` where it stays open."""
        meant = named.meant
        around = self._around(named, after)
        if around is not None:
            meant = tuple(p for p in meant if self._lies_in(p, around))
            if not meant:
                return None  # Paris, Texas
        if len(meant) == 1:
            (place,) = meant
            known = place.kind != "city" or around is not None or self._spoken_of[place.country] > 1
            return place, _SURE if known else _FAIR
        best = self._region_or_city(named, meant) or self._country_or_region(meant)
        if best is not None:
            return best, _SURE
        return self._by_countries(meant)

    def _around(self, named: Named, after: Named | None) -> Named | None:
        """What follows the name after a comma, where that is a state or region itself."""
        if after is None or after.start != named.end + 1:
            return None
        if (
            self.reading.words[named.end] != ","
            or self.reading.sentence[after.start] != (self.reading.sentence[named.start])
        ):
            return None
        if not any(p.kind in ("country", "region") for p in after.meant):
            return None
        if all(p.kind in ("country", "region") for p in named.meant):
            return None  # Germany, Italy and Poland
        if self._in_list(after):
            return None
        head = self.reading.head_of(after.start, after.end)
        if self.reading.deps[head] in ("nsubj", "nsubjpass", "poss"):
            return None  # after the summit in Singapore, North Korea returned
        return after

    def _in_list(self, after: Named) -> bool:
        """Whether the names stand in a list: in Paris, Germany and Italy."""
        reading = self.reading
        head = reading.head_of(after.start, after.end)
        return reading.deps[head] == "conj" or reading.lower[after.end : after.end + 1] == ["and"]

    @staticmethod
    def _lies_in(place: KnownPlace, around: Named) -> bool:
        return any(
            place.part_of == area.id
            or (area.kind == "country" and place.country == area.country)
            or (area.kind == "region" and not place.part_of and place.country == area.country)
            for area in around.meant
            if area is not place
        )

    def _region_or_city(self, named: Named, meant: tuple[KnownPlace, ...]) -> KnownPlace | None:
        """Washington and New York are cities, unless the word "state" stands beside them."""
        regions = [p for p in meant if p.kind == "region"]
        cities = [p for p in meant if p.kind in ("city", "capital") and p.population]
        if len(regions) != 1 or not cities or any(p.kind == "country" for p in meant):
            return None
        lower = self.reading.lower
        if lower[named.end : named.end + 1] and lower[named.end] in _REGION_WORDS:
            return regions[0]
        if lower[max(0, named.start - 2) : named.start] in (["state", "of"], ["province", "of"]):
            return regions[0]
        largest = max(cities, key=lambda p: p.population or 0)
        american = regions[0].country == "USA" and (largest.population or 0) > _LARGE_CITY
        return largest if american and largest.country == "USA" else regions[0]

    def _country_or_region(self, meant: tuple[KnownPlace, ...]) -> KnownPlace | None:
        """A state before its capital of the same name, or before a US state (Georgia).

        The US state is meant where the report speaks of the United States and hardly of others.
        """
        countries = [p for p in meant if p.kind == "country"]
        if len(countries) != 1:
            return None
        region = next((p for p in meant if p.kind == "region"), None)
        if region is None:
            return countries[0]
        abroad = self._spoken_of.total() - self._spoken_of[region.country]
        return region if self._spoken_of[region.country] > 2 * abroad else countries[0]

    def _by_countries(self, meant: tuple[KnownPlace, ...]) -> tuple[KnownPlace, float] | None:
        """The far larger city, the place in the country spoken of; else none."""
        first, second, *_ = sorted(meant, key=_size, reverse=True)
        times_larger = _size(first) / max(_size(second), 1)
        if times_larger >= _ANYWHERE:
            return first, _SURE
        named = [p for p in meant if self._spoken_of[p.country]]
        if len({p.country for p in named}) == 1:
            return max(named, key=_size), _SURE
        return (first, _FAIR) if times_larger >= _FAR_LARGER else None


def _size(place: KnownPlace) -> int:
    """Inhabitants; a capital counts fivefold, a venue or region as a large city."""
    if place.population is None:
        return _LARGE_CITY
    return place.population * (_FAR_LARGER if place.kind == "capital" else 1)
