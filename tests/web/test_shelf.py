from dataclasses import replace

import pytest

from onrecord import Archive
from onrecord.errors import NotInArchive
from onrecord.web.shelf import Shelf
from tests.publish.samples import FULL
from tests.web.conftest import short


def test_a_record_is_held_and_read_anew_when_it_changes(tmp_path):
    with Archive(str(tmp_path / "a.db")) as archive:
        archive.add(FULL)
        shelf = Shelf(archive)
        held = shelf.held(short(FULL))
        assert held.record == FULL
        assert shelf.held(FULL.report.id) is held
        archive.add(replace(FULL, version="0.0.1"))
        assert shelf.held(short(FULL)).record.version == "0.0.1"
        shelf.close()


def test_what_is_not_there(shelf):
    with pytest.raises(NotInArchive):
        shelf.held("none")


def test_reports_come_latest_first_and_undated_last(shelf):
    found = shelf.reports()
    assert found[0].headline == "Harbour talks resume"
    assert (found[0].statements, found[0].findings) == (8, 3)
    assert found[-1].published is None
    assert shelf.reports(limit=1, offset=1)[0] == found[1]


def test_what_to_query_comes_gravest_first(shelf):
    ranks = [one.severity for one in shelf.to_query()]
    assert ranks == sorted(ranks, key=["error", "warning", "note"].index)
    assert {one.severity for one in shelf.to_query(severity="note")} == {"note"}


def test_outlets_are_counted(shelf):
    assert ("The Kestrel Gazette", 1) in shelf.outlets()
