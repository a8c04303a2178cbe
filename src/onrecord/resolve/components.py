"""spaCy factories of this room: ``onrecord_times``, ``onrecord_actors``, ``onrecord_places``."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from onrecord.language.layers import layers_of, register
from onrecord.resolve.actors import read_actors
from onrecord.resolve.claims import read_claims
from onrecord.resolve.places import read_places
from onrecord.resolve.times import read_times


class Actors:
    """Writes ``doc._.onrecord.actors`` and ``.claims``: who is who, and who is given an office."""

    def __call__(self, doc: Doc) -> Doc:
        """Read the actors of ``doc`` and their claims of office into its layers."""
        layers = layers_of(doc)
        layers.actors = read_actors(doc)
        layers.claims = read_claims(doc, layers.actors)
        return doc


@Language.factory(
    "onrecord_actors",
    assigns=["doc._.onrecord"],
    requires=["token.tag", "token.dep", "token.ent_type"],
    default_config={},
)
def make_actors(nlp: Language, name: str) -> Actors:
    """Make the component; ``nlp`` and ``name`` are spaCy's."""
    register()
    return Actors()


class Times:
    """Writes ``doc._.onrecord.times``: calendar expressions, read against the publication date."""

    def __call__(self, doc: Doc) -> Doc:
        """Read the times of ``doc`` into its layers."""
        layers = layers_of(doc)
        layers.times = read_times(doc, layers.published)
        return doc


@Language.factory(
    "onrecord_times",
    assigns=["doc._.onrecord"],
    requires=["token.tag", "token.pos", "token.dep", "token.lemma"],
    default_config={},
)
def make_times(nlp: Language, name: str) -> Times:
    """Make the component; ``nlp`` and ``name`` are spaCy's."""
    register()
    return Times()


class Places:
    """Writes ``doc._.onrecord.places``: where things are, with coordinates."""

    def __call__(self, doc: Doc) -> Doc:
        """Read the places of ``doc`` into its layers."""
        layers_of(doc).places = read_places(doc)
        return doc


@Language.factory(
    "onrecord_places",
    assigns=["doc._.onrecord"],
    requires=["token.tag", "token.dep", "token.ent_type"],
    default_config={},
)
def make_places(nlp: Language, name: str) -> Places:
    """Make the component; ``nlp`` and ``name`` are spaCy's."""
    register()
    return Places()
