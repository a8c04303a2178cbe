"""People's words through what comes after them: new readings, new reports, other words."""

from dataclasses import replace
from datetime import date

import pytest

from onrecord.errors import ArchiveError, NotInArchive
from onrecord.record import Actor
from tests.archive.reports import record
from tests.record.samples import sample

COHERENT = "Ann Lee: “We will act in a coherent way on the harbour,”"
COORDINATED = COHERENT.replace("coherent", "coordinated")
OTHER = "Ann Lee: quite other words on it"


def entry(one, name="statement/s1"):
    return f"{one.report.id.removeprefix('sha256:')[:16]}/{name}"


def renumbered(one, **changes):
    """Return a new reading of a record, with other ids for its statements and actors."""
    actors = {actor.id: f"x-{actor.id}" for actor in one.actors}
    return replace(
        one,
        version="2",
        actors=tuple(replace(actor, id=actors[actor.id]) for actor in one.actors),
        statements=tuple(
            replace(said, id=f"s{number + 40}", speaker=actors[said.speaker])
            for number, said in enumerate(one.statements)
        ),
        **changes,
    )


def variants(archive, at):
    return {variant.hit.outlet for variant in archive.saying(at).variants}


def fill(archive, *records):
    for one in records:
        archive.add(one)
    archive.merge()


def test_a_speaker_of_the_archive_is_followed_to_whom_he_turns_out_to_be(archive):
    first = record(COHERENT, outlet="A")
    second = record("Bo Ek: No harbour will close.", outlet="B")
    third = record("Anna Lee: Nobody asked me.", outlet="C")
    fill(archive, first, second, third)
    archive.correct(entry(second), "change", by="Eva", changes={"speaker": "ann-lee"})
    archive.correct("actor/ann-lee", "merge", by="Bo", changes={"into": "anna-lee"})
    assert archive.entry(entry(second)).speaker_id == "anna-lee"
    assert archive.get(second.report.id, corrected=True).statements[0].speaker == "ann-lee"
    archive.add(renumbered(second))
    assert archive.entry(entry(second, "statement/s40")).speaker_id == "anna-lee"
    archive.correct("actor/ann-lee", "withdraw", by="Bo", why="two women")
    assert archive.entry(entry(second, "statement/s40")).speaker_id == "ann-lee"
    assert archive.entry(entry(third)).speaker_id == "anna-lee"


def test_an_actor_the_new_reading_lacks_is_put_back(archive):
    fill(archive, sample())
    at = entry(sample())
    archive.correct(at, "change", by="Eva", changes={"speaker": "government-of-fin"})
    bare = sample(
        version="2",
        actors=tuple(
            replace(actor, represents=None)
            for actor in sample().actors
            if actor.id != "government-of-fin"
        ),
        **dict.fromkeys(("events", "meetings", "commitments", "positions"), ()),
    )
    archive.add(bare)
    hit = archive.entry(at)
    assert (hit.speaker, hit.speaker_id) == ("Government of Finland", "government-of-finland")
    (noted,) = archive.corrections()
    assert (noted.current, noted.standing) == (at, "stands")


def test_what_does_not_fit_a_new_reading_is_kept_and_says_so(archive):
    fill(archive, sample())
    yle, government = entry(sample(), "actor/yle"), entry(sample(), "actor/government-of-fin")
    archive.correct(yle, "merge", by="Eva", changes={"into": government})
    assert archive.get(sample().report.id, corrected=True).statements[1].addressees == (
        "government-of-fin",
    )
    without = tuple(actor for actor in sample().actors if actor.id == "yle")
    second = sample().statements[1]
    fewer = sample(
        version="2",
        actors=without,
        statements=(replace(second, speaker=None),),
        **dict.fromkeys(("events", "meetings", "commitments", "positions"), ()),
    )
    archive.add(fewer)
    (noted,) = archive.corrections()
    assert (noted.current, noted.standing) == (yle, "misfit")
    assert "not in this reading" in noted.fault
    assert archive.get(sample().report.id, corrected=True) == fewer
    archive.add(sample(version="3", actors=(), statements=(), **EMPTY))
    assert (archive.corrections()[0].current, archive.corrections()[0].standing) == (None, "gone")
    archive.add(sample(version="4"))
    assert archive.corrections()[0].standing == "stands"


EMPTY = dict.fromkeys(("events", "meetings", "commitments", "positions"), ())


@pytest.mark.parametrize("side", [0, 1])
def test_sayings_merged_by_a_person_outlive_new_readings_of_either_report(archive, side):
    reports = [record(COHERENT, outlet="A"), record("Bo Ek: No.", OTHER, outlet="B")]
    fill(archive, *reports)
    one, into = entry(reports[0]), entry(reports[1], "statement/s2")
    archive.correct(one, "merge", by="Eva", changes={"into": into})
    assert variants(archive, one) == {"A", "B"}
    fill(archive, renumbered(reports[side]))
    at = [one, into]
    at[side] = entry(reports[side], f"statement/s{40 + side}")
    assert variants(archive, at[0]) == variants(archive, at[1]) == {"A", "B"}
    assert archive.corrections()[0].standing == "stands"


def test_what_a_person_set_apart_no_new_report_brings_together(archive):
    first, second = record(COHERENT, outlet="A"), record(COORDINATED, outlet="B")
    fill(archive, first, second)
    assert len(archive.conflicts()) == 1
    archive.correct(entry(second), "split", by="Eva")
    assert archive.conflicts() == ()
    third = record(COHERENT.replace("will", "shall"), outlet="C")
    fill(archive, third)
    assert variants(archive, entry(first)) == {"A", "C"}
    assert variants(archive, entry(second)) == {"B"}
    fill(archive, renumbered(first), renumbered(second))
    assert variants(archive, entry(second, "statement/s40")) == {"B"}


def test_of_two_people_who_contradict_each_other_both_stay_to_be_seen_and_the_last_wins(archive):
    first, second = record(COHERENT, outlet="A"), record(COORDINATED, outlet="B")
    fill(archive, first, second)
    archive.correct(entry(first), "split", by="Eva")
    archive.correct(entry(second), "merge", by="Bo", changes={"into": entry(first)})
    assert variants(archive, entry(first)) == {"A", "B"}
    assert len(archive.conflicts()) == 1
    archive.correct(entry(first), "reject", by="Eva")
    archive.correct(entry(first), "accept", by="Bo")
    archive.correct(entry(second), "change", by="Eva", changes={"certainty": "hedged"})
    archive.correct(entry(second), "change", by="Bo", changes={"certainty": "denied"})
    standing = [(one.by, one.verdict, one.standing) for one in archive.corrections()]
    assert standing == [
        ("Eva", "split", "overruled"),
        ("Bo", "merge", "stands"),
        ("Eva", "reject", "overruled"),
        ("Bo", "accept", "stands"),
        ("Eva", "change", "overruled"),
        ("Bo", "change", "stands"),
    ]
    assert archive.get(second.report.id, corrected=True).statements[0].certainty == "denied"


def test_everything_said_of_an_entry_can_be_taken_back(archive):
    first, second = record(COHERENT, outlet="A"), record(COORDINATED, outlet="B")
    fill(archive, first, second)
    at = entry(first)
    with pytest.raises(ArchiveError, match="nothing"):
        archive.correct(at, "withdraw", by="Eva")
    archive.correct(at, "reject", by="Eva")
    assert variants(archive, entry(second)) == {"B"}
    archive.correct(at, "change", by="Eva", changes={"certainty": "denied"})
    archive.correct(at, "split", by="Eva", changes={"from": [entry(second)]})
    archive.correct(at, "withdraw", by="Eva", why="all wrong")
    assert archive.get(first.report.id, corrected=True) == first
    assert archive.entry(at).verdict is None
    assert variants(archive, at) == {"A", "B"}
    assert len(archive.conflicts()) == 1
    assert [one.standing for one in archive.corrections()] == [*["withdrawn"] * 3, "stands"]


def test_some_of_a_saying_can_be_parted_from_the_others(archive):
    reports = [
        record(COHERENT.replace("act", verb), outlet=outlet)
        for verb, outlet in (("act", "A"), ("deal", "B"), ("work", "C"), ("move", "D"))
    ]
    fill(archive, *reports)
    assert variants(archive, entry(reports[0])) == set("ABCD")
    apart = [entry(reports[2]), entry(reports[3])]
    archive.correct(entry(reports[0]), "split", by="Eva", changes={"from": apart})
    assert variants(archive, entry(reports[0])) == {"A", "B"}
    assert variants(archive, entry(reports[2])) == {"C", "D"}
    for wrong in ("nonsense", ["none"]):
        with pytest.raises(ArchiveError, match="from"):
            archive.correct(entry(reports[0]), "split", by="Eva", changes={"from": wrong})


def test_meetings_and_events_are_merged_and_set_apart(archive):
    from tests.publish.samples import FULL

    fill(archive, sample(), FULL)
    for kind, one, other in (("meeting", "m1", "m1"), ("event", "e1", "e1")):
        here, there = entry(sample(), f"{kind}/{one}"), entry(FULL, f"{kind}/{other}")
        archive.correct(here, "merge", by="Eva", changes={"into": there})
        assert archive.happening(here).reports == 2
        assert archive.happening(there).id == archive.happening(here).id
        fill(archive, sample(version=f"after {kind}"))
        assert archive.happening(here).reports == 2
        archive.correct(there, "split", by="Bo")
        assert archive.happening(here).reports == 1
        archive.correct(there, "withdraw", by="Bo")
        assert archive.happening(here).reports == 2
    with pytest.raises(ArchiveError, match="one event already"):
        archive.correct(here, "merge", by="Eva", changes={"into": there})


def test_an_actor_parted_off_stays_apart_whatever_the_new_reading_calls_him(archive):
    first, second = record("Ann Lee: One thing.", outlet="A"), record("Ann Lee: Two.", outlet="B")
    fill(archive, first, second)
    archive.correct("actor/ann-lee", "split", by="Eva", changes={"reports": [second.report.id]})
    (noted,) = archive.corrections()
    assert noted.changes["as"] == "ann-lee-2"
    assert archive.entry(entry(second)).speaker_id == "ann-lee-2"
    archive.add(renumbered(second))
    assert archive.entry(entry(second, "statement/s40")).speaker_id == "ann-lee-2"
    archive.add(record("Ann Lee: Three.", outlet="C"))
    assert archive.search("three")[0].speaker_id == "ann-lee"
    archive.correct("actor/ann-lee-2", "withdraw", by="Bo")
    assert archive.entry(entry(second, "statement/s40")).speaker_id == "ann-lee"
    assert archive.find("ann-lee-2") == archive.find("ann-lee")
    assert archive.corrections()[0].standing == "withdrawn"
    with pytest.raises(ArchiveError, match="nothing"):
        archive.correct("actor/ann-lee", "withdraw", by="Bo")


def test_an_actor_known_by_a_surname_in_one_report_stays_merged(archive):
    first, second = record("Ann Lee: One thing.", outlet="A"), record("Lee: Two.", outlet="B")
    fill(archive, first, second)
    archive.correct("actor/lee", "merge", by="Eva", changes={"into": "ann-lee"})
    with pytest.raises(ArchiveError, match="one actor already"):
        archive.correct("actor/lee", "merge", by="Eva", changes={"into": "ann-lee"})
    archive.add(renumbered(second))
    assert archive.entry(entry(second, "statement/s40")).speaker_id == "ann-lee"
    assert [one.id for one in archive.find("Lee")] == ["ann-lee"]
    assert archive.counts()["actors"] == 1
    archive.correct("actor/lee", "withdraw", by="Eva")
    assert archive.entry(entry(second, "statement/s40")).speaker_id == "lee"
    assert len(archive.search(speaker="ann-lee")) == 1


def test_an_actor_said_to_be_one_and_then_another_is_the_last(archive):
    reports = [record(f"{name}: Words.", outlet=name) for name in ("Ann Lee", "Ann Leigh", "A Li")]
    fill(archive, *reports)
    archive.correct("actor/a-li", "merge", by="Eva", changes={"into": "ann-lee"})
    archive.correct("actor/a-li", "merge", by="Bo", changes={"into": "ann-leigh"})
    assert archive.entry(entry(reports[2])).speaker_id == "ann-leigh"
    assert archive.entry(entry(reports[0])).speaker_id == "ann-lee"
    assert [one.standing for one in archive.corrections()] == ["overruled", "stands"]
    assert len(archive.corrections(actor="ann-leigh")) == 2
    assert [one.by for one in archive.corrections(actor="ann-lee")] == ["Eva"]


def test_two_actors_of_one_report_are_made_one_and_one_is_parted(archive):
    fill(archive, sample())
    one, into = entry(sample(), "actor/elina-valtonen"), entry(sample(), "actor/yle")
    archive.correct(one, "merge", by="Eva", changes={"into": into})
    right = archive.get(sample().report.id, corrected=True)
    assert {said.speaker for said in right.statements} == {"yle"}
    assert [mention.text for mention in right.actor("yle").mentions] == [
        *("Elina Valtonen", "she", "Yle")
    ]
    archive.correct(one, "withdraw", by="Eva")
    assert archive.get(sample().report.id, corrected=True) == sample()
    she = sample().actors[0].mentions[1]
    mentions = {"mentions": [list(she.span)], "name": "A reporter"}
    archive.correct(one, "split", by="Eva", changes=mentions)
    right = archive.get(sample().report.id, corrected=True)
    assert [said.speaker for said in right.statements] == ["elina-valtonen", "elina-valtonen-2"]
    parted = entry(sample(), "actor/elina-valtonen-2")
    archive.correct(parted, "change", by="Bo", changes={"name": "Yle's reporter"})
    archive.add(sample(version="2"))
    assert archive.get(sample().report.id, corrected=True).actors[-1].name == "Yle's reporter"
    assert archive.entry(entry(sample(), "statement/s2")).speaker == "Yle's reporter"
    for changes, why in (
        ({"mentions": [[0, 3]]}, "no such mentions"),
        ({"mentions": "all"}, "list"),
        ({}, "mentions"),
    ):
        with pytest.raises(ArchiveError, match=why):
            archive.correct(one, "split", by="Eva", changes=changes)
    with pytest.raises(NotInArchive, match="nobody"):
        archive.correct(one, "merge", by="Eva", changes={"into": entry(sample(), "actor/nobody")})


def test_every_field_of_the_happenings_can_be_put_right(archive):
    fill(archive, sample())
    meeting = {
        "form": "call",
        "name": "The Helsinki call",
        "place": "oslo-nor",
        "when": {"start": "2025-02-20", "end": "2025-02-20"},
        "participants": [
            {"actor": "elina-valtonen", "role": "attends"},
            {"actor": "yle", "role": "excluded"},
        ],
    }
    archive.correct(entry(sample(), "meeting/m1"), "change", by="Eva", changes=meeting)
    event = {"type": "AID", "actors": ["yle"], "recipients": ["elina-valtonen"], "when": None}
    archive.correct(entry(sample(), "event/e1"), "change", by="Eva", changes=event)
    promised = {"strength": "promises", "actor": "elina-valtonen", "beneficiary": "yle"}
    archive.correct(entry(sample(), "commitment/c1"), "change", by="Eva", changes=promised)
    office = [{"title": "President", "of": "FIN", "as_written": "Foreign Minister"}]
    archive.correct(
        entry(sample(), "actor/elina-valtonen"), "change", by="Eva", changes={"offices": office}
    )
    right = archive.get(sample().report.id, corrected=True)
    assert right.meetings[0].place == "oslo-nor"
    assert [one.role for one in right.meetings[0].participants] == ["attends", "excluded"]
    assert right.meetings[0].when.start == date(2025, 2, 20)
    assert (right.events[0].type, right.events[0].actors) == ("AID", ("yle",))
    assert right.commitments[0].strength == "promises"
    assert right.actors[0].offices[0].title == "President"
    (happening,) = archive.timeline(actor="yle", type="call")
    assert happening.place == "oslo-nor" and happening.day == date(2025, 2, 20)
    archive.add(sample(version="2", places=sample().places, meetings=sample().meetings))
    assert archive.get(sample().report.id, corrected=True).meetings[0].place == "oslo-nor"


def test_the_words_of_a_statement_can_be_put_right(archive):
    fill(archive, sample())
    content = [list(sample().statements[0].content[0])]
    content[0][1] -= len(" if both sides agreed")
    archive.correct(entry(sample()), "change", by="Eva", changes={"content": content})
    said = archive.get(sample().report.id, corrected=True).statements[0]
    assert said.text == "that Finland was ready to host talks in Helsinki"
    for wrong in ([[0, 10_000]], [[5, 2]], "words"):
        with pytest.raises(ArchiveError):
            archive.correct(entry(sample()), "change", by="Eva", changes={"content": wrong})


def test_a_correction_of_one_finding_leaves_others_without_words_alone(archive):
    finding = sample().findings[0]
    other = replace(finding, kind="no-outlet", message="No outlet.")
    fill(archive, sample(findings=(finding, other)))
    archive.correct(entry(sample(), "finding/f1"), "reject", by="Eva")
    archive.add(sample(version="2", findings=(other, finding)))
    assert archive.corrections()[0].current == entry(sample(), "finding/f2")


def test_unnamed_actors_that_change_their_numbers_are_known_by_their_words(archive):
    def officials(*names):
        actors = [
            Actor(id=name, kind="unnamed", name="officials", mentions=(mention,))
            for name, mention in zip(names, sample().actors[0].mentions, strict=True)
        ]
        return sample(version=names[0], actors=(*sample().actors, *actors))

    fill(archive, officials("officials", "officials-2"))
    second = entry(sample(), "actor/officials-2")
    archive.correct(second, "change", by="Eva", changes={"name": "aides"})
    archive.add(officials("officials-2", "officials"))
    names = {one.id: one.name for one in archive.get(sample().report.id, corrected=True).actors}
    assert (names["officials"], names["officials-2"]) == ("aides", "officials")
