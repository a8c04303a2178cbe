from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.extract.rules import attributions_by_rule

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Anna Berg said on Monday that the talks had failed.",
            ("Anna Berg", "said", "that the talks had failed"),
        ),
        (
            "The talks have failed, the minister said.",
            ("the minister", "said", "The talks have failed"),
        ),
        (
            "According to two diplomats, the talks have failed.",
            ("two diplomats", "According to", "the talks have failed"),
        ),
        (
            "The talks, she said, have failed.",
            ("she", "said", "The talks … have failed"),
        ),
        (
            "The president wants to close the border.",
            ("The president", "wants", "to close the border"),
        ),
        (
            "Denmark called for a new round of sanctions.",
            ("Denmark", "called for", "a new round of sanctions"),
        ),
        (
            "Officials fear that the dam will not hold.",
            ("Officials", "fear", "that the dam will not hold"),
        ),
        (
            'Berg said the plan was "a disaster" for farmers.',
            ("Berg", "said", 'the plan was "a disaster" for farmers'),
        ),
    ],
)
def test_the_plain_constructions(by_rule, text, expected):
    assert expected in by_rule(text)


def test_a_multi_paragraph_quotation_keeps_its_source(by_rule):
    found = by_rule(
        "“We came here to listen,” Holm told reporters. “We have been heard.\n\n"
        "“Tomorrow we go home with an agreement in hand, and it is a good one.”"
    )
    assert {source for source, _, _ in found} == {"Holm"}
    assert any("Tomorrow we go home" in content for _, _, content in found)


def test_what_a_statement_reports_is_found_too(by_rule):
    found = by_rule("Berg said that Holm promised to resign by May.")
    assert ("Berg", "said", "that Holm promised to resign by May") in found
    assert ("Holm", "promised", "to resign by May") in found


def test_speech_in_marks_is_not_searched_for_further_statements(by_rule):
    found = by_rule('"I think that the minister believes that we will lose," Holm said.')
    assert [source for source, _, _ in found] == ["Holm"]


def test_a_text_without_statements_has_none(by_rule):
    assert by_rule("The bridge over the river is forty metres long.") == []


def test_confidence_is_the_share_right_of_the_word_in_its_frame(parse):
    plain, odd = (
        attributions_by_rule(parse(text), floor=0.0)[0].confidence
        for text in ("He said that it rained.", "He built that it rained.")
    )
    assert plain > odd


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    st.lists(
        st.one_of(
            st.sampled_from(
                ["said", "that", '"', "“", "”", "''", ",", ".", "\n\n", "he", "According"]
            ),
            st.text(max_size=8),
        ),
        max_size=25,
    ).map(" ".join)
)
def test_any_text_gives_spans_in_bounds_in_order_and_the_same_again(parse, text):
    if not text.strip():
        return
    found = attributions_by_rule(parse(text))
    for attribution in found:
        assert attribution.content
        for spans in (attribution.source, attribution.cue, attribution.content):
            assert all(0 <= s.start < s.end <= len(text) for s in spans)
            assert all(a.end <= b.start for a, b in pairwise(spans))
    assert found == attributions_by_rule(parse(text))
