import pytest

from onrecord.knowledge.given_names import given_names


@pytest.mark.parametrize(("name", "gender"), [("mary", "female"), ("james", "male")])
def test_names_of_one_gender(name, gender):
    assert given_names()[name] == gender


def test_a_name_of_both_genders_tells_nothing():
    assert "jessie" not in given_names()
