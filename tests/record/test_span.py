from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import RecordError
from onrecord.record import Span, merge
from onrecord.record.span import check_spans

SPANS = st.tuples(st.integers(0, 50), st.integers(1, 20)).map(lambda p: Span(p[0], p[0] + p[1]))


def test_span_is_written_as_a_pair_and_reads_its_words():
    assert Span(4, 9).of("the pact holds") == "pact "
    assert tuple(Span(4, 9)) == (4, 9)


@pytest.mark.parametrize(
    ("a", "b", "overlaps"),
    [
        (Span(0, 3), Span(3, 5), False),
        (Span(0, 4), Span(3, 5), True),
        (Span(2, 3), Span(0, 9), True),
    ],
)
def test_half_open_spans_that_touch_do_not_overlap(a, b, overlaps):
    assert a.overlaps(b) is overlaps
    assert b.overlaps(a) is overlaps


@pytest.mark.parametrize(
    "spans", [[(3, 3)], [(5, 2)], [(-1, 2)], [(4, 8), (0, 2)], [(0, 5), (4, 8)]]
)
def test_bad_spans_are_refused(spans):
    with pytest.raises(RecordError, match="entry 7"):
        check_spans([Span(*s) for s in spans], what="entry 7")


@given(st.lists(SPANS))
def test_merged_spans_cover_the_same_points_in_order_without_overlap(spans):
    merged = merge(spans)
    check_spans(merged, what="merged")
    points = {i for s in spans for i in range(*s)}
    assert {i for s in merged for i in range(*s)} == points
    assert all(a.end < b.start for a, b in pairwise(merged))
