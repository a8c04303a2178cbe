import importlib.util

import pytest

from onrecord.errors import SettingsError
from onrecord.publish import TABLES, to_frame
from tests.publish.samples import BARE, FULL, TODAY

pytest.importorskip("pandas")


@pytest.mark.parametrize("table", TABLES)
def test_columns_and_types_are_the_same_whatever_the_records_hold(table):
    frames = [to_frame(records, table) for records in ([], BARE, [FULL, TODAY])]
    for frame in frames:
        assert list(frame.columns) == list(TABLES[table].columns)
        assert list(frame.dtypes) == list(frames[0].dtypes)


def test_a_frame_counts_and_filters():
    frame = to_frame([FULL, TODAY])
    assert len(frame) == 16
    assert (frame.speaker_name == "Ilse Marrow").sum() == 4
    assert frame.said_from.dt.year.dropna().unique().tolist() == [2025]
    assert frame.published.isna().sum() == 8
    assert frame.start.dtype == "Int64"
    assert to_frame(FULL, "reports").authors.tolist() == ["A. Quill; B. Ink"]


def test_an_unknown_table_names_the_choices():
    with pytest.raises(SettingsError, match="statements"):
        to_frame(FULL, "quotes")


def test_without_pandas_the_extra_is_named(monkeypatch):
    monkeypatch.setattr("onrecord.publish.extras.find_spec", lambda name: None)
    assert importlib.util.find_spec("pandas")
    with pytest.raises(ModuleNotFoundError, match=r"onrecord\[frames\]"):
        to_frame(FULL)
