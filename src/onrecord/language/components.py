"""spaCy factory of this room: ``onrecord_quotations``."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from onrecord.language.layers import layers_of, register
from onrecord.language.paragraphs import read_layout
from onrecord.language.quotations import read_quotations


class Quotations:
    """Writes ``doc._.onrecord.paragraphs``, ``.headings`` and ``.quotations``."""

    def __call__(self, doc: Doc) -> Doc:
        """Read the layout and the quotations of ``doc`` into its layers."""
        layers = layers_of(doc)
        layers.paragraphs, layers.headings = read_layout(doc.text)
        layers.quotations = read_quotations(doc.text, layers.paragraphs, layers.headings)
        return doc


@Language.factory("onrecord_quotations", assigns=["doc._.onrecord"], default_config={})
def make_quotations(nlp: Language, name: str) -> Quotations:
    """Make the component; ``nlp`` and ``name`` are spaCy's."""
    register()
    return Quotations()
