import pytest

pytestmark = pytest.mark.model


def meant(actors, words):
    return {
        actor.id for actor in actors.values() for m in actor.mentions if m.text.lower() == words
    }


def test_who_speaks_of_the_president_is_not_the_president(actors_of):
    actors = actors_of(
        "Estonian President Matti Tamm met Finnish President Anna Virtanen. "
        "Virtanen said the president had been helpful."
    )
    assert meant(actors, "the president") == {"matti-tamm"}


def test_after_his_clause_the_president_may_be_he(actors_of):
    actors = actors_of("President Matti Tamm spoke, and the president left.")
    assert meant(actors, "the president") == {"matti-tamm"}


def test_what_one_becomes_one_is(actors_of):
    actors = actors_of("Matti Tamm was sworn in on Monday. Tamm became the first Estonian leader.")
    assert meant(actors, "the first estonian leader") <= {"matti-tamm"}


def test_whose_spokeswoman_speaks_means_her_own_president(actors_of):
    actors = actors_of(
        "Kenyan President Jane Roe will receive Estonian President Matti Tamm on Monday. "
        "Tamm has asked for help, and Tamm wants it soon. "
        "The Kenyan government spokeswoman, Ann Odhiambo, declined to say whether the president "
        "would give it."
    )
    assert meant(actors, "the president") == {"jane-roe"}
