import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.publish.paragraphs import is_heading, paragraphs


def words(text: str) -> list[str]:
    return [span.of(text) for span in paragraphs(text)]


def test_lines_are_paragraphs():
    long = "The minister left early. " * 8
    assert words(f"\n{long}\n\n  \n{long}\nEnd\n") == [long, long, "End"]


def test_wrapped_lines_are_joined_up_to_the_blank_line():
    line = "The delegates met for the third time this month, and once more they"
    text = f"{line}\n{line}\n{line}\nparted.\n\n{line}\n{line}\nagain.\n"
    assert [len(w.splitlines()) for w in words(text)] == [4, 3]


@pytest.mark.parametrize("text", ["Shore talks", "A longer line of words, but no full stop"])
def test_short_lines_without_an_end_look_like_headings(text):
    assert is_heading(text)


@pytest.mark.parametrize("text", ["They left.", "“No deal,”", "Who?", "word " * 30, "a\nb"])
def test_sentences_do_not(text):
    assert not is_heading(text)


@given(st.text(alphabet="a \n\t.\r\u2028", max_size=60))
def test_only_white_space_lies_between_paragraphs(text):
    last = 0
    for span in paragraphs(text):
        assert not text[last : span.start].strip()
        assert span.of(text).strip()
        last = span.end
    assert not text[last:].strip()
