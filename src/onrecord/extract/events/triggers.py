"""Words that report a happening: verbs, nouns with a light verb, nouns that stand alone.

A trigger is what the type is read from (``word``), the predicate whose subject acts (``verb``),
and the words of the report that say so. What hangs under another trigger as what is agreed,
demanded, refused or threatened has not happened and is no trigger of its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from onrecord.extract.clauses import (
    VERBAL,
    children,
    governors,
    is_negated,
    is_passive,
)
from onrecord.extract.events import words
from onrecord.resolve.lexicon import word_set

_OUTER = frozenset(("REQUEST", "REJECT", "THREATEN", "AGREE", "ACCUSE"))
_WILLING = word_set("willing ready prepared eager unwilling")
_SAYING = word_set("say tell insist state declare warn add stress argue announce reiterate")
_TO = frozenset(("xcomp", "ccomp", "pcomp", "acl", "advcl", "prep", "pobj", "conj", "dobj"))
_NOT_VERBAL = frozenset(("amod", "compound", "nmod"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Trigger:
    """``label`` is the dictionary's ``TYPE`` or ``TYPE.mode`` for the word as it stands."""

    word: Token
    verb: Token
    words: tuple[Token, ...]
    label: str
    particle: str | None = None


def _must(modal: Token) -> Trigger | None:
    """ "Said that Oslo must withdraw": a demand by whoever says so."""
    verb = modal.head
    if modal.dep_ != "aux" or verb.dep_ != "ccomp" or verb.head.lemma_.lower() not in _SAYING:
        return None
    return Trigger(word=verb, verb=verb.head, words=(modal, verb), label="REQUEST.must")


def triggers(doc: Doc) -> list[Trigger]:
    """Return the triggers of ``doc`` in text order, one for each predicate."""
    verbs, nouns = words.verbs(), words.nouns()
    strings = doc.vocab.strings
    simple = {w.partition("_")[0] for w in verbs} | set(nouns) | words.LIFTING | words.CUTTING
    wanted = {strings[w] for w in (*simple, *_WILLING, "must", "should") if w in strings}
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
        return _must(token)
    if token.pos_ == "VERB" and token.dep_ not in _NOT_VERBAL and token.dep_ != "aux":
        return _verb(token, lemma, verbs)
    if token.pos_ == "ADJ" and lemma in _WILLING:
        return _willing(token, lemma)
    if token.pos_ == "NOUN" and lemma in nouns:
        return _noun(token, nouns[lemma], verbs)
    return None


def _willing(adjective: Token, lemma: str) -> Trigger | None:
    if adjective.dep_ not in ("acomp", "oprd", "amod", "ccomp"):
        return None
    if not any(c.tag_ == "TO" for v in children(adjective, "xcomp") for c in v.lefts):
        return None
    verb = adjective.head if adjective.head.pos_ in VERBAL else adjective
    label = "REJECT" if lemma == "unwilling" else "AGREE"
    return Trigger(word=adjective, verb=verb, words=(verb, adjective), label=label)


def _verb(verb: Token, lemma: str, verbs: dict[str, str]) -> Trigger | None:
    for child in verb.rights:
        key = f"{lemma}_{child.lower_}"
        dated = any(c.ent_type_ in ("DATE", "TIME") for c in children(child, "pobj"))
        if child.dep_ in ("prt", "prep", "advmod") and key in verbs and not dated:
            return Trigger(
                word=verb, verb=verb, words=(verb, child), label=verbs[key], particle=child.lower_
            )
    thing = _object(verb)
    if lemma == "call" and _is_telephoning(verb):
        return Trigger(word=verb, verb=verb, words=(verb,), label="CONSULT.phone")
    if _refuses(verb):
        words_ = (*children(verb, "aux", "neg"), verb)
        return Trigger(word=verb, verb=verb, words=words_, label="REJECT")
    if thing is not None:
        noun = thing.lemma_.lower()
        if lemma in words.LIFTING and noun in words.HINDRANCES:
            return Trigger(word=verb, verb=verb, words=(verb, thing), label="CONCEDE")
        if lemma in words.CUTTING and noun in words.BONDS:
            return Trigger(word=verb, verb=verb, words=(verb, thing), label="SANCTION")
    label = verbs.get(lemma)
    if label is None or (
        lemma == "violate" and (thing is None or thing.lemma_.lower() not in words.VIOLABLE)
    ):
        return None
    if lemma in words.CUTTING and label == "SANCTION" and thing is None:
        return None
    if lemma == "share" and (thing is None or thing.lemma_.lower() not in words.SHARED):
        return None
    if lemma == "deny" and children(verb, "ccomp", "xcomp"):
        return None  # a statement about a happening, none itself
    return Trigger(word=verb, verb=verb, words=(verb,), label=label)


def _is_telephoning(verb: Token) -> bool:
    """ "Called the king on Saturday", not "called it a mistake" nor "called for"."""
    if children(verb, "oprd", "xcomp", "prt", "ccomp") or is_passive(verb):
        return False
    objects = children(verb, "dobj")
    return bool(objects) and (
        objects[0].ent_type_ in ("PERSON", "NORP", "GPE") or objects[0].lower_ in ("him", "her")
    )


def _refuses(verb: Token) -> bool:
    """ "Will not lift": ruled out by whoever says so."""
    if not is_negated(verb):
        return False
    return any(c.lower_ in ("will", "would", "wo") for c in children(verb, "aux"))


def _object(verb: Token) -> Token | None:
    found = children(verb, "dobj")
    return found[0] if found else next(iter(children(verb, "nsubjpass")), None)


def _noun(noun: Token, label: str, verbs: dict[str, str]) -> Trigger | None:
    kind = label.partition(".")[0]
    at = noun
    if noun.dep_ == "compound" and noun.head.lemma_.lower() in words.EFFORTS:
        at = noun.head  # "launched a mediation effort between"
    if noun.lemma_.lower() == "operation" and not any(
        c.lower_ in words.FORCEFUL for c in children(noun, "amod", "compound")
    ):
        return None
    verb = _predicate(at)
    if verb is not None:
        lemma = verb.lemma_.lower()
        if lemma in words.LIFTING and noun.lemma_.lower() in words.HINDRANCES:
            return None
        if lemma in words.RECEIVING and kind not in ("ACCUSE", "SUPPORT", "AID", "SANCTION"):
            return None  # "facing deadlines"
        if lemma in words.LIGHT and _refuses(verb):
            return Trigger(word=at, verb=verb, words=(verb, noun), label="REJECT")
        if lemma in words.LIGHT:
            return Trigger(word=at, verb=verb, words=(verb, noun), label=label)
        if lemma in verbs:
            return None  # "condemned the attack": the verb's own happening
    if kind in words.STANDING and _stands(at, kind):
        return Trigger(word=at, verb=at, words=(noun,), label=label)
    return None


def _predicate(noun: Token) -> Token | None:
    """The verb a noun is the object of, through "a series of", "to talks", "on strike"."""
    at = noun
    for _ in range(4):
        if at.dep_ in ("dobj", "nsubjpass", "attr"):
            return at.head if at.head.pos_ in VERBAL else None
        if at.dep_ == "pobj" and at.head.dep_ in ("prep", "agent"):
            if at.head.head.pos_ in VERBAL:
                return at.head.head if at.head.lower_ in ("on", "in", "to", "out", "into") else None
            if at.head.lower_ != "of":
                return None
            at = at.head.head
        elif at.dep_ == "conj":
            at = at.head
        else:
            return None
    return None


def _stands(noun: Token, kind: str) -> bool:
    """Whether a noun alone reports a happening: somebody's attack on, talks between and with."""
    if noun.dep_ in ("compound", "nmod", "amod", "poss"):
        return False
    sides = {c.lower_ for c in children(noun, "prep", "agent")}
    if sides & {"between", "by", "with", "on", "against"}:
        return True
    if kind == "CONSULT" and "of" in sides:
        return True
    owned = bool(children(noun, "poss"))
    named = any(c.ent_type_ for c in children(noun, "amod", "compound"))
    return owned or (named and bool(sides & _SIDES))


_SIDES = frozenset(("on", "with", "against", "between", "by", "to", "for", "from", "in"))


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


def chain(trigger: Trigger) -> Iterator[Token]:
    """Yield what is agreed, demanded or refused: the heads of the trigger's complements."""
    stack, seen = [trigger.word, trigger.verb], set()
    while stack:
        token = stack.pop(0)
        if token.i in seen:
            continue
        seen.add(token.i)
        if token.i not in (trigger.word.i, trigger.verb.i):
            yield token
        stack += [c for c in token.children if c.dep_ in ("xcomp", "ccomp") and c.i > token.i]
        for prep in children(token, "prep"):
            stack += children(prep, "pcomp")
        if token.pos_ == "NOUN":
            stack += children(token, "acl")
