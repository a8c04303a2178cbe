"""What the parse says of a clause: its subject, its negation, and whether it is claimed to hold.

Labels are those of spaCy's English parser (ClearNLP style).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, TypeAlias

from spacy.tokens import Token

from onrecord.resolve.lexicon import word_set

SUBJECTS = frozenset(("nsubj", "nsubjpass"))
VERBAL = frozenset(("VERB", "AUX"))
FINITE = frozenset(("VBD", "VBP", "VBZ"))
"""Tags of verbs that carry a tense (Penn Treebank)."""
_SHARES = frozenset(
    ("conj", "xcomp", "pcomp", "advcl", "acomp", "oprd", "prep", "acl", "npadvmod")
)  # fmt: skip
"""Labels under which a verb takes the subject above: "a day after meeting her, he ..." too."""

_RELATIVE = frozenset(("WDT", "WP"))
_NEGATIONS = frozenset(("no", "not", "n't", "n’t", "never", "neither", "nor", "without"))
_DEEP = 12

Standing: TypeAlias = Literal["claimed", "denied", "hypothetical", "asked", "wished", "expected"]
"""How a clause stands: as a fact, or only under a condition, a question, a wish, a forecast."""

_DENYING = word_set("deny dismiss refute rebut disavow")
_DOUBTING = word_set("doubt wonder suppose imagine speculate question know")
_WISHING = word_set(
    "hope wish urge demand ask want request require call implore beg press insist need beseech"
    " encourage pressure invite prefer pressurise"
)
_EXPECTING = word_set("expect believe think fear suspect predict forecast anticipate worry assume")
_RUMOURS = word_set(
    "claim report rumour rumor allegation suggestion speculation notion story idea accusation"
)
_UNSURE = word_set(
    """unlikely likely possible unclear doubtful uncertain hopeful afraid alarmed worried
    concerned idea notion perception hope fear prospect possibility risk chance expectation
    speculation rumour rumor concern belief"""
)
_IF = frozenset(("if", "unless", "whether", "lest", "assuming", "supposing"))


def children(token: Token, *deps: str) -> list[Token]:
    """Return the children that hang on ``token`` by one of ``deps``."""
    return [child for child in token.children if child.dep_ in deps]


def subject_of(verb: Token) -> Token | None:
    """Return the noun whose act a verb is: its own subject or the one it shares.

    In the passive the agent is returned, ``None`` where it is not named.
    """
    at, fresh = verb, True
    for _ in range(_DEEP):
        own = [child for child in at.children if child.dep_ in SUBJECTS]
        if own:
            if own[-1].dep_ == "nsubjpass" and at is verb:
                return agent_of(verb)
            return antecedent(own[-1])
        if at.dep_ == "relcl" or (at.dep_ == "acl" and fresh):
            return at.head if at.head.pos_ not in VERBAL else None
        if at.dep_ not in _SHARES and not (at.dep_ == "ccomp" and at.tag_ == "VBG"):
            return None
        if at.dep_ == "acl" and at.head.pos_ not in VERBAL:
            return at.head
        receiver = _controlled(at)
        if receiver is not None:
            return receiver
        fresh = fresh and at.dep_ == "conj"
        at = at.head
    return None


def _controlled(at: Token) -> Token | None:
    """Whose act an infinitive is after "force X to", "urge X to": the object's."""
    if at.dep_ != "xcomp" or at.head.pos_ not in VERBAL:
        return None
    if at.head.lemma_ in ("promise", "vow", "pledge", "offer", "threaten"):
        return None
    objects = [c for c in at.head.children if c.dep_ in ("dobj", "dative") and c.i < at.i]
    return objects[-1] if objects else None


def agent_of(verb: Token) -> Token | None:
    """Return the noun after "by" in a passive clause."""
    for by in children(verb, "agent", "prep"):
        if by.lower_ == "by":
            return next((c for c in by.children if c.dep_ == "pobj"), None)
    return None


def antecedent(noun: Token) -> Token:
    """Return what a relative pronoun stands for, the noun itself otherwise."""
    if noun.tag_ not in _RELATIVE:
        return noun
    at = noun
    for _ in range(_DEEP):
        if at.dep_ == "relcl":
            return at.head
        if at.head.i == at.i:
            return noun
        at = at.head
    return noun


def is_passive(verb: Token) -> bool:
    """Whether the clause is passive, reduced relatives ("the man arrested") included."""
    if any(c.dep_ in ("auxpass", "nsubjpass") for c in verb.children):
        return True
    if verb.dep_ == "conj" and verb.tag_ == "VBN" and not children(verb, "nsubj", "aux"):
        return is_passive(verb.head)  # "was arrested and charged"
    return verb.tag_ == "VBN" and verb.dep_ in ("acl", "advcl") and not children(verb, "aux")


def is_negated(token: Token) -> bool:
    """Whether a negation bears on the token: "not", "never", "no plans", "without agreeing"."""
    for child in token.children:
        if child.dep_ == "neg" or (child.lower_ in _NEGATIONS and child.dep_ in ("advmod", "det")):
            return True
        # "under no circumstances", "in no way"
        if child.dep_ == "prep" and child.i < token.i:
            for noun in child.children:
                if any(c.dep_ == "det" and c.lower_ == "no" for c in noun.children):
                    return True
    if token.pos_ in VERBAL and any(
        c.lower_ == "no" and c.dep_ == "det"
        for subject in children(token, "nsubj", "nsubjpass")
        for c in subject.children
    ):
        return True
    return token.dep_ == "pcomp" and token.head.lower_ == "without"


def governors(token: Token) -> Iterator[Token]:
    """Yield what governs ``token``, from its head up."""
    for _ in range(_DEEP):
        if token.head.i == token.i:
            return
        token = token.head
        yield token


def mark_of(clause: Token) -> str | None:
    """Return the word that opens a subordinate clause, lower case."""
    marks = [c.lower_ for c in clause.children if c.dep_ == "mark"]
    return marks[0] if marks else None


def is_inverted(clause: Token) -> bool:
    """ "Should Moscow accept", "had Poland agreed": a condition by word order."""
    if clause.dep_ != "advcl" or mark_of(clause) is not None:
        return False
    lead = [c for c in clause.lefts if c.dep_ in ("aux", "auxpass", "cop")]
    lead += [clause] if clause.pos_ == "AUX" else []
    subjects = children(clause, *SUBJECTS)
    return bool(
        lead
        and subjects
        and lead[0].lower_ in ("should", "had", "were")
        and lead[0].i < subjects[0].i
    )


def is_condition(clause: Token) -> bool:
    """Whether an adverbial clause is the condition of another."""
    return clause.dep_ == "advcl" and (mark_of(clause) in _IF or is_inverted(clause))


def is_question(token: Token) -> bool:
    """Whether the token's sentence ends with a question mark."""
    doc, i = token.doc, token.i
    while i + 1 < len(doc) and not doc[i + 1].is_sent_start:
        i += 1
    while i > token.i and (doc[i].is_space or doc[i].is_quote):
        i -= 1
    return "?" in doc[i].text


def standing(token: Token) -> tuple[Standing, Token | None]:
    """Return how the clause of ``token`` stands, and the word that makes it stand so.

    Climbs through what governs the token: a condition it is part of, a question, a wish, a
    forecast, a denial; the first one met decides.
    """
    if is_question(token):
        return "asked", None
    at = token
    for head in (*governors(token), None):
        found = _clause(at)
        if found is None and head is not None:
            found = _under(at, head)
        if found is not None:
            return found
        if head is None:
            break
        at = head
    return "claimed", None


def _clause(at: Token) -> tuple[Standing, Token | None] | None:
    if at.dep_ == "advcl" and is_condition(at):
        return "hypothetical", at
    if at.dep_ in ("ccomp", "xcomp", "pcomp", "advcl", "csubj", "acl"):
        if mark_of(at) in ("whether", "if"):
            return "asked", at
        if any(c.lower_ == "whether" for c in at.lefts):
            return "asked", at
    return None


def _under(at: Token, head: Token) -> tuple[Standing, Token | None] | None:
    """What a governing verb makes of its complement."""
    lemma, clause = head.lemma_.lower(), at.dep_ in ("ccomp", "xcomp")
    if at.dep_ in ("ccomp", "acl") and mark_of(at) in ("that", None):
        said_of = {head.lemma_.lower(), *(c.lemma_.lower() for c in children(head, "acomp"))}
        if said_of & _UNSURE and children(at, *SUBJECTS):
            return "expected", None
    if head.pos_ not in VERBAL or not (clause or at.dep_ == "dobj"):
        return None
    deniable = clause or at.lemma_.lower() in _RUMOURS or at.tag_ == "VBG"
    if lemma in _DENYING and deniable and not is_negated(head):
        return "denied", head
    if not clause:
        return None
    if lemma in _DOUBTING and (lemma != "know" or is_negated(head)):
        return "asked", head
    if lemma in _WISHING and not (lemma == "insist" and children(at, "aux")):
        return "wished", head
    return ("expected", head) if lemma in _EXPECTING else None
