"""To whom something was said: "told reporters", "warned Moscow that", "said to his allies"."""

from __future__ import annotations

from functools import cache

from spacy.tokens import Token

from onrecord import knowledge
from onrecord.extract.anchor import Anchor, characters
from onrecord.extract.phrases import subtree
from onrecord.record import Span
from onrecord.resolve.lexicon import word_set

_SPEAKING_TO = word_set(
    """say speak write explain announce reply respond complain suggest
    propose repeat stress tweet talk"""
)


@cache
def _told() -> frozenset[str]:
    return frozenset(
        cue.lemma for cue in knowledge.cues() if cue.pos == "verb" and "addressee" in cue.frames
    )


def told_in_passive(anchor: Anchor) -> bool:
    """Whether the attribution's source is in truth whom a passive verb addresses.

    "Asked whether he would resign, Berg said" and "Berg was told that" name no source but Berg as
    hearer, unless "by" names one. PolNeAR leaves such sources empty.
    """
    verb, source = anchor.cue, anchor.attribution.source
    if verb is None or not source or verb.tag_ != "VBN" or verb.lemma_.lower() not in _told():
        return False
    helpers = {child.dep_ for child in verb.children}
    passive = "auxpass" in helpers or ("aux" not in helpers and verb.dep_ in ("advcl", "acl"))
    if not passive:
        return False
    agents = (child for child in verb.children if child.dep_ == "agent")
    said_by = [characters(anchor.doc, *subtree(agent)) for agent in agents]
    return not any(span.overlaps(by) for span in source for by in said_by)


def addressee_of(anchor: Anchor) -> Span | None:
    """Return the words that name whom the cue's verb addresses, ``None`` where there are none."""
    verb = anchor.cue
    if verb is None or verb.pos_ not in ("VERB", "AUX"):
        return None
    person = _object(verb, anchor)
    if person is None or not names_somebody(person):
        return None
    first, last = person.left_edge.i, person.i + 1
    inside = set(anchor.around)
    for child in person.rights:
        # "an adviser to Berg"; the parse at times hangs what was said on the person told.
        whole = range(*subtree(child))
        if child.dep_ == "prep" and whole.start == last and inside.issuperset(whole):
            last = whole.stop
    return characters(anchor.doc, first, last)


@cache
def _people() -> frozenset[str]:
    """Last words of the nouns for groups and offices, in both numbers."""
    groups = [word for g in knowledge.group_nouns() for word in (g.word, g.singular)]
    offices = [form for title in knowledge.office_titles() for form in title.forms]
    return frozenset(words.split()[-1].lower() for words in (*groups, *offices) if words)


def names_somebody(word: Token) -> bool:
    """Whether a noun or pronoun is a person or body: "Berg", "reporters", not "developments"."""
    if word.pos_ == "PROPN":
        return True
    if word.pos_ == "PRON":
        return word.tag_ == "PRP" and word.lower_ not in ("it", "itself")
    return word.lemma_.lower() in _people() or word.lower_ in _people()


def _object(verb: Token, anchor: Anchor) -> Token | None:
    lemma = verb.lemma_.lower()
    inside = set(anchor.around)
    for child in verb.rights:
        if child.i not in inside or child.left_edge.i not in inside:
            continue
        if child.dep_ in ("dobj", "dative") and lemma in _told():
            return child if child.dep_ == "dobj" or child.pos_ != "ADP" else _governed(child)
        if child.dep_ == "nsubj" and lemma == "tell" and child.i > verb.i:
            return None
        if child.dep_ in ("prep", "dative") and child.lower_ == "to" and lemma in _SPEAKING_TO:
            return _governed(child)
    return None


def _governed(preposition: Token) -> Token | None:
    return next((c for c in preposition.children if c.dep_ == "pobj"), None)
