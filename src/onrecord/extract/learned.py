"""Attributions by the trained model: encoder, then decoding; those inside others by rule.

The model replaces the rules where its package is installed; what follows an attribution (speaker,
certainty, channel, date) is the same for both.
"""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc

from onrecord.extract.attribution import decode
from onrecord.extract.nested import nested
from onrecord.extract.shape import Attribution
from onrecord.language.encoder import Encoder
from onrecord.language.layers import layers_of
from onrecord.record import Span


class Learned:
    """Finds attributions with the model in an :class:`Encoder`."""

    def __init__(self, encoder: Encoder) -> None:
        self.encoder = encoder

    def __call__(self, doc: Doc) -> Sequence[Attribution]:
        """Return the attributions in ``doc``, in the order of their cues."""
        paragraphs = layers_of(doc).paragraphs
        given = None if paragraphs is None else [paragraphs]
        (encoding,) = self.encoder.encode([doc.text], given)
        found = [_spanned(attribution) for attribution in decode(encoding, doc.text)]
        return [*found, *nested(doc, found)]


def _spanned(found: Attribution) -> Attribution:
    return Attribution(
        source=tuple(Span(*s) for s in found.source),
        cue=tuple(Span(*s) for s in found.cue),
        content=tuple(Span(*s) for s in found.content),
        confidence=found.confidence,
    )
