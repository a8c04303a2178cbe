"""spaCy factory of this room: ``onrecord_statements``."""

from __future__ import annotations

from typing import Literal

from spacy.language import Language
from spacy.tokens import Doc

from onrecord.extract.rules import attributions_by_rule
from onrecord.extract.statements import Attribute, StatementReader
from onrecord.language.layers import layers_of, register

Attributor = Literal["auto", "model", "rules"]


class Statements:
    """Writes ``doc._.onrecord.statements``: who said what, in which words."""

    def __init__(self, reader: StatementReader) -> None:
        self.reader = reader

    def __call__(self, doc: Doc) -> Doc:
        """Read the statements of ``doc``, and the actors only they name, into its layers."""
        layers = layers_of(doc)
        layers.statements, layers.actors = self.reader.read(doc)
        return doc


@Language.factory(
    "onrecord_statements",
    assigns=["doc._.onrecord"],
    requires=["token.tag", "token.pos", "token.dep", "token.lemma"],
    default_config={"attributor": "auto", "min_confidence": 0.0},
)
def make_statements(
    nlp: Language, name: str, attributor: Attributor, min_confidence: float
) -> Statements:
    """Make the component; ``nlp`` and ``name`` are spaCy's."""
    register()
    return Statements(StatementReader(attribute=_ways(attributor), min_confidence=min_confidence))


def _ways(attributor: Attributor) -> Attribute:
    return attributions_by_rule
