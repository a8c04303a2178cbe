"""Whether a happening happened, is going on, lies ahead, or is only talked of."""

from __future__ import annotations

from datetime import date

from spacy.tokens import Token

from onrecord.extract.clauses import VERBAL, children, governors, is_negated, standing
from onrecord.extract.conditions import condition_of
from onrecord.extract.events.trigger import Trigger
from onrecord.record import Period, Status
from onrecord.resolve.lexicon import word_set

_AHEAD = word_set(
    """planned upcoming forthcoming scheduled expected impending imminent proposed future next
    possible potential looming pending prospective anticipated"""
)
_PROPOSED = word_set("proposed possible potential prospective")
_PLANNING = word_set(
    "plan intend schedule expect set arrange prepare due slate want aim hope decide"
)
_FUTURE = frozenset(("will", "shall", "'ll", "’ll", "wo"))
_MAYBE = frozenset(("may", "might", "could"))
_OF_WORDS = frozenset(("REQUEST", "ACCUSE", "REJECT", "THREATEN", "AGREE", "SUPPORT"))


def status_of(trigger: Trigger, when: Period | None, published: date | None) -> Status | None:
    """Return the status; ``None`` where a negation says that nothing happened at all."""
    verb, word = trigger.verb, trigger.word
    kind = trigger.label.partition(".")[0]
    how, _ = standing(verb)
    if how == "denied":
        return "denied"
    if kind != "REJECT" and (is_negated(verb) or _ruled_out(verb)):
        return None
    if how in ("hypothetical", "asked"):
        return "hypothetical"
    if how == "expected" and is_past(verb):
        return "happened"  # "believes that they attacked": what is believed lies behind
    if how in ("wished", "expected"):
        return "proposed" if how == "wished" else "planned"
    ahead = _ahead(trigger)
    if ahead == "planned" and kind != "REJECT" and condition_of(word, verb) is not None:
        return "conditional"
    if ahead is not None:
        return ahead if kind not in _OF_WORDS or ahead != "planned" or word is verb else "happened"
    if is_later(when, published):
        return "planned"
    return "ongoing" if _going_on(verb) else "happened"


def is_later(when: Period | None, published: date | None) -> bool:
    """Whether a period begins after the report was published."""
    start = when.start if when is not None else None
    return start is not None and published is not None and start > published


def is_past(verb: Token) -> bool:
    """Whether a verb's own form says that its act is over: "postponed", "has met"."""
    if verb.tag_ == "VBD":
        return True
    return verb.tag_ == "VBN" and any(c.lower_ in ("has", "have", "had") for c in verb.children)


def _ruled_out(verb: Token) -> bool:
    """ "Did not plan to send": a verb above that is negated takes its infinitive with it."""
    at = verb
    for head in governors(verb):
        if at.dep_ != "xcomp":
            return False
        if is_negated(head):
            return True
        at = head
    return False


def _ahead(trigger: Trigger) -> Status | None:
    """What auxiliaries, governing verbs and adjectives say of what is still to come."""
    verb, word = trigger.verb, trigger.word
    for adjective in children(word, "amod") if word.pos_ == "NOUN" else ():
        lower = adjective.lower_
        if lower in _AHEAD:
            return "proposed" if lower in _PROPOSED else "planned"
    if trigger.label == "REJECT":
        return None  # "will not lift" is refused now
    at = verb
    for head in (None, *governors(verb)):
        if head is not None:
            if at.dep_ not in ("xcomp", "conj", "pcomp", "prep") or head.pos_ not in VERBAL:
                break
            if at.dep_ == "xcomp" and head.lemma_.lower() in _PLANNING:
                return "planned"
            at = head
        found = _by_auxiliary(at)
        if found is not None:
            return found
    return None


def _by_auxiliary(verb: Token) -> Status | None:
    words = {c.lower_ for c in children(verb, "aux")}
    if words & _FUTURE:
        return "planned"
    if words & _MAYBE:
        return "hypothetical"
    if "would" in words:
        reported = any(h.tag_ in ("VBD", "VBN") for h in governors(verb))
        return "planned" if reported else "hypothetical"
    if verb.lemma_ == "go" and verb.tag_ == "VBG" and any(c.dep_ == "xcomp" for c in verb.children):
        return "planned"
    if verb.lemma_ == "be" and verb.tag_ in ("VBZ", "VBP"):
        to = [c for c in children(verb, "xcomp") if any(t.tag_ == "TO" for t in c.lefts)]
        return "planned" if to and not children(verb, "acomp", "attr") else None
    return None


def _going_on(verb: Token) -> bool:
    return verb.tag_ == "VBG" and any(
        c.dep_ == "aux" and c.lower_ in ("is", "are", "'s", "’s", "'re", "’re", "been")
        for c in verb.children
    )
