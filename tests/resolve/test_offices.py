import pytest

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "person", "expected"),
    [
        (
            "Former French President Nicolas Sarkozy said little.",
            "nicolas-sarkozy", ("President", "FRA", "former", "Former French President"),
        ),
        (
            "Anna Kowalska, the Polish foreign minister, said little.",
            "anna-kowalska", ("Foreign Minister", "POL", "current", "Polish foreign minister"),
        ),
        (
            "Prime Minister Jan Novak of Slovakia said little.",
            "jan-novak", ("Prime Minister", "SVK", "current", "Prime Minister"),
        ),
        (
            "Pedro Lima, who was Brazil's finance minister, said little.",
            "pedro-lima", ("Finance Minister", "BRA", "current", "Brazil's finance minister"),
        ),
        (
            "President-elect Maria Silva of Portugal said little.",
            "maria-silva", ("President", "PRT", "future", "President-elect"),
        ),
    ],
)  # fmt: skip
def test_an_office_as_printed(actors_of, text, person, expected):
    title, of, claimed, written = expected
    (office,) = actors_of(text)[person].offices
    assert (office.title, office.of, office.claimed) == (title, of, claimed)
    assert office.as_written == written
    assert [span.of(text) for span in office.evidence] == [written]


def test_a_list_gives_each_title_to_its_own_person(actors_of):
    actors = actors_of(
        "Anna Kowalska, British Foreign Secretary John Smythe and Italian Defence Minister "
        "Carla Rossi met in Rome."
    )
    assert actors["anna-kowalska"].offices == ()
    assert [o.of for o in actors["john-smythe"].offices] == ["GBR"]
    assert [o.of for o in actors["carla-rossi"].offices] == ["ITA"]


def test_an_officer_of_an_organisation(actors_of):
    (office,) = actors_of("NATO Secretary General Lars Berg spoke.")["lars-berg"].offices
    assert (office.title, office.of) == ("Secretary General", "nato")


def test_his_minister_serves_his_country(actors_of):
    actors = actors_of(
        "Finnish President Matti Virtanen spoke in Turku. He was joined by his foreign minister, "
        "Liisa Korhonen."
    )
    assert [o.of for o in actors["liisa-korhonen"].offices] == ["FIN"]
