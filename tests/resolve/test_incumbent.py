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


def test_in_a_list_the_president_is_not_the_next_one_named(actors_on):
    text = "At the White House the president, Speaker Nancy Pelosi, and others met on Monday."
    actors = actors_on(text, "2021-12-14")
    assert [office.title for office in actors["nancy-pelosi"].offices] == ["Speaker"]
    assert "president" not in {m.text.split()[-1] for m in actors["nancy-pelosi"].mentions}


def test_the_president_and_the_vice_president_are_two(actors_on):
    text = "The President and Vice President met farmers. The White House praised the talks."
    actors = actors_on(text, "2022-03-02")
    assert [office.title for office in actors["joe-biden"].offices] == ["President"]
    assert [office.title for office in actors["kamala-harris"].offices] == ["Vice President"]
