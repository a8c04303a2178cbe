"""The actors of a report with all their mentions."""

from __future__ import annotations

from spacy.tokens import Doc

from onrecord.record import Actor


def read_actors(doc: Doc) -> tuple[Actor, ...]:
    """Return the actors of ``doc`` in the order of their first mention."""
    return ()
