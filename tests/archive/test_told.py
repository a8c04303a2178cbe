from datetime import UTC, datetime, timedelta

import pytest

from onrecord.archive.told import Told
from onrecord.errors import ArchiveError

ROW = {"entry": "abc/statement/s1", "verdict": "reject", "by": "Eva"}


def test_a_line_of_a_file_is_read_with_what_an_export_adds():
    row = ROW | {"at": "2025-02-17T10:30:00.25+01:00", "machine": {}, "current": None, "fault": "x"}
    told = Told.of_row(row)
    assert told.at == datetime(2025, 2, 17, 9, 30, 0, 250_000)
    assert (told.machine, told.why) == ({}, None)
    assert Told.of_row({name: ROW[name] for name in ("entry", "verdict")}, by="Bo").by == "Bo"


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        ({"verdict": "doubt"}, "choices are accept"),
        ({"by": " "}, "by whom"),
        ({"by": 7}, "by is 7"),
        ({"by": "x" * 201}, "more than 200"),
        ({"why": "x" * 2001}, "more than 2,000"),
        ({"entry": ["a"]}, "entry is"),
        ({"colour": "red"}, "no field 'colour'; it has by,"),
        ({"changes": "all"}, "object"),
        ({"machine": [1]}, "object"),
        ({"verdict": "change"}, "0 changes"),
        ({"changes": {"kind": "direct"}}, "only 'change'"),
        ({"at": "yesterday"}, "write it as"),
        ({"at": 5}, "write it as"),
        ({"at": (datetime.now(UTC) + timedelta(days=2)).isoformat()}, "yet to come"),
    ],
)
def test_what_makes_no_sense_is_named(wrong, why):
    with pytest.raises(ArchiveError, match=why):
        Told.of_row(ROW | wrong)


def test_a_field_that_is_missing_is_named():
    with pytest.raises(ArchiveError, match="needs the field 'verdict'"):
        Told.of_row({"entry": "abc/statement/s1", "by": "Eva"})


def test_an_actor_merged_into_may_be_named_as_the_entry_is():
    told = Told(entry="actor/lee", verdict="merge", by="Eva", changes={"into": "actor/ann-lee"})
    assert told.bare().changes == {"into": "ann-lee"}
    entry = Told(entry="abc/actor/a", verdict="merge", by="Eva", changes={"into": "abc/actor/b"})
    assert entry.bare() == entry
