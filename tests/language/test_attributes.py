from __future__ import annotations

import pytest
from spacy.language import Language
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc

from onrecord.language.attributes import SET, TableAttributeRuler

TEXTS = [
    "They gonna sail, ain't they? Let's go; y'all gotta see 'em. C'mon, I got nothin' to say.",
    "There is no doubt that you have what it takes, and it did take long.",
    "Which of these do you want?\n\n He gets it\twhile it's that one that I saw.",
    "",
    " ",
]

pytestmark = pytest.mark.model


def parsed(base: Language, text: str) -> Doc:
    doc = base.make_doc(text)
    for name in ("onrecord_quotations", "tok2vec", "tagger", "parser"):
        doc = base.get_pipe(name)(doc)
    return doc


@pytest.mark.parametrize("text", TEXTS)
def test_the_table_sets_what_the_rules_set(base: Language, text: str) -> None:
    ruler = base.get_pipe("attribute_ruler")
    assert isinstance(ruler, TableAttributeRuler)
    ours = ruler(parsed(base, text))
    theirs = AttributeRuler.__call__(ruler, parsed(base, text))
    assert ours.to_array(list(SET)).tolist() == theirs.to_array(list(SET)).tolist()


def test_rules_the_table_cannot_hold_are_matched(base: Language) -> None:
    ruler = TableAttributeRuler(base.vocab)
    ruler.add([[{"LOWER": "we"}, {"LOWER": {"REGEX": "^sail"}}]], {"LEMMA": "SAIL"}, index=1)
    ruler.add([[{"LOWER": "we"}]], {"LEMMA": "WE"})
    doc = ruler(Doc(base.vocab, words=["We", "sailed", "sailed"]))
    assert [token.lemma_ for token in doc] == ["WE", "SAIL", ""]


def test_rules_that_set_anything_else_go_the_long_way(base: Language) -> None:
    ruler = TableAttributeRuler(base.vocab)
    ruler.add([[{"LOWER": "we"}]], {"NORM": "us"})
    assert ruler(Doc(base.vocab, words=["We"]))[0].norm_ == "us"
