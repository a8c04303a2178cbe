import csv
import io
import json

from onrecord.publish import write_plover_csv, write_plover_json
from onrecord.publish.plover import COLUMNS, plover_rows
from tests.publish.samples import BARE, FULL


def test_an_event_has_the_manuals_fields():
    row = next(plover_rows(FULL))
    assert row["event"] == "CONSULT"
    assert row["date"] == FULL.events[0].when.start.isoformat()
    assert [side["actorText"] for side in row["source"]] == ["Tomas Brandt"]
    assert [side["actorText"] for side in row["target"]] == ["Ilse Marrow"]
    assert row["eventText"] == "host"
    assert row["context"] == ["economic"]
    assert row["eventText"] in row["text"]


def test_who_vouches_for_a_reported_event():
    rows = list(plover_rows(FULL))
    assert rows[0]["reportedBy"] is None
    assert rows[1]["reportedBy"] is not None


def test_json_is_one_array():
    stream = io.StringIO()
    assert write_plover_json([FULL, BARE], stream) == 2
    assert len(json.loads(stream.getvalue())) == len(FULL.events) + len(BARE.events)


def test_no_events_are_an_empty_array():
    stream = io.StringIO()
    write_plover_json([], stream)
    assert json.loads(stream.getvalue()) == []


def test_csv_has_a_row_for_each_dyad():
    stream = io.StringIO()
    assert write_plover_csv([FULL], stream) == 1
    rows = list(csv.DictReader(io.StringIO(stream.getvalue())))
    assert tuple(rows[0]) == COLUMNS
    assert (rows[0]["source"], rows[0]["target"]) == ("Tomas Brandt", "Ilse Marrow")
    assert rows[1]["target"] == ""
