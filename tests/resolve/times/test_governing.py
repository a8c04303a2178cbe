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
@pytest.mark.parametrize(
    ("text", "word", "expression"),
    [
        ("Speaking on Monday, he said that it was over.", "said", "Monday"),
        ("As he left Paris on Monday, he said that it was over.", "said", "Monday"),
        ("After he had left on Monday, he said that it was over.", "said", None),
        ("In a letter sent on Monday, the minister said that it was over.", "said", "Monday"),
    ],
)
def test_what_goes_with_the_clause_dates_it(text, word, expression, nlp):
    assert dated_by(nlp(text), word) == expression


@pytest.mark.model
def test_how_far_to_look(nlp):
    doc = nlp("He left on Monday. He said that they had met.\n\nThey parted.")
    times = read_times(doc, PUBLISHED)
    met, parted = (Span(doc.text.index(w), doc.text.index(w) + len(w)) for w in ("met", "parted"))
    assert govern(doc, times, met) is None
    assert govern(doc, times, met, reach="sentence") is None
    far = govern(doc, times, met, reach="paragraph")
    assert far.text == "Monday"
    assert far.confidence < 0.2
    assert govern(doc, times, parted, reach="paragraph") is None


@pytest.mark.model
def test_a_date_of_the_sentence_is_a_hint(nlp):
    doc = nlp("He said on Monday that they had met.")
    met = Span(doc.text.index("met"), doc.text.index("met") + 3)
    hint = govern(doc, read_times(doc, PUBLISHED), met, reach="sentence")
    assert hint.text == "Monday"
    assert hint.confidence < 0.3


@pytest.mark.model
def test_which_vote_it_was_does_not_date_what_is_said_of_it(nlp):
    doc = nlp("The two sides respect the 2015 ceasefire, he said.")
    said = Span(doc.text.index("said"), doc.text.index("said") + 4)
    assert govern(doc, read_times(doc, PUBLISHED), said, reach="paragraph") is None


@pytest.mark.model
def test_what_has_no_day_at_all_dates_nothing(nlp):
    assert dated_by(nlp("The day after the vote, he resigned."), "resigned") is None


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
