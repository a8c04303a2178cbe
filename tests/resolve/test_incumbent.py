import pytest

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "day", "who"),
    [
        ("The White House was quiet. The president said he would wait.", "2022-03-01", "joe-biden"),
        ("The French president said he would wait.", "2022-03-01", "emmanuel-macron"),
        ("The British prime minister said he would wait.", "2025-02-01", "keir-starmer"),
    ],
)
def test_the_holder_of_a_first_office_is_known_by_the_tables(actors_on, text, day, who):
    (office,) = actors_on(text, day)[who].offices
    assert office.claimed == "current"
    assert office.evidence[0].of(text) == office.as_written


@pytest.mark.parametrize(
    "text",
    [
        "The president said he would wait.",
        "The White House was quiet. The president of the bank said he would wait.",
        "The White House was quiet. A French president said he would wait.",
        "The White House heard President Jane Doe. The president said she would wait.",
        "The White House was quiet. The bank's president said he would wait.",
    ],
    ids=["whose?", "of a bank", "some", "another is named", "owned"],
)
def test_nobody_is_named_where_there_is_doubt(actors_on, text):
    assert not {"joe-biden", "emmanuel-macron"} & actors_on(text, "2022-03-01").keys()


def test_without_a_date_nobody_is_named(actors_of):
    assert "emmanuel-macron" not in actors_of("The French president said he would wait.")
