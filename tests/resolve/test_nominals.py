import pytest

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "person", "nominal"),
    [
        ("Finnish President Matti Virtanen spoke. The Finnish leader smiled.", "matti-virtanen",
         "The Finnish leader"),
        ("US Secretary of State Jane Roe spoke. America’s top diplomat smiled.", "jane-roe",
         "America’s top diplomat"),
        ("His wife, Anna Roe, was there.", "anna-roe", "His wife"),
    ],
)  # fmt: skip
def test_a_description_means_its_holder(actors_of, text, person, nominal):
    assert (nominal, "nominal") in [(m.text, m.form) for m in actors_of(text)[person].mentions]


def test_the_president_is_not_the_vice_president(actors_of):
    actors = actors_of("Kenyan Vice President Jane Roe spoke. The president said nothing.")
    assert [m.text for m in actors["jane-roe"].mentions] == ["Jane Roe"]


def test_a_leader_of_another_country_is_another(actors_of):
    actors = actors_of("Finnish President Matti Virtanen spoke. The Estonian leader said no.")
    assert [m.text for m in actors["matti-virtanen"].mentions] == ["Matti Virtanen"]


def test_an_administration_is_the_government(actors_of):
    actors = actors_of("The Roosevelt administration said no. Mr. Roosevelt agreed.")
    assert "The Roosevelt administration" in [m.text for m in actors["government-of-usa"].mentions]


def test_the_president_is_he_whom_the_tables_have(actors_on):
    text = (
        "Congress waited. Trump spoke. Sen. Olga Novak listened. "
        "The president said nothing. The Senate majority leader agreed."
    )
    trump = actors_on(text, "2018-03-01")["donald-trump"]
    assert [m.text for m in trump.mentions] == ["Trump", "The president"]
