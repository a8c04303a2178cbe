from onrecord.extract.meetings import words


def test_loose_nouns_are_nouns_of_encounters():
    assert set(words.NOUNS) >= words.LOOSE


def test_what_is_proposed_is_not_planned_or_refused():
    assert not words.PURSUE & words.REFUSE
    assert not words.AHEAD & words.BEHIND
