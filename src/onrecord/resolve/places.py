"""Places: where a report says that things are, by coordinates.

names (``place_names``) -> those that say where something is (``spots``) -> the one of each name
that is meant (``namesakes``) -> Place
"""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc

from onrecord.knowledge import KnownPlace
from onrecord.language.layers import layers_of
from onrecord.record import Actor, Place, Span
from onrecord.resolve.actors import read_actors
from onrecord.resolve.namesakes import Namesakes
from onrecord.resolve.place_names import find
from onrecord.resolve.reading import Reading, read
from onrecord.resolve.spots import Spots


def read_places(doc: Doc) -> tuple[Place, ...]:
    """Return the places of ``doc`` in the order of their first mention."""
    layers = layers_of(doc)
    actors = layers.actors if layers.actors is not None else read_actors(doc)
    return places_of(read(doc), actors)


def places_of(reading: Reading, actors: Sequence[Actor]) -> tuple[Place, ...]:
    """Return the places of a reading whose ``actors`` are known."""
    found = list(find(reading))
    spots, namesakes = Spots(reading, actors), Namesakes(reading, actors, found)
    chosen: dict[str, tuple[KnownPlace, list[Span], float]] = {}
    for number, named in enumerate(found):
        if not spots.is_one(named):
            continue
        after = found[number + 1] if number + 1 < len(found) else None
        choice = namesakes.choose(named, after)
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
