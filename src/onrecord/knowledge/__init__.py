"""What is known before reading: states, seats, organisations, outlets, offices, words.

The tables are comma-separated files under ``data/``, for anybody to read and correct; each row
names its source, and ``data/tables.csv`` says for each file its licence and as-of date.
"""

from onrecord.knowledge.cues import Cue, CueCount, cue_counts, cues
from onrecord.knowledge.given_names import given_names
from onrecord.knowledge.groups import Membership, StateGroup, state_groups
from onrecord.knowledge.names import joined_key, name_key
from onrecord.knowledge.offices import (
    Holder,
    Office,
    Person,
    held_by,
    holders,
    holders_of,
    office_named,
    offices,
    offices_titled,
    persons,
    persons_named,
    persons_surnamed,
)
from onrecord.knowledge.organisations import Organisation, organisation_by_id, organisations
from onrecord.knowledge.outlets import Outlet, outlet_by_domain, outlets
from onrecord.knowledge.places import KnownPlace, place_key, places, places_named
from onrecord.knowledge.readings import (
    Ambiguity,
    Reading,
    ambiguities,
    known_names,
    reading_key,
    readings,
)
from onrecord.knowledge.regions import Region, regions
from onrecord.knowledge.seats import Seat, seats
from onrecord.knowledge.states import State, state_by_id, states
from onrecord.knowledge.table import Source, Table, sources, tables
from onrecord.knowledge.when import When, read_when
from onrecord.knowledge.words import (
    GroupNoun,
    Honorific,
    NameParticle,
    OfficeModifier,
    OfficeTitle,
    group_nouns,
    honorifics,
    name_particles,
    office_modifiers,
    office_titles,
)

__all__ = [
    "Ambiguity",
    "Cue",
    "CueCount",
    "GroupNoun",
    "Holder",
    "Honorific",
    "KnownPlace",
    "Membership",
    "NameParticle",
    "Office",
    "OfficeModifier",
    "OfficeTitle",
    "Organisation",
    "Outlet",
    "Person",
    "Reading",
    "Region",
    "Seat",
    "Source",
    "State",
    "StateGroup",
    "Table",
    "When",
    "ambiguities",
    "cue_counts",
    "cues",
    "given_names",
    "group_nouns",
    "held_by",
    "holders",
    "holders_of",
    "honorifics",
    "joined_key",
    "known_names",
    "name_key",
    "name_particles",
    "office_modifiers",
    "office_named",
    "office_titles",
    "offices",
    "offices_titled",
    "organisation_by_id",
    "organisations",
    "outlet_by_domain",
    "outlets",
    "persons",
    "persons_named",
    "persons_surnamed",
    "place_key",
    "places",
    "places_named",
    "read_when",
    "reading_key",
    "readings",
    "regions",
    "seats",
    "sources",
    "state_by_id",
    "state_groups",
    "states",
    "tables",
]
