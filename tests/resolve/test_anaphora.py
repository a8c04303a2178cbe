import pytest

from onrecord.resolve.anaphora import speaker_of
from onrecord.resolve.cast import Cast
from onrecord.resolve.reading import read

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    "text",
    [
        "“We will wait,” said Olga Novak on Monday.",
        "On Monday Olga Novak said: “We will wait.”",
    ],
)
def test_who_speaks_a_quotation(nlp, actors_of, text):
    cast = Cast.of(read(nlp(text)), list(actors_of(text).values()))
    speaker = speaker_of(cast, 0)
    assert speaker is not None and speaker.name == "Olga Novak"


def test_a_quotation_without_a_speaker(nlp, actors_of):
    text = "“We will wait.” Olga Novak left."
    cast = Cast.of(read(nlp(text)), list(actors_of(text).values()))
    assert speaker_of(cast, 0) is None


def test_of_her_office_the_pronoun_comes_first(actors_of):
    actors = actors_of("Finnish Prime Minister Olga Novak fell. Her government had lost a vote.")
    assert "Her government" in [m.text for m in actors["government-of-fin"].mentions]


def test_a_description_beside_a_name_is_the_one_named(actors_of):
    actors = actors_of("His wife, Olga Novak, was there on Monday. She wept.")
    assert [m.text for m in actors["olga-novak"].mentions] == ["His wife", "Olga Novak", "She"]
