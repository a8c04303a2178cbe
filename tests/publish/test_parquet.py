import io
from dataclasses import replace
from datetime import date

import pytest

from onrecord.errors import ExtraMissing, SettingsError
from onrecord.publish import TABLES, write_parquet
from tests.publish.samples import BARE, FULL, TODAY, report

parquet = pytest.importorskip("pyarrow.parquet")


def written(found, table):
    stream = io.BytesIO()
    write_parquet(found, stream, table=table)
    stream.seek(0)
    return parquet.read_table(stream)


@pytest.mark.parametrize("table", TABLES)
def test_the_schema_is_the_same_whatever_the_records_hold(table):
    made = [written(found, table) for found in ([], BARE, [FULL, TODAY])]
    assert all(one.schema == made[0].schema for one in made)
    assert made[0].column_names == list(TABLES[table].columns)
    assert made[2].num_rows == sum(len(list(TABLES[table].rows(r))) for r in (FULL, TODAY))


def test_days_are_days_and_lists_are_lists():
    row = written(FULL, "statements").to_pylist()[1]
    assert row["published"] == date(2025, 3, 5)
    assert row["addressees"] == ["kestrel-press"]
    assert row["spans"][0][0] == row["start"] and len(row["spans"]) == 2
    assert written(FULL, "reports").to_pylist()[0]["authors"] == ["A. Quill", "B. Ink"]


def test_many_rows_are_written_in_groups(monkeypatch, tmp_path):
    monkeypatch.setattr("onrecord.publish.parquet._TOGETHER", 3)
    path = tmp_path / "statements.parquet"
    assert write_parquet(iter([FULL, TODAY]), path) == 2
    assert parquet.ParquetFile(path).num_row_groups == 6
    assert parquet.read_table(path).num_rows == 16


def test_what_cannot_be_encoded_is_replaced():
    odd = replace(BARE, report=report(title="a\0b\ud800"))
    assert written(odd, "reports").to_pylist()[0]["title"] == "a\0b?"


def test_an_unknown_table_and_a_missing_library_say_so(monkeypatch):
    with pytest.raises(SettingsError, match="hits"):
        write_parquet(FULL, io.BytesIO(), table="quotes")
    monkeypatch.setattr("onrecord.publish.extras.find_spec", lambda name: None)
    with pytest.raises(ExtraMissing, match=r"pip install 'onrecord\[parquet\]'"):
        write_parquet(FULL, io.BytesIO())
