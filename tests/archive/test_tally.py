from datetime import date

import pytest

from onrecord.archive import matching
from tests.archive.reports import record


@pytest.fixture
def filled(archive):
    lines = [f"Ann Lee: The grain of day {number} is here." for number in range(1, 8)]
    archive.add(record(*lines, "Bo Ek: “No grain.”", outlet="Fox Example"))
    archive.add(
        record("Ann Lee: Grain.", "Somebody: Grain?", outlet=None, published=date(2024, 5, 1))
    )
    archive.add(record("Bo Ek: Wheat and grain.", published=None))
    return archive


def shares(found):
    return {share.name: share.number for share in found}


def test_all_that_is_found_is_counted_and_divided(filled):
    found = filled.tally("grain")
    assert (found.number, found.whole) == (11, True)
    assert found.number == len(filled.search("grain", limit=100))
    assert shares(found.speakers) == {"Ann Lee": 8, "Bo Ek": 2, "Somebody": 1}
    assert shares(found.outlets) == {"Fox Example": 8, "The Example Courier": 1}
    assert shares(found.kinds) == {"indirect": 10, "direct": 1}
    assert [(share.value, share.number) for share in found.years] == [("2025", 8), ("2024", 2)]
    assert found.row()["speakers"][0] == {"value": "ann-lee", "name": "Ann Lee", "number": 8}


@pytest.mark.parametrize(
    ("words", "asked", "number"),
    [
        ("", {"speaker": "Ann Lee"}, 8),
        ("", {"outlet": "fox"}, 8),
        ("grain", {"kind": "direct"}, 1),
        ("grain", {"since": date(2025, 1, 1)}, 8),
        ("grain", {"speaker": "Bo Ek", "until": date(2025, 12, 31)}, 1),
        ("grain", {"kind": "report"}, 3),
        ("wheat -grain", {}, 0),
        ("grain", {"speaker": "Nobody"}, 0),
    ],
)
def test_filters_are_those_of_a_search(filled, words, asked, number):
    assert filled.tally(words, **asked).number == number
    assert len(filled.search(words, **asked, limit=100)) == number


def test_of_very_many_it_says_that_some_are_left_out(filled, monkeypatch):
    monkeypatch.setattr(matching, "MOST", 5)
    monkeypatch.setattr("onrecord.archive.tally.MOST", 5)
    for words in ("grain", ""):
        found = filled.tally(words, outlet="fox")
        assert not found.whole
        assert 0 < found.number <= 5
