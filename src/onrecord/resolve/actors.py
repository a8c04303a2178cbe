"""The actors of a report with all their mentions."""

from __future__ import annotations

from spacy.tokens import Doc

from onrecord.language.layers import layers_of
from onrecord.record import Actor
from onrecord.resolve import anaphora
from onrecord.resolve.bodies import Bodies
from onrecord.resolve.cast import Cast
from onrecord.resolve.home import home
from onrecord.resolve.known import recognise
from onrecord.resolve.names import names_of
from onrecord.resolve.offices import Offices
from onrecord.resolve.persons import Persons
from onrecord.resolve.reading import read
from onrecord.resolve.representing import represent
from onrecord.resolve.speaking import Speakers


def read_actors(doc: Doc) -> tuple[Actor, ...]:
    """Return the actors of ``doc`` in the order of their first mention."""
    reading = read(doc)
    found = names_of(doc)
    cast = Cast(reading)
    persons = Persons(cast, found.own, found.titles).gather()
    country = home(reading, found.known)
    layers = layers_of(doc)
    published = layers.published
    title = (layers.report.title if layers.report is not None else None) or ""
    speakers = Speakers(cast=cast, persons=persons, title=title, published=published, home=country)
    speakers.note()
    speakers.note_at_home()
    speakers.note_author()
    Bodies(cast, country).gather(found.known, found.own)
    offices = Offices(cast, found, country)
    offices.gather(persons)
    recognise(cast, persons, published, country)
    offices.settle(country)
    anaphora.resolve(cast, found, offices, published)
    offices.predicates()
    offices.settle(country)
    represent(cast)
    return cast.freeze()
