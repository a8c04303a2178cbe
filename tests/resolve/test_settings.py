from datetime import date

import pytest
import spacy
from spacy.tokens import Doc

from onrecord.record import Span, Time
from onrecord.resolve.reading import read
from onrecord.resolve.settings import Settings

VOCAB = spacy.blank("en").vocab


def settings(words, *, times=(), published=date(2025, 2, 17), tags=None, deps=None, heads=None):
    doc = Doc(
        VOCAB,
        words=words,
        tags=tags or ["NN"] * len(words),
        deps=deps or ["dep"] * len(words),
        heads=heads if heads is not None else [0] * len(words),
    )
    return Settings(read(doc), times, published)


def test_a_year_puts_its_sentence_into_the_past_but_the_report_s_own_does_not():
    words = ["Doe", "spoke", "in", "2019"]
    assert settings(words).of(0, 1, 0, 1) == "past"
    assert settings(words, published=date(2019, 5, 1)).of(0, 1, 0, 1) == "now"


def test_without_a_date_any_year_is_another_time():
    assert settings(["Doe", "spoke", "in", "2025"], published=None).of(0, 1, 0, 1) == "past"


@pytest.mark.parametrize(
    ("end", "expected"), [(date(2024, 6, 1), "past"), (date(2025, 2, 10), "now")]
)
def test_a_resolved_day_long_before_publication_is_another_time(end, expected):
    words = ["Doe", "spoke", "that", "day"]
    time = Time(span=Span(10, 18), text="that day", type="date", value=None, start=end, end=end)
    assert settings(words, times=[time]).of(0, 1, 0, 1) == expected


@pytest.mark.parametrize(
    ("verb", "tag", "expected"),
    [("says", "VBZ", "live"), ("said", "VBD", "now"), ("quits", "VBZ", "live")],
)
def test_the_subject_of_a_verb_in_the_present_is_in_office_now(verb, tag, expected):
    found = settings(["Doe", verb], tags=["NNP", tag], deps=["nsubj", "ROOT"], heads=[1, 1]).of(
        0, 1, 0, 1
    )
    assert found == expected
