import pytest

from onrecord.extract.cues import Cues, cues, smoothed


def test_a_word_without_a_row_has_the_frames_usual_share():
    table = Cues({("say", "ccomp:that"): 0.9}, {"ccomp:that": 0.4}, {})
    assert table.confidence("say", "ccomp:that") == 0.9
    assert table.confidence("burble", "ccomp:that") == 0.4
    assert table.confidence("say", "no such frame") == 0.0


def test_few_counts_are_drawn_to_the_usual_share():
    assert smoothed(1, 1, 0.2) < smoothed(10, 10, 0.2) < 1.0
    assert smoothed(0, 0, 0.2) == pytest.approx(0.2)


def test_the_packaged_table_holds_shares_of_known_verbs():
    table = cues()
    assert all(0.0 <= share <= 1.0 for share in (*table.shares.values(), *table.usual.values()))
    assert table.confidence("say", "ccomp:that") > 0.7 > table.confidence("have", "dobj")
    assert table.introduces_quotations("say")
    assert not table.introduces_quotations("build")


def test_a_verb_the_tables_list_for_quotations_introduces_them_uncounted():
    assert cues().introduces_quotations("reiterate")
    assert cues().confidence("emphasise", "ccomp:that") > cues().confidence("burble", "ccomp:that")
