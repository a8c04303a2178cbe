"""How much is read: reports are untrusted, so every size has a bound."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Upper bounds; beyond one of them a source is refused with a clear word.

    ``max_characters`` of a report's text (the longest of 590 White House documents of early 2025,
    a State of the Union length address, has 96,000), ``max_page_bytes`` of one HTML page
    and ``max_page_elements`` in it (taking 50,000 apart takes seconds, 100,000 most of a minute),
    ``max_file_bytes`` of what must be held in memory at once: a JSON array, standard input. JSONL
    files are read line by line and may be of any size.
    """

    max_characters: int = 500_000
    max_page_bytes: int = 10_000_000
    max_page_elements: int = 50_000
    max_file_bytes: int = 500_000_000

    @property
    def max_text_bytes(self) -> int:
        """Bytes a text of ``max_characters`` can take: four for each in UTF-8 and UTF-16."""
        return 4 * self.max_characters

    @property
    def max_row_bytes(self) -> int:
        """Bytes a JSON row can take: six for each character written as an escape, and the rest."""
        return 6 * self.max_characters + self.max_page_bytes
