import pytest

from onrecord.resolve.pieces import find_pieces
from onrecord.resolve.reading import read

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("On Monday Ursula von der Leyen met Moon Jae-in.",
         ["Ursula von der Leyen", "Moon Jae-in"]),
        ("Then Peter Novak, Jr. spoke to Olga Tamm.", ["Peter Novak, Jr.", "Olga Tamm"]),
        ("Nobody spoke on Monday.", []),
    ],
)  # fmt: skip
def test_runs_of_capitals(nlp, text, pieces):
    reading = read(nlp(text))
    assert [reading.printed(*piece) for piece in find_pieces(reading, (), ())] == pieces


def test_titles_cut_runs(nlp):
    reading = read(nlp("We met Minister Olga Tamm."))
    pieces = [reading.printed(*piece) for piece in find_pieces(reading, [(2, 3)], ())]
    assert pieces == ["Olga Tamm"]
