"""How certain a statement's speaker is, and the words that say so."""

from __future__ import annotations

from functools import cache

from spacy.tokens import Doc, Token

from onrecord import knowledge
from onrecord.extract.anchor import Anchor, characters, words
from onrecord.extract.frames import LIGHT
from onrecord.extract.phrases import subtree
from onrecord.record import Certainty, Spans
from onrecord.resolve.lexicon import word_set

_DENIES = word_set("""deny refute rebut repudiate disavow reject dismiss""")
_CLAIMS = word_set(
    """accusation account allegation assertion charge claim idea insinuation
    notion report rumor rumour story suggestion theory"""
)
"""What "reject" and "dismiss" must have as object to deny it; one rejects a plan otherwise."""

_GRANTED = word_set(
    """access appeal application asylum bail chance entry motion opportunity parole permission
    permit petition request right service treatment visa"""
)
"""What is refused, not disputed, when it is denied."""

_OTHERWISE = frozenset(("look", "appear", "sound", "seem", "gather", "count", "bet", "tip"))
_PREDICATES = frozenset(("xcomp", "ccomp", "oprd", "acomp"))
"""Without one of these, the verbs before mean something else ("looked for", "appeared in")."""

_MODALS = frozenset(("may", "might", "could"))
_HEDGES = word_set(
    """allegedly apparently conceivably likely maybe ostensibly perhaps
    possibly potentially presumably probably purportedly reportedly seemingly supposedly unlikely"""
)
_CONDITIONS = word_set("""if unless provided providing assuming until""")
_NOT_CONDITIONS = frozenset(("even", "as", "what"))
_NEGATIONS = frozenset(("no", "not", "n't", "n’t", "never", "neither", "nor"))
_PHRASES = (
    ("on", "condition"),
    ("on", "the", "condition"),
    ("as", "long", "as"),
    ("so", "long", "as"),
    ("only", "if"),
    ("in", "the", "event"),
)


@cache
def _classes() -> dict[tuple[str, str], Certainty]:
    """Certainty by lemma and part of speech, of the cues that do not simply assert."""
    return {
        (cue.lemma, cue.pos): cue.certainty
        for cue in knowledge.cues()
        if cue.certainty != "asserted"
    }


def certainty_of(anchor: Anchor) -> tuple[Certainty, Spans]:
    """Return the certainty and its evidence: the cue's own class, else what the content says.

    The content's conditions and hedges count where they bear on its main clause, outside any
    statement it reports in turn.
    """
    by_cue = _of_cue(anchor)
    if by_cue is not None:
        return by_cue
    for token in anchor.governors():
        for child in token.children:
            if child.i in anchor.around and child.lower_ in _HEDGES and child.dep_ == "advmod":
                return "hedged", (characters(anchor.doc, child.i, child.i + 1),)
        if token.pos_ in ("VERB", "AUX"):
            break
    return _of_content(anchor)


def _of_cue(anchor: Anchor) -> tuple[Certainty, Spans] | None:
    cue, doc = anchor.cue, anchor.doc
    if cue is None:
        return None
    start, end = cue.i, cue.i + 1
    for span in anchor.attribution.cue:
        first, last = words(doc, span)
        for i in range(first, last):
            token = doc[i]
            found = _class_of(token, anchor)
            if found == "denied" or (found is not None and not _negated(cue)):
                return found, (characters(doc, i, i + 1),)
    if _negated(cue) and cue.lemma_.lower() in ("believe", "think", "accept", "agree"):
        start = min(t.i for t in (cue, *cue.lefts) if t.i == cue.i or t.lower_ in _NEGATIONS)
        return "denied", (characters(doc, start, end),)
    return None


def _class_of(token: Token, anchor: Anchor) -> Certainty | None:
    lemma = token.lemma_.lower()
    if token.pos_ in ("VERB", "AUX"):
        if lemma in _DENIES:
            return "denied" if _denies(token, anchor) else None
        if lemma in _OTHERWISE and not any(c.dep_ in _PREDICATES for c in token.children):
            return None
        return _classes().get((lemma, "verb"))
    if token.pos_ == "NOUN":
        if token.head.pos_ == "VERB" and token.head.lemma_.lower() not in LIGHT:
            return None  # "tempered expectations" expects nothing
        return _classes().get((lemma, "noun"))
    if token.pos_ == "ADJ":
        return _classes().get((lemma, "adjective"))
    if token.pos_ == "ADV" and lemma in _HEDGES:
        return "hedged"
    return None


def _denies(verb: Token, anchor: Anchor) -> bool:
    """ "Denied that", "denies meeting", "rejected claims": not "rejected the offer"."""
    if any(c.dep_ in ("ccomp", "xcomp") for c in verb.children):
        return True
    doc = anchor.doc
    objects = {
        doc[i].lemma_.lower()
        for span in anchor.attribution.content
        for i in range(*words(doc, span))
        if doc[i].head.i == verb.i
    }
    if verb.lemma_.lower() in ("reject", "dismiss"):
        return bool(objects & _CLAIMS)
    return not objects & _GRANTED


def _negated(token: Token) -> bool:
    return any(child.dep_ == "neg" for child in token.children)


def _of_content(anchor: Anchor) -> tuple[Certainty, Spans]:
    """A condition on the content's main clause, or else its hedge; its first sentence's only."""
    doc = anchor.doc
    start, end = words(doc, anchor.attribution.content[0])
    roots = _roots(doc, start, end)
    for root in roots:
        if condition := _condition(doc, root, start, end):
            return "conditional", condition
    for root in roots:
        if hedge := _hedge(doc, root, start, end):
            return "hedged", hedge
    return "asserted", ()


def _roots(doc: Doc, start: int, end: int) -> list[Token]:
    """The word that nothing inside the stretch governs, and the verbs joined to it."""
    roots = [t for t in doc[start:end] if t.head.i == t.i or not start <= t.head.i < end]
    main = next((t for t in roots if not t.is_punct), None)
    if main is None:
        return []
    return [main, *(c for c in main.children if c.dep_ == "conj" and start <= c.i < end)]


def _condition(doc: Doc, root: Token, start: int, end: int) -> Spans:
    for child in root.children:
        if not start <= child.i < end:
            continue
        if child.dep_ in ("advcl", "prep", "mark"):
            first, last = subtree(child)
            first, last = max(first, start), min(last, end)
            head = doc[first]
            if head.lower_ in _CONDITIONS and child.dep_ != "mark":
                before = doc[first - 1].lower_ if first else ""
                if before not in _NOT_CONDITIONS and head.lower_ != "until":
                    return (characters(doc, first, last),)
            opening = tuple(t.lower_ for t in doc[first : min(first + 3, last)])
            if any(opening[: len(p)] == p for p in _PHRASES):
                return (characters(doc, first, last),)
        deeper = child.dep_ in ("xcomp", "pobj", "acl", "prep") and child.i > root.i
        if deeper and (found := _condition(doc, child, start, end)):
            return found
    return ()


def _hedge(doc: Doc, root: Token, start: int, end: int) -> Spans:
    for child in (root, *root.children):
        if not start <= child.i < end:
            continue
        modal = child.dep_ == "aux" and child.lower_ in _MODALS and not _past(child, root)
        adverb = child.lower_ in _HEDGES and child.dep_ in ("advmod", "acomp", "ROOT", "acl")
        if modal or adverb:
            return (characters(doc, child.i, child.i + 1),)
    return ()


def _past(modal: Token, verb: Token) -> bool:
    """ "Could not" and "could no longer" say what was impossible, not what is possible."""
    if modal.lower_ != "could":
        return False
    near = (*verb.children, *(c for child in verb.lefts for c in child.children))
    return any(t.lower_ in _NEGATIONS and t.i > modal.i for t in near)
