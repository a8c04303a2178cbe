import pytest

from onrecord.archive.sentences import sentence

TEXT = "First came Mr. Lee of the U.S. delegation. “Then,” he said, “we left.” Nobody asked why."


@pytest.mark.parametrize(
    ("words", "whole"),
    [
        ("Lee", "First came Mr. Lee of the U.S. delegation."),
        ("left", "“Then,” he said, “we left.”"),
        ("asked", "Nobody asked why."),
    ],
)
def test_the_sentence_around_words(words, whole):
    start = TEXT.index(words)
    assert sentence(TEXT, start, start + len(words)) == whole


def test_a_sentence_stays_in_its_paragraph():
    assert sentence("A heading\nThe words.\nMore", 10, 13) == "The words."


def test_a_month_cut_short_ends_no_sentence():
    text = "OSLO, Feb. 18, 2025 - Ministers met. They left."
    assert sentence(text, 22, 31) == "OSLO, Feb. 18, 2025 - Ministers met."


def test_a_transcripts_label_ends_no_sentence():
    text = "MS. BERG: We will go. All of us."
    assert sentence(text, 10, 12) == "MS. BERG: We will go."
