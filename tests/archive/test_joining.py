"""Groups joined by likeness, held back by what a report and people have told apart."""

from types import SimpleNamespace

import pytest
from sqlalchemy import select

from onrecord.archive import tables
from onrecord.archive.engine import reading, writing
from onrecord.archive.grouping import keys
from onrecord.archive.joining import join
from tests.archive.reports import record

TWO = record("Ann Lee: The ferries sail.", "Ann Lee: The tolls are to fall.", outlet="A")
ONE = record("Ann Lee: No ship will wait.", outlet="B")
MORE = record("Ann Lee: Nets are mended.", outlet="C")
NAMES = ((TWO, "s1"), (TWO, "s2"), (ONE, "s1"), (MORE, "s1"))


def entry(one, name="s1"):
    return f"{one.report.id.removeprefix('sha256:')[:16]}/statement/{name}"


@pytest.fixture
def said(archive):
    """Four statements that nothing has joined yet, in the order of their keys."""
    for one in (TWO, ONE, MORE):
        archive.add(one)
    archive.merge()
    return four(archive)


def four(archive):
    with reading(archive._engine) as connection:
        found = keys(connection, [entry(*name) for name in NAMES])
    return [SimpleNamespace(key=found[entry(*name)]) for name in NAMES]


def joined(archive, *found, fresh=()):
    with writing(archive._engine) as connection:
        return join(connection, "statement", list(found), fresh=fresh)


def groups(archive):
    """Whose group each statement stands in; ``None`` for one alone."""
    table = tables.statements.c
    with reading(archive._engine) as connection:
        return dict(connection.execute(select(table.key, table.saying)).all())


def test_the_most_alike_join_first_and_no_group_takes_two_of_one_report(archive, said):
    one, two, other, more = said
    alike, told = joined(archive, (0.6, one, other), (0.9, two, other))
    assert (alike, told) == ([(two, other)], [])
    expected = {one.key: None, two.key: two.key, other.key: two.key, more.key: None}
    assert groups(archive) == expected


def test_groups_grow_and_go_by_their_first_member(archive, said):
    one, _, other, more = said
    joined(archive, (0.8, other, more))
    assert groups(archive)[more.key] == other.key
    joined(archive, (0.8, one, more))
    assert {groups(archive)[each.key] for each in (one, other, more)} == {one.key}


def test_likeness_does_not_chain_two_of_one_report_through_a_third(archive, said):
    one, two, other, more = said
    alike, _ = joined(archive, (0.9, one, other), (0.8, other, more), (0.7, more, two))
    assert alike == [(one, other), (other, more)]
    assert groups(archive)[two.key] is None


def test_people_may_join_two_of_one_report(archive, said):
    at = [entry(*name) for name in NAMES]
    archive.correct(at[0], "merge", by="Eva", changes={"into": at[1]})
    one, two, *_ = four(archive)
    assert groups(archive)[two.key] == groups(archive)[one.key] == min(one.key, two.key)


def test_what_people_joined_is_told_again_for_the_reports_being_merged(archive, said):
    archive.correct(entry(ONE), "merge", by="Eva", changes={"into": entry(MORE)})
    _, _, other, more = four(archive)
    with reading(archive._engine) as connection:
        report = connection.execute(
            select(tables.entries.c.report).where(tables.entries.c.key == more.key)
        ).scalar_one()
    alike, told = joined(archive, fresh=[report])
    assert alike == []
    assert set(told) == {(other.key, more.key)}


def test_what_people_set_apart_likeness_does_not_join_even_through_a_third(archive, said):
    _, _, other, more = said
    joined(archive, (0.9, other, more))
    archive.correct(entry(ONE), "split", by="Eva", changes={"from": [entry(MORE)]})
    one, _, other, more = four(archive)
    alike, _ = joined(archive, (1.0, other, more), (0.9, one, other), (0.8, one, more))
    assert alike == [(one, other)]
    assert groups(archive)[more.key] is None
