"""spaCy factory of this room: ``onrecord_statements``."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from onrecord.language.layers import layers_of, register


class Statements:
    """Writes ``doc._.onrecord.statements``: who said what, in which words."""

    def __call__(self, doc: Doc) -> Doc:
        """Read the statements of ``doc`` into its layers."""
        layers_of(doc).statements = ()
        return doc


@Language.factory(
    "onrecord_statements",
    assigns=["doc._.onrecord"],
    requires=["token.tag", "token.dep", "token.lemma"],
    default_config={},
)
def make_statements(nlp: Language, name: str) -> Statements:
    """Make the component; ``nlp`` and ``name`` are spaCy's."""
    register()
    return Statements()
