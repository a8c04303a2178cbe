"""spaCy factory of this room: ``onrecord_quotations``."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from onrecord.language.layers import layers_of, register
from onrecord.language.paragraphs import read_layout
from onrecord.language.quotations import read_quotations
from onrecord.language.sentences import set_sentences

FACTORY = "onrecord_quotations"


class Quotations:
    """Writes ``doc._.onrecord.paragraphs``, ``.headings`` and ``.quotations``."""

    def __call__(self, doc: Doc) -> Doc:
        """Read the layout and the quotations of ``doc`` into its layers."""
        layers = layers_of(doc)
        layout = read_layout(doc.text)
        layers.paragraphs, layers.headings = layout
        layers.quotations = read_quotations(doc.text, *layout)
        set_sentences(doc, layout, layers.quotations)
        return doc


@Language.factory(FACTORY, assigns=["doc._.onrecord"], default_config={})
def make_quotations(nlp: Language, name: str) -> Quotations:
    """Make the component; ``nlp`` and ``name`` are spaCy's."""
    register()
    return Quotations()
