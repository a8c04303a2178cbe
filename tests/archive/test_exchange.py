"""Corrections from one archive to another: by their rows, as files and the REST interface do."""

import pytest

from onrecord import Archive
from onrecord.errors import ArchiveError, NotInArchive
from tests.archive.reports import record
from tests.archive.test_corrections import COHERENT, COORDINATED, entry, renumbered
from tests.publish.samples import FULL
from tests.record.samples import sample

FIRST = record(COHERENT, outlet="A")
SECOND = record(COORDINATED, outlet="B")
THIRD = record("Kim: One word.", outlet="C")
FOURTH = record("Kim: Another word.", outlet="D")
ALL = (FIRST, SECOND, THIRD, FOURTH, sample(), FULL)


@pytest.fixture
def other(tmp_path):
    with Archive(str(tmp_path / "other.db")) as archive:
        yield archive


def fill(archive, records):
    for one in records:
        archive.add(one)
    archive.merge()


def correct(archive):
    """Say something of every sort."""
    kims = {hit.outlet: hit.speaker_id for hit in archive.search("word")}
    say = archive.correct
    say(entry(FIRST), "split", by="Eva", why="two speeches")
    say(entry(FIRST), "merge", by="Bo", changes={"into": entry(SECOND)})
    say(entry(SECOND), "change", by="Eva", changes={"speaker": kims["D"], "certainty": "denied"})
    say(f"actor/{kims['C']}", "merge", by="Eva", changes={"into": kims["D"]})
    say("actor/ann-lee", "split", by="Eva", changes={"reports": [FIRST.report.id]})
    say(entry(FIRST), "change", by="Bo", changes={"speaker": "ann-lee-2"})
    say(entry(sample(), "meeting/m1"), "change", by="Eva", changes={"place": "oslo-nor"})
    say(entry(sample(), "statement/s1"), "reject", by="Eva", why="\u200f<b>\u202enone</b>")
    say(entry(sample(), "statement/s1"), "withdraw", by="Bo")
    say(entry(sample(), "statement/s2"), "accept", by="Bo")
    yle = entry(sample(), "actor/yle")
    say(entry(sample(), "actor/elina-valtonen"), "merge", by="Bo", changes={"into": yle})
    say(entry(sample(), "event/e1"), "merge", by="Bo", changes={"into": entry(FULL, "event/e1")})


def told(archive):
    names = ("entry", "verdict", "by", "at", "why", "changes", "standing")
    return [{name: one.row()[name] for name in names} for one in archive.corrections()]


def speakers(archive):
    """Return who says what, by what the actors are called: ids go by the order of adding."""
    return {hit.text: hit.speaker for hit in archive.search(limit=100)}


def test_what_people_said_goes_to_an_archive_filled_in_another_order(archive, other):
    fill(archive, ALL)
    correct(archive)
    fill(other, ALL[::-1])
    rows = [one.row() for one in archive.corrections()]
    assert all(other.take(row) for row in rows)
    assert told(other) == told(archive)
    for one in ALL:
        mine, theirs = (each.get(one.report.id, corrected=True) for each in (archive, other))
        assert mine == theirs
    assert speakers(other) == speakers(archive)
    assert len(other.saying(entry(FIRST)).variants) == 2
    assert other.happening(entry(sample(), "event/e1")).reports == 2
    kim = {hit.speaker_id for hit in other.search("word")}
    assert len(kim) == 1 and other.entry(entry(SECOND)).speaker_id in kim
    assert other.entry(entry(FIRST)).speaker_id == "ann-lee-2"
    # Read once more, also into the archive it came from, nothing is said twice.
    assert not any(each.take(row) for row in rows for each in (archive, other))
    exported = [one.row() for one in other.corrections()]
    assert not any(archive.take(row) for row in exported)


def test_they_find_their_entries_in_another_reading(archive, other):
    fill(archive, (FIRST, SECOND))
    archive.correct(entry(FIRST), "split", by="Eva")
    archive.correct(entry(FIRST), "reject", by="Eva")
    fill(other, (renumbered(FIRST), renumbered(SECOND)))
    for one in archive.corrections():
        other.take(one.row())
    at = entry(FIRST, "statement/s40")
    assert other.entry(at).verdict == "reject"
    assert [one.current for one in other.corrections()] == [at, at]
    assert len(other.saying(at).variants) == 1


def test_what_is_said_of_reports_that_are_not_there_is_refused_or_waits(archive, other):
    fill(archive, (FIRST, SECOND))
    archive.correct(entry(FIRST), "split", by="Eva")
    archive.correct(entry(FIRST), "merge", by="Eva", changes={"into": entry(SECOND)})
    rows = [one.row() for one in archive.corrections()]
    with pytest.raises(NotInArchive, match=entry(FIRST)):
        other.take(rows[0])
    fill(other, (FIRST,))
    assert all(other.take(row) for row in rows)
    fill(other, (renumbered(SECOND),))
    assert len(other.saying(entry(FIRST)).variants) == 2
    assert told(other) == told(archive)


def test_an_older_word_read_later_does_not_overrule_a_newer_one(archive, other):
    for each in (archive, other):
        fill(each, (FIRST,))
    archive.correct(entry(FIRST), "reject", by="Eva")
    other.correct(entry(FIRST), "accept", by="Bo")
    other.take(archive.corrections()[0].row())
    assert other.entry(entry(FIRST)).verdict == "accept"
    assert [one.standing for one in other.corrections()] == ["overruled", "stands"]


@pytest.mark.parametrize(
    "known",
    [
        {"actors": [1]},
        {"actors": {"x": 3}},
        {"actors": {"x": {"aliases": 3}}},
        {"actors": {"kim": {"name": 5, "kind": "person"}}},
        {"others": [{"entry": "a/b/c"}]},
        {"others": 3},
        {"mine": [{"entry": 3, "machine": {}}]},
        {"places": {"x": 4}},
    ],
)
def test_a_file_tampered_with_is_refused_and_leaves_nothing(archive, known):
    fill(archive, (FIRST, THIRD))
    row = {"entry": entry(FIRST), "verdict": "change", "by": "Eva", "changes": {"speaker": "kim"}}
    with pytest.raises(ArchiveError):
        archive.take(row | {"known": known})
    assert archive.corrections() == ()
    assert archive.get(FIRST.report.id, corrected=True) == FIRST


@pytest.mark.parametrize("content", [3, [[1]], [["a", "b"]], [{"start": 1}], [None]])
def test_an_entry_tampered_with_is_refused(archive, content):
    fill(archive, (FIRST,))
    row = {"entry": entry(FIRST), "verdict": "reject", "by": "Eva", "machine": {"content": content}}
    with pytest.raises(ArchiveError, match="export"):
        archive.take(row)


@pytest.mark.parametrize("content", [[[0, 10**12]], [[-5, 3]], [[9, 2]], []])
def test_an_entry_that_is_nowhere_is_kept_as_gone(archive, content):
    fill(archive, (FIRST,))
    row = {"entry": entry(FIRST), "verdict": "reject", "by": "Eva", "machine": {"content": content}}
    noted = archive.take(row)
    assert (noted.current, noted.standing) == (None, "gone")
    assert archive.get(FIRST.report.id, corrected=True) == FIRST
