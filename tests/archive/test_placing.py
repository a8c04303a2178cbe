import pytest

from onrecord.archive.placing import covered, entries, find
from onrecord.errors import ArchiveError
from onrecord.record import Span
from tests.record.samples import sample

TREE = sample().to_builtins()


def test_times_and_findings_are_numbered():
    assert list(entries(TREE, "time")) == ["t1"]
    assert list(entries(TREE, "statement")) == ["s1", "s2"]


@pytest.mark.parametrize(
    ("kind", "remembered", "found"),
    [
        ("statement", {"id": "s9", "content": TREE["statements"][1]["content"]}, "s2"),
        ("statement", {"id": "s1", "content": [[0, 3]]}, None),
        ("statement", {"id": "s1", "content": []}, None),
        ("actor", {"id": "x", "name": "Yle", "mentions": []}, "yle"),
        ("actor", {"id": "yle", "name": "Radio"}, "yle"),
        (
            "actor",
            {"id": "x", "name": "X", "mentions": TREE["actors"][1]["mentions"]},
            TREE["actors"][1]["id"],
        ),
        ("place", {"id": "helsinki-fin", "name": "Helsingfors"}, "helsinki-fin"),
        ("time", {"span": TREE["times"][0]["span"]}, "t1"),
        ("finding", {"kind": "undated", "message": "other words", "evidence": []}, "f1"),
        ("finding", {"kind": "another", "evidence": []}, None),
    ],
)
def test_an_entry_is_found_by_what_it_rests_on(kind, remembered, found):
    assert find(entries(TREE, kind), kind, remembered) == found


def test_half_of_the_words_are_enough():
    (start, end), *_ = TREE["statements"][0]["content"]
    for share, found in ((0.6, "s1"), (0.4, None)):
        part = {"content": [[start, start + round(share * (end - start))]]}
        assert find(entries(TREE, "statement"), "statement", part) == found


def test_spans_that_are_none_are_refused():
    assert covered({"evidence": [[5, 9], [1, 3]]}, "meeting") == (Span(1, 3), Span(5, 9))
    for wrong in ({"evidence": 4}, {"evidence": [[1]]}):
        with pytest.raises(ArchiveError, match="meeting"):
            covered(wrong, "meeting")
    with pytest.raises(ArchiveError, match="time"):
        covered({}, "time")
