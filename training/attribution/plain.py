"""Official prose as unlabelled training text: `plain.py SOURCE.jsonl ... > plain.jsonl`.

Rows that onrecord's own intake reads (statements, readouts, remarks), their beginnings only: the
long ones are orders and transcripts, with few attributions.
"""

from __future__ import annotations

import json
import sys

from onrecord.errors import IntakeError
from onrecord.intake import read_source

MOST = 8_000  # characters


def main(*sources: str) -> None:
    """Print one JSON object a line with the `text` of each report that can be read."""
    for source in sources:
        for report in read_source(source):
            if isinstance(report, IntakeError):
                print(report, file=sys.stderr)
                continue
            end = report.text.rfind("\n", 0, MOST) if len(report.text) > MOST else None
            print(json.dumps({"text": report.text[:end]}, ensure_ascii=False))


if __name__ == "__main__":
    main(*sys.argv[1:])
