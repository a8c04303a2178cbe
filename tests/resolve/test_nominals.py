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


def test_another_portfolio_is_another_office(actors_of):
    actors = actors_of(
        "U.S. Secretary of State Jane Roe met the envoys. "
        "The White House press secretary, Ann Odhiambo, declined to comment."
    )
    assert [office.title for office in actors["jane-roe"].offices] == ["Secretary of State"]


def test_nobody_is_given_an_office_another_country_or_calling_speaks_against(actors_of):
    actors = actors_of(
        "“We need pressure,” said Olga Novak, a Sudanese analyst. She doubts that it helps. "
        "Norway’s foreign minister is expected on Tuesday."
    )
    assert actors["olga-novak"].offices == ()


def test_an_office_printed_goes_before_one_the_tables_know(actors_on):
    actors = actors_on(
        "NATO Secretary General Mark Rutte spoke with President Olga Novak on Monday, "
        "according to the president’s office.",
        "2025-09-18",
    )
    assert "the president" in [m.text for m in actors["olga-novak"].mentions]
    assert [office.title for office in actors["mark-rutte"].offices] == ["Secretary General"]


def test_who_is_introduced_by_an_office_has_it_when_named_later(actors_on):
    actors = actors_on(
        "Lithuania’s defence minister said on Thursday that a drone had crashed. "
        "“We want answers,” Dovile Sakaliene told reporters.",
        "2025-09-18",
    )
    (office,) = actors["dovile-sakaliene"].offices
    assert office.of == "LTU"
    assert office.as_written == "Lithuania’s defence minister"


def test_the_president_of_a_club_is_not_the_president(actors_of):
    actors = actors_of(
        "US President Jane Roe spoke on Monday. She thanked the president of Teachers for Peace."
    )
    assert [office.title for office in actors["jane-roe"].offices] == ["President"]
