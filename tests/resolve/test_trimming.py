import pytest

pytestmark = pytest.mark.model


def persons(actors):
    return {a.name for a in actors.values() if a.kind == "person"}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Pastor Olga Novak spoke on Monday. Novak left.", {"Olga Novak"}),
        (
            "Technology Officer Peter Novak resigned on Monday. Novak gave no reason.",
            {"Peter Novak"},
        ),
        (
            "Peter Novak lost the vote on Monday. Team Novak blamed the weather. Novak wept.",
            {"Peter Novak"},
        ),
        ("The Novak-Tamm talks failed. Jana Novak met Juhan Tamm.", {"Jana Novak", "Juhan Tamm"}),
    ],
)
def test_words_that_are_no_names_are_cut_off(actors_of, text, names):
    assert persons(actors_of(text)) == names


def test_a_suffix_alone_is_nobody(actors_of):
    assert "Jr." not in persons(actors_of("He spoke of his son. Jr. said nothing on Monday."))


def test_a_known_name_is_left_whole(actors_of):
    text = "Ban Ki-moon, the U.N. secretary-general, spoke on Monday. Ban left."
    assert persons(actors_of(text)) == {"Ban Ki-moon"}


def test_a_trophy_is_nobody(actors_of):
    assert not persons(actors_of("The team won the Vince Lombardi Trophy on Sunday."))
