"""How far the name of a body reaches."""

import pytest

pytestmark = pytest.mark.model


def test_a_body_over_and_as_far_as_a_title(actors_of):
    text = "White House Office of Parks and Rivers Director Anna Tamm spoke."
    (office,) = actors_of(text)["anna-tamm"].offices
    assert (office.title, office.of) == ("Director", "USA")
    assert office.as_written == "White House Office of Parks and Rivers Director"


def test_two_bodies_are_not_one(actors_of):
    actors = actors_of("The Ministry of Fisheries and Brussels said that talks had begun.")
    assert "ministry-of-fisheries" in actors
