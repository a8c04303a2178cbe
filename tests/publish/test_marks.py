from hypothesis import given
from hypothesis import strategies as st

from onrecord.publish.marks import Mark, pieces
from onrecord.record import Span


def mark(start: int, end: int, entry: str = "e") -> Mark:
    return Mark(span=Span(start, end), role="content", entry=entry)


def test_overlapping_marks_are_cut_at_every_boundary():
    found = list(pieces(10, [mark(1, 6, "a"), mark(4, 9, "b")]))
    assert [(*p.span, *(m.entry for m in p.marks)) for p in found] == [
        (0, 1),
        (1, 4, "a"),
        (4, 6, "a", "b"),
        (6, 9, "b"),
        (9, 10),
    ]


def test_the_widest_mark_comes_first():
    found = list(pieces(9, [mark(3, 5, "inner"), mark(0, 9, "outer")]))
    assert [m.entry for m in found[1].marks] == ["outer", "inner"]


def test_cuts_divide_and_those_outside_do_not():
    assert [p.span for p in pieces(4, [], cuts=[0, 2, 4, 9, -1])] == [(0, 2), (2, 4)]


SIZE = 40
spans = st.tuples(st.integers(0, SIZE - 1), st.integers(1, SIZE)).filter(lambda s: s[0] < s[1])


@given(st.lists(spans, max_size=12), st.sets(st.integers(0, SIZE)))
def test_pieces_cover_the_text_once_and_each_knows_its_marks(found, cuts):
    marks = [mark(start, end, str(n)) for n, (start, end) in enumerate(found)]
    out = list(pieces(SIZE, marks, cuts=cuts))
    assert [at for p in out for at in range(*p.span)] == list(range(SIZE))
    for piece in out:
        expected = {m.entry for m in marks if piece.span.within(m.span)}
        assert {m.entry for m in piece.marks} == expected
        assert not any(piece.span.overlaps(m.span) for m in marks if m.entry not in expected)
