"""What is known before reading: states, seats of power, organisations, outlets, words.

The tables are comma-separated files under ``data/``, for anybody to read and correct; each row
names its source, and ``data/tables.csv`` says for each file its licence and as-of date.
"""

from onrecord.knowledge.groups import Membership, StateGroup, state_groups
from onrecord.knowledge.organisations import Organisation, organisation_by_id, organisations
from onrecord.knowledge.outlets import Outlet, outlet_by_domain, outlets
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
from onrecord.knowledge.words import (
    Cue,
    GroupNoun,
    Honorific,
    NameParticle,
    OfficeModifier,
    OfficeTitle,
    cues,
    group_nouns,
    honorifics,
    name_particles,
    office_modifiers,
    office_titles,
)

__all__ = [
    "Ambiguity",
    "Cue",
    "GroupNoun",
    "Honorific",
    "Membership",
    "NameParticle",
    "OfficeModifier",
    "OfficeTitle",
    "Organisation",
    "Outlet",
    "Reading",
    "Region",
    "Seat",
    "Source",
    "State",
    "StateGroup",
    "Table",
    "ambiguities",
    "cues",
    "group_nouns",
    "honorifics",
    "known_names",
    "name_particles",
    "office_modifiers",
    "office_titles",
    "organisation_by_id",
    "organisations",
    "outlet_by_domain",
    "outlets",
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
