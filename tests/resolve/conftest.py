"""The parser, loaded once, and the actors of a short text."""

from collections.abc import Callable

import pytest

from onrecord.record import Actor
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
