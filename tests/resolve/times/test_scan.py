import itertools

import pytest

from onrecord.resolve.times.scan import scan


def found(text):
    return [match.text for match in scan(text)]


def test_the_longest_rule_wins():
    assert found("on Friday, March 4, 2022, he left") == ["Friday, March 4, 2022"]


def test_an_expression_may_cross_a_line_but_no_paragraph():
    assert found("on March\n4, 2022") == ["March\n4, 2022"]
    assert found("in March\n\n4 men") == ["March"]


@pytest.mark.parametrize("text", ["he sat down", "the sun shone", "we wed", "she may go in march"])
def test_days_and_months_have_capitals(text):
    assert found(text) == []


@pytest.mark.parametrize("text", ["", " ", "\n\n", "½", "'", "the", "(", "2", "\ud800 Monday"])
def test_odd_texts_do_not_stop_it(text):
    for match in scan(text):
        assert match.span.of(text) == match.text


def test_what_is_turned_down_gives_way_to_the_next():
    turned_down = [match.text for match in scan("this May 3", lambda m: m.text != "this May")]
    assert turned_down == ["May 3"]
    assert [m.text for m in scan("three years ago", lambda m: m.rule.name == "duration")] == [
        "three years"
    ]


def test_matches_never_overlap():
    text = "late on Monday night, 3 p.m. EST Tuesday March 5, 2020, two days later last year"
    spans = [match.span for match in scan(text)]
    assert all(a.end <= b.start for a, b in itertools.pairwise(spans))
