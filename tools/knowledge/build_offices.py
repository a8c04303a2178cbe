"""Build ``persons.csv`` and ``holders.csv`` from the hand-kept rows and the raw tables.

    python tools/knowledge/build_offices.py [--raw ../shared/knowledge] [--check] [--report]

Hand-kept: ``data/offices_additions.csv`` (from general knowledge), ``data/persons_additions.csv``
(surnames and other spellings), ``data/differs.csv`` (raw rows looked into and not believed, with
the reason), and the packaged ``offices.csv``. Raw: see ``raw.py``. A hand-kept row that a raw row
confirms (same office, same name after folding, start within ``TOLERANCE``) says so in ``checked``;
a raw row that no hand-kept row knows is added where its post has none, and is listed otherwise.
"""

from __future__ import annotations

import argparse
import csv
import sys
from collections import Counter, defaultdict
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import raw
from coverage import report
from entry import Row, by_start
from people import holder_rows, person_rows

from onrecord.knowledge.names import name_key
from onrecord.knowledge.when import When, read_when

HERE = Path(__file__).parent
DATA = HERE.parents[1] / "src" / "onrecord" / "knowledge" / "data"
# Sources date a term from election, oath or handover: days apart, one fact.
TOLERANCE = timedelta(days=10)
OWN_AS_OF = date(2025, 10, 31)
# Two persons whose names fold to one key; the table keeps them apart by country.
NAMESAKES = (
    {"Amina Mohamed", "Amina Mohammed"},
    {"George H. W. Bush", "George W. Bush"},
    {"John F. Kennedy", "John Kennedy"},
)
HEADS = {
    "chief of state": ("head-of-state", "supreme-leader", "leader", "head-of-government"),
    "head of government": ("head-of-government", "head-of-state", "supreme-leader"),
    "head": ("head-of-government", "head-of-state"),
}


def own_rows() -> tuple[list[Row], dict[str, str]]:
    """Return the hand-kept rows, and the gender of the persons in them."""
    found, gender = [], {}
    for line in raw.table(HERE / "data" / "offices_additions.csv"):
        begins = read_when(line["start"]).last
        gender[line["person"]] = line["gender"]
        found.append(
            Row(
                office=line["office"],
                name=line["person"],
                start=line["start"],
                end=line["end"],
                end_from=line["end_basis"],
                acting=line["acting"] == "yes",
                source=line["source"],
                as_of=max(OWN_AS_OF, begins),
            )
        )
    return found, gender


def near(one: When, other: When) -> bool:
    """Whether two dates can be the same within the tolerance."""
    return one.first - TOLERANCE <= other.last and other.first - TOLERANCE <= one.last


def offices_of(place: str, by_place: dict[tuple[str, str], list[str]], ids: set[str]) -> list[str]:
    """Return the offices a raw row may mean: an id, or a code with a role or a Factbook heading."""
    if place in ids:
        return [place]
    code, _, heading = place.partition(" ")
    return [o for role in HEADS.get(heading, (heading,)) for o in by_place.get((code, role), [])]


class Build:
    """Rows, the index over them, and what was found wrong on the way."""

    def __init__(self, rows: list[Row], offices: list[dict[str, str]]) -> None:
        self.rows = rows
        self.ids = {office["id"] for office in offices}
        self.of = {office["id"]: office for office in offices}
        self.by_place: dict[tuple[str, str], list[str]] = defaultdict(list)
        for office in offices:
            self.by_place[office["of"], office["role"]].append(office["id"])
        self.aliases: dict[str, str] = {}
        self.wikidata: dict[str, str] = {}
        self.differs: list[str] = []
        self.unknown: list[str] = []
        self.confirmed: Counter[str] = Counter()
        self.reappointed: Counter[str] = Counter()
        self.sorted_out = {
            (line["office"], line["name"], line["start"])
            for line in raw.table(HERE / "data" / "differs.csv")
        }

    def canonical(self, name: str) -> str:
        """Return the table's name for a raw spelling."""
        return self.aliases.get(name_key(name), name)

    def compare(self, row: raw.RawRow, source: str, *, add: bool = False) -> None:
        """Confirm a row by a raw one, extend its as-of date, or note how they differ."""
        places = offices_of(row.office, self.by_place, self.ids)
        name = self.canonical(row.name)
        same = [r for r in self.rows if r.office in places and same_person(r.name, name)]
        if same and row.wikidata:
            self.wikidata.setdefault(same[0].name, row.wikidata)
        if (row.office, row.name, row.start) in self.sorted_out:
            return
        if not same:
            if add and places and not self.hand_kept(places):
                self.add(row, source)
            elif places:
                self.unknown.append(f"{source}: {row.office} | {row.name} | {row.start} {row.end}")
            return
        if not row.start:
            return
        agreeing = [r for r in same if near(r.began, read_when(row.start))]
        if not agreeing:
            self.doubt(row, same, source, add=add and not self.hand_kept(places))
        for found in agreeing:
            self.confirmed[source] += 1
            if found.source != source:
                found.checked.add(source)
        for found in same:
            if not found.end and found.as_of < row.seen:
                found.as_of = row.seen

    def doubt(self, row: raw.RawRow, same: list[Row], source: str, *, add: bool) -> None:
        """Sort out a raw row that no start agrees with: new cabinet, new term or difference."""
        if any(during(r, read_when(row.start)) for r in same):
            self.reappointed[source] += 1
        elif add:
            self.add(row, source)
        elif row.start >= "2009":
            own = ", ".join(f"{r.office} {r.start}" for r in same)
            self.differs.append(f"{source}: {row.name} | {row.office} | {row.start} | own: {own}")

    def hand_kept(self, places: list[str]) -> bool:
        """Whether any of the offices has rows of ours."""
        return any(r.office in places and r.source == "own" for r in self.rows)

    def add(self, row: raw.RawRow, source: str) -> None:
        """Add a raw row as it is; a row without an end was open at the source's date."""
        if row.start:
            self.rows.append(
                Row(
                    office=row.office,
                    name=self.canonical(row.name),
                    start=row.start,
                    end=row.end,
                    end_from="stated" if row.end else "",
                    acting=False,
                    source=source,
                    as_of=row.seen,
                )
            )
            if row.wikidata:
                self.wikidata.setdefault(self.canonical(row.name), row.wikidata)

    def sight(self, row: raw.RawRow) -> None:
        """Extend the as-of date of an open row by a sighting, or note a holder nobody knows."""
        places = offices_of(row.office, self.by_place, self.ids)
        name = self.canonical(row.name)
        same = [r for r in self.rows if r.office in places and same_person(r.name, name)]
        if not same and places:
            self.unknown.append(f"seen: {row.office} | {row.name} | {row.start} to {row.seen}")
        for found in same:
            later = [
                r
                for r in self.rows
                if r.office == found.office and r.began.first > found.began.last
            ]
            if not found.end and not later:
                found.as_of = max(found.as_of, row.seen)
                if found.source != "current-events-2026":
                    found.checked.add("current-events-2026")

    def problems(self) -> list[str]:
        """Return what the finished table must not hold."""
        found = []
        by_office: dict[str, list[Row]] = defaultdict(list)
        for row in self.rows:
            by_office[row.office].append(row)
            if row.office not in self.ids:
                found.append(f"unknown office {row.office}")
            if row.ended and row.ended.last < row.began.first:
                found.append(f"{row.office}: {row.name} ends before the start {row.start}")
        for office, rows in by_office.items():
            if self.of.get(office, {}).get("single") != "yes":
                continue
            full = sorted((r for r in rows if not r.acting), key=by_start)
            for one, other in pairwise(full):
                if one.ended is None or one.ended.first > other.began.last + timedelta(days=1):
                    found.append(f"{office}: {one.name} ({one.end or 'open'}) and {other.name}")
        names = {row.name for row in self.rows}
        keys: dict[str, set[str]] = defaultdict(set)
        for name in names:
            keys[name_key(name)].add(name)
        found += [
            f"one key, two names: {sorted(same)}"
            for same in keys.values()
            if len(same) > 1 and same not in NAMESAKES
        ]
        return found


def during(row: Row, day: When) -> bool:
    """Whether a date lies inside a row's term: a new term or cabinet of the same holder."""
    return row.began.first <= day.first and (row.ended is None or day.first <= row.ended.last)


def same_person(one: str, other: str) -> bool:
    """Whether two spellings can name one holder: equal keys, or one's words inside the other's."""
    a, b = name_key(one).split(), name_key(other).split()
    if a == b or "".join(a) == "".join(b):
        return True
    short, long = sorted((set(a), set(b)), key=len)
    return len(short & long) >= min(2, len(short)) and (len(short) == 1 or short <= long)


def build(folder: Path) -> tuple[Build, dict[str, str]]:
    """Return the built table and the persons' genders."""
    rows, gender = own_rows()
    offices = raw.table(DATA / "offices.csv")
    made = Build(rows, offices)
    for line in raw.table(HERE / "data" / "persons_additions.csv"):
        for alias in filter(None, line["aliases"].split(";")):
            made.aliases.setdefault(name_key(alias), line["name"])
    for row in rows:
        made.aliases[name_key(row.name)] = row.name
    codes = {}
    for state in raw.table(DATA / "states.csv"):
        for name in (state["name"], *filter(None, state["aliases"].split(";"))):
            codes[name] = state["id"]
    for entry in list(raw.wikidata(folder)):
        made.compare(entry, "wikidata-2022", add=True)
    for entry in raw.factbook(folder, codes):
        made.compare(entry, "factbook-2026")
    for entry in raw.seen(folder, codes):
        made.sight(entry)
    close_gaps(made)
    return made, gender


def close_gaps(made: Build) -> None:
    """Let an added row that was open at its source's date stay so, unless a later one follows."""
    by_office: dict[str, list[Row]] = defaultdict(list)
    for row in made.rows:
        by_office[row.office].append(row)
    for office, rows in by_office.items():
        if made.of[office]["single"] != "yes":
            continue
        rows.sort(key=by_start)
        for one, other in pairwise(rows):
            ended = one.ended
            if one.source != "own" and (ended is None or ended.first > other.began.last):
                one.end, one.end_from = other.start, "successor"


def save(path: Path, rows: list[list[str]]) -> None:
    """Write a comma-separated file."""
    with path.open("w", encoding="utf-8", newline="") as out:
        csv.writer(out, lineterminator="\n").writerows(rows)


def main() -> int:
    """Build, check and report; the exit code is 1 where the table breaks a rule."""
    parser = argparse.ArgumentParser(description="Build the table of offices and holders.")
    parser.add_argument("--raw", type=Path, default=HERE.parents[2] / "shared" / "knowledge")
    parser.add_argument("--check", action="store_true", help="check only, write nothing")
    parser.add_argument("--report", action="store_true", help="print coverage and every difference")
    arguments = parser.parse_args()
    if not arguments.raw.is_dir():
        print(f"{arguments.raw}: no raw tables there. Name their folder with --raw.")
        return 0
    made, gender = build(arguments.raw)
    problems = made.problems()
    if not arguments.check:
        of = {office: entry["of"] for office, entry in made.of.items()}
        save(DATA / "persons.csv", person_rows(made.rows, of, gender, made.wikidata))
        save(DATA / "holders.csv", holder_rows(made.rows))
    print(f"{len(made.rows)} rows, {len({r.office for r in made.rows})} offices held")
    print(f"confirmed by {dict(made.confirmed)}, inside a term {dict(made.reappointed)}; ", end="")
    print(f"{len(made.differs)} differ, ", end="")
    print(f"{len(made.unknown)} raw rows unknown; {len(problems)} problems")
    if arguments.report:
        print("\n".join([*made.differs, *made.unknown]))
        print(report([(r.office, r.began, r.ended, r.as_of) for r in made.rows], made.of))
    print("\n".join(problems))
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
