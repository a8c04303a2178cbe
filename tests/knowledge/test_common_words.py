from onrecord.knowledge.common_words import common_words


def test_words_of_the_language_are_in_names_are_not():
    words = common_words()
    assert {"hospital", "whom", "treason"} <= words
    assert not words & {"obama", "merkel", "grace", "will", "rice", "white"}
