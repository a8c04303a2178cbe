"""The parser, loaded once, and the actors of a short text."""

from collections.abc import Callable
from datetime import date

import pytest

from onrecord.language.layers import layers_of
from onrecord.record import Actor, Report, report_id
from onrecord.resolve.actors import read_actors


@pytest.fixture(scope="session")
def nlp():
    """The base pipeline."""
    from onrecord.language import pipeline

    return pipeline.load()


@pytest.fixture(scope="session")
def actors_of(nlp) -> Callable[[str], dict[str, Actor]]:
    """Actors of a text by id."""
    return lambda text: {actor.id: actor for actor in read_actors(nlp(text))}


@pytest.fixture(scope="session")
def forms() -> Callable[[Actor], list[tuple[str, str]]]:
    """An actor's mentions as text and form."""
    return lambda actor: [(m.text, m.form) for m in actor.mentions]


@pytest.fixture(scope="session")
def actors_on(nlp) -> Callable[[str, str], dict[str, Actor]]:
    """Actors by id of a text published on a day."""

    def read(text: str, day: str) -> dict[str, Actor]:
        doc = nlp(text)
        layers_of(doc).report = Report(
            id=report_id(text), text=text, published=date.fromisoformat(day), published_from="given"
        )
        return {actor.id: actor for actor in read_actors(doc)}

    return read
