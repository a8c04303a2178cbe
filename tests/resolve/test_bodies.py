import pytest

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "actor", "mention", "form"),
    [
        ("Kyiv rejected the proposal.", "government-of-ukr", "Kyiv", "metonym"),
        ("A policy shift from Washington worried allies.", "government-of-usa", "Washington",
         "metonym"),
        ("Talks with Moscow broke down.", "government-of-rus", "Moscow", "metonym"),
        ("The Kremlin denied the report.", "government-of-rus", "Kremlin", "metonym"),
        ("The Syrian government agreed to talks.", "government-of-syr", "Syrian government",
         "nominal"),
        ("France said it would vote against the plan.", "government-of-fra", "France", "metonym"),
    ],
)  # fmt: skip
def test_who_governs_is_an_actor(actors_of, text, actor, mention, form):
    found = actors_of(text)[actor]
    assert (mention, form) in [(m.text, m.form) for m in found.mentions]
    assert found.kind == "government"


@pytest.mark.parametrize(
    "text", ["Thousands marched in Kyiv on Sunday.", "She flew to Moscow in May."]
)
def test_a_place_is_no_actor(actors_of, text):
    assert not any(actor.kind in ("government", "state") for actor in actors_of(text).values())


def test_a_ministry_speaks_for_its_government(actors_of):
    actors = actors_of("The Swedish defence ministry said the ship had left.")
    ministry = actors["defence-ministry-of-sweden"]
    assert ministry.represents == "government-of-swe"
    assert ministry.represents in actors


def test_an_acronym_in_brackets_is_the_same_body(actors_of):
    actors = actors_of(
        "The Baltic Harbour Federation (BHF) said trade had slowed. BHF officials met on Monday."
    )
    assert [m.text for m in actors["baltic-harbour-federation"].mentions] == [
        "Baltic Harbour Federation",
        "BHF",
        "BHF",
    ]


def test_a_city_in_a_persons_name_is_that_person(actors_of):
    actors = actors_of("Valeska Paris, a nurse, sued the church. Paris said she was afraid.")
    assert "government-of-fra" not in actors


def test_the_house_of_a_region_is_not_the_one_in_washington(actors_of):
    actors = actors_of("Congress waited. The Alabama House voted on Monday.")
    assert "us-house" not in actors


def test_a_people_is_no_body_named_after_it(actors_of):
    actors = actors_of("Americans for Prosperity objected. The plan failed.")
    assert "americans" not in actors


def test_a_capital_of_nobody_spoken_of_is_a_town(actors_of):
    actors = actors_of("Congress waited. Georgetown sued the bank on Monday.")
    assert "government-of-guy" not in actors


def test_those_who_come_from_a_state_are_not_its_government(actors_of):
    actors = actors_of("Refugees from Syria arrived on Monday.")
    assert "government-of-syr" not in actors
