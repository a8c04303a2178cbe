"""Which place a name means, and when it means none."""

import pytest

from onrecord.resolve.places import read_places


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The envoys will meet in Vienna on Friday.", {"vienna-aut": ["Vienna"]}),
        ("They gathered in the border village of Panmunjom.", {"panmunjom-kor": ["Panmunjom"]}),
        ("The Paris summit ended late.", {"paris-fra": ["Paris"]}),
        ("The minister is on a visit to Jordan.", {"jordan": ["Jordan"]}),
        ("She flew to Saudi Arabia on Monday.", {"saudi-arabia": ["Saudi Arabia"]}),
        ("The leaders dined at the White House.", {"white-house-usa": ["White House"]}),
        ("Officials in Washington, D.C., waited.", {"washington-usa": ["Washington, D.C."]}),
        (
            "Both sides met in Springfield, Illinois, last week.",
            {"springfield-illinois-usa": ["Springfield"], "illinois": ["Illinois"]},
        ),
    ],
)
def test_places(nlp, text: str, expected: dict[str, list[str]]) -> None:
    found = read_places(nlp(text))
    assert {p.id: [span.of(text) for span in p.mentions] for p in found} == expected


@pytest.mark.parametrize(
    "text",
    [
        "Moscow rejected the plan.",
        "Michael Jordan praised the referee.",
        "George Washington was a general.",
        "The Bank of England raised its rate.",
        "Ministers quoted the Paris Agreement.",
        "He grew up in Paris, Tennessee.",
    ],
)
def test_no_place(nlp, text: str) -> None:
    assert not [p for p in read_places(nlp(text)) if p.id.startswith(("paris", "mosc", "jord"))]
    assert not [p for p in read_places(nlp(text)) if p.id.startswith(("washington", "england"))]


def test_georgia_is_the_state_or_the_us_state_by_what_else_is_named(nlp) -> None:
    abroad = "The prime minister of Georgia spoke in Tbilisi while Russia massed troops in Georgia."
    assert "georgia" in {p.id for p in read_places(nlp(abroad))}
    home = "Republicans won in Georgia, Ohio and Texas as the United States Senate changed hands."
    assert "georgia-usa" in {p.id for p in read_places(nlp(home))}


def test_a_city_of_many_lies_in_the_country_spoken_of(nlp) -> None:
    text = "Spain will hold the conference in Cordoba, the Spanish government said."
    assert "cordoba-esp" in {p.id for p in read_places(nlp(text))}


def test_mentions_of_one_place_are_one_entry(nlp) -> None:
    text = "Talks opened in Geneva on Monday. On Tuesday the envoys left Geneva."
    (place,) = (p for p in read_places(nlp(text)) if p.name == "Geneva")
    assert next(span.of(text) for span in place.mentions) == "Geneva"
    assert (place.country, round(place.lat), round(place.lon)) == ("CHE", 46, 6)
