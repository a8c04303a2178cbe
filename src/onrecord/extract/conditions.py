"""The words that make an act depend on something: "if necessary", "only with US backing"."""

from __future__ import annotations

from spacy.tokens import Token

from onrecord.extract.clauses import VERBAL, children, is_inverted, mark_of

_MARKS = frozenset(
    ("if", "unless", "once", "until", "till", "provided", "providing", "assuming", "when", "after",
    )
)  # fmt: skip
_WEAK = frozenset(("when", "after", "as"))
"""Conditions only where what they hang on lies ahead."""

_HOLDS = frozenset(("condition", "event", "case", "request", "exchange", "return", "approval"))
_PREPOSITIONS = frozenset(
    ("without", "pending", "barring", "if", "unless", "provided", "providing")
)
_ONLY = frozenset(("only",))


def condition_of(act: Token, trigger: Token) -> tuple[int, int] | None:
    """Return the positions of the condition's words, half-open; ``None`` where there is none.

    Looks at what hangs on the act, on the words that take it on, and on the verbs between.
    """
    seen: set[int] = set()
    for at in _places(act, trigger):
        if at.i in seen:
            continue
        seen.add(at.i)
        for child in at.children:
            if child.i == act.i:
                continue
            found = _clause(child) or _phrase(child) or _bare(child)
            if found is None:
                continue
            first, end = found
            if first <= act.i < end:  # "ready, if asked, to send": the parse hangs one on the other
                end = act.left_edge.i
            if first < end and (act.i < first or end <= act.i):
                return _trimmed(child, (first, end))
    return None


def _places(act: Token, trigger: Token) -> list[Token]:
    out = [act]
    for child in act.children:
        if child.dep_ in ("dobj", "prep", "dative", "acomp", "xcomp"):
            out.append(child)
            out += children(child, "pobj")
    at = act
    for _ in range(6):
        if at.i in (trigger.i, at.head.i):
            break
        at = at.head
        out.append(at)
    out.append(trigger)
    if trigger.pos_ not in VERBAL or trigger.dep_ in ("acomp", "xcomp", "conj"):
        out.append(trigger.head)
    return out


def _clause(child: Token) -> tuple[int, int] | None:
    if child.dep_ not in ("advcl", "ccomp", "relcl", "acl", "pcomp"):
        return _for_as_long(child)
    if child.i and any(
        t.lower_ == "even"
        for t in (*child.lefts, child.left_edge.nbor(-1) if child.left_edge.i else child)
    ):
        return None  # "even if" is no condition
    mark = mark_of(child) or next(
        (c.lower_ for c in child.lefts if c.dep_ == "advmod" and c.lower_ in ("when", "once")), None
    )
    first = child.left_edge.i
    doc = child.doc
    if is_inverted(child):
        return first, child.right_edge.i + 1
    if child.lower_ in ("provided", "providing", "assuming", "supposing") and child.dep_ == "advcl":
        return child.i, child.right_edge.i + 1
    if mark is None or child.dep_ not in ("advcl", "acl"):
        return None
    if mark == "as" and doc[max(first - 1, 0)].lower_ in ("long", "soon"):
        return first - 2, child.right_edge.i + 1
    if mark == "as" and any(t.lower_ in ("long", "soon") for t in child.lefts):
        return first, child.right_edge.i + 1
    if mark == "that" and doc[first - 1].lower_ == "condition":
        return first - 2, child.right_edge.i + 1
    if mark not in _MARKS and not (
        mark == "that" and doc[first].lower_ in ("provided", "assuming")
    ):
        return None
    if mark in _WEAK and _past(child) and mark != "once":
        return None
    return first, child.right_edge.i + 1


def _past(clause: Token) -> bool:
    """Whether a clause tells what has been: "after talks failed"; "had signed" may lie ahead."""
    return clause.tag_ == "VBD" and not children(clause, "aux")


def _for_as_long(child: Token) -> tuple[int, int] | None:
    """ "For as long as it takes", "so long as aid reaches Gaza"."""
    doc = child.doc
    led = child.i and doc[child.i - 1].lower_ in ("as", "so")
    if child.lower_ in ("long", "soon") and child.dep_ in ("advmod", "pcomp", "acomp") and led:
        if any(t.lower_ == "as" for t in child.subtree if t.i > child.i):
            return child.i - 1, child.right_edge.i + 1
        return None
    if child.dep_ == "prep" and child.lower_ == "for":
        words = [t.lower_ for t in doc[child.i + 1 : child.i + 4]]
        if words[:2] == ["as", "long"]:
            return child.i, child.right_edge.i + 1
    return None


def _phrase(child: Token) -> tuple[int, int] | None:
    doc, end = child.doc, child.right_edge.i + 1
    word = child.lower_
    if word == "subject" and any(c.lower_ == "to" for c in child.children):
        return child.left_edge.i, end
    if child.dep_ not in ("prep", "advmod", "mark", "agent"):
        return None
    if word in _PREPOSITIONS and child.dep_ == "prep":
        noun = next(iter(children(child, "pobj")), None)
        if word != "without" or (noun is not None and noun.lemma_ not in ("delay", "doubt")):
            return child.left_edge.i, end
    for noun in children(child, "pobj"):
        if noun.lemma_.lower() in _HOLDS and word in ("on", "in", "at", "with"):
            plain = noun.lemma_.lower() in ("return", "exchange")
            reach = any(c.dep_ in ("prep", "acl", "poss", "relcl", "ccomp") for c in noun.children)
            if plain and not any(c.lower_ == "for" for c in noun.children):
                follow = doc[noun.i + 1].lower_ if noun.i + 1 < len(doc) else ""
                if follow != "for":
                    continue
                end = max(end, doc[noun.i + 1].right_edge.i + 1)
            elif not reach:
                continue
            return child.left_edge.i, end
    first = child.left_edge.i
    led = doc[first].lower_ in _ONLY or (first and doc[first - 1].lower_ == "only")
    if led and word in ("with", "after", "if", "in", "under", "on", "when", "at", "through"):
        return (first if doc[first].lower_ == "only" else first - 1), end
    return None


def _bare(child: Token) -> tuple[int, int] | None:
    """ "If necessary", "if needed", "if asked": a mark and a word without a verb of its own."""
    doc = child.doc
    if child.dep_ in ("mark", "prep", "advcl", "advmod", "acomp", "amod") and (
        child.lower_ == "if" or any(c.lower_ == "if" and c.dep_ == "mark" for c in child.lefts)
    ):
        first = child.i if child.lower_ == "if" else child.left_edge.i
        end = child.right_edge.i + 1
        if child.lower_ == "if" and end == child.i + 1 and end < len(doc):
            end = child.i + 2
        return first, end
    return None


def _trimmed(child: Token, found: tuple[int, int]) -> tuple[int, int]:
    doc = child.doc
    first, end = found
    while first > 0 and doc[first - 1].lower_ in ("only",) and not doc[first].is_sent_start:
        first -= 1
    while end > first + 1 and (doc[end - 1].is_punct or doc[end - 1].is_space):
        end -= 1
    while first < end - 1 and (doc[first].is_punct or doc[first].is_space):
        first += 1
    return first, end
