from __future__ import annotations

import pytest
import spacy
from hypothesis import given, settings
from spacy.language import Language
from spacy.tokens import Doc

from onrecord.language.paragraphs import read_layout
from onrecord.language.quotations import read_quotations
from onrecord.language.sentences import NO_START, OPEN, STARTS, sentence_starts, set_sentences
from tests.language.texts import texts


@pytest.fixture(scope="module")
def blank() -> Language:
    return spacy.blank("en")


def starts(doc: Doc) -> list[str]:
    """The words at which a sentence certainly starts."""
    layout = read_layout(doc.text)
    found = sentence_starts(doc, layout, read_quotations(doc.text, *layout))
    return [token.text for token, verdict in zip(doc, found, strict=True) if verdict == STARTS]


def left_open(doc: Doc) -> list[str]:
    layout = read_layout(doc.text)
    found = sentence_starts(doc, layout, read_quotations(doc.text, *layout))
    return [token.text for token, verdict in zip(doc, found, strict=True) if verdict == OPEN]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ministers met. They agreed.", ["Ministers", "They"]),
        ("Ministers met.They agreed.", ["Ministers", "They"]),
        ("Did they? They did.", ["Did", "They"]),
        ("“We sail,” he said. “We land.”", ["“", "“"]),
        ("“We sail. We land,” he said.", ["“", "We"]),
        ("“We sail.” He left.", ["“", "He"]),
        ("“We sail!” he said. He left.", ["“", "He"]),
        ("“Why now?” Gov. Ann Lee asked. He left.", ["“", "He"]),
        ("“Why now?” He left.", ["“", "He"]),
        ('He said: "We sail." She left.', ["He", "She"]),
        ('" We sail . " She left .', ['"', "She"]),
        ("Gen. Lee met Sen. Roe on Jan. 5. They agreed.", ["Gen.", "They"]),
        ("They paid $3.5 million at www.example.org. Nobody knew.", ["They", "Nobody"]),
        ("(They met. They agreed.) He left.", ["(", "They", "He"]),
        ("Port Deal Alarms\n\nMinisters met.", ["Port", "Ministers"]),
        ("Is There. A Deal\n\nMinisters met.", ["Is", "Ministers"]),
    ],
)
def test_where_sentences_start(blank: Language, text: str, expected: list[str]) -> None:
    assert starts(blank(text)) == expected


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("He works for the U.S. Congress agreed.", "Congress"),
        ("They met in Jan. Ministers agreed.", "Ministers"),
        ("They met at 9 a.m. Ministers agreed.", "Ministers"),
        ("That was Plan B. Ministers agreed.", "Ministers"),
        ("They waited... Ministers agreed.", "Ministers"),
    ],
)
def test_the_parser_decides_after_words_that_may_end_a_sentence(
    blank: Language, text: str, word: str
) -> None:
    assert left_open(blank(text)) == [word]


def test_no_sentence_starts_with_a_closing_mark_or_white_space(blank: Language) -> None:
    doc = blank("“We sail.”\n\n“We land.”  He left.")
    layout = read_layout(doc.text)
    found = sentence_starts(doc, layout, read_quotations(doc.text, *layout))
    closing = [
        v for token, v in zip(doc, found, strict=True) if token.text == "”" or token.is_space
    ]
    assert closing == [NO_START] * 4


def test_a_parsed_doc_is_left_alone(blank: Language) -> None:
    doc = Doc(
        blank.vocab,
        words=["He", "left", ".", "She", "too"],
        heads=[1, 1, 1, 1, 1],
        deps=["dep"] * 5,
    )
    set_sentences(doc, read_layout(doc.text), ())
    assert [token.is_sent_start for token in doc][1:] == [False] * 4


@settings(deadline=None)
@given(text=texts)
def test_sentences_keep_to_paragraphs_whatever_the_text(blank: Language, text: str) -> None:
    doc = blank(text)
    layout = read_layout(text)
    found = sentence_starts(doc, layout, read_quotations(text, *layout))
    assert len(found) == len(doc)
    first_words = {p.start for p in layout.paragraphs}
    for token, verdict in zip(doc, found, strict=True):
        assert verdict in {STARTS, OPEN, NO_START}
        if token.idx in first_words and not token.is_space:
            assert verdict == STARTS
        if token.is_space and token.i:
            assert verdict == NO_START


def test_a_network_of_one_letter_ends_a_sentence(blank):
    assert starts(blank("“No,” he wrote on X. Ann Lee agreed.")) == ["“", "Ann"]
    assert "Lee" not in starts(blank("He met X. Lee on Monday."))
