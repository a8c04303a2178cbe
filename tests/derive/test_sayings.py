from dataclasses import replace
from datetime import date, timedelta

import pytest

from onrecord.derive.sayings import Saying, conflict, difference, likeness, pairs, stems

DAY = date(2025, 2, 17)


def saying(text, *, key=1, speakers=(1,), surnames=(), days=0, direct=True):
    return Saying(
        key=key,
        report=key,
        speakers=frozenset(speakers),
        surnames=frozenset(surnames),
        day=DAY + timedelta(days=days),
        text=text,
        direct=direct,
        stems=stems(text),
    )


HARBOUR = "“The harbour will reopen when the last mine has been cleared,”"


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("“The harbor will re-open when the last mine has been cleared”", True),
        ("the harbour would reopen once mines were cleared", True),
        ("“when the last mine has been cleared, the harbour will reopen, and trade with it”", True),
        ("the harbour is closed", False),
        ("“Trade will suffer when the season ends,”", False),
    ],
)
def test_near_equal_shortened_and_other_words(text, same):
    assert bool(likeness(saying(HARBOUR), saying(text, key=2))) is same


def test_another_speaker_or_week_makes_it_another_saying():
    one = saying(HARBOUR)
    assert not likeness(one, saying(HARBOUR, key=2, speakers=(2,)))
    paraphrase = "the harbour would reopen once mines were cleared"
    assert not likeness(one, saying(paraphrase, key=2, days=9))
    assert not likeness(one, saying(HARBOUR, key=1)), "one report says it twice"


def test_a_surname_is_enough_only_for_the_same_words():
    one = saying(HARBOUR, surnames=["lee"])
    assert likeness(one, saying(HARBOUR, key=2, speakers=(9,), surnames=["lee"]))
    short = "mines must be cleared before the harbour opens"
    assert not likeness(one, saying(short, key=2, speakers=(9,), surnames=["lee"]))


def test_pairs_are_found_among_the_new_and_with_the_known():
    known, fresh = saying(HARBOUR), saying(HARBOUR, key=2)
    third = saying(HARBOUR, key=3)
    found = {(a.key, b.key) for _, a, b in pairs([fresh, third], [known])}
    assert found == {(1, 2), (1, 3), (2, 3)}


def test_word_by_word_difference():
    assert difference("act in a coherent way today", "act in a coordinated way") == (
        ("act in a", "act in a"),
        ("coherent", "coordinated"),
        ("way", "way"),
        ("today", ""),
    )


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        (
            "“We act in a coherent way on this,”",
            "“we act in a coordinated way on this”",
            ("coherent", "coordinated"),
        ),
        ("“We act in a coherent way on this”", "“We act in a coherent way”", None),
        ("“We act in a coherent way on this”", "“We act in [an orderly] way on this”", None),
        ("“We honour the organisation of it all”", "“We honor the organization of it all”", None),
        ("we act in a coherent way on this", "we act in a coordinated way on this", None),
        ("“One thing and another”", "“Quite different words”", None),
    ],
)
def test_quotations_conflict_where_words_between_agreeing_ones_differ(one, other, found):
    assert conflict(one, other) == found


def test_a_formula_filled_with_other_names_or_numbers_is_another_saying():
    text = "that a major disaster exists in the State of {} and ordered aid of {} million dollars"
    one = saying(text.format("North Example", 12), direct=False)
    assert likeness(one, saying(text.format("North Example", 12), key=2, direct=False))
    assert not likeness(one, saying(text.format("North Example", 15), key=2, direct=False))
    other = "that a major disaster exists in the State of West Sample"
    first = saying("that a major disaster exists in the State of North Example", direct=False)
    assert not likeness(first, saying(other, key=2, direct=False))


def test_thanks_in_the_same_words_to_two_men_are_two_sayings():
    words = "him for his partnership through all these years of the administration"
    one = saying(words, direct=False)
    to = [replace(saying(words, key=2, direct=False), about=frozenset({n})) for n in (7, 8)]
    assert not likeness(replace(one, about=frozenset({7})), to[1])
    assert likeness(replace(one, about=frozenset({7})), to[0])
    assert likeness(one, to[0])


def test_of_two_pairs_both_must_have_said_it():
    words = "They discussed efforts to bring lasting stability to the whole region"
    one, other, same = (
        saying(words, key=key, speakers=pair, direct=False)
        for key, pair in ((1, (1, 2)), (2, (1, 3)), (3, (1, 2)))
    )
    assert not likeness(one, other)
    assert likeness(one, same)


def test_near_equal_words_with_another_name_are_a_formula():
    one = saying("that the government of Norway took adequate steps in Riga", direct=False)
    other = saying("that the government of Sweden took adequate steps in Riga", key=2, direct=False)
    assert not likeness(one, other)
