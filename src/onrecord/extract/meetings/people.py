"""Who can meet: those named by a noun, without crowds and bodies one only speaks in."""

from __future__ import annotations

from spacy.tokens import Token

from onrecord.extract.meetings import words
from onrecord.extract.meetings.grammar import singular, subject_of
from onrecord.extract.meetings.parties import Party
from onrecord.extract.meetings.scene import Scene
from onrecord.knowledge import given_names
from onrecord.resolve.cast import Draft
from onrecord.resolve.lexicon import PERSON_NOUNS, word_set

THOSE_THERE = words.LEADERS | words.ENVOYS | word_set("they two pair both participant attendee")
"""Who discusses something at an encounter spoken of before, without being named again."""
"""Who discusses something at an encounter spoken of before, without being named again."""
_SIDES = ("person", "government", "state", "group", "organisation", "unnamed")


def people(token: Token, scene: Scene) -> list[Party]:
    """Parties at a noun phrase that one can meet: not reporters, crowds, or criticism."""
    if token.lemma_.lower() in words.LISTENERS or token.lemma_.lower() in words.NOUNS:
        return []
    return [p for p in scene.party(token) if p[0].kind in _SIDES]


def is_there(verb: Token) -> bool:
    """Whether a verb's subject is those who were there already: they also spoke about X."""
    subject = subject_of(verb)
    return subject is not None and singular(subject) in THOSE_THERE and subject.dep_ != "conj"


def body(draft: Draft) -> bool:
    """Whether an actor is a body: one does not speak with a parliament as with its president."""
    return draft.kind == "unnamed" or (draft.kind == "organisation" and not _personal(draft.name))


def _personal(name: str) -> bool:
    """Whether a name taken for a body's is a person's, with a title or a given name in it."""
    words_ = name.split()
    titled = any(word.lower() in PERSON_NOUNS for word in words_[:-1])
    return titled or (len(words_) > 2 and words_[-2].lower() in given_names())


def strays(verb: Token) -> list[Token]:
    """Names at the end of a list that the parser joins to the verb: met with X, Y, and Z of W."""
    return [c for c in verb.children if c.dep_ == "conj" and c.pos_ == "PROPN" and c.i > verb.i]
