import pytest

from onrecord.errors import ArchiveError, NotInArchive
from tests.archive.reports import record
from tests.record.samples import sample

SAID = "Ann Lee: “We will act in a coherent way on the harbour,”"


@pytest.fixture
def filled(archive):
    archive.add(sample())
    archive.merge()
    return archive


def entry(archive, name="statement/s1"):
    return f"{sample().report.id.removeprefix('sha256:')[:16]}/{name}"


def test_a_changed_speaker_is_found_and_the_machines_stays_visible(filled):
    at = entry(filled)
    filled.correct(at, "change", by="Eva", why="he spoke", changes={"speaker": "government-of-fin"})
    hit = filled.entry(at)
    assert (hit.speaker_id, hit.verdict) == ("government-of-finland", "change")
    assert len(filled.search(speaker="Government of Finland")) == 1
    assert filled.get(sample().report.id) == sample()
    right = filled.get(sample().report.id, corrected=True)
    assert right.statements[0].speaker == "government-of-fin"
    (noted,) = filled.corrections()
    assert (noted.by, noted.why, noted.verdict) == ("Eva", "he spoke", "change")
    assert noted.machine["speaker"] == "elina-valtonen"
    assert noted.current == at


def test_a_rejected_entry_is_left_out_unless_asked_for(filled):
    filled.correct(entry(filled, "meeting/m1"), "reject", by="Eva")
    assert filled.search("talks", kind="meeting") == ()
    (hit,) = filled.search("talks", kind="meeting", rejected=True)
    assert hit.verdict == "reject"
    assert {one.kind for one in filled.timeline()} == {"event"}
    assert filled.get(sample().report.id, corrected=True).meetings == ()
    filled.correct(entry(filled, "meeting/m1"), "accept", by="Bo", why="on reflection")
    assert len(filled.search("talks", kind="meeting")) == 1
    assert len(filled.corrections()) == 2


def test_rejecting_a_statement_or_actor_leaves_a_record_that_holds(filled):
    filled.correct(entry(filled, "statement/s1"), "reject", by="Eva")
    filled.correct(entry(filled, "actor/government-of-fin"), "reject", by="Eva")
    right = filled.get(sample().report.id, corrected=True)
    assert [statement.id for statement in right.statements] == ["s2"]
    assert right.commitments == ()
    assert right.events[0].inside is None


def test_a_new_reading_does_not_undo_a_persons_word(filled):
    filled.correct(entry(filled), "reject", by="Eva")
    first, second = sample().statements
    read_anew = sample(
        version="2",
        statements=(
            type(second)(**{n: getattr(second, n) for n in second.__slots__} | {"id": "s1"}),
            type(first)(**{n: getattr(first, n) for n in first.__slots__} | {"id": "s2"}),
        ),
        events=(),
        commitments=(),
        positions=(),
    )
    filled.add(read_anew)
    assert filled.entry(entry(filled, "statement/s1")).verdict is None
    assert filled.entry(entry(filled, "statement/s2")).verdict == "reject"
    assert filled.corrections()[0].current == entry(filled, "statement/s2")
    filled.add(sample(version="3", statements=(), events=(), commitments=(), positions=()))
    assert filled.corrections()[0].current is None
    filled.add(sample(version="4"))
    assert filled.entry(entry(filled)).verdict == "reject"


def test_actors_are_merged_and_split_by_a_persons_word(archive):
    archive.add(record("Ann Lee: One thing.", outlet="A"))
    archive.add(record("Lee: Another thing.", outlet="B"))
    archive.correct("actor/lee", "merge", by="Eva", changes={"into": "ann-lee"})
    assert [(one.id, one.statements) for one in archive.find("Ann Lee")] == [("ann-lee", 2)]
    assert [one.id for one in archive.find("lee")] == ["ann-lee"]
    assert len(archive.search("thing", speaker="ann-lee")) == 2
    other = archive.search("another")[0].report
    archive.add(record("Lee: Another thing.", outlet="B", version="2"))
    assert len(archive.search("thing", speaker="ann-lee")) == 2
    archive.correct("actor/ann-lee", "split", by="Bo", changes={"reports": [other]})
    assert len(archive.search("thing", speaker="ann-lee")) == 1
    archive.add(record("Lee: Another thing.", outlet="B", version="3"))
    assert len(archive.search("thing", speaker="ann-lee")) == 1


def test_sayings_are_merged_and_split_by_a_persons_word(archive):
    archive.add(record(SAID, outlet="A"))
    archive.add(record(SAID.replace("act", "deal"), outlet="B"))
    archive.add(record("Ann Lee: quite other words on it", outlet="C"))
    archive.merge()
    (other,) = archive.search("quite")
    one = archive.search("coherent", outlet="A")[0].id
    assert len(archive.saying(one).variants) == 2
    archive.correct(other.id, "merge", by="Eva", changes={"into": one})
    assert len(archive.saying(one).variants) == 3
    archive.correct(one, "split", by="Eva")
    assert len(archive.saying(one).variants) == 1
    archive.add(record(SAID, outlet="A", version="2"))
    archive.merge()
    assert len(archive.saying(archive.search("coherent", outlet="A")[0].id).variants) == 1


@pytest.mark.parametrize(
    ("name", "verdict", "changes", "message"),
    [
        ("statement/s9", "accept", {}, "s9"),
        ("poem/s1", "accept", {}, "poem"),
        ("statement/s1", "doubt", {}, "verdict"),
        ("statement/s1", "change", {}, "change"),
        ("statement/s1", "accept", {"kind": "direct"}, "accept"),
        ("statement/s1", "change", {"text": "other"}, "text"),
        ("statement/s1", "change", {"kind": "shouted"}, "shouted"),
        ("statement/s1", "change", {"speaker": "nobody"}, "nobody"),
        ("actor/elina-valtonen", "change", {"name": " "}, "needs a name"),
        ("actor/elina-valtonen", "change", {"country": "fi"}, "country is 'fi'"),
        ("place/helsinki-fin", "merge", {"into": "x"}, "place"),
    ],
)
def test_corrections_without_sense_are_refused_and_leave_nothing(
    filled, name, verdict, changes, message
):
    with pytest.raises(ArchiveError, match=message):
        filled.correct(entry(filled, name), verdict, by="Eva", changes=changes)
    with pytest.raises(ArchiveError, match="name"):
        filled.correct(entry(filled), "accept", by=" ")
    assert filled.corrections() == ()


def test_unknown_actors_are_refused(filled):
    with pytest.raises(NotInArchive, match="zed"):
        filled.correct("actor/zed", "merge", by="Eva", changes={"into": "elina-valtonen"})
