from datetime import date

from sqlalchemy import select

from onrecord.archive import tables
from tests.archive.reports import record

LONG = [f"Ann Lee: Sentence number {n} of a long wire report on the talks." for n in range(40)]
SAID = "Ann Lee: “We will act in a coherent way on the harbour,”"
OTHER = "Ann Lee: “We will act in a coordinated way on the harbour,”"


def groups(archive, table, column):
    with archive._engine.connect() as connection:
        rows = connection.execute(
            select(table.c[column], tables.reports.c.outlet)
            .join_from(table, tables.entries, tables.entries.c.key == table.c.key)
            .join(tables.reports, tables.reports.c.key == tables.entries.c.report)
            .where(table.c[column].is_not(None))
        ).all()
    return {(name, outlet) for name, outlet in rows}


def test_one_saying_in_two_reports_and_where_its_words_conflict(archive):
    archive.add(record(SAID, "Bo Ek: “No harbour will be closed by anybody,”", outlet="A"))
    archive.add(record(OTHER, outlet="B"))
    archive.add(record("Cy Oz: “We will act in a coherent way on the harbour,”", outlet="C"))
    assert archive.merge() == 3
    assert archive.merge() == 0
    found = groups(archive, tables.statements, "saying")
    assert {outlet for _, outlet in found} == {"A", "B"}
    assert archive.counts()["sayings"] == 3
    (conflict,) = archive.conflicts()
    assert conflict.kind == "wording-differs"
    assert "coherent" in conflict.message
    assert {conflict.first.outlet, conflict.second.outlet} == {"A", "B"}


def test_variants_stand_side_by_side_the_first_report_first(archive):
    archive.add(record(OTHER, outlet="B", published=date(2025, 2, 19)))
    archive.add(record(SAID, outlet="A", published=date(2025, 2, 17)))
    archive.merge()
    (hit,) = archive.search("coordinated")
    saying = archive.saying(hit.id)
    assert [variant.hit.outlet for variant in saying.variants] == ["A", "B"]
    assert saying.outlets == 2
    assert ("coherent", "coordinated") in saying.variants[1].difference
    assert saying.variants[0].difference == ()


def test_reports_added_later_join_and_read_anew_leave(archive):
    archive.add(record(SAID, outlet="A"))
    archive.merge()
    archive.add(record(OTHER, outlet="B"))
    archive.merge()
    assert len(groups(archive, tables.statements, "saying")) == 2
    archive.add(record(OTHER, outlet="B", version="2"))
    archive.merge()
    assert len(groups(archive, tables.statements, "saying")) == 2
    assert len(archive.conflicts()) == 1


def test_a_reprint_is_no_independent_outlet(archive):
    archive.add(record(*LONG, outlet="Reprint", published=date(2025, 2, 19)))
    archive.add(record(*LONG[:35], outlet="Wire", published=date(2025, 2, 18)))
    archive.add(record(*LONG[:36], outlet="Third", published=date(2025, 2, 20)))
    archive.merge()
    assert archive.counts()["copies"] == 2
    (first, *_) = archive.search("sentence number 7")
    assert archive.saying(first.id).outlets == 1
    with archive._engine.connect() as connection:
        rows = connection.execute(select(tables.reports.c.outlet, tables.reports.c.copy_of)).all()
    assert {outlet for outlet, copy_of in rows if copy_of is None} == {"Wire"}
