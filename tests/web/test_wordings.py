import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.web.wordings import left_out, pieces


@pytest.mark.parametrize(
    ("first", "other", "marked", "missing"),
    [
        ("in a coherent way", "in a coordinated way", ["coordinated"], ()),
        ("“It’s done,”", '"it\'s done"', [], ()),
        ("we will go home soon", "we will go soon", [], ("home",)),
        ("go", "go home at once", ["home at once"], ()),
        ("", "all new", ["all new"], ()),
    ],
)
def test_what_differs_is_marked(first, other, marked, missing):
    assert [words for words, differs in pieces(first, other) if differs] == marked
    assert left_out(first, other) == missing


@given(st.text(), st.text())
def test_the_pieces_are_the_words(first, other):
    assert "".join(words for words, _ in pieces(first, other)) == other
