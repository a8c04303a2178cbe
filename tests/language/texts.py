"""Texts for property tests: words among marks and breaks, so that the rules are met often."""

from __future__ import annotations

from hypothesis import strategies as st

PARTS = [
    "said",
    "We go",
    "the allies",
    "Gen. Smith",
    "U.S.",
    "6'2",
    "'90s",
    "don't",
    "I",
    "é",
    "🙂",
]
MARKS = ['"', "“", "”", "'", "‘", "’", "``", "''", "«", "»", "„", "‹", "`", "″"]
STOPS = [".", "?", "!", "...", "…", ",", ":", ";", "—", "(", ")", "-"]
BREAKS = [" ", "\n", "\n\n", "\r\n", "\t", "\u2028", "\xa0", "\x00", "\x1c", "\u200b", "\u202e", ""]

texts = st.one_of(
    st.lists(st.sampled_from(PARTS + MARKS + STOPS + BREAKS), max_size=40).map("".join),
    st.text(max_size=120),
)
