import pytest

from onrecord.errors import SettingsError
from onrecord.publish.tables import TABLES, table_named
from tests.publish.samples import BARE, FULL, TEXT, TODAY


@pytest.mark.parametrize("name", TABLES)
@pytest.mark.parametrize("record", [FULL, TODAY, BARE])
def test_every_row_fits_its_columns(name, record):
    table = TABLES[name]
    assert next(iter(table.columns)) == "report"
    for row in table.rows(record):
        assert len(row) == len(table.columns)
        assert row[0] == record.report.id


@pytest.mark.parametrize("name", TABLES)
def test_cells_are_of_the_type_their_column_promises(name):
    kinds = {"text": "str", "whole": "int", "number": "float", "day": "date"}
    kinds |= {"texts": "tuple", "spans": "tuple"}
    table = TABLES[name]
    for row in table.rows(FULL):
        for cell, kind in zip(row, table.columns.values(), strict=True):
            assert cell is None or type(cell).__name__ == kinds[kind]


def test_an_unknown_table_names_the_choices():
    with pytest.raises(SettingsError, match=r"no table 'quotes'; there are .*statements"):
        table_named("quotes")


def test_positions_point_into_the_text():
    for name in ("mentions", "times"):
        table = TABLES[name]
        for row in table.rows(FULL):
            cells = dict(zip(table.columns, row, strict=True))
            assert TEXT[cells["start"] : cells["end"]] == cells["text"]
