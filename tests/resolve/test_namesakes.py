"""Which of the places with one name is meant."""

from onrecord.resolve.places import read_places


def test_georgia_is_the_state_or_the_us_state_by_what_else_is_named(nlp) -> None:
    abroad = "The prime minister of Georgia spoke in Tbilisi while Russia massed troops in Georgia."
    assert "georgia" in {p.id for p in read_places(nlp(abroad))}
    home = "Republicans won in Georgia, Ohio and Texas as the United States Senate changed hands."
    assert "georgia-usa" in {p.id for p in read_places(nlp(home))}


def test_a_city_of_many_lies_in_the_country_spoken_of(nlp) -> None:
    text = "Spain will hold the conference in Cordoba, the Spanish government said."
    assert "cordoba-esp" in {p.id for p in read_places(nlp(text))}
