"""Persons and holders as rows: ids, and surnames by the customs of where they hold office."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from pathlib import Path

import raw
from entry import Row, by_start

from onrecord.knowledge.words import name_particles

# Where the family name stands first, unless the given name is a Western one (Carrie Lam).
FAMILY_FIRST = frozenset({"CHN", "TWN", "HKG", "MAC", "KOR", "PRK", "KHM"})
# Where reports use the last of the given names (Vietnam) or the first word (the patronymic is no
# surname).
GIVEN_LAST = frozenset({"VNM"})
GIVEN_FIRST = frozenset({"ETH", "ERI", "THA", "MYS"})
WHOLE = frozenset({"MMR"})
WESTERN = frozenset(
    {"Andrew", "Carrie", "David", "Donald", "Fernando", "Henry", "James", "John", "Joseph", "Paul"}
    | {"Sean", "Simon", "Timothy", "Vincent", "Wellington", "Robert", "Michael", "Peter"}
)
_LETTERS = str.maketrans("ıøØłŁđĐðþÞæÆßə", "ioOlLdDdtTaAsa")
_SUFFIXES = {particle.word for particle in name_particles() if particle.kind == "suffix"}
_PARTICLES = {
    particle.word for particle in name_particles() if particle.kind in {"nobiliary", "patronymic"}
}


def slug(name: str) -> str:
    """Return the id of a name: ASCII letters and hyphens."""
    plain = re.sub("[ʻ'’‘]", "", name.translate(_LETTERS))
    folded = unicodedata.normalize("NFKD", plain).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", folded).strip("-")


def surname(name: str, country: str) -> str:
    """Return how reports name a person after the first mention."""
    words = [word for word in name.split() if word not in _SUFFIXES] or name.split()
    if len(words) == 1 or country in WHOLE:
        return " ".join(words)
    if country in FAMILY_FIRST and words[0] not in WESTERN:
        return words[0]
    if country in GIVEN_FIRST:
        return words[0]
    if country in GIVEN_LAST:
        return words[-1]
    start = len(words) - 1
    while start > 1 and words[start - 1].lower() in _PARTICLES:
        start -= 1
    return " ".join(words[start:])


def person_rows(
    rows: Sequence[Row], of: dict[str, str], gender: dict[str, str], wikidata: dict[str, str]
) -> list[list[str]]:
    """Return ``persons.csv``; ``of`` gives each office's country or body."""
    additions = raw.table(Path(__file__).parent / "data" / "persons_additions.csv")
    hand = {line["name"]: line for line in additions}
    first: dict[str, Row] = {}
    for row in rows:
        first.setdefault(row.name, row)
    found = [["id", "name", "surname", "aliases", "gender", "wikidata", "source"]]
    for name in sorted(first):
        line = hand.get(name)
        found.append(
            [
                slug(name),
                name,
                line["surname"] if line else surname(name, of[first[name].office]),
                line["aliases"] if line else "",
                {"m": "male", "f": "female"}.get(gender.get(name, ""), ""),
                wikidata.get(name, ""),
                first[name].source,
            ]
        )
    return found


def holder_rows(rows: Sequence[Row]) -> list[list[str]]:
    """Return ``holders.csv``, by office and start."""
    header = ["office", "person", "start", "end", "end_from", "acting", "as_of", "source"]
    found = [[*header, "checked"]]
    for row in sorted(rows, key=lambda r: (r.office, *by_start(r))):
        found.append(
            [
                row.office,
                slug(row.name),
                row.start,
                row.end,
                row.end_from,
                "yes" if row.acting else "",
                row.as_of.isoformat(),
                row.source,
                ";".join(sorted(row.checked)),
            ]
        )
    return found
