import csv
import io
import json
from dataclasses import replace

import pytest

from onrecord.errors import SettingsError
from onrecord.publish import TABLES, write_csv
from tests.publish.samples import BARE, FULL, report


def read(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline="")))


@pytest.mark.parametrize("table", TABLES)
def test_csv_has_a_header_and_a_row_an_entry(table):
    stream = io.StringIO(newline="")
    assert write_csv([FULL, BARE], stream, table=table) == 2
    header, *rows = read(stream.getvalue())
    assert header == list(TABLES[table].columns)
    assert len(rows) == sum(len(list(TABLES[table].rows(r))) for r in (FULL, BARE))


@pytest.mark.parametrize(
    "title",
    [
        '=HYPERLINK("http://x")',
        "+1",
        "-1",
        "@SUM(A1)",
        "\tx",
        "\rx",
        "＝1+1",
        "  =1+1",
        "\n=1",
        "\u00a0=1",
        "\ufeff\u202e@A1",
    ],
)
def test_formulas_are_disarmed(title):
    stream = io.StringIO(newline="")
    write_csv([replace(BARE, report=report(title=title))], stream, table="reports")
    assert read(stream.getvalue())[1][2] == f"'{title}"


def test_ordinary_text_is_left_alone():
    stream = io.StringIO(newline="")
    title = 'A "quoted", title = 3\nlines'
    write_csv([replace(BARE, report=report(title=title))], stream, table="reports")
    assert read(stream.getvalue())[1][2] == title


def test_a_text_with_another_separator_is_one_cell_for_every_program():
    stream = io.StringIO(newline="")
    write_csv([replace(BARE, report=report(title="Grain;=1+1\tx"))], stream, table="reports")
    assert '"Grain;=1+1\tx"' in stream.getvalue()


def test_several_values_are_joined_and_spans_as_in_json():
    stream = io.StringIO(newline="")
    write_csv([FULL], stream, table="meetings")
    cells = dict(zip(*read(stream.getvalue()), strict=True))
    assert cells["participants"] == "ilse-marrow (attends); kestrel-press (excluded)"
    assert json.loads(cells["spans"])[0][0] == int(cells["start"])


def test_numbers_stay_numbers_and_what_is_unknown_is_empty():
    stream = io.StringIO(newline="")
    write_csv([FULL], stream, table="places")
    cells = dict(zip(*read(stream.getvalue()), strict=True))
    assert (cells["lat"], cells["country"]) == ("1.0", "")


def test_what_cannot_be_encoded_is_replaced():
    stream = io.StringIO(newline="")
    write_csv([replace(BARE, report=report(title="a\0b\ud800"))], stream, table="reports")
    stream.getvalue().encode("utf-8")
    assert "\0" not in stream.getvalue()


def test_an_unknown_table_names_the_choices():
    with pytest.raises(SettingsError, match="mentions"):
        write_csv([], io.StringIO(), table="quotes")
