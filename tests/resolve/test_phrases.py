import pytest

from onrecord.resolve.phrases import noun_of, phrases
from onrecord.resolve.reading import read

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "printed", "determiner", "plural"),
    [
        ("The senior adviser spoke.", "The senior adviser", "definite", False),
        ("A Danish official spoke.", "A Danish official", "indefinite", False),
        ("Her spokesman spoke.", "Her spokesman", "possessive", False),
        ("Two officials spoke.", "Two officials", "number", True),
        ("Police spoke.", "Police", "bare", True),
    ],
)
def test_phrases_around_nouns_for_people(nlp, text, printed, determiner, plural):
    reading = read(nlp(text))
    (phrase,) = phrases(reading, ())
    assert reading.printed(phrase.start, phrase.end) == printed
    assert (phrase.determiner, phrase.plural) == (determiner, plural)


def test_the_noun_in_the_singular(nlp):
    reading = read(nlp("Two officials spoke."))
    assert [noun_of(reading, phrase) for phrase in phrases(reading, ())] == ["official"]


def test_what_somebody_is_said_to_be_is_nobody_new(nlp):
    reading = read(nlp("Jana Novak is a minister."))
    assert list(phrases(reading, (0, 1))) == []
