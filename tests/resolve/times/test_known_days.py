from datetime import date

import pytest

from onrecord.resolve.times.words import rows

ROWS = rows("days.tsv", columns=5)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[2])
def test_each_day_is_known_by_its_example(row, plain):
    _, _, day, sentence, published = row
    start, end = sentence.index("["), sentence.index("]") - 1
    found = {tuple(t.span): t for t in plain(sentence.replace("[", "").replace("]", ""), published)}
    assert found[start, end].value == day
    assert found[start, end].start == date.fromisoformat(day)


@pytest.mark.parametrize(
    ("text", "published", "value"),
    [
        ("The attacks of Sept. 11 are remembered.", None, "2001-09-11"),
        ("He was born on Sept. 11. The attacks went on.", "2022-06-15", "2022-09-11"),
        ("The Oct. 7 attack was the third this week.", "2023-10-12", "2023-10-07"),
        ("The Oct. 7 attack was the third this week.", "2011-10-12", "2011-10-07"),
    ],
)
def test_the_event_must_stand_beside_and_lie_behind(text, published, value, plain):
    assert plain(text, published)[0].value == value
