import pytest

pytestmark = pytest.mark.model


def texts(actors, name):
    """The mentions of an actor, as text."""
    return [m.text for m in actors[name].mentions] if name in actors else []


@pytest.mark.parametrize(
    ("text", "actor", "mention"),
    [
        ("The Harbour Council met. The council said no.", "harbour-council", "The council"),
        ("Estonia rejected the plan. The government said it was late.", "government-of-est",
         "The government"),
        ("Estonia rejected the plan. The country wants peace.", "government-of-est",
         "The country"),
        ("The Obama administration said no. Nobody minded.", "government-of-usa",
         "The Obama administration"),
        ("Finnish Prime Minister Juhan Tamm spoke. His government had fallen.",
         "government-of-fin", "His government"),
    ],
)  # fmt: skip
def test_whose_body(actors_of, text, actor, mention):
    assert mention in texts(actors_of(text), actor)


def test_the_same_words_are_one_group(actors_of):
    actors = actors_of("City officials said no. The mayor wept. City officials left.")
    assert texts(actors, "city-officials") == ["City officials", "City officials"]


def test_another_party_is_not_the_last_one(actors_of):
    actors = actors_of("The Harbour Party won. The Meadow Party said it lost.")
    assert "The Meadow Party" not in texts(actors, "harbour-party")
