from collections import Counter

from onrecord.publish.marking import marks
from onrecord.publish.numbering import Numbering
from tests.publish.samples import FULL, TEXT


def test_every_span_of_every_entry_is_marked():
    found = list(marks(Numbering(FULL, number=1)))
    assert Counter(mark.role for mark in found) == {
        "content": 9,
        "source": 7,
        "cue": 7,
        "actor": 11,
        "office": 3,
        "time": 3,
        "happening": 4,
        "position": 1,
        "finding": 2,
    }


def test_a_discontinuous_content_is_two_marks_of_one_entry():
    numbering = Numbering(FULL, number=1)
    key = numbering.statements["s2"]
    words = [
        mark.span.of(TEXT)
        for mark in marks(numbering)
        if mark.entry == key and mark.role == "content"
    ]
    assert words == ['"We have waited long enough,"', '"The boats can go out again by May."']
