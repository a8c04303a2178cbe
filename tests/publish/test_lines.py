import io
import json

import jsonschema
import pytest

from onrecord.publish import write_json, write_lines
from onrecord.record import Record
from tests.publish.samples import BARE, FULL, TODAY


@pytest.mark.parametrize("records", [[], [FULL], [FULL, TODAY, BARE]])
def test_json_lines_give_the_records_back(records):
    stream = io.StringIO()
    assert write_lines(iter(records), stream) == len(records)
    assert [Record.from_json(line) for line in stream.getvalue().splitlines()] == records


def test_one_record_is_one_json_object():
    stream = io.StringIO()
    assert write_json([FULL], stream) == 1
    assert Record.from_json(stream.getvalue()) == FULL


@pytest.mark.parametrize("records", [[], [FULL, BARE], [BARE, TODAY, FULL]])
def test_other_numbers_of_records_are_a_json_array(records):
    stream = io.StringIO()
    assert write_json(iter(records), stream) == len(records)
    rows = json.loads(stream.getvalue())
    assert [row["report"]["id"] for row in rows] == [record.report.id for record in records]


def test_lines_are_written_as_they_come():
    stream = io.StringIO()

    def records():
        yield BARE
        assert stream.getvalue().count("\n") == 1
        yield FULL

    assert write_lines(records(), stream) == 2


@pytest.mark.parametrize("record", [FULL, TODAY, BARE])
def test_what_is_written_keeps_to_the_schema(record):
    stream = io.StringIO()
    write_lines([record], stream)
    jsonschema.validate(json.loads(stream.getvalue()), Record.json_schema())
