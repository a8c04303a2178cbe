"""How likely a commitment is right: that this actor takes this act on, or rules it out, in earnest.

For each strength the share that was right among commitments of real reports judged one by one
(``training/commitments``), drawn towards the share of all, the more so the fewer were seen. A bare
modal was right as often as words that say more.
"""

from __future__ import annotations

from collections.abc import Mapping

from onrecord.record import Strength

SEEN: Mapping[Strength, tuple[int, int]] = {
    "promises": (7, 9),
    "intends": (21, 38),
    "refuses": (9, 19),
    "ready": (6, 14),
    "considers": (0, 3),
    "has-begun": (0, 4),
}
"""Right ones and all of them, by strength."""

DRAWN = 4.0
"""For how many sightings at the share of all each strength is taken to count beforehand."""


def confidence(strength: Strength, *, seen: Mapping[Strength, tuple[int, int]] = SEEN) -> float:
    """Return the probability that a commitment of this strength is right, 0..1."""
    right = sum(n for n, _ in seen.values())
    total = sum(n for _, n in seen.values())
    own_right, own_total = seen.get(strength, (0, 0))
    return round((own_right + DRAWN * right / total) / (own_total + DRAWN), 3)
