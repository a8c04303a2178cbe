import pytest

pytestmark = pytest.mark.model


def test_spellings_of_a_known_person_become_one(actors_of):
    actors = actors_of("Volodymyr Zelensky spoke. Later, Volodymyr Zelenskiy left for Riga.")
    (person,) = [a for a in actors.values() if a.kind == "person"]
    assert person.name == "Volodymyr Zelenskyy"
    assert person.known_as == "Q3874799"


def test_a_foreign_office_speaks_against_the_tables(actors_of):
    actors = actors_of("Kenyan Sports Minister Donald Trump opened the stadium.")
    assert actors["donald-trump"].known_as is None
