import pytest
import spacy
from spacy.tokens import Doc

from onrecord.resolve.gazetteer import find
from onrecord.resolve.reading import read

VOCAB = spacy.blank("en").vocab


def found(words, tags):
    reading = read(Doc(VOCAB, words=words, tags=tags))
    return [(reading.printed(m.start, m.end), m.entries[0].sort) for m in find(reading)]


@pytest.mark.parametrize(
    ("words", "tags", "expected"),
    [
        (["tell", "us"], ["VB", "PRP"], []),
        (["the", "US"], ["DT", "NNP"], [("US", "state")]),
        (["Nato", "spoke"], ["NNP", "VBD"], [("Nato", "organisation")]),
        (["UN", "security", "council"], ["NNP", "NN", "NN"],
         [("UN security council", "organisation")]),
        (["I", "left"], ["PRP", "VBD"], []),
        (["Time", "flies"], ["NN", "VBZ"], []),
    ],
)  # fmt: skip
def test_names_of_the_tables(words, tags, expected):
    assert found(words, tags) == expected


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("He loves the Nation and its laws.", False),
        ("It was time. As The Nation said, nobody won.", True),
    ],
)
def test_a_common_word_is_a_paper_only_with_its_article(nlp, text, found):
    matches = find(read(nlp(text)))
    assert any(m.entry("outlet") for m in matches) is found


def test_initials_mean_whom_the_report_spells_out(actors_of):
    actors = actors_of(
        "The Rapid Support Forces said no. The RSF will not attend, its commander said."
    )
    assert "RSF" in [m.text for m in actors["rapid-support-forces"].mentions]
    assert "reporters-without-borders" not in actors
