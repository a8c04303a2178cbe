"""Write the record's JSON Schema to schema/onrecord-1.json, or check that it is up to date."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from onrecord.record import Record

PATH = Path(__file__).resolve().parent.parent / "schema/onrecord-1.json"


def main(argv: list[str]) -> int:
    """Run with ``--write`` or ``--check``."""
    wanted = json.dumps(Record.json_schema(), indent=2, ensure_ascii=False) + "\n"
    if argv == ["--write"]:
        PATH.parent.mkdir(exist_ok=True)
        PATH.write_text(wanted, encoding="utf8")
        return 0
    if argv != ["--check"]:
        print(__doc__)
        return 2
    if not PATH.exists() or PATH.read_text(encoding="utf8") != wanted:
        print("schema/onrecord-1.json is not what the classes give: python tools/schema.py --write")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
