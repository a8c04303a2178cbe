"""Places: where a report says that things are, by coordinates.

A name is a place where it says where: "in Paris", "the Paris summit", "a visit to Jordan". Where
it stands for those who govern from there ("Paris rejected the plan") or belongs to a person
(Michael Jordan) or a body (the Bank of England) it is none. Of places with one name the report's
context chooses: what follows the comma, the countries it names, the far larger city; where none
of these decides, the name stays unread.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc

from onrecord.knowledge import KnownPlace, place_key, places_named
from onrecord.language.layers import layers_of
from onrecord.record import Actor, Place, Span
from onrecord.resolve.actors import read_actors
from onrecord.resolve.lexicon import MOTION_VERBS, word_set
from onrecord.resolve.reading import Reading, read

_LONGEST = 6  # tokens of a place's name
_FAR_LARGER = 5  # times as many inhabitants
_ANYWHERE = 10  # times as many, that its name means it in reports on other countries too
_LARGE_CITY = 500_000  # a US city that its state's name means first (New York)
_GEOGRAPHIC = frozenset({"GPE", "LOC", "FAC"})
_NAMES = frozenset({"PERSON", "ORG", "EVENT", "LAW", "WORK_OF_ART", "PRODUCT", "NORP", "LANGUAGE"})
_WHERE = word_set(
    """in at near outside inside around across throughout through via within into onto toward
    towards from to between"""
)
_JOURNEYS = word_set(
    "visit trip journey travel tour flight return arrival stay stop stopover mission voyage"
)
_VISITING = word_set("visit tour leave enter reach depart")
_SETTLEMENTS = word_set("village town city port capital resort suburb district island base")
_GATHERINGS = word_set("summit meeting talks conference forum visit trip dialogue session round")
_REGION_WORDS = frozenset({"state", "province"})
_SURE, _FAIR = 0.9, 0.7


@dataclass(frozen=True, slots=True)
class _Named:
    """Tokens `[start, end)` that print the name of each of ``meant``."""

    start: int
    end: int
    meant: tuple[KnownPlace, ...]


def read_places(doc: Doc) -> tuple[Place, ...]:
    """Return the places of ``doc`` in the order of their first mention."""
    layers = layers_of(doc)
    actors = layers.actors if layers.actors is not None else read_actors(doc)
    return places_of(read(doc), actors)


def places_of(reading: Reading, actors: Sequence[Actor]) -> tuple[Place, ...]:
    """Return the places of a reading whose ``actors`` are known."""
    found = list(_find(reading))
    context = _Context(reading, actors, found)
    chosen: dict[str, tuple[KnownPlace, list[Span], float]] = {}
    for number, named in enumerate(found):
        if not context.is_place(named):
            continue
        after = found[number + 1] if number + 1 < len(found) else None
        choice = context.choose(named, after)
        if choice is None:
            continue
        place, sure = choice
        _, mentions, least = chosen.setdefault(place.id, (place, [], sure))
        mentions.append(reading.span(named.start, named.end))
        chosen[place.id] = place, mentions, max(sure, least)
    return tuple(
        Place(
            id=place.id,
            name=place.name,
            country=place.country,
            lat=place.lat,
            lon=place.lon,
            mentions=tuple(mentions),
            confidence=sure,
        )
        for place, mentions, sure in chosen.values()
    )


def _find(reading: Reading) -> Iterator[_Named]:
    """Yield the longest names of places in text order, none overlapping another."""
    table, firsts = places_named(), _firsts()
    at = 0
    while at < len(reading):
        if reading.words[at][:1].isupper() and place_key(reading.words[at]) in firsts:
            for end in range(min(at + _LONGEST, len(reading)), at, -1):
                meant = table.get(place_key(reading.printed(at, end)))
                # "us" is no state, and neither is what begins with a dot or ends in a comma.
                if meant and reading.words[end - 1][:1].isalnum() and _capital(reading, at, end):
                    yield _Named(at, end, meant)
                    at = end - 1
                    break
        at += 1


@cache
def _firsts() -> frozenset[str]:
    """The first words of all names."""
    return frozenset(key.split(" ", 1)[0] for key in places_named())


def _capital(reading: Reading, start: int, end: int) -> bool:
    word = reading.words[start]
    if end - start == 1 and len(word) <= 3:
        return word.isupper() and reading.tags[start] != "PRP"
    return True


class _Context:
    """What a report says beside a name: its countries, its actors, its grammar."""

    def __init__(self, reading: Reading, actors: Sequence[Actor], found: Sequence[_Named]) -> None:
        self.reading = reading
        self._taken: dict[int, list[tuple[Actor, int, int]]] = {}
        self._spoken_of: Counter[str] = Counter()
        for actor in actors:
            if actor.country is not None and actor.kind != "outlet":
                self._spoken_of[actor.country] += len(actor.mentions)
            for mention in actor.mentions:
                if mention.form in ("pronoun", "nominal"):
                    continue  # the mayor of Paris, the Paris summit: the place is still one
                start, end = reading.tokens_at(mention.span)
                for i in range(start, end):
                    self._taken.setdefault(i, []).append((actor, start, end))
        for named in found:
            for country in {p.country for p in named.meant} if len(named.meant) == 1 else ():
                self._spoken_of[country] += 1
        self._entity = {
            i: (start, end, label)
            for start, end, label in reading.entities
            for i in range(start, end)
        }

    def is_place(self, named: _Named) -> bool:
        """Whether the name says where something is."""
        reading, head = self.reading, self.reading.head_of(named.start, named.end)
        if reading.tags[named.end - 1][:3] not in ("NNP", "NN", "NNS") and not self._labelled(
            named
        ):
            return False
        located = self._located(named.start)
        start, end, label = self._entity.get(head, (named.start, named.end, ""))
        if label in _NAMES and (start < named.start or named.end < end):
            return False  # the Paris Agreement, the Bank of England
        if label == "PERSON" and not located and not self._visited(head):
            return False
        for actor, first, last in self._taken.get(head, ()):
            if actor.kind == "person" and first <= named.start and named.end <= last:
                return False
            if not (actor.kind == "state" and self._visited(head)):
                return False
        if not located and any(p.kind in ("capital", "country") for p in named.meant):
            return self._aside(head)
        if self._in_longer_name(named, head):
            return False
        plain = all(place.kind == "city" for place in named.meant)
        settled = self.reading.lower[max(0, named.start - 2) : named.start]
        sure = self._labelled(named) or (len(settled) == 2 and settled[0] in _SETTLEMENTS)
        return not plain or sure or (located and label not in _NAMES)

    def _in_longer_name(self, named: _Named, head: int) -> bool:
        """Whether the name is but part of one: the Mississippi River, KwaZulu Natal."""
        reading = self.reading
        parent = reading.heads[head]
        if reading.deps[head] == "compound" and parent == named.end:
            return reading.tags[parent] == "NNP" and reading.lower[parent] not in _GATHERINGS
        return any(
            reading.deps[child] == "compound"
            and child < named.start
            and reading.tags[child] == "NNP"
            and child == named.start - 1
            for child in reading.children[head]
        )

    def _labelled(self, named: _Named) -> bool:
        return any(self.reading.labels[i] in _GEOGRAPHIC for i in range(named.start, named.end))

    def _located(self, start: int) -> bool:
        """Whether a preposition of place stands before the name."""
        reading, at = self.reading, start - 1
        while at >= 0 and reading.tags[at] in ("DT", "JJ", "CD", "NNP", "NN", "HYPH", "POS", "``"):
            if start - at > 4:
                break
            at -= 1
        if at < 0 or reading.lower[at] != "of":
            return at >= 0 and reading.lower[at] in _WHERE
        return reading.lower[at - 1] in _SETTLEMENTS  # the border village of Panmunjom

    def _aside(self, head: int) -> bool:
        """Whether a seat of government that no preposition places is the spot all the same.

        Moscow as subject or possessor is the government; "the Moscow trip", "Kyiv, Ukraine" and
        a dateline are the city.
        """
        reading = self.reading
        dep = reading.deps[head]
        if dep == "compound":
            return reading.tags[reading.heads[head]] in ("NN", "NNS") and any(
                p.kind == "capital" for p in places_named().get(place_key(reading.words[head]), ())
            )
        return dep in ("appos", "npadvmod", "ROOT", "dep") or self._visited(head)

    def _visited(self, head: int) -> bool:
        """Whether a state is where somebody goes: a visit to Russia, flew to Japan."""
        reading = self.reading
        while reading.deps[head] == "conj":
            head = reading.heads[head]
        parent = reading.heads[head]
        if reading.deps[head] == "dobj":
            return reading.lemmas[parent] in _VISITING
        governor = reading.heads[parent]
        return (
            reading.deps[head] == "pobj"
            and reading.lower[parent] in ("to", "from", "in", "at", "through", "via", "into")
            and (
                reading.lower[parent] in ("in", "at")
                or reading.lemmas[governor] in _JOURNEYS | MOTION_VERBS
            )
        )

    def choose(self, named: _Named, after: _Named | None) -> tuple[KnownPlace, float] | None:
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

    def _around(self, named: _Named, after: _Named | None) -> _Named | None:
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

    def _in_list(self, after: _Named) -> bool:
        """Whether the names stand in a list: in Paris, Germany and Italy."""
        reading = self.reading
        head = reading.head_of(after.start, after.end)
        return reading.deps[head] == "conj" or reading.lower[after.end : after.end + 1] == ["and"]

    @staticmethod
    def _lies_in(place: KnownPlace, around: _Named) -> bool:
        return any(
            place.part_of == area.id
            or (area.kind == "country" and place.country == area.country)
            or (area.kind == "region" and not place.part_of and place.country == area.country)
            for area in around.meant
            if area is not place
        )

    def _region_or_city(self, named: _Named, meant: tuple[KnownPlace, ...]) -> KnownPlace | None:
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
