"""From a source to a report: files, folders, patterns, standard input; six formats, one way in."""

from onrecord.intake.dates import parse_date
from onrecord.intake.limits import Limits
from onrecord.intake.read import read_source, report_of_page
from onrecord.intake.report import report_from_text
from onrecord.intake.sources import STDIN, expand

__all__ = [
    "STDIN",
    "Limits",
    "expand",
    "parse_date",
    "read_source",
    "report_from_text",
    "report_of_page",
]
