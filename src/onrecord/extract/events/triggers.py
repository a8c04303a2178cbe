"""Words that report a happening: verbs, nouns with a light verb, nouns that stand alone.

A trigger is what the type is read from (``word``), the predicate whose subject acts (``verb``),
and the words of the report that say so. What hangs under another trigger as what is agreed,
demanded, refused or threatened has not happened and is no trigger of its own.
"""

from __future__ import annotations

from spacy.tokens import Doc, Token

from onrecord.extract.clauses import VERBAL, governors
from onrecord.extract.events import words
from onrecord.extract.events.nominal import armed, of_noun
from onrecord.extract.events.trigger import Trigger
from onrecord.extract.events.verbal import WILLING, of_adjective, of_modal, of_verb

_OUTER = frozenset(("REQUEST", "REJECT", "THREATEN", "AGREE", "ACCUSE"))
_TO = frozenset(("xcomp", "ccomp", "pcomp", "acl", "advcl", "prep", "pobj", "conj", "dobj"))
_NOT_VERBAL = frozenset(("amod", "compound", "nmod"))


def triggers(doc: Doc) -> list[Trigger]:
    """Return the triggers of ``doc`` in text order, one for each predicate."""
    verbs, nouns = words.verbs(), words.nouns()
    strings = doc.vocab.strings
    simple = {w.partition("_")[0] for w in verbs} | set(nouns) | words.LIFTING | words.CUTTING
    simple |= words.TESTED | words.TESTING | words.STRENGTHENING | {"use", "must", "should"}
    wanted = {strings[w] for w in (*simple, *WILLING) if w in strings}
    found: dict[int, Trigger] = {}
    for i, lemma in enumerate(doc.to_array("LEMMA").tolist()):
        if lemma not in wanted:
            continue
        made = _trigger(doc[i], verbs, nouns)
        if made is None:
            continue
        # A verb and its object are one happening: the object says more where the verb is light.
        known = found.get(made.verb.i)
        if known is None or _says_more(made, known):
            found[made.verb.i] = made
    return [t for t in sorted(found.values(), key=lambda t: t.word.i) if not _is_inner(t, found)]


def _says_more(one: Trigger, other: Trigger) -> bool:
    return one.word.pos_ == "NOUN" and other.word.pos_ in VERBAL and one.word.i != other.word.i


def _trigger(token: Token, verbs: dict[str, str], nouns: dict[str, str]) -> Trigger | None:
    lemma = token.lemma_.lower()
    if token.tag_ == "MD":
        return of_modal(token)
    if token.pos_ == "VERB" and token.dep_ not in _NOT_VERBAL and token.dep_ != "aux":
        return of_verb(token, lemma, verbs)
    if token.pos_ == "ADJ" and lemma in WILLING:
        return of_adjective(token, lemma)
    if token.pos_ != "NOUN":
        return None
    if (label := nouns.get(lemma) or armed(token, lemma)) is not None:
        return of_noun(token, label, verbs)
    return None


def _is_inner(trigger: Trigger, found: dict[int, Trigger]) -> bool:
    """Whether a trigger is what another agrees to, demands, refuses or threatens."""
    at = trigger.verb
    for head in governors(trigger.verb):
        if at.dep_ not in _TO or (at.dep_ == "conj" and at.head.i != head.i):
            return False
        outer = found.get(head.i)
        if outer is not None and head.i != trigger.verb.i and at.dep_ != "conj":
            kind = outer.label.partition(".")[0]
            if kind in _OUTER and at.dep_ in ("xcomp", "ccomp", "pcomp", "prep", "acl", "dobj"):
                return not (at.dep_ == "acl" and head.pos_ == "NOUN" and kind == "ACCUSE")
        if head.pos_ not in VERBAL and at.dep_ not in ("acl", "pobj", "prep", "pcomp", "dobj"):
            return False
        at = head
    return False
