"""spaCy factory of this room: ``onrecord_quotations``."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from onrecord.errors import IntakeError
from onrecord.language.layers import layers_of, register
from onrecord.language.paragraphs import read_layout
from onrecord.language.quotations import read_quotations
from onrecord.language.sentences import set_sentences

FACTORY = "onrecord_quotations"
MAX_TOKENS = 150_000
"""Longest text read: at 18 kB a token the parser takes 2.7 GB for it."""


class Quotations:
    """Writes ``doc._.onrecord.paragraphs``, ``.headings`` and ``.quotations``."""

    def __call__(self, doc: Doc) -> Doc:
        """Read the layout and the quotations of ``doc`` into its layers.

        Raises ``IntakeError`` where the text is too long to be parsed in bounded memory.
        """
        layers = layers_of(doc)
        if len(doc) > MAX_TOKENS:
            report = layers.report
            raise IntakeError(
                (report.given_id or report.title or report.id) if report else "text",
                fault=f"{len(doc):,} words and marks, more than the {MAX_TOKENS:,} that are read",
                remedy="Split it into the reports it holds.",
            )
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
