"""spaCy factories of this room: statements, commitments and meetings (``onrecord_...``)."""

from __future__ import annotations

from importlib.util import find_spec
from typing import Literal

from spacy.language import Language
from spacy.tokens import Doc

from onrecord.extract.commitments import read_commitments
from onrecord.extract.events.confidence import FLOOR
from onrecord.extract.events.kinds import Kinds, trained
from onrecord.extract.events.read import read_events
from onrecord.extract.learned import Learned
from onrecord.extract.meetings import read_meetings
from onrecord.extract.rules import attributions_by_rule
from onrecord.extract.statements import Attribute, StatementReader
from onrecord.language.encoder import Encoder
from onrecord.language.layers import Layers, layers_of, register

Attributor = Literal["auto", "model", "rules"]
MODEL = "onrecord_en"


class Statements:
    """Writes ``doc._.onrecord.statements``: who said what, in which words."""

    def __init__(self, reader: StatementReader) -> None:
        self.reader = reader

    @property
    def model(self) -> str:
        """What finds the attributions: the model's name and version, or ``rules``."""
        attribute = self.reader.attribute
        return attribute.encoder.name_and_version if isinstance(attribute, Learned) else "rules"

    def __call__(self, doc: Doc) -> Doc:
        """Read the statements of ``doc``, and the actors only they name, into its layers."""
        layers = layers_of(doc)
        layers.statements, layers.actors = self.reader.read(doc)
        return doc


class Events:
    """Writes ``doc._.onrecord.events``: who did what to whom, by PLOVER."""

    def __init__(self, table: Kinds, *, min_confidence: float) -> None:
        self.table = table
        self.min_confidence = min_confidence

    def __call__(self, doc: Doc) -> Doc:
        """Read the events of ``doc``, and the actors only they name, into its layers."""
        layers = _with_statements(doc)
        layers.events, layers.actors = read_events(
            doc, table=self.table, min_confidence=self.min_confidence
        )
        return doc


class Commitments:
    """Writes ``doc._.onrecord.commitments``: what actors take on or rule out."""

    def __call__(self, doc: Doc) -> Doc:
        """Read the commitments of ``doc``, and the actors only they name, into its layers."""
        layers = _with_statements(doc)
        layers.commitments, layers.actors = read_commitments(doc)
        return doc


def _with_statements(doc: Doc) -> Layers:
    """The layers of ``doc``; its statements are read by rules where no component has done so."""
    layers = layers_of(doc)
    if layers.statements is None:
        layers.statements, layers.actors = StatementReader().read(doc)
    return layers


@Language.factory(
    "onrecord_statements",
    assigns=["doc._.onrecord"],
    requires=["token.tag", "token.dep", "token.lemma"],
    default_config={"attributor": "auto", "min_confidence": 0.0},
)
def make_statements(
    nlp: Language, name: str, attributor: Attributor, min_confidence: float
) -> Statements:
    """Make the component; ``nlp`` and ``name`` are spaCy's."""
    register()
    return Statements(StatementReader(attribute=_ways(attributor), min_confidence=min_confidence))


@Language.factory(
    "onrecord_events",
    assigns=["doc._.onrecord"],
    requires=["doc._.onrecord", "token.tag", "token.dep", "token.lemma"],
    default_config={"min_confidence": FLOOR},
)
def make_events(nlp: Language, name: str, min_confidence: float) -> Events:
    """Make the component; ``nlp`` and ``name`` are spaCy's."""
    register()
    return Events(trained(), min_confidence=min_confidence)


@Language.factory(
    "onrecord_commitments",
    assigns=["doc._.onrecord"],
    requires=["doc._.onrecord", "token.tag", "token.dep", "token.lemma"],
    default_config={},
)
def make_commitments(nlp: Language, name: str) -> Commitments:
    """Make the component; ``nlp`` and ``name`` are spaCy's."""
    register()
    return Commitments()


def _ways(attributor: Attributor) -> Attribute:
    """The trained model where asked for or installed, else the rules."""
    if attributor == "rules" or (attributor == "auto" and find_spec(MODEL) is None):
        return attributions_by_rule
    return Learned(Encoder.from_package(MODEL))


class Meetings:
    """Writes ``doc._.onrecord.meetings``: who meets or calls whom, where, when and about what."""

    def __call__(self, doc: Doc) -> Doc:
        """Read the meetings of ``doc``, and the actors only they name, into its layers."""
        layers = layers_of(doc)
        layers.meetings, layers.actors = read_meetings(doc)
        return doc


@Language.factory(
    "onrecord_meetings",
    assigns=["doc._.onrecord"],
    requires=["token.tag", "token.dep", "token.lemma"],
    default_config={},
)
def make_meetings(nlp: Language, name: str) -> Meetings:
    """Make the component; ``nlp`` and ``name`` are spaCy's."""
    register()
    return Meetings()
