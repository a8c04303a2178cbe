import spacy
from spacy.tokens import Doc

from onrecord.resolve.place_names import find
from onrecord.resolve.reading import read

VOCAB = spacy.blank("en").vocab


def printed(text: str) -> list[str]:
    reading = read(Doc(VOCAB, words=text.split()))
    return [reading.printed(named.start, named.end) for named in find(reading)]


def test_the_longest_name_counts() -> None:
    assert printed("They met in New York and in Saudi Arabia .") == ["New York", "Saudi Arabia"]


def test_small_letters_and_pronouns_name_none() -> None:
    assert printed("we saw turkey with us in vienna") == []


def test_one_name_may_mean_several() -> None:
    (georgia,) = find(read(Doc(VOCAB, words=["Georgia"])))
    assert {place.kind for place in georgia.meant} == {"country", "region"}
