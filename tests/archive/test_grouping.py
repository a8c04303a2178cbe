"""Groups of entries, and what people want of them through new readings."""

from dataclasses import replace

import pytest

from onrecord.archive.engine import reading
from onrecord.archive.grouping import keys, members, present, remembered, wishes
from tests.archive.reports import record

LINE = "Ann Lee: “The ferries will sail again before the first of May,”"
FIRST = record(LINE, "Bo Ek: The pier stays shut.", outlet="A")
SECOND = record(LINE.replace("sail", "run"), outlet="B")
THIRD = record("Ann Lee: Something else was never promised.", outlet="C")


def entry(one, name="s1"):
    return f"{one.report.id.removeprefix('sha256:')[:16]}/statement/{name}"


@pytest.fixture
def filled(archive):
    for one in (FIRST, SECOND, THIRD):
        archive.add(one)
    archive.merge()
    return archive


@pytest.fixture
def ask(filled):
    """Put a question of this module to the archive, in a transaction of its own."""

    def asked(function, *args):
        with reading(filled._engine) as connection:
            return function(connection, *args)

    return asked


@pytest.fixture
def key(ask):
    return lambda one, name="s1": ask(keys, [entry(one, name)])[entry(one, name)]


def reports(ask, *some):
    """The keys of the reports in which some statements stand."""
    return {
        member.report
        for one in some
        for member in ask(members, "statement", ask(keys, [entry(one)])[entry(one)])
    }


def test_a_group_is_the_same_from_each_of_its_members_and_one_alone_is_its_own(ask, key):
    both = ask(members, "statement", key(FIRST))
    assert [one.entry for one in both] == [entry(FIRST), entry(SECOND)]
    assert ask(members, "statement", key(SECOND)) == both
    assert len({one.report for one in both}) == 2
    assert [one.entry for one in ask(members, "statement", key(FIRST, "s2"))] == [
        entry(FIRST, "s2")
    ]


def test_keys_are_those_of_the_entries_asked_for_and_no_others(ask):
    named = [entry(FIRST), entry(THIRD), entry(FIRST, "s9"), f"{'0' * 16}/statement/s1"]
    found = ask(keys, named)
    assert found.keys() == {entry(FIRST), entry(THIRD)}
    assert len(set(found.values())) == 2


def test_what_is_remembered_is_present_under_whatever_id_and_absent_without_its_words(
    filled, ask, key
):
    kept = ask(remembered, ask(members, "statement", key(FIRST)))
    assert [one["entry"] for one in kept] == [entry(FIRST), entry(SECOND)]
    said = FIRST.statements
    filled.add(replace(FIRST, version="2", statements=(replace(said[0], id="s7"), said[1])))
    assert ask(present, "statement", kept) == {key(FIRST, "s7"), key(SECOND)}
    filled.add(replace(FIRST, version="3", statements=said[1:]))
    assert ask(present, "statement", kept) == {key(SECOND)}


def test_an_entry_of_before_corrections_remembered_is_present_by_its_id(ask, key):
    bare = [{"entry": entry(THIRD), "machine": None}, {"entry": entry(THIRD, "s9")}]
    assert ask(present, "statement", bare) == {key(THIRD)}


def test_the_latest_wish_comes_first_and_names_both_sides(filled, ask, key):
    filled.correct(entry(SECOND), "split", by="Eva")
    filled.correct(entry(THIRD), "merge", by="Bo", changes={"into": entry(FIRST)})
    later, earlier = ask(wishes, "statement", reports(ask, FIRST, SECOND, THIRD))
    assert (later.together, earlier.together) == (True, False)
    assert (later.ones, later.others) == ((key(THIRD),), (key(FIRST),))
    assert (earlier.ones, earlier.others) == ((key(SECOND),), (key(FIRST),))


def test_wishes_are_those_of_the_reports_and_kind_asked_for(filled, ask):
    filled.correct(entry(SECOND), "split", by="Eva")
    assert ask(wishes, "statement", reports(ask, THIRD)) == []
    assert ask(wishes, "event", reports(ask, FIRST, SECOND)) == []
    assert len(ask(wishes, "statement", reports(ask, FIRST))) == 1


def test_a_wish_taken_back_is_none_and_one_said_after_it_is_one(filled, ask):
    filled.correct(entry(SECOND), "split", by="Eva")
    everywhere = reports(ask, FIRST, SECOND)
    filled.correct(entry(SECOND), "withdraw", by="Eva")
    assert ask(wishes, "statement", everywhere) == []
    filled.correct(entry(SECOND), "split", by="Bo")
    assert [wish.together for wish in ask(wishes, "statement", everywhere)] == [False]
