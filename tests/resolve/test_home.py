import pytest

pytestmark = pytest.mark.model


def test_a_bare_senator_is_of_the_country_reported_from(actors_of):
    actors = actors_of("Sen. Jane Doe spoke in Congress, and the White House answered.")
    assert [o.of for o in actors["jane-doe"].offices] == ["USA"]


def test_no_sign_of_home_no_country(actors_of):
    actors = actors_of("President Jane Doe opened the bridge.")
    assert [o.of for o in actors["jane-doe"].offices] == [None]
