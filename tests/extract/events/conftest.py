"""Triggers and events of a text, read with the base pipeline and the rules for statements."""

from collections.abc import Callable

import pytest

from onrecord.extract.events.trigger import Trigger
from onrecord.extract.events.triggers import triggers
from onrecord.record import Actor, Event


@pytest.fixture(scope="session")
def triggered(parse) -> Callable[[str], list[Trigger]]:
    def found(text: str) -> list[Trigger]:
        return triggers(parse(text))

    return found


@pytest.fixture(scope="session")
def events(parse) -> Callable[..., tuple[tuple[Event, ...], dict[str, Actor]]]:
    from onrecord.extract.events.read import read_events
    from onrecord.extract.statements import StatementReader
    from onrecord.language.layers import layers_of
    from onrecord.resolve.places import read_places
    from onrecord.resolve.times import read_times

    def read(text, published=None):
        doc = parse(text, published)
        layers = layers_of(doc)
        layers.times = read_times(doc, published)
        layers.statements, layers.actors = StatementReader().read(doc)
        layers.places = read_places(doc)
        found, actors = read_events(doc)
        return found, {actor.id: actor for actor in actors}

    return read
