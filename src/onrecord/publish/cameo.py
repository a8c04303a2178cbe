"""CAMEO root codes of PLOVER events, by the list that PLOVER's makers published.

``CAMEO2PLOVER-2021.txt`` (Open Event Data Alliance, github.com/openeventdata/PLOVER) gives each
CAMEO code its PLOVER type, mode and context; read backwards it gives each event its root. The
codes behind a root stand beside it. Where one type comes from codes of several roots, its plain
codes (``180``) decide unless the mode or a military context names another.

Three things are not in that list. It has no root 02, since PLOVER did not code appeals then;
REQUEST, which took DEMAND's place (Halterman et al., *PLOVER and POLECAT*, 2023), does, and CAMEO
(1.1b3) keeps them under 02. ``SANCTION.CONVICT`` was ACCUSE there (116). Modes that came later,
drones, massacres and crowd control, stand with the codes that describe them.
"""

from __future__ import annotations

from typing import Final, TypeAlias

from onrecord.record import Event, EventType

_Table: TypeAlias = dict[tuple[EventType, str | None], str]

_ROOTS: Final[dict[EventType, str]] = {
    "AGREE": "03",
    "CONSULT": "04",
    "SUPPORT": "05",
    "COOPERATE": "06",
    "AID": "07",
    "CONCEDE": "08",  # 080-083
    "RETREAT": "08",  # 084-087, 0813, 0814
    "REQUEST": "10",
    "ACCUSE": "11",
    "REJECT": "12",
    "THREATEN": "13",
    "PROTEST": "14",
    "MOBILIZE": "15",
    "SANCTION": "16",
    "COERCE": "17",
    "ASSAULT": "18",
}
_BY_MODE: Final[_Table] = {
    ("ACCUSE", "INVESTIGATE"): "09",  # 090-094
    ("SANCTION", "CONVICT"): "11",  # 116, find guilty or liable
    ("ASSAULT", "DESTROY"): "17",  # 1712, destroy property
    ("ASSAULT", "CROWD-CONTROL"): "17",  # 175, use tactics of violent repression
    ("ASSAULT", "FIREARMS"): "19",  # 193
    ("ASSAULT", "HEAVY-WEAPONS"): "19",  # 194
    ("ASSAULT", "AERIAL"): "19",  # 195, employ aerial weapons
    ("ASSAULT", "DRONE"): "19",  # 195
    ("ASSAULT", "CLEANSING"): "20",  # 201-203
    ("ASSAULT", "MASSACRE"): "20",  # 202, engage in mass killings
    ("ASSAULT", "UNCONVENTIONAL"): "20",  # 200, 204
}
_BY_MILITARY_MODE: Final[_Table] = {
    ("ASSAULT", None): "19",  # 190, use conventional military force
    ("COERCE", "RESTRICT"): "19",  # 191, impose blockade
    ("COERCE", "SEIZE"): "19",  # 192, occupy territory
}
_APPEALS: Final = ("appeal", "urge", "ask", "call", "propos", "advocat", "suggest")
"""Words of a REQUEST that CAMEO codes as an appeal (02), not a demand (10)."""


def cameo_root(event: Event, words: str = "") -> str:
    """Return the two-digit CAMEO root of an event; ``words`` are those of its trigger."""
    if event.type == "REQUEST" and words.lower().startswith(_APPEALS):
        return "02"
    coded = (event.type, event.mode)
    if "military" in event.contexts and coded in _BY_MILITARY_MODE:
        return _BY_MILITARY_MODE[coded]
    return _BY_MODE.get(coded, _ROOTS[event.type])
