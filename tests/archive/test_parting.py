"""Actors of the archive made one, parted and told apart again: what is kept and what is touched."""

import json
from dataclasses import replace

import pytest
from sqlalchemy import select

from onrecord.archive import identities, tables
from onrecord.archive.engine import reading, writing
from onrecord.archive.parting import correct_actor
from onrecord.archive.told import Told
from onrecord.errors import ArchiveError, NotInArchive
from tests.archive.reports import record

FIRST = record("Ann Lee: The locks are open.", outlet="A")
SECOND = record("Ann Lee: The locks are shut.", outlet="B")
THIRD = record("Bo Ek: No lock was ever built.", outlet="C")


@pytest.fixture
def filled(archive):
    for one in (FIRST, SECOND, THIRD):
        archive.add(one)
    return archive


def short(one):
    return one.report.id.removeprefix("sha256:")[:16]


def told(archive, name, verdict, **changes):
    """Carry a correction out; return the reports that are to be written anew."""
    with writing(archive._engine) as connection:
        said = Told(entry=f"actor/{name}", verdict=verdict, by="Eva", changes=changes)
        _, touched = correct_actor(connection, said)
        rows = connection.execute(select(tables.reports.c.key, tables.reports.c.short)).all()
    return {row.short for row in rows if row.key in touched}


def last_kept(archive):
    table = tables.corrections
    with reading(archive._engine) as connection:
        row = connection.execute(select(table).order_by(table.c.key.desc()).limit(1)).one()
    return json.loads(row.changes), json.loads(row.known)


def leads_to(archive, name):
    with reading(archive._engine) as connection:
        one = identities.row(connection, name)
        (row,) = identities.rows_by_key(
            connection, identities.leads(connection, [one.key]).values()
        )
    return row.id


def speakers(archive):
    return {hit.outlet: hit.speaker_id for hit in archive.search(kind="statement")}


def test_a_merged_actor_leads_to_the_other_everywhere_and_no_report_is_read_anew(filled):
    assert told(filled, "ann-lee", "merge", into="bo-ek") == set()
    assert leads_to(filled, "ann-lee") == "bo-ek"
    assert speakers(filled) == {"A": "bo-ek", "B": "bo-ek", "C": "bo-ek"}
    assert len(filled.search(speaker="bo-ek")) == 3
    _, known = last_kept(filled)
    assert {name: one["name"] for name, one in known["actors"].items()} == {
        "ann-lee": "Ann Lee",
        "bo-ek": "Bo Ek",
    }


def test_one_merged_again_elsewhere_has_its_reports_written_anew(filled):
    filled.add(record("Cy Oz: Ask me.", outlet="D"))
    told(filled, "ann-lee", "merge", into="bo-ek")
    touched = told(filled, "ann-lee", "merge", into="cy-oz")
    assert touched == {short(FIRST), short(SECOND)}
    assert (leads_to(filled, "ann-lee"), leads_to(filled, "bo-ek")) == ("cy-oz", "bo-ek")


def test_a_bare_surname_merged_is_known_by_its_name_in_its_report_whatever_its_new_id(filled):
    lone = record("Ek: Locks rust.", outlet="D")
    filled.add(lone)
    told(filled, "ek", "merge", into="bo-ek")
    (ek,) = lone.actors
    with reading(filled._engine) as connection:
        read_anew = [replace(ek, id="x7")]
        here = identities.known(connection, read_anew, report=short(lone))
        assert here == {"x7": identities.row(connection, "bo-ek").key}
        assert identities.known(connection, read_anew, report=short(FIRST)) == {}


def test_one_actor_is_not_merged_with_itself_nor_with_nobody(filled):
    with pytest.raises(ArchiveError, match="one actor already"):
        told(filled, "ann-lee", "merge", into="ann-lee")
    told(filled, "ann-lee", "merge", into="bo-ek")
    with pytest.raises(ArchiveError, match="one actor already"):
        told(filled, "bo-ek", "merge", into="ann-lee")
    for name, into in (("ann-lee", "zed"), ("zed", "ann-lee")):
        with pytest.raises(NotInArchive, match="zed"):
            told(filled, name, "merge", into=into)
    assert len(filled.corrections()) == 1


def test_parting_touches_the_named_reports_and_remembers_whom_they_meant(filled):
    assert told(filled, "ann-lee", "split", reports=[SECOND.report.id]) == {short(SECOND)}
    changes, known = last_kept(filled)
    assert changes == {"reports": [short(SECOND)], "as": "ann-lee-2"}
    assert known["apart"] == [{"report": short(SECOND), "actor": "ann-lee", "name": "Ann Lee"}]
    assert leads_to(filled, "ann-lee-2") == "ann-lee-2"


def test_who_is_parted_off_may_be_given_an_id_that_is_free(filled):
    told(filled, "ann-lee", "split", reports=[SECOND.report.id], **{"as": "other-lee"})
    assert leads_to(filled, "other-lee") == "other-lee"
    for wrong in ("bo-ek", 7):
        with pytest.raises(ArchiveError, match="give one that is free"):
            told(filled, "ann-lee", "split", reports=[FIRST.report.id], **{"as": wrong})


@pytest.mark.parametrize("reports", [None, [], "all"])
def test_parting_says_in_which_reports(filled, reports):
    with pytest.raises(ArchiveError, match="name the reports"):
        told(filled, "ann-lee", "split", reports=reports)


def test_parting_in_a_report_without_the_actor_is_refused(filled):
    with pytest.raises(NotInArchive, match="in these reports"):
        told(filled, "ann-lee", "split", reports=[THIRD.report.id])


def test_taking_a_merging_back_touches_the_reports_of_the_one_that_left(filled):
    told(filled, "ann-lee", "merge", into="bo-ek")
    assert told(filled, "ann-lee", "withdraw") == {short(FIRST), short(SECOND)}
    assert leads_to(filled, "ann-lee") == "ann-lee"


def test_who_was_parted_off_goes_back_to_whom_he_was_parted_from(filled):
    filled.correct("actor/ann-lee", "split", by="Eva", changes={"reports": [SECOND.report.id]})
    assert speakers(filled)["B"] == "ann-lee-2"
    assert told(filled, "ann-lee-2", "withdraw") == {short(SECOND)}
    assert leads_to(filled, "ann-lee-2") == "ann-lee"


def test_what_was_never_said_is_not_taken_back_and_other_verdicts_are_for_entries(filled):
    with pytest.raises(ArchiveError, match="nothing has been said"):
        told(filled, "ann-lee", "withdraw")
    with pytest.raises(ArchiveError, match="merged, split or withdrawn; 'accept'"):
        told(filled, "ann-lee", "accept")
