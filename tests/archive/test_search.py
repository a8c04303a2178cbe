from datetime import date

import pytest

from onrecord.archive.matching import KINDS
from onrecord.errors import SettingsError
from tests.archive.reports import record
from tests.record.samples import sample


@pytest.fixture
def filled(archive):
    archive.add(
        record(
            "Ann Lee: The two sides are negotiating about grain.",
            "Bo Ek: “Grain will flow,” and Ann Lee knows it.",
            outlet="Fox Example",
            published=date(2025, 2, 17),
        )
    )
    archive.add(
        record(
            "Ann Lee: There will be no negotiation about the bridge.",
            "Cy Lee: “The bridge <b>stands</b>.”",
            outlet="The Example Courier",
            published=date(2025, 3, 1),
        )
    )
    archive.add(sample())
    return archive


def texts(found):
    return {hit.text[:20] for hit in found}


def test_words_are_found_in_any_form(filled):
    found = filled.search("negotiate")
    assert {hit.speaker for hit in found} == {"Ann Lee"}
    assert len(found) == 2


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ('"two sides"', 1),
        ("negotiation -bridge", 1),
        ("grain OR bridge", 4),
        ("grain bridge", 0),
        ('un"balanced (quotes) AND * ^', 0),
        ("grain:*", 2),
        ("'; DROP TABLE entries", 0),
    ],
)
def test_phrases_exclusions_and_alternatives(filled, words, number):
    assert len(filled.search(words)) == number


def test_filters(filled):
    assert len(filled.search("negotiate", outlet="fox")) == 1
    assert len(filled.search("negotiate", speaker="Ann Lee")) == 2
    assert len(filled.search("bridge", speaker="lee")) == 2
    assert filled.search("bridge", speaker="Nobody Here") == ()
    assert [hit.speaker for hit in filled.search("grain", about="Ann Lee")] == ["Bo Ek"]
    assert [hit.speaker for hit in filled.search(about="Ann Lee")] == ["Bo Ek"]
    assert len(filled.search("negotiate", since=date(2025, 2, 18))) == 1
    assert len(filled.search("negotiate", until=date(2025, 2, 18))) == 1
    assert [hit.speaker for hit in filled.search("bridge", kind="direct")] == ["Cy Lee"]
    assert [hit.speaker for hit in filled.search("", kind="direct", outlet="courier")] == ["Cy Lee"]


def test_other_kinds(filled):
    assert [hit.kind for hit in filled.search("host talks", kind="commitment")] == ["commitment"]
    assert {hit.kind for hit in filled.search("talks", kind="all")} > {"meeting", "event"}
    assert len(filled.search("bridge", kind="report")) == 1


def test_a_rare_kind_is_found_whatever_else_has_the_word(archive, monkeypatch):
    for name in ("Ann Lee", "Bo Ek"):
        archive.add(record(*(f"{name}: Grain on day {number}." for number in range(8))))
    monkeypatch.setattr("onrecord.archive.matching.MOST", 3)
    assert len(archive.search("grain", kind="report")) == 2
    assert archive.tally("grain", kind="report").number == 2
    assert len(archive.search("grain")) <= 3


def test_without_words_the_latest_come_first_and_pages_follow_each_other(filled):
    found = filled.search(limit=10)
    assert found[0].date == date(2025, 3, 1)
    assert (*filled.search(limit=2), *filled.search(limit=2, offset=2)) == found[:4]


def test_a_hit_points_into_its_report_and_marks_the_words(filled):
    (hit,) = filled.search("flow")
    stored = filled.get(hit.report)
    assert stored.report.text[hit.start : hit.end] == hit.text
    assert hit.id.endswith("/statement/s2")
    assert ("flow", True) in hit.pieces
    assert "**flow**" in hit.snippet
    row = hit.row()
    assert row["date"] == "2025-02-17"
    assert row["spans"] == [[hit.start, hit.end]]


def test_a_kind_there_is_not_and_only_exclusions_are_refused(filled):
    with pytest.raises(SettingsError, match=KINDS[0]):
        filled.search("x", kind="poem")
    with pytest.raises(SettingsError, match="exclude"):
        filled.search("-grain")
