from onrecord.knowledge import cue_counts, cues

CUES = {(cue.lemma, cue.pos): cue for cue in cues()}


def test_no_cue_and_no_count_stands_twice() -> None:
    assert len(CUES) == len(cues())
    assert len({(count.word, count.frame) for count in cue_counts()}) == len(cue_counts())


def test_cues_know_their_frames() -> None:
    assert {"that", "quote"} <= set(CUES["say", "verb"].frames)
    assert "addressee" in CUES["tell", "verb"].frames
    assert CUES["deny", "verb"].certainty == "denied"
    assert CUES["fear", "verb"].certainty == "feared"
    assert CUES["expect", "verb"].certainty == "expected"
    assert CUES["claim", "verb"].stance == "distancing"
    assert CUES["admit", "verb"].stance == "factive"
    assert "by" in CUES["statement", "noun"].prepositions
    assert CUES["according to", "phrase"].frames == ("source",)


def test_cues_with_prepositions_say_so_and_the_reverse() -> None:
    for cue in cues():
        assert bool(cue.prepositions) == ("preposition" in cue.frames), cue


def test_counts_are_shares_of_candidates() -> None:
    counts = {(count.word, count.frame): count for count in cue_counts()}
    assert all(0 <= count.right <= count.found > 0 for count in counts.values())
    said = counts["say", "ccomp:that"]
    assert said.right > said.found / 2
    assert ("*", "ccomp:that") in counts
