"""The country a report writes from: whose president is just "the president"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from onrecord.resolve.gazetteer import Match
from onrecord.resolve.reading import Reading

_DOMESTIC: dict[str, tuple[str, ...]] = {
    "USA": (
        "white house", "congress", "senate", "republican", "republicans", "democrat", "democrats",
        "democratic", "gop", "capitol hill", "pentagon", "supreme court", "sen.", "rep.",
        "state department", "justice department", "fbi", "cia", "electoral college",
    ),
    "GBR": (
        "downing street", "whitehall", "westminster", "mps", "commons", "labour", "tory", "tories",
        "lib dem", "lib dems", "house of commons", "house of lords", "brexit",
    ),
}  # fmt: skip
"""Institutions that reports name without their country only at home."""

_LEAST = 1


def home(reading: Reading, known: Sequence[Match]) -> str | None:
    """The alpha-3 code of the country whose institutions the report names without a country."""
    counts: Counter[str] = Counter()
    pairs = [f"{a} {b}" for a, b in zip(reading.lower, reading.lower[1:], strict=False)]
    seen = Counter(reading.lower) + Counter(pairs)
    for country, names in _DOMESTIC.items():
        counts[country] = sum(seen[name] for name in names)
    # "Secretary of State" with no "for" and no country is the American office.
    for i, word in enumerate(reading.words[:-3]):
        if word == "Secretary" and reading.lower[i + 1 : i + 3] == ["of", "state"]:
            counts["USA"] += reading.lower[i + 3] != "for"
    top = counts.most_common(2)
    if not top or top[0][1] < _LEAST or (len(top) > 1 and top[1][1] * 2 > top[0][1]):
        return None
    return top[0][0]
