"""Titles that share a name, and names that share a title."""

import pytest

pytestmark = pytest.mark.model


def offices(actors, person):
    return [(office.title, office.of) for office in actors[person].offices]


def test_a_title_in_the_plural_is_everybodys(actors_of):
    actors = actors_of("Estonian Ministers Anna Tamm, Jaan Kask and Mari Mets spoke.")
    for person in ("anna-tamm", "jaan-kask", "mari-mets"):
        assert offices(actors, person) == [("Minister", "EST")]


def test_a_title_in_the_singular_is_the_first_ones(actors_of):
    actors = actors_of("Estonian Minister Anna Tamm and Jaan Kask spoke.")
    assert offices(actors, "jaan-kask") == []


def test_offices_of_one_person(actors_of):
    actors = actors_of(
        "Anna Tamm, Senior Adviser to the President and Director of Communications, spoke."
    )
    assert [title for title, _ in offices(actors, "anna-tamm")] == [
        "Senior Adviser to the President",
        "Director of Communications",
    ]


def test_a_deputy_with_a_ministry(actors_of):
    actors = actors_of("Deputy Prime Minister and Finance Minister Anna Tamm of Estonia spoke.")
    titles = [title for title, _ in offices(actors, "anna-tamm")]
    assert titles == ["Finance Minister", "Deputy Prime Minister"]


def test_the_president_and_a_speaker_are_two(actors_of):
    actors = actors_of("The President and Prime Minister Anna Tamm of Estonia spoke.")
    assert [title for title, _ in offices(actors, "anna-tamm")] == ["Prime Minister"]
