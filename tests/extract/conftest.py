"""The base pipeline, loaded once for this folder, and short ways to read a text with it."""

from collections.abc import Callable
from datetime import date

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from onrecord.extract.shape import Attribution
from onrecord.language.layers import layers_of
from onrecord.language.pipeline import load
from onrecord.record import Actor, Report, Statement, report_id

Parse = Callable[..., Doc]


@pytest.fixture(scope="session")
def nlp() -> Language:
    return load()


@pytest.fixture(scope="session")
def parse(nlp: Language) -> Parse:
    def parsed(text: str, published: date | None = None) -> Doc:
        doc = nlp.make_doc(text)
        layers_of(doc).report = Report(id=report_id(text), text=text, published=published)
        return nlp(doc)

    return parsed


@pytest.fixture(scope="session")
def by_rule(parse: Parse) -> Callable[[str], list[tuple[str, str, str]]]:
    """Source, cue and content of each attribution, as words."""
    from onrecord.extract.rules import attributions_by_rule

    def found(text: str) -> list[tuple[str, str, str]]:
        doc = parse(text)
        return [words_of(doc, a) for a in attributions_by_rule(doc)]

    return found


@pytest.fixture(scope="session")
def statements(parse: Parse) -> Callable[..., tuple[tuple[Statement, ...], dict[str, Actor]]]:
    """The statements of a text, and the actors by id."""
    from onrecord.extract.statements import StatementReader

    def read(
        text: str, published: date | None = None
    ) -> tuple[tuple[Statement, ...], dict[str, Actor]]:
        found, actors = StatementReader().read(parse(text, published))
        return found, {actor.id: actor for actor in actors}

    return read


def words_of(doc: Doc, attribution: Attribution) -> tuple[str, str, str]:
    source, cue, content = (
        " … ".join(doc.text[start:end] for start, end in spans)
        for spans in (attribution.source, attribution.cue, attribution.content)
    )
    return source, cue, content
