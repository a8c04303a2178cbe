"""Whether a clause speaks of the past or of the future.

"Will meet Monday" is the Monday to come, "said on Monday" the one gone by. The verb that governs
the expression decides: its tense, its auxiliaries, and whether it is the kind of word that looks
ahead ("scheduled for Monday").
"""

from __future__ import annotations

from spacy.tokens import Doc, Token

from onrecord.record import Span
from onrecord.resolve.times.setting import Lean
from onrecord.resolve.times.words import words

_MODALS = frozenset(
    {"will", "'ll", "’ll", "wo", "shall", "may", "might", "can", "could", "should", "must"}
)
_STEPS = 8


def direction(doc: Doc, span: Span) -> Lean:
    """Return which way the clause around ``span`` looks; 0 without a parse or a verb."""
    if not doc.has_annotation("DEP"):
        return 0
    expression = doc.char_span(*span, alignment_mode="expand")
    if expression is None or not len(expression):
        return 0
    token = expression.root
    for _ in range(_STEPS):
        if token.pos_ in ("VERB", "AUX"):
            return _of_verb(token)
        if token.pos_ == "ADJ" and token.lemma_.lower() in words()["ahead"]:
            return 1
        if token.head is token:
            break
        token = token.head
    return 0


def _of_verb(verb: Token) -> Lean:
    for _ in range(_STEPS):
        lean = _tense(verb)
        if lean is not None:
            return lean
        governor = _governor(verb)
        if governor is None:
            return 0
        verb = governor
    return 0


def _governor(verb: Token) -> Token | None:
    token = verb
    while token.head is not token:
        token = token.head
        if token.pos_ in ("VERB", "AUX"):
            return token
    return None


def _tense(verb: Token) -> Lean | None:
    """Return the lean of one verb group, ``None`` where its governor must tell."""
    helpers = [child for child in verb.children if child.dep_ in ("aux", "auxpass")]
    modal = next((h.lower_ for h in helpers if h.tag_ == "MD"), None)
    perfect = any(h.lemma_ == "have" for h in helpers)
    past = verb.tag_ == "VBD" or any(h.tag_ == "VBD" for h in helpers)
    if modal is not None:
        if perfect:
            return -1
        return 1 if modal in _MODALS else (-1 if modal == "would" and _backshifted(verb) else 1)
    if verb.lemma_.lower() in words()["ahead"] and verb.tag_ == "VBN":
        return 1
    if perfect or past:
        return -1
    if any(h.lower_ == "to" for h in helpers):
        return 1
    if verb.tag_ == "VBG" and any(h.tag_ in ("VBP", "VBZ") for h in helpers):
        return 1
    if verb.tag_ == "VBN":
        return -1
    if verb.tag_ in ("VBP", "VBZ"):
        return 0
    return None


def _backshifted(verb: Token) -> bool:
    return False if verb.head is verb else verb.head.tag_ == "VBD" and verb.dep_ == "relcl"
