import csv
import io
from datetime import date

import pytest

from onrecord import Archive
from onrecord.publish import ANSWERS, DOSSIER, to_frame, write_csv
from tests.archive.reports import record
from tests.publish.samples import FULL
from tests.record.samples import sample

KINDS = {"text": str, "whole": int, "number": float, "day": date, "flag": bool, "texts": tuple}


@pytest.fixture(scope="module")
def answers(tmp_path_factory):
    """Something for each table, of an archive of a few records."""
    said = "Orla Fenn: “We must meet the coming winter in a {} way, with every town at one table.”"
    with Archive(str(tmp_path_factory.mktemp("answers") / "a.db")) as archive:
        for one in (FULL, sample(), record(said.format("coherent")), record(said.format("calm"))):
            archive.add(one)
        archive.merge()
        who = archive.who("Ilse Marrow")
        entry = archive.search("winter")[0].id
        archive.correct(entry, "change", by="An editor", changes={"kind": "mixed"})
        yield {
            "hits": archive.search("winter"),
            "tally": archive.tally("winter"),
            "happenings": archive.timeline(),
            "identities": archive.find("Marrow"),
            **dict.fromkeys(DOSSIER, who),
            "brief": archive.brief(date(2025, 1, 1)),
            "variants": archive.saying(entry),
            "conflicts": archive.conflicts(),
            "corrections": archive.corrections(),
        }


def rows(answers, name):
    found = answers[name]
    table = ANSWERS[name]
    many = found if isinstance(found, tuple) else (found,)
    return [dict(zip(table.columns, row, strict=True)) for one in many for row in table.rows(one)]


@pytest.mark.parametrize("name", [name for name in ANSWERS if name != "held_reports"])
def test_every_answer_has_rows_of_the_types_its_columns_promise(answers, name):
    found = rows(answers, name)
    assert found or name == "met"
    for row in found:
        for column, kind in ANSWERS[name].columns.items():
            if row[column] is not None and kind in KINDS:
                assert isinstance(row[column], KINDS[kind]), column


@pytest.mark.parametrize("name", [name for name in ANSWERS if name != "held_reports"])
def test_every_answer_becomes_csv_and_a_frame(answers, name):
    stream = io.StringIO(newline="")
    write_csv(answers[name], stream, table=name)
    header, *cells = csv.reader(io.StringIO(stream.getvalue(), newline=""))
    assert header == list(ANSWERS[name].columns)
    pytest.importorskip("pandas")
    assert len(to_frame(answers[name], name)) == len(cells)


def test_a_happening_lists_its_actors_ids_and_roles_side_by_side(answers):
    for row in rows(answers, "happenings"):
        assert len(row["actors"]) == len(row["actor_ids"]) == len(row["roles"])
    assert any(None in row["actor_ids"] for row in rows(answers, "happenings"))


def test_the_lists_of_a_dossier_name_whose_they_are(answers):
    for name in DOSSIER:
        assert {row["who"] for row in rows(answers, name)} <= {"ilse-marrow"}


def test_a_sentence_of_a_brief_stands_with_its_sources(answers):
    for row in rows(answers, "brief"):
        assert row["sources"] and row["text"] and row["report"].startswith("sha256:")
