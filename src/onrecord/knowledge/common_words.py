"""Words that news prints in small letters: a capital makes no name of them."""

from __future__ import annotations

from functools import cache

from onrecord.knowledge.given_names import given_names
from onrecord.knowledge.table import rows


@cache
def common_words() -> frozenset[str]:
    """Return the words, in lower case, without those that are given names too (Grace, Will)."""
    return frozenset(row["word"] for row in rows("words/common_words.csv")) - given_names().keys()
