"""Metonymy: whether a place's name stands for those who govern from it.

"Kyiv rejected the plan" is the government, "in Kyiv" is the city. The tests are those of Markert
and Nissim's place-for-people reading (SemEval-2007 task 8): subject of an agentive verb,
possessor of what only people have, partner in talks.
"""

from __future__ import annotations

from onrecord.resolve.lexicon import (
    GROUPS,
    LOCATIVES,
    MOTION_VERBS,
    PERSON_NOUNS,
    PLACE_NOUNS,
    PLACE_OBJECT_VERBS,
    SPEECH_VERBS,
    word_set,
)
from onrecord.resolve.reading import Reading

_STATIVE = word_set("be lie seem appear look remain become sit stand hold host see have")
_TALK = word_set(
    """talk talks negotiation negotiations relation relations tie ties deal agreement meeting
    dialogue contact contacts alliance cooperation partnership war dispute standoff conflict
    tension tensions trade friendship summit truce pact treaty accord rapprochement row feud"""
)
_SENT = word_set(
    """pressure support signal shift message statement response reaction demand help aid threat
    warning criticism guarantee assurance order approval money weapon report permission
    condemnation reply invitation answer letter call word comment remark guidance instruction
    rebuke praise directive denial offer proposal request funding"""
)
_PRIVATE = word_set(
    """refugee migrant immigrant student tourist worker citizen resident visitor traveller traveler
    import export good oil gas exile defector evacuee return flight"""
)
_TOWARDS = word_set(
    """message pressure support aid loyalty threat warning concession challenge blow letter
    commitment signal ultimatum rebuke help link tie hostility opposition assistance"""
)
_GIVING = word_set(
    "give sell offer supply provide concede lend deliver say tell speak talk appeal complain "
    "belong report surrender cede signal matter seem listen promise answer respond object"
)


def acts(reading: Reading, start: int, end: int, *, place: bool) -> bool:
    """Whether the name at tokens `[start, end)` is an agent there.

    ``place`` is true of a city, whose name means the place unless the context says otherwise.
    """
    head = reading.head_of(start, end)
    dep, parent = reading.deps[head], reading.heads[head]
    while dep == "conj" and parent != head:
        head = parent
        dep, parent = reading.deps[head], reading.heads[head]
    lemma = reading.lemmas[parent]
    if dep == "nsubj":
        return _subject_acts(reading, parent, lemma) or (not place and lemma not in _STATIVE)
    if dep == "nsubjpass":
        return lemma in SPEECH_VERBS
    if dep == "poss":
        noun = reading.lower[parent]
        return noun not in PLACE_NOUNS | PERSON_NOUNS and reading.tags[parent] in ("NN", "NNS")
    if dep in ("dobj", "dative"):
        return reading.tags[parent][:2] == "VB" and lemma not in PLACE_OBJECT_VERBS | MOTION_VERBS
    if dep == "pobj":
        return _partner(reading, parent, place=place)
    return False


def _subject_acts(reading: Reading, verb: int, lemma: str) -> bool:
    if lemma in SPEECH_VERBS:
        return True
    if lemma in _STATIVE:
        return lemma == "be" and any(
            reading.deps[child] in ("acomp",) and reading.lemmas[child] in _MINDS
            for child in reading.children[verb]
        )
    return reading.tags[verb][:2] == "VB"


_MINDS = word_set(
    """ready willing anxious keen reluctant eager wary afraid concerned worried confident
    sceptical skeptical adamant unwilling prepared hopeful angry furious determined committed
    interested open sure certain aware pleased happy responsible"""
)


def _partner(reading: Reading, preposition: int, *, place: bool) -> bool:
    """Whether the object of a preposition is a party and not a spot."""
    word, governor = reading.lower[preposition], reading.heads[preposition]
    noun, tag = reading.lemmas[governor], reading.tags[governor]
    if word in LOCATIVES:
        return False
    if word == "to" and reading.lower[max(0, preposition - 1)] == "according":
        return True
    if word == "by":
        return reading.deps[preposition] == "agent" or tag in ("NN", "NNS")
    if word in ("with", "between"):
        return noun in _TALK or tag[:2] == "VB" or not place
    if word == "against":
        return True
    if word == "from":
        private = noun in GROUPS or noun in _PRIVATE
        return noun in _SENT or (not place and not private and tag in ("NN", "NNS"))
    if word in ("to", "on"):
        return noun in (_TOWARDS | _GIVING)
    return False
