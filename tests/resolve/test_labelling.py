import pytest

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Mr. Tamm spoke. The Harbour Workers Union objected on Monday.", "Harbour Workers Union",
         "organisation"),
        ("Harbour Minister Juhan Tamm spoke on Monday.", "Juhan Tamm", "person"),
        ("Olga Novak spoke on Monday. Novak left.", "Olga Novak", "person"),
    ],
)  # fmt: skip
def test_what_a_name_names(actors_of, text, name, kind):
    assert name in {a.name for a in actors_of(text).values() if a.kind == kind}


def test_a_name_that_is_only_a_place(actors_of):
    text = "The boat sank near Vornholm. Fishermen at Vornholm saw it."
    assert "vornholm" not in actors_of(text)


def test_a_body_with_what_it_is_of(actors_of):
    actors = actors_of("The Ministry of Harbour Affairs objected on Monday. Nobody minded.")
    assert "ministry-of-harbour-affairs" in actors


def test_an_office_beside_a_name_makes_it_a_person(actors_of):
    actors = actors_of("Nicco Mele, director of a harbour museum, spoke on Monday.")
    assert actors["nicco-mele"].kind == "person"


def test_a_hyphenated_family_name_alone(actors_of):
    actors = actors_of("Olga Novak-Tamm spoke on Monday. Novak-Tamm left.")
    assert len(actors["olga-novak-tamm"].mentions) == 2


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("The grant was small. Under Grant Approval it was listed.", False),
        ("The general read it. See General Provisions below.", False),
        ("Mr. Young left on Monday.", True),
        ("Theresa May left on Monday. May wept.", True),
    ],
)
def test_common_words_are_nobody_unless_the_report_says_so(actors_of, text, kept):
    assert any(a.kind == "person" for a in actors_of(text).values()) is kept


@pytest.mark.model
def test_who_is_a_person_is_one_whatever_the_parser_says(actors_of):
    actors = actors_of("Corneille Nangaa, who leads the alliance, told reporters to wait.")
    assert actors["corneille-nangaa"].kind == "person"
