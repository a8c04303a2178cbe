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


@pytest.mark.parametrize("name", ["Lee Jae-myung", "Song Eon-seog", "Moon Jae-in"])
def test_hyphened_given_names_are_whole(actors_of, name):
    actors = actors_of(f"South Korean President {name} spoke on Friday. He proposed talks.")
    assert name in {m.text for a in actors.values() for m in a.mentions}


def test_a_word_joined_to_a_name_is_none_of_it(actors_of):
    actors = actors_of("Hillary Clinton-backed plans were dropped, said Anna Novak.")
    assert not any("backed" in m.text for a in actors.values() for m in a.mentions)
