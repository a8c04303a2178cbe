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
