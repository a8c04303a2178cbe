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


@pytest.mark.parametrize(
    ("printed", "title", "of", "claimed"),
    [
        ("Britain's premier, Ann Lee,", "Premier", "GBR", "current"),
        ("NATO boss Ann Lee", "Boss", "nato", "current"),
        ("Norway's top diplomat, Ann Lee,", "Top Diplomat", "NOR", "current"),
        ("top Norwegian diplomat Ann Lee", "Top Diplomat", "NOR", "current"),
        (
            "EU Council President Ann Lee",
            "President of the European Council", "european-council", "current",
        ),
        ("EU foreign policy chief Ann Lee", "Foreign Policy Chief", "european-union", "current"),
        ("Polish Deputy Finance Minister Ann Lee", "Deputy Finance Minister", "POL", "current"),
        ("outgoing Austrian Chancellor Ann Lee", "Chancellor", "AUT", "current"),
        ("Austria's chancellor-in-waiting, Ann Lee,", "Chancellor", "AUT", "future"),
        ("acting Peruvian President Ann Lee", "President", "PER", "current"),
        ("the late Peruvian president Ann Lee", "President", "PER", "former"),
        ("then-Austrian Chancellor Ann Lee", "Chancellor", "AUT", "former"),
        ("US Middle East envoy Ann Lee", "Envoy", "USA", "current"),
        ("Chilean ambassador to France Ann Lee", "Ambassador", "CHL", "current"),
        ("White House spokeswoman Ann Lee", "Spokeswoman", "USA", "current"),
        ("Iran's Supreme Leader Ayatollah Ali Lee", "Supreme Leader", "IRN", "current"),
    ],
)  # fmt: skip
def test_offices_as_reports_print_them(actors_of, printed, title, of, claimed):
    actors = actors_of(f"On Friday {printed} said the talks would go on.")
    offices = [office for actor in actors.values() for office in actor.offices]
    assert [(o.title, o.of, o.claimed) for o in offices] == [(title, of, claimed)]


def test_where_an_envoy_is_sent_is_not_whom_he_serves(actors_of):
    actors = actors_of("On Friday the ambassador to France, Ann Lee, said little.")
    assert {o.of for a in actors.values() for o in a.offices} <= {None}


@pytest.mark.parametrize(
    ("text", "person", "expected"),
    [
        (
            "Assistant to the President for Rural Affairs Anna Tamm spoke in Congress.",
            "anna-tamm",
            (
                "Assistant to the President for Rural Affairs", "USA",
                "Assistant to the President for Rural Affairs",
            ),
        ),
        (
            "He met Head of the Office of the President of Latvia Andris Tamm in Riga.",
            "andris-tamm",
            (
                "Head of the Office of the President of Latvia", "LVA",
                "Head of the Office of the President of Latvia",
            ),
        ),
        (
            "The Assistant Minister for Rural Affairs, Anna Tamm, spoke.",
            "anna-tamm",
            ("Assistant Minister for Rural Affairs", None, "Assistant Minister for Rural Affairs"),
        ),
        (
            "His Majesty King Harald V of Norway spoke.",
            "harald-v",
            ("King", "NOR", "King"),
        ),
        (
            "Foreign Minister of Latvia Mr. Andris Tamm spoke.",
            "andris-tamm",
            ("Foreign Minister", "LVA", "Foreign Minister of Latvia"),
        ),
    ],
)  # fmt: skip
def test_long_titles(actors_of, text, person, expected):
    (office,) = actors_of(text)[person].offices
    assert (office.title, office.of, office.as_written) == expected


def test_the_president_of_a_club_is_not_the_countrys(actors_of):
    actors = actors_of("Anna Tamm, president of Teachers for Peace, spoke in Congress on Monday.")
    (office,) = actors["anna-tamm"].offices
    assert (office.title, office.of) == ("President of Teachers for Peace", None)


def test_a_shadow_minister_is_no_minister(actors_of):
    actors = actors_of("Olga Novak, Britain’s shadow chancellor, wrote to the Commons.")
    (office,) = actors["olga-novak"].offices
    assert office.title == "Shadow Chancellor"
    assert actors["olga-novak"].represents is None


def test_what_another_has_is_not_the_countrys(actors_of):
    actors = actors_of(
        "The House of Commons votes today, the Commons heard. Unite will not give way. Its general "
        "secretary, Olga Novak, said so."
    )
    assert [office.of for office in actors["olga-novak"].offices] != ["GBR"]


def test_a_first_minister_does_not_speak_for_the_state(actors_of):
    actors = actors_of("Olga Novak, Scotland’s first minister, warned of cuts.")
    assert actors["olga-novak"].represents is None


def test_who_rules_is_no_under_president(actors_of):
    text = "Under President Barack Obama, the United States joined the talks."
    (office,) = actors_of(text)["barack-obama"].offices
    assert (office.title, office.as_written) == ("President", "President")
    text = "Under Secretary of State Anna Tamm spoke."
    (office,) = actors_of(text)["anna-tamm"].offices
    assert office.title == "Under Secretary of State"
