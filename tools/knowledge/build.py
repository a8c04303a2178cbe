"""Rebuild what is derived in the packaged tables, or check them.

    python tools/knowledge/build.py [--raw DIR]            rebuild ambiguous.csv and the holders
    python tools/knowledge/build.py check [--packages DIR] compare the states with other tables

``--packages`` names a folder with the unpacked npm packages ``@rapideditor/country-coder`` and
``world-countries``; the first is the source of codes and Wikidata ids (ISC), the second (ODbL) is
only compared with, nothing of it is kept.
"""

from __future__ import annotations

import argparse
import csv
import json
import subprocess
import sys
from pathlib import Path

from onrecord import knowledge

HERE = Path(__file__).parent
DATA = HERE.parents[1] / "src" / "onrecord" / "knowledge" / "data"
# Readings that no table holds, kept by hand in ambiguous.csv.
BESIDE = ("word", "place", "person")


def ambiguous() -> list[list[str]]:
    """Return the rows of ``ambiguous.csv``: the hand-kept tags with all readings of the tables."""
    kept = knowledge.ambiguities()
    found = []
    for name in sorted({*knowledge.known_names(), *kept}):
        entries = knowledge.readings(name)
        ids = list(dict.fromkeys(f"{entry.table}:{entry.id}" for entry in entries))
        tags = [r for r in kept[name].readings if r in BESIDE] if name in kept else []
        if entries and (tags or len({entry.id for entry in entries}) > 1):
            before = [tag for tag in tags if tag == "word"]
            found.append(
                [name, ";".join([*before, *ids, *(t for t in tags if t != "word")]), "own"]
            )
    return found


def compare_states(packages: Path) -> list[str]:
    """Return where ``states.csv`` and the two npm packages disagree."""
    found = []
    coder = json.loads(next(packages.rglob("borders.json")).read_text(encoding="utf-8"))
    by_code = {
        feature["properties"].get("iso1A3"): feature["properties"] for feature in coder["features"]
    }
    countries = json.loads(next(packages.rglob("countries.json")).read_text(encoding="utf-8"))
    world = {"XKX" if c["cca3"] == "UNK" else c["cca3"]: c for c in countries}
    for state in knowledge.states():
        theirs, other = by_code.get(state.id), world.get(state.id)
        if theirs is None or other is None:
            found.append(f"{state.id}: not in the packages")
            continue
        if theirs["iso1A2"] != state.alpha2 or other["cca2"] != state.alpha2:
            found.append(f"{state.id}: alpha-2 {state.alpha2}")
        if theirs["wikidata"] != state.wikidata:
            found.append(f"{state.id}: Wikidata {state.wikidata}, theirs {theirs['wikidata']}")
        if other["unMember"] != (state.status == "un-member"):
            found.append(f"{state.id}: {state.status}")
        if other["capital"] and not set(other["capital"]) & set(state.capitals):
            found.append(f"{state.id}: capitals {state.capitals}, theirs {other['capital']}")
    return found


def main() -> int:
    """Rebuild or check; the exit code is that of the table of offices."""
    parser = argparse.ArgumentParser(description="Rebuild or check the packaged tables.")
    parser.add_argument("what", choices=["build", "check"], nargs="?", default="build")
    parser.add_argument("--raw", type=Path, default=HERE.parents[2] / "shared" / "knowledge")
    parser.add_argument("--packages", type=Path)
    arguments = parser.parse_args()
    rows = ambiguous()
    if arguments.what == "build":
        with (DATA / "ambiguous.csv").open("w", encoding="utf-8", newline="") as out:
            writer = csv.writer(out, lineterminator="\n")
            writer.writerows([["name", "readings", "source"], *rows])
    else:
        listed = {name: a.readings for name, a in knowledge.ambiguities().items()}
        fresh = {name: tuple(readings.split(";")) for name, readings, _ in rows}
        for name in sorted(listed.keys() ^ fresh.keys()):
            print(f"ambiguous.csv: {name}")
    if arguments.packages:
        print("\n".join(compare_states(arguments.packages)))
    command = [sys.executable, HERE / "build_offices.py", "--raw", arguments.raw]
    checked = [*command, "--check"] if arguments.what == "check" else command
    return subprocess.run(checked, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
