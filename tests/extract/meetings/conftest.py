"""The meetings of a short text, with what they need read before."""

from collections.abc import Callable
from datetime import date

import pytest
from spacy.tokens import Doc, Token

from onrecord.extract.meetings import read_meetings
from onrecord.extract.meetings.parties import Parties
from onrecord.extract.meetings.scene import Scene
from onrecord.extract.meetings.setting import Setting
from onrecord.extract.statements import StatementReader
from onrecord.language.layers import layers_of
from onrecord.record import Meeting
from onrecord.resolve.actors import read_actors
from onrecord.resolve.places import read_places
from onrecord.resolve.times import read_times

WEDNESDAY = date(2025, 3, 12)


@pytest.fixture(scope="session")
def read(parse) -> Callable[..., Doc]:
    """A text with times, actors and places, published on Wednesday, 12 March 2025."""

    def parsed(text: str, published: date | None = WEDNESDAY) -> Doc:
        doc = parse(text, published)
        layers = layers_of(doc)
        layers.times = read_times(doc, published)
        layers.actors = read_actors(doc)
        layers.places = read_places(doc)
        layers.statements, layers.actors = StatementReader().read(doc)
        return doc

    return parsed


@pytest.fixture(scope="session")
def meetings(read) -> Callable[..., list[Meeting]]:
    return lambda text: list(read_meetings(read(text))[0])


@pytest.fixture(scope="session")
def scene(read) -> Callable[[str], Scene]:
    def made(text: str) -> Scene:
        doc = read(text)
        layers = layers_of(doc)
        return Scene(
            doc=doc,
            parties=Parties(doc, layers.actors),
            setting=Setting(doc, layers.places, layers.times),
            statements=layers.statements,
            published=layers.published,
        )

    return made


def word(doc: Doc, text: str) -> Token:
    return next(token for token in doc if token.text == text)


def parts(meeting: Meeting) -> dict[str, str]:
    return {p.actor: p.role for p in meeting.participants}
