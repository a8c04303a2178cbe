"""Whether a clause speaks of the past or of the future.

"Will meet Monday" is the Monday to come, "said on Monday" the one gone by. The verb that governs
the expression decides: its tense, its auxiliaries, and whether it is the kind of word that looks
ahead ("scheduled for Monday").
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from onrecord.record import Span
from onrecord.resolve.times.setting import Lean
from onrecord.resolve.times.words import words

_STEPS = 8
_TOWARDS = frozenset({"for", "until", "till", "by", "to"})
_REPORTING = frozenset({"say", "tell", "report", "add", "write", "claim", "show", "suggest"})


def direction(doc: Doc, span: Span) -> Lean:
    """Return which way the clause around ``span`` looks; "unknown" without a parse or a verb."""
    expression = doc.char_span(*span, alignment_mode="expand")
    if expression is None or not len(expression):
        return "unknown"
    token = expression.root
    before = doc[expression.start - 1].lower_ if expression.start else ""
    for word in (token, *_governors(token)):
        if word.pos_ in ("VERB", "AUX"):
            if before in _TOWARDS and (_is_ahead(word) or _calls_for(word, before)):
                # "Postponed until Tuesday", "called a vote for Monday".
                return "future"
            lean = _of_verb(word)
            # "Monday's talks are ..." is no timetable: the present is the talks', not Monday's.
            return "unknown" if lean == "present" and token.dep_ == "poss" else lean
        if word.pos_ == "ADJ" and _is_ahead(word):
            return "future"
    return "unknown"


def _governors(token: Token) -> Iterator[Token]:
    for _ in range(_STEPS):
        if token.head.i == token.i:
            return
        token = token.head
        yield token


def _of_verb(verb: Token) -> Lean:
    for word in (verb, *_governors(verb)):
        if word.pos_ in ("VERB", "AUX") and (lean := _tense(word)) is not None:
            return lean
    return "unknown"


def _tense(verb: Token) -> Lean | None:
    """Return the lean of one verb group, ``None`` where its governor must tell."""
    helpers = [child for child in verb.children if child.dep_ in ("aux", "auxpass")]
    tags = {helper.tag_ for helper in helpers}
    perfect = any(helper.lemma_ == "have" for helper in helpers)
    if "MD" in tags:
        return "past" if perfect or _could_not(verb, helpers) else "future"
    if perfect or (verb.tag_ == "VBD" and not _is_ahead(verb)):
        return "past"
    if "TO" in tags:
        return _of_infinitive(verb)
    if verb.tag_ == "VBN" and _is_ahead(verb):
        return "future"
    if "VBD" in tags or verb.tag_ == "VBD":
        return "past"
    if verb.tag_ == "VBG":
        return "future" if tags & {"VBP", "VBZ"} else None
    if tags & {"VBP", "VBZ"} or verb.tag_ in ("VBP", "VBZ"):
        return "past" if verb.lemma_ in _REPORTING else "present"
    return "past" if verb.tag_ == "VBN" else None


def _of_infinitive(verb: Token) -> Lean | None:
    """ "Agreed to meet on Friday", "is to meet" look ahead; "came to mark" leaves it to "came"."""
    head = verb.head
    if head.i == verb.i or _is_ahead(head) or head.lemma_ == "be" or head.pos_ in ("NOUN", "ADJ"):
        return "future"
    return None


def _could_not(verb: Token, helpers: list[Token]) -> bool:
    """Whether "could" tells of what failed: "neither could be reached on Monday"."""
    if not any(helper.lower_ == "could" for helper in helpers):
        return False
    children = {child.lower_ for child in verb.children}
    return bool(children & {"not", "n't", "n’t", "never", "neither", "nor", "none", "nobody"})


def _calls_for(word: Token, before: str) -> bool:
    return before == "for" and word.lemma_.lower() in words()["aheadfor"]


def _is_ahead(word: Token) -> bool:
    return word.lemma_.lower() in words()["ahead"]
