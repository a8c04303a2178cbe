import pytest
import spacy
from spacy.tokens import Doc

from onrecord.resolve.reading import read
from onrecord.resolve.titles import find_titles

VOCAB = spacy.blank("en").vocab


@pytest.mark.parametrize(
    ("words", "tags", "expected"),
    [
        (["Prime", "Minister", "Doe"], ["NNP", "NNP", "NNP"], ["Prime Minister"]),
        (["secretary", "of", "state"], ["NN", "IN", "NN"], ["secretary of state"]),
        (["the", "general", "mood"], ["DT", "JJ", "NN"], ["general"]),
        (["They", "head", "home"], ["PRP", "VBP", "RB"], []),
    ],
)
def test_titles(words, tags, expected):
    reading = read(Doc(VOCAB, words=words, tags=tags))
    assert [reading.printed(*found) for found in find_titles(reading)] == expected


def test_a_title_that_is_a_surname_is_none():
    doc = Doc(
        VOCAB, words=["Stephen", "King", "wrote"], tags=["NNP", "NNP", "VBD"],
        ents=["B-PERSON", "I-PERSON", "O"],
    )  # fmt: skip
    assert list(find_titles(read(doc))) == []


@pytest.mark.model
def test_a_saint_in_a_name_is_no_title(actors_of):
    assert "laurent-saint-cyr" in actors_of(
        "Haiti’s transitional president, Laurent Saint-Cyr, met with the envoys."
    )


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["Senators", "Graham", "spoke"], ["Senators"]),
        (["Governors", "Association", "spoke"], []),
        (["General", "Services", "Administration", "spoke"], []),
        (["General", "Milley", "spoke"], ["General"]),
        (["Assistant", "to", "the", "President"], ["Assistant", "President"]),
        (["Assistant", "Coach", "spoke"], []),
    ],
)
def test_capitals(words, expected):
    tags = ["NNP" if word[0].isupper() else "VBD" for word in words]
    reading = read(Doc(VOCAB, words=words, tags=tags))
    assert [reading.printed(*found) for found in find_titles(reading)] == expected
