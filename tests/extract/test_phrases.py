import pytest
from spacy.tokens import Doc
from spacy.vocab import Vocab

from onrecord.extract.phrases import (
    spans_of,
    subtree,
    tidied,
    trim,
    verb_group,
    without,
    without_dateline,
)
from onrecord.language.layers import Quotation
from onrecord.record import Span


def doc_of(words, heads=None, deps=None, spaces=None):
    return Doc(Vocab(), words=words, heads=heads, deps=deps, spaces=spaces)


@pytest.mark.parametrize(
    ("stretch", "hole", "left"),
    [
        ((0, 9), (3, 5), [(0, 3), (5, 9)]),
        ((0, 9), (0, 4), [(4, 9)]),
        ((0, 9), (9, 12), [(0, 9)]),
        ((2, 4), (0, 9), []),
    ],
)
def test_without(stretch, hole, left):
    assert without(stretch, hole) == left


def test_the_verb_group_takes_auxiliaries_adverbs_and_the_particle():
    doc = doc_of(
        ["She", "had", "not", "pointed", "out", "costs"],
        heads=[3, 3, 3, 3, 3, 3],
        deps=["nsubj", "aux", "neg", "ROOT", "prt", "dobj"],
    )
    assert verb_group(doc[3]) == (1, 5)
    assert subtree(doc[3]) == (0, 6)


def test_trim_drops_punctuation_but_leaves_marks():
    doc = doc_of([",", '"', "Peace", '"', "."])
    assert trim(doc, (0, 5)) == (1, 4)
    assert trim(doc, (0, 1)) is None


def test_a_span_reaches_out_to_the_marks_of_a_quotation_it_covers():
    doc = doc_of(
        ['"', "Peace", "now", ",", '"', "he"], spaces=[False, True, False, False, True, False]
    )
    quotation = Quotation(span=Span(0, 12), inner=Span(1, 11))
    assert [
        s.of(doc.text) for s in spans_of(doc, [(1, 3)], text=doc.text, quotations=[quotation])
    ] == ['"Peace now,"']


def test_a_mark_without_its_partner_is_dropped():
    doc = doc_of(['"', "Peace", "now", "and", "then", '"'])
    quotation = Quotation(span=Span(0, len(doc.text)), inner=Span(2, len(doc.text) - 2))
    assert [
        s.of(doc.text) for s in spans_of(doc, [(0, 3)], text=doc.text, quotations=[quotation])
    ] == ["Peace now"]


def test_tidied_spans_lose_stray_punctuation_and_win_their_mark():
    text = ': he saw "a new start." Then'
    quotation = Quotation(span=Span(9, 23), inner=Span(10, 22))
    (span,) = tidied(text, (Span(0, 22),), [quotation])
    assert span.of(text) == 'he saw "a new start."'
    assert tidied(text, (Span(0, 2),), [quotation]) == ()


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("OSLO — Lind said so", "Lind said so"),
        ("OSLO (AP) — Lind said so", "Lind said so"),
        ("OSLO, Norway, March 3 (Reuters) - Lind said so", "Lind said so"),
        ("NATO said so", "NATO said so"),
        ("EU-wide rules — Lind said so", "EU-wide rules — Lind said so"),
    ],
)
def test_datelines_belong_to_nobody(text, rest):
    text = "First.\n" + text
    paragraphs = (Span(0, 6), Span(7, len(text)))
    (span,) = without_dateline(text, (Span(7, len(text)),), paragraphs)
    assert span.of(text) == rest


def test_a_span_past_the_dateline_stays():
    text = "OSLO — Lind said so"
    assert without_dateline(text, (Span(7, 11),), (Span(0, len(text)),)) == (Span(7, 11),)
