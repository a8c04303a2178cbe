"""The base pipeline, loaded once for the tests that need a parse, and a reader without one."""

from collections.abc import Callable
from datetime import date

import pytest
import spacy
from spacy.language import Language

from onrecord.language import pipeline
from onrecord.record import Time
from onrecord.resolve.times import read_times

Reader = Callable[..., tuple[Time, ...]]


@pytest.fixture(scope="session")
def nlp() -> Language:
    return pipeline.load()


@pytest.fixture(scope="session")
def plain() -> Reader:
    """Read a text that has not been parsed."""
    blank = spacy.blank("en")

    def read(text: str, published: str | None = None) -> tuple[Time, ...]:
        return read_times(blank(text), date.fromisoformat(published) if published else None)

    return read


@pytest.fixture(scope="session")
def parsed(nlp: Language) -> Reader:
    """Read a parsed text."""

    def read(text: str, published: str | None = None) -> tuple[Time, ...]:
        return read_times(nlp(text), date.fromisoformat(published) if published else None)

    return read
