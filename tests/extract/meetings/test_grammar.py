"""Subjects, objects and lists, as the parser gives them."""

import pytest

from onrecord.extract.meetings.grammar import (
    antecedent,
    conjuncts,
    controller_of,
    direct_object,
    governor,
    included,
    objects,
    owner_of,
    singular,
    subject_of,
)
from tests.extract.meetings.conftest import word


@pytest.mark.parametrize(
    ("text", "verb", "subject"),
    [
        ("Meloni met Scholz.", "met", "Meloni"),
        ("After speaking with Scholz, Meloni flew home.", "speaking", "Meloni"),
        ("Meloni agreed to meet Scholz.", "meet", "Meloni"),
        ("Meloni invited Scholz to visit Rome.", "visit", "Scholz"),
    ],
)
def test_the_subject_of_a_verb_may_stand_elsewhere(parse, text, verb, subject):
    assert subject_of(word(parse(text), verb)).text == subject


def test_who_is_behind_a_noun_that_names_one_side(parse):
    doc = parse("Meloni held talks with Scholz.")
    assert controller_of(word(doc, "talks")).text == "Meloni"
    doc = parse("Meloni's plan for a meeting with Scholz failed.")
    assert controller_of(word(doc, "meeting")).text == "Meloni"


def test_objects_of_prepositions(parse):
    doc = parse("Meloni met with Scholz in Rome.")
    assert [t.text for t in objects(word(doc, "met"), "with")] == ["Scholz"]
    assert [t.text for t in objects(word(doc, "met"), "without")] == []


def test_the_verb_a_noun_depends_on(parse):
    doc = parse("Meloni took part in the talks.")
    verb, preposition = governor(word(doc, "talks"))
    assert (verb.text, preposition) == ("took", "in")
    assert governor(word(parse("The talks ended."), "talks")) is None


def test_small_words(parse):
    doc = parse("Meloni's ministers, including Tajani, met Scholz, who had called.")
    assert owner_of(word(doc, "ministers")).text == "Meloni"
    assert direct_object(word(doc, "met")).text == "Scholz"
    assert antecedent(word(doc, "who")).text == "Scholz"
    assert [t.text for t in included(word(doc, "ministers"))] == ["Tajani"]


def test_conjuncts_in_text_order(parse):
    doc = parse("Meloni, Scholz and Macron met.")
    assert [t.text for t in conjuncts(word(doc, "Meloni"))] == ["Meloni", "Scholz", "Macron"]


def test_a_capitalised_plural_is_one_of_several(parse):
    doc = parse("They met the Presidents of Poland and Latvia.")
    assert singular(word(doc, "Presidents")) == "president"
