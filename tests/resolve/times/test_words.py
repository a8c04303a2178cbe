import pytest

from onrecord.errors import KnowledgeError
from onrecord.resolve.times import words


@pytest.mark.parametrize(
    ("written", "count"),
    [
        ("three", 3),
        ("210", 210),
        ("1,500", 1500),
        ("2 1/2", 2.5),
        ("two and a half", 2.5),
        ("half an", 0.5),
        ("a couple of", 2),
        ("twenty-five", 25),
        ("a hundred", 100),
        ("two hundred and fifty", 250),
        ("three thousand", 3000),
        ("an", 1),
        ("a dozen", 12),
    ],
)
def test_number(written, count):
    assert words.number(written) == count


def test_day_number_takes_digits_and_ordinals():
    assert [words.day_number(w) for w in ("4", "21st", "first", "thirty-first")] == [4, 21, 1, 31]


def test_a_class_that_no_table_has_is_named():
    with pytest.raises(KnowledgeError, match="blurb"):
        words.shape("blurb")


def test_a_row_with_too_few_columns_is_named():
    with pytest.raises(KnowledgeError, match=r"words\.tsv, line \d+: 3 columns, not 5"):
        words.rows("words.tsv", columns=5)
