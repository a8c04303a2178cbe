from datetime import date

import pytest

from onrecord.record import Span
from onrecord.resolve.times import govern, read_times

PUBLISHED = date(2022, 6, 15)


def dated_by(doc, word, *, barred=()):
    start = doc.text.index(word)
    span = Span(start, start + len(word))
    time = govern(doc, read_times(doc, PUBLISHED), span, barred=barred)
    return time and time.text


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "word", "expression"),
    [
        ("He said on Monday that they would meet on Friday.", "said", "Monday"),
        ("He said on Monday that they would meet on Friday.", "meet", "Friday"),
        ("He said that they would meet on Friday.", "said", None),
        ("He said on Monday that they had met.", "met", None),
        ("They will meet in Paris on Friday, she said Monday.", "said", "Monday"),
        ("They will meet in Paris on Friday, she said Monday.", "meet", "Friday"),
        ("In a statement on Monday the ministry denied it.", "statement", "Monday"),
        ("On Monday he flew to Kyiv and met the president.", "met", "Monday"),
        ("The talks lasted four hours. He left on Monday.", "lasted", None),
        ("He currently visits Kyiv.", "visits", None),
        ("They hold weekly talks.", "hold", None),
    ],
)
def test_the_expression_of_the_same_clause(text, word, expression, nlp):
    assert dated_by(nlp(text), word) == expression


@pytest.mark.model
def test_what_is_barred_dates_nothing(nlp):
    doc = nlp("On Monday he promised to leave on Friday.")
    content = Span(doc.text.index("to leave"), len(doc.text) - 1)
    assert dated_by(doc, "promised", barred=(content,)) == "Monday"
    whole = Span(0, len(doc.text))
    assert dated_by(doc, "promised", barred=(whole,)) is None


@pytest.mark.model
def test_the_link_lowers_the_confidence(nlp):
    doc = nlp("On Monday he flew to Kyiv and met the president.")
    times = read_times(doc, PUBLISHED)
    flew, met = (
        govern(doc, times, Span(doc.text.index(w), doc.text.index(w) + len(w)))
        for w in ("flew", "met")
    )
    assert times[0].confidence > flew.confidence > met.confidence


def test_without_a_parse_the_nearest_of_the_sentence(plain):
    import spacy

    doc = spacy.blank("en")("He left on Monday. He came on Friday and stayed.")
    assert dated_by(doc, "stayed") == "Friday"
    doc = spacy.blank("en")("He left on Monday. He stayed.")
    assert dated_by(doc, "stayed") is None
