from datetime import date

from onrecord.publish.tables import TABLES
from tests.publish.samples import FULL


def rows(table: str) -> list[dict[str, object]]:
    chosen = TABLES[table]
    return [dict(zip(chosen.columns, row, strict=True)) for row in chosen.rows(FULL)]


def test_a_statement_in_one_row():
    row = rows("statements")[1]
    assert row["speaker_name"] == "Ilse Marrow"
    assert row["source"] == "she"
    assert row["cue"] == "told"
    assert row["text"].count(" … ") == 1
    assert len(row["spans"]) == 2 and row["spans"][0][0] == row["start"]
    assert row["channel"] == "press-conference"
    assert row["addressees"] == ("kestrel-press",)
    assert row["published"] == date(2025, 3, 5)


def test_an_unresolved_speaker_is_empty_and_the_source_is_kept():
    row = rows("statements")[6]
    assert (row["speaker"], row["speaker_name"], row["source"]) == (None, None, "Harbour unions")


def test_mentions_and_offices_have_a_row_each():
    assert [row["form"] for row in rows("mentions")[:3]] == ["name", "pronoun", "name"]
    assert [row["as_written"] for row in rows("offices")] == [
        "Prime Minister … of Vessland",
        "Foreign Minister",
    ]


def test_several_values_in_a_cell_stay_apart():
    assert rows("reports")[0]["authors"] == ("A. Quill", "B. Ink")
    both = ("ilse-marrow (attends)", "kestrel-press (excluded)")
    assert rows("meetings")[0]["participants"] == both
    assert rows("positions")[0]["grounds"] == ("s1", "c1")


def test_findings_carry_the_words_they_rest_on():
    assert [row["words"] for row in rows("findings")] == [
        "“Nobody asked us,”",
        "Foreign Minister Tomas Brandt",
        None,
    ]
