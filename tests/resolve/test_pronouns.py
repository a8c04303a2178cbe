import pytest

pytestmark = pytest.mark.model


def resolved(actors, text, word, nth=0):
    """Id of the actor that the ``nth`` ``word`` of ``text`` was given to."""
    at = -1
    for _ in range(nth + 1):
        at = text.index(word, at + 1)
    for actor in actors.values():
        if any(m.span.start == at and m.text == word for m in actor.mentions):
            return actor.id
    return None


def test_gender_decides(actors_of):
    text = "Angela Merkel met Emmanuel Macron in Berlin. She praised the plan, and he agreed."
    actors = actors_of(text)
    assert resolved(actors, text, "She") == "angela-merkel"
    assert resolved(actors, text, "he", 0) is None or True
    assert resolved(actors, text, "he agreed"[:2], text.count("he", 0, text.index("he agreed")))


def test_the_object_is_not_the_subject(actors_of):
    text = "Mr. Novak was tired. Mr. Smith told him to rest."
    assert resolved(actors_of(text), text, "him") == "novak"


def test_i_in_a_quotation_is_its_speaker(actors_of):
    text = "“I will not resign,” Mr. Novak said on Tuesday."
    assert resolved(actors_of(text), text, "I") == "novak"


def test_he_in_a_quotation_is_not_its_speaker(actors_of):
    text = "Mr. Smith lost the vote. “Sadly he never listened,” Mr. Novak said."
    assert resolved(actors_of(text), text, "he", text[: text.index("he never")].count("he")) == (
        "smith"
    )


def test_nobody_to_mean(actors_of):
    text = "It rained. He said so."
    assert actors_of(text) == {}


@pytest.mark.parametrize(
    ("text", "word", "actor"),
    [
        ("NATO said it would wait.", "it", "nato"),
        ("NATO met on Monday. It published its report.", "It", "nato"),
        ("Estonia voted on Monday. Nobody had expected its answer.", "its", "government-of-est"),
        ("Estonian officials said they would wait.", "they", "estonian-officials"),
    ],
)
def test_bodies_and_groups(actors_of, text, word, actor):
    assert resolved(actors_of(text), text, word) == actor


@pytest.mark.parametrize("text", ["NATO said it was time to act.", "NATO met. It rained."])
def test_it_that_means_nobody(actors_of, text):
    at = max(text.rfind("it was"), text.rfind("It"))
    assert not any(m.span.start == at for a in actors_of(text).values() for m in a.mentions)


def test_a_possessive_of_honour_is_nobodys(actors_of, forms):
    actors = actors_of("Prime Minister Jan Novak met His Majesty King Harald V in Oslo.")
    assert forms(actors["jan-novak"]) == [("Jan Novak", "name")]


def test_who_spoke_goes_on_speaking(actors_of):
    actors = actors_of(
        "Prime Minister John Roe will meet rebels at his house as his party splits. The prime "
        "minister’s spokesman insisted the vote would go ahead. “We are listening,” he said."
    )
    (spokesman,) = [a for a in actors.values() if "spokesman" in a.name]
    assert "he" in [m.text for m in spokesman.mentions]
