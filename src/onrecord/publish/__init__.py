"""Records for people and for other programs: terminal, HTML, JSON, flat tables.

Rooms above use the names below; each writer takes records and a text stream, and returns how
many records it wrote. ``to_frame``, ``write_csv`` and ``write_parquet`` take what an archive
answered as well: ``docs/tables.md`` lists the tables of both.
"""

from onrecord.publish.answers import ANSWERS, DOSSIER
from onrecord.publish.brat import write_brat
from onrecord.publish.frames import to_frame
from onrecord.publish.lines import write_json, write_lines
from onrecord.publish.page import render_page, write_html
from onrecord.publish.parquet import write_parquet
from onrecord.publish.plover import write_plover_csv, write_plover_json
from onrecord.publish.sheets import write_csv
from onrecord.publish.tables import TABLES
from onrecord.publish.terminal import write_terminal

__all__ = [
    "ANSWERS",
    "DOSSIER",
    "TABLES",
    "render_page",
    "to_frame",
    "write_brat",
    "write_csv",
    "write_html",
    "write_json",
    "write_lines",
    "write_parquet",
    "write_plover_csv",
    "write_plover_json",
    "write_terminal",
]
