import spacy
from spacy.tokens import Doc

from onrecord.language.layers import kept

VOCAB = spacy.blank("en").vocab


def test_what_is_kept_is_made_once_for_each_document():
    made = []

    def count():
        made.append(1)
        return len(made)

    one, other = Doc(VOCAB, words=["One"]), Doc(VOCAB, words=["Other"])
    assert [kept(one, int, count), kept(one, int, count), kept(other, int, count)] == [1, 1, 2]
    assert kept(one, str, lambda: "of another kind") == "of another kind"
    assert kept(one, int, count) == 1
