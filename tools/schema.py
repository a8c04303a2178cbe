"""Write the record's JSON Schema to schema/onrecord-1.json, or check that it is up to date."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from written import write_or_check

from onrecord.record import Record

PATH = Path(__file__).resolve().parent.parent / "schema/onrecord-1.json"


def main(argv: list[str]) -> int:
    """Run with ``--write`` or ``--check``."""
    return write_or_check(
        argv,
        PATH,
        lambda: json.dumps(Record.json_schema(), indent=2, ensure_ascii=False) + "\n",
        usage=__doc__,
        stale="schema/onrecord-1.json is not what the classes give: python tools/schema.py --write",
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
