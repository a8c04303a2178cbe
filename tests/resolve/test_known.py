import pytest

from onrecord.resolve.known import another_holds, is_family, is_known


def test_full_and_family_names_of_the_tables():
    assert is_known("Angela Merkel") and is_family("merkel")
    assert not is_known("Merkel") and not is_family("wxyz")


def test_a_namesake_known_for_something_else():
    assert another_holds("Michelle Obama", "president")
    assert not another_holds("Barack Obama", "president")
    assert not another_holds("Olga Novak", "president")


@pytest.mark.model
def test_a_bare_family_name_is_the_head_of_state_in_office(actors_on):
    text = "Washington was quiet. Trump said the U.S. would wait. Aides praised Trump."
    actor = actors_on(text, "2018-03-01")["donald-trump"]
    assert (actor.known_as, actor.country) == ("Q22686", "USA")


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The U.S. was quiet. Trump said he would wait.", "2008-03-01"),
        ("Peru was quiet. Mr. Merkel said he would wait.", "2018-03-01"),
    ],
)
def test_nobody_is_forced_onto_a_bare_name(actors_on, text, day):
    assert not {"donald-trump", "angela-merkel"} & actors_on(text, day).keys()


@pytest.mark.model
def test_a_known_person_gets_no_country_of_the_report(actors_on):
    text = (
        "The White House and Congress were told. António Costa, president of the European "
        "Council, met Republicans on Monday."
    )
    assert actors_on(text, "2025-03-01")["antonio-costa"].country != "USA"


@pytest.mark.model
def test_spellings_of_a_known_person_become_one(actors_of):
    actors = actors_of("Volodymyr Zelensky spoke. Later, Volodymyr Zelenskiy left for Riga.")
    (person,) = [a for a in actors.values() if a.kind == "person"]
    assert person.name == "Volodymyr Zelenskyy"
    assert person.known_as == "Q3874799"


@pytest.mark.model
def test_a_foreign_office_speaks_against_the_tables(actors_of):
    actors = actors_of("Kenyan Sports Minister Donald Trump opened the stadium.")
    assert actors["donald-trump"].known_as is None


@pytest.mark.model
@pytest.mark.parametrize("day", ["2018-06-01", "2020-03-01"])
def test_a_supreme_leader_goes_before_a_premier_of_that_name(actors_on, day):
    actors = actors_on("North Korea fired two missiles. Kim said more would follow.", day)
    assert "kim-jong-un" in actors and "kim-jae-ryong" not in actors


@pytest.mark.model
def test_a_title_is_first_of_the_office_called_so(actors_on):
    actors = actors_on("Secretary-General António Guterres spoke on Monday.", "2025-08-28")
    (office,) = actors["antonio-guterres"].offices
    assert office.of == "united-nations"
