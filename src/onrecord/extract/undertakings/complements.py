"""Where the parse puts the act that a word takes on: its complement, in all its guises."""

from __future__ import annotations

from spacy.tokens import Token

from onrecord.extract.clauses import VERBAL, children, mark_of
from onrecord.extract.undertakings.words import IDEAS


def idea(noun: Token) -> Token | None:
    """Return the act named after "the idea of", "ways to", "a plan to"."""
    lemma = noun.lemma_.lower()
    if lemma not in IDEAS and lemma not in ("plan", "intention", "readiness", "willingness"):
        return None
    return complement(noun)


def complement(noun: Token) -> Token | None:
    """Return the act a noun is about: "a pledge to send", "no intention of sending"."""
    for child in noun.children:
        if child.dep_ in ("acl", "relcl", "xcomp", "ccomp") and child.pos_ in VERBAL:
            that = child.dep_ in ("acl", "ccomp") and mark_of(child) == "that" and will(child)
            if that or any(c.tag_ == "TO" for c in child.lefts):
                return child
        if child.dep_ == "prep" and child.lower_ in ("of", "to", "on", "for", "against"):
            for inner in children(child, "pcomp"):
                if inner.tag_ == "VBG":
                    return inner
    if noun.lemma_.lower() in ("offer", "promise", "pledge"):
        for of in children(noun, "prep"):
            if of.lower_ == "of":
                return next((c for c in children(of, "pobj") if c.pos_ == "NOUN"), None)
    return None


def parted(verb: Token, part: str) -> Token | None:
    """Return the act after a verb and its particle: "ruled out sending", "is thinking about"."""
    if part == "out":
        return _ruled_out(verb)
    for prep in verb.children:
        if prep.lower_ != part or prep.i < verb.i or prep.dep_ not in ("prep", "prt", "advmod"):
            continue
        for inner in children(prep, "pcomp"):
            if inner.tag_ in ("VBG", "VB"):
                return inner
        for inner in children(prep, "pobj"):
            if inner.pos_ == "NOUN" and _named(verb, inner):
                return idea(inner) or inner
    return None


def _named(verb: Token, noun: Token) -> bool:
    """Whether the noun after "think about", "agree to" and the like is an act."""
    lemma = verb.lemma_
    if lemma == "look":
        return verb.tag_ == "VBG"
    if lemma == "agree":
        return noun.ent_type_ not in ("DATE", "TIME")
    return lemma in ("think", "commit", "opt", "toy", "consent", "hint")


def _ruled_out(verb: Token) -> Token | None:
    out = [c for c in verb.children if c.lower_ == "out" and c.dep_ in ("prt", "advmod", "prep")]
    if not out:
        return None
    for child in children(verb, "dobj", "xcomp", "ccomp", "pcomp"):
        if child.i > verb.i:
            return idea(child) or child
    return next(iter(children(out[0], "pcomp", "pobj")), None)


def parted_by_commas(adjective: Token) -> Token | None:
    """ "Is ready, if asked, to send": the infinitive hangs on the verb or on what lies between."""
    verb = adjective.head
    if verb.lemma_ != "be" or adjective.i + 1 >= len(adjective.doc):
        return None
    if adjective.nbor().lower_ != ",":
        return None
    found = infinitive(verb)
    between = [c for c in children(verb, "advcl", "prep") if c.i > adjective.i]
    return found or next((act for c in between if (act := infinitive(c)) is not None), None)


def infinitive(token: Token) -> Token | None:
    """Return the infinitive with "to" that hangs on a word after it."""
    for child in token.children:
        hangs = child.dep_ in ("xcomp", "ccomp", "advcl", "acl") and child.i > token.i
        if hangs and any(c.tag_ == "TO" for c in child.lefts) and mark_of(child) is None:
            return child
    return None


def is_predicate(verb: Token) -> bool:
    """Whether a participle says what its subject is like ("is prepared"), not what was done."""
    if any(c.lower_ in ("have", "has", "had", "having") for c in children(verb, "aux")) and not (
        children(verb, "auxpass")
    ):
        return False
    return bool(children(verb, "auxpass")) or verb.dep_ in ("acomp", "oprd", "advcl", "conj", "acl")


def auxiliaries(verb: Token) -> list[Token]:
    """Return the auxiliaries and the negation before a verb."""
    return [c for c in verb.children if c.dep_ in ("aux", "auxpass", "neg") and c.i < verb.i]


def will(clause: Token) -> bool:
    """Whether a clause speaks of what will be done."""
    return any(
        c.tag_ == "MD" and c.lower_ in ("will", "would", "shall", "'ll", "’ll", "wo")
        for c in clause.children
    )
