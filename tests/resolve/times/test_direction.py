import pytest

from onrecord.record import Span
from onrecord.resolve.times.direction import direction

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "lean"),
    [
        ("They will meet on Monday.", "future"),
        ("They met on Monday.", "past"),
        ("They have been there since Monday.", "past"),
        ("They meet on Monday.", "present"),
        ("They are meeting on Monday.", "future"),
        ("They plan to meet on Monday.", "future"),
        ("He called a vote for Monday.", "future"),
        ("The vote was postponed until Monday.", "future"),
        ("None of them could be reached on Monday.", "past"),
        ("They could not meet on Monday.", "past"),
        ("She says on Monday that he left.", "past"),
        ("Monday, at last.", "unknown"),
    ],
)
def test_which_way_the_clause_looks(text, lean, nlp):
    start = text.index("Monday")
    assert direction(nlp(text), Span(start, start + 6)) == lean
