import pytest
import spacy
from spacy.tokens import Doc

from onrecord.record import Span
from onrecord.resolve.reading import read

VOCAB = spacy.blank("en").vocab


def doc_of(words, **layers):
    return Doc(VOCAB, words=words, **layers)


def test_columns_of_a_hand_built_doc():
    doc = doc_of(
        ["Ada", "Byron", "left", "."],
        heads=[1, 2, 2, 2],
        deps=["compound", "nsubj", "ROOT", "punct"],
        tags=["NNP", "NNP", "VBD", "."],
        ents=["B-PERSON", "I-PERSON", "O", "O"],
    )
    reading = read(doc)
    assert reading.entities == [(0, 2, "PERSON")]
    assert reading.head_of(0, 2) == 1
    assert reading.span(0, 2) == Span(0, 9)
    assert reading.printed(1, 3) == "Byron left"
    assert reading.children[2] == [1, 3]


@pytest.mark.parametrize(
    ("span", "tokens"), [(Span(0, 3), (0, 1)), (Span(4, 14), (1, 3)), (Span(5, 6), (1, 2))]
)
def test_tokens_that_touch_a_span(span, tokens):
    assert read(doc_of(["Ada", "Byron", "left", "."])).tokens_at(span) == tokens


def test_a_line_of_capitals_is_a_heading_and_a_sentence_is_not():
    words = ["Jane", "Smith", "Hammers", "Banks", "\n\n", "Jane", "Smith", "spoke", "."]
    reading = read(
        Doc(VOCAB, words=words, spaces=[True, True, True, False, False, True, True, False, False])
    )
    assert reading.heading[:4] == [True] * 4
    assert not any(reading.heading[5:])


def test_the_empty_text():
    assert len(read(doc_of([]))) == 0


def test_a_document_is_read_once():
    doc = doc_of(["Ada", "Byron", "left", "."])
    assert read(doc) is read(doc)
    assert read(doc) is not read(doc_of(["Ada", "Byron", "left", "."]))
