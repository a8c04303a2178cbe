"""Grammar around a verb or noun: its subject, its objects, what a preposition brings."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from onrecord.resolve.lexicon import SUFFIXES, word_set

_STEPS = 6
_OBJECT_CONTROL = word_set(
    "invite ask urge want get expect allow press tell persuade call permit push send host"
)
_INCLUDING = frozenset({"including", "like", "namely", "include"})
_DEEP = 40  # conjuncts
_NO = frozenset({"no", "neither"})
_NOBODY = frozenset({"nobody", "none", "neither", "no-one", "no one"})
_CLAUSAL = frozenset({"xcomp", "advcl", "pcomp", "ccomp"})


def subject_of(verb: Token, *, steps: int = _STEPS) -> Token | None:
    """The subject of a verb, its own or the one it shares; ``None`` where it has none.

    "After speaking with X, Y said": Y. "X agreed to meet Y": X. "X invited Y to visit": Y.
    "X told reporters she met Y" has one of its own.
    """
    own = [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")]
    if own:  # of two the first is a dateline: OSLO - Ministers met
        return own[-1]
    up = verb.head
    if not steps or up == verb:
        return None
    if verb.dep_ in ("acl", "relcl") and up.pos_ in ("NOUN", "PROPN", "PRON"):
        # "Plans to meet", "the envoys meeting in Oslo".
        if verb.tag_ == "VBG":
            return up
        return owner_of(up) or _subject_above(up, steps - 1)
    if verb.dep_ == "xcomp" and up.lemma_.lower() in _OBJECT_CONTROL:
        obj = next((c for c in up.children if c.dep_ in ("dobj", "nsubjpass")), None)
        if obj is not None:
            return obj
    if up.pos_ in ("VERB", "AUX") and (verb.dep_ == "conj" or verb.dep_ in _CLAUSAL):
        return subject_of(up, steps=steps - 1)
    if up.pos_ in ("ADP", "SCONJ", "ADJ", "ADV"):
        return _subject_above(up, steps - 1)
    return None


def negated(verb: Token) -> bool:
    """Whether a verb is denied, itself or by its subject: neither X nor Y was, no envoy was."""
    for child in verb.children:
        if child.dep_ == "neg":
            return True
        if child.dep_ in ("nsubj", "nsubjpass") and (
            child.lower_ in _NOBODY or any(c.lower_ in _NO for c in child.children)
        ):
            return True
        # "Neither" hangs on the verb where the parser does not see what it is joined to.
        if child.lower_ == "neither" and child.i < verb.i:
            return True
    return False


def _subject_above(token: Token, steps: int) -> Token | None:
    at = token
    for _ in range(steps):
        if at.pos_ in ("VERB", "AUX"):
            return subject_of(at, steps=steps)
        if at.head == at:
            return None
        at = at.head
    return None


def owner_of(noun: Token) -> Token | None:
    """Whose a noun is: Trump's statement, her plan."""
    return next((c for c in noun.children if c.dep_ == "poss"), None)


def controller_of(noun: Token) -> Token | None:
    """Who is behind a noun that names one side only: had "talks with X", "plans for a call".

    The nearest possessor above, else the subject of the clause.
    """
    at = noun
    for _ in range(_STEPS):
        up = at.head
        if up == at:
            return None
        if up.pos_ in ("VERB", "AUX") and up.dep_ != "prep":  # "following" and "including"
            if at.dep_ in ("nsubj", "nsubjpass"):
                return None
            return subject_of(up)
        if up.pos_ in ("NOUN", "PROPN"):
            owner = owner_of(up)
            if owner is not None:
                return owner
        at = up
    return None


def objects(token: Token, *prepositions: str) -> Iterator[Token]:
    """The objects of some prepositions that hang on a token, with their conjuncts left to others.

    An agent ("attended by X") counts as a preposition. Where a purpose follows, the parser takes
    the object for its subject ("spoke with X to thank him"); it is read all the same.
    """
    for child in token.children:
        if child.dep_ in ("prep", "agent", "dative") and child.lower_ in prepositions:
            yield from _under(child)
            for inner in child.children:
                if inner.dep_ == "prep" and inner.lower_ in prepositions:
                    yield from _under(inner)
        elif child.dep_ == "prep" and "with" in prepositions:
            # "Met at the White House with X": the parser hangs it on the place.
            for spot in child.children:
                if spot.dep_ == "pobj" and spot.pos_ in ("PROPN", "NOUN"):
                    for inner in spot.children:
                        if inner.dep_ == "prep" and inner.lower_ == "with":
                            yield from _under(inner)
        elif child.dep_ in ("advcl", "ccomp", "xcomp") and child.tag_ == "VB":
            marked = any(c.dep_ == "mark" and c.lower_ in prepositions for c in child.children)
            if marked:
                yield from (c for c in child.children if c.dep_ == "nsubj")


def _under(preposition: Token) -> Iterator[Token]:
    if not any(True for _ in preposition.children) and preposition.i + 1 < len(preposition.doc):
        # "Spoke with X to thank him": the parser hangs X on the purpose and leaves "with" bare.
        noun = preposition.nbor()
        while noun.dep_ in ("compound", "det", "amod", "nmod", "poss") and noun.head.i > noun.i:
            noun = noun.head
        if noun.dep_ in ("nsubj", "dobj") and noun.pos_ in ("NOUN", "PROPN"):
            yield noun
    for child in preposition.children:
        if child.dep_ == "pobj":
            yield child
        elif child.dep_ == "pcomp" and child.tag_ == "VB":
            yield from (c for c in child.children if c.dep_ == "nsubj")


def direct_object(verb: Token) -> Token | None:
    """The direct object of a verb."""
    return next(
        (c for c in verb.children if c.dep_ in ("dobj", "dative") and c.pos_ != "ADP"), None
    )


def governor(noun: Token) -> tuple[Token, str] | None:
    """The verb a noun is an object of, and the preposition between, ``""`` for none.

    "Took part in talks" is ``take``, ``in``; "the first day of talks began" is none.
    """
    at = noun
    while at.dep_ == "conj" and at.head.pos_ in ("NOUN", "PROPN"):
        at = at.head
    up = at.head
    if at.dep_ in ("dobj", "attr", "oprd", "dative") and up.pos_ in ("VERB", "AUX"):
        return up, ""
    if at.dep_ == "pobj" and up.dep_ in ("prep", "agent"):
        preposition = up.lower_
        verb = up.head
        if verb.dep_ == "prep":
            verb = verb.head
        if verb.pos_ in ("VERB", "AUX"):
            return verb, preposition
        if verb.pos_ == "NOUN" and verb.dep_ == "dobj" and verb.lemma_ in _PARTS:
            return verb.head, preposition
        if verb.pos_ in ("NOUN", "ADV", "ADP") and verb.head.pos_ in ("VERB", "AUX"):
            return (verb.head, preposition) if verb.lemma_ in _PARTS else None
    return None


_PARTS = frozenset({"part", "place", "seat", "role", "front", "out", "away"})


def singular(token: Token) -> str:
    """The noun in lower case and singular; the parser leaves capitalised plurals as they are."""
    lemma = token.lemma_.lower()
    return lemma.removesuffix("s") if token.tag_ == "NNPS" else lemma


def conjuncts(head: Token) -> list[Token]:
    """The token and all that is joined to it, in text order."""
    found, at = [head], 0
    while at < len(found) < _DEEP:
        for child in found[at].children:
            if child.dep_ == "conj":
                found.append(child)
            elif child.dep_ == "nmod" and child.pos_ == "PROPN" and child.nbor().lower_ == "and":
                found.append(child)  # between X and President Y, as the parser has it
            elif child.dep_ == "appos" and child.lower_ in SUFFIXES:  # X, Jr. and Y
                found += [c for c in child.children if c.dep_ == "conj"]
        at += 1
    return sorted(found, key=lambda t: t.i)


def antecedent(relative: Token) -> Token | None:
    """The noun a relative pronoun stands for."""
    at = relative
    for _ in range(4):
        at = at.head
        if at.dep_ in ("relcl", "acl"):
            return at.head
    return None


def included(token: Token) -> list[Token]:
    """What a list after "including", "such as" or a colon names: leaders including X and Y."""
    found: list[Token] = []
    for child in token.children:
        if child.dep_ == "prep" and child.lower_ in _INCLUDING:
            found += [t for t in child.children if t.dep_ in ("pobj", "dobj", "prep")]
        elif child.lower_ == "as" and any(t.lower_ == "such" for t in child.children):
            found += [t for t in child.children if t.dep_ == "pobj"]
    return [t for t in found if t.dep_ != "prep"]
