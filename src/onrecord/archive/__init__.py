"""Many reports as one record: stored, merged, searched, followed and corrected.

:class:`Archive` is the door; the other names are what its methods return.
"""

from onrecord.archive.brief import Brief, Line, Section
from onrecord.archive.dossier import Dossier, HeldOffice, Met, Promise, Topic
from onrecord.archive.matching import KINDS
from onrecord.archive.names import Identity
from onrecord.archive.sayings import Conflict, SayingFound, Variant
from onrecord.archive.search import Hit
from onrecord.archive.store import Archive
from onrecord.archive.timeline import Happening, Part
from onrecord.archive.told import VERDICTS, Correction

__all__ = [
    "KINDS",
    "VERDICTS",
    "Archive",
    "Brief",
    "Conflict",
    "Correction",
    "Dossier",
    "Happening",
    "HeldOffice",
    "Hit",
    "Identity",
    "Line",
    "Met",
    "Part",
    "Promise",
    "SayingFound",
    "Section",
    "Topic",
    "Variant",
]
