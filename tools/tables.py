"""Write the columns of the flat tables to docs/tables.md, or check that it is up to date."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from written import write_or_check

from onrecord.publish import ANSWERS, TABLES
from onrecord.publish.columns import Table

PATH = Path(__file__).resolve().parent.parent / "docs/tables.md"
HEAD = """# Flat tables

What `--format csv` and `--format parquet`, `?format=` under `/api` and, in Python,
`onrecord.publish.to_frame`, `write_csv` and `write_parquet` give. Names, order and types of columns
stay as they are from version to version; new columns come at the end. This page is made by
`python tools/tables.py --write`.

| type | Parquet | CSV | data frame |
|---|---|---|---|
| text | string | text in quotation marks | `string` |
| whole | int64 | number | `Int64` |
| number | double | number | `Float64` |
| day | date32 | `2025-02-17` | `datetime64[s]` |
| moment | timestamp, UTC | `2025-02-17 09:30:00.250000+00:00` | `datetime64[us, UTC]` |
| flag | boolean | `True`, `False` | `boolean` |
| texts | list of strings | joined by `; ` | joined by `; ` |
| spans | list of pairs | `[[10, 14], [20, 31]]` | the same text |

What is not known is null in Parquet, empty in CSV and `NA` in a data frame. Spans, `start` and
`end` are half-open positions in code points of the report's text.

**CSV in spreadsheets.** Report text is hostile: a cell that begins with `=`, `+`, `-`, `@`, a tab
or a line break (also behind blanks or marks without width, also in full width) would be run as a
formula. Such a cell gets an apostrophe in front, which spreadsheets take for "this is text"; a
program that wants the exact words takes Parquet or JSON, or strips one leading apostrophe before
these characters. Every text stands in quotation marks, so that no program set to another separator
starts a new cell inside it. Numbers are never changed. Files are UTF-8, lines end as RFC 4180 says.
"""


def main(argv: list[str]) -> int:
    """Run with ``--write`` or ``--check``."""
    return write_or_check(
        argv,
        PATH,
        lambda: "\n".join(page()),
        usage=__doc__,
        stale="docs/tables.md is not what the tables are: python tools/tables.py --write",
    )


def page() -> Iterator[str]:
    """Yield the lines of the page."""
    yield HEAD
    yield "## Of records"
    yield ""
    yield "`onrecord read` and `onrecord export` with `--table NAME`; `/api/reports/{report}`."
    yield from _sections(TABLES)
    yield ""
    yield "## Of what the archive answers"
    yield ""
    yield (
        "`search` gives *hits*, `timeline` *happenings*, `brief` *brief*, `who` the table named by "
        "`--table`: *said*, *held_offices*, *topics*, *met* or *promises*. Under `/api` the "
        "description of each path names its table."
    )
    yield from _sections(ANSWERS)
    yield ""


def _sections(tables: Mapping[str, Table]) -> Iterator[str]:
    for name, table in tables.items():
        yield ""
        yield f"### {name}"
        yield ""
        yield f"One row is {table.row}."
        yield ""
        columns = (
            f"`{column}`" + ("" if kind == "text" else f" ({kind})")
            for column, kind in table.columns.items()
        )
        yield ", ".join(columns)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
