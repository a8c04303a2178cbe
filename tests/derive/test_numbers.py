import pytest

from onrecord.derive.numbers import conflict, numbers


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        ("It killed 12 soldiers.", "Fourteen soldiers died.", ("12 soldiers", "Fourteen soldiers")),
        ("It killed 12 soldiers.", "Twelve soldiers died.", None),
        ("1,200 people came", "1300 people came", ("1,200 people", "1300 people")),
        ("at least 48 people died", "more than 50 people died", None),
        ("12 soldiers and 3 children", "3 children", None),
        ("It took 12 days.", "It took 14 days.", None),
        ("no number", "12 soldiers", None),
    ],
)
def test_the_same_things_counted_differently(one, other, found):
    assert conflict(one, other) == found


def test_numbers_in_figures_and_words():
    assert numbers("twelve of 1,300") == (12, 1300)
    assert numbers("someone often") == ()
