"""What completes titles of office."""

import pytest

from onrecord.resolve.completions import completions
from onrecord.resolve.gazetteer import find
from onrecord.resolve.reading import read
from onrecord.resolve.titles import find_titles

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def completed(nlp):
    def found(text: str) -> list[str]:
        reading = read(nlp(text))
        ends = completions(reading, list(find_titles(reading)), find(reading))
        return [reading.printed(stop, end) for stop, end in ends.items()]

    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Minister for Fisheries and Rural Affairs Liisa Tamm spoke.",
            ["for Fisheries and Rural Affairs"],
        ),
        (
            "Under Secretary of State for Political Affairs Victoria Tamm spoke.",
            ["for Political Affairs"],
        ),
        (
            "He met Head of the Office of the President of Latvia Andris Tamm in Riga.",
            ["of the Office of the President of Latvia"],
        ),
        (
            "Special Envoy of the Secretary-General on Children in Conflict Mary Tamm left.",
            ["of the Secretary-General on Children in Conflict"],
        ),
        ("The director of rural development Anna Tamm left.", ["of rural development"]),
        ("Anna Tamm, Counselor to the President, spoke.", ["to the President"]),
    ],
)
def test_what_an_office_is_for_is_part_of_it(completed, text, expected):
    assert completed(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "President of Peru Dina Boluarte spoke.",  # the tables know whose president
        "An adviser to French President Emmanuel Macron spoke.",
        "A spokesman for Anna Tamm spoke.",
        "The president of the company spoke.",
        "Anna Tamm, director of the Tallinn Trade Institute, spoke.",  # an actor of its own
        "The Prime Minister of Latvia on Monday spoke.",
    ],
)
def test_states_bodies_and_persons_complete_nothing(completed, text):
    assert completed(text) == []


def test_another_office_is_not_part_of_the_first(completed):
    text = "Assistant to the President for Trade and Deputy Minister Anna Tamm spoke."
    assert completed(text) == ["to the President for Trade"]
