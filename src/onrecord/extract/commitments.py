"""Commitments: acts that somebody takes on or rules out, with their strength and condition.

undertakings (words and what they govern) -> whose, for whom, on what condition -> Commitment
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from onrecord.extract.assurance import confidence
from onrecord.extract.clauses import (
    SUBJECTS,
    VERBAL,
    children,
    governors,
    is_passive,
)
from onrecord.extract.conditions import condition_of
from onrecord.extract.earnest import binds, is_deed, is_meant
from onrecord.extract.phrases import tidied
from onrecord.extract.undertakings import Undertaking, undertakings
from onrecord.extract.whom import Whom, may_act
from onrecord.language.layers import layers_of
from onrecord.record import Actor, Commitment, Condition, Span, Spans, Statement, merge
from onrecord.resolve.lexicon import SPEECH_VERBS, word_set

_MARKS = frozenset('"“”')
_FOR = frozenset(("to", "for", "by", "on", "with", "in"))
_HELPING = word_set(
    "help train support supply protect defend relocate evacuate arm equip aid back assist finance"
    " fund feed rescue shelter provide host free release vaccinate receive"
)
_GOING = word_set("talk speak listen go travel invite visit trip tour fly move")
_STANDING = word_set("stand side")
_OURS = word_set(
    "troop force aid money fund ship plane navy air support assistance hospital school"
)
"""What of "ours" does what its owner has it do."""

_LIFTING = word_set("lift ease impose remove suspend waive")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Draft:
    undertaking: Undertaking
    holder: Token
    condition: tuple[int, int] | None


def read_commitments(
    doc: Doc,
    *,
    actors: Sequence[Actor] | None = None,
    statements: Sequence[Statement] | None = None,
) -> tuple[tuple[Commitment, ...], tuple[Actor, ...]]:
    """Return the commitments, c1, c2, ..., and the actors with those added whom only they name."""
    layers = layers_of(doc)
    actors = actors if actors is not None else layers.actors or ()
    statements = statements if statements is not None else layers.statements or ()
    whom = Whom(doc, actors, statements)
    drafts = [draft for found in undertakings(doc) if (draft := _draft(found, whom)) is not None]
    headings = layers.headings or ()
    drafts = [d for d in drafts if not _in_heading(d, headings)] or drafts
    drafts = _strongest(drafts)
    nouns = [d.holder for d in drafts]
    nouns += [n for d in drafts for n in _receivers(d.undertaking.act, d.undertaking.trigger)]
    whom.introduce(nouns)
    text = doc.text
    out: list[Commitment] = []
    for draft in drafts:
        for actor in whom.several(draft.holder):
            if not binds(draft.undertaking, draft.holder, actor, whom):
                continue
            made = _commitment(draft, actor, whom, text=text, number=len(out) + 1)
            if made is not None and not any(_same(made, other) for other in out):
                out.append(made)
    return tuple(out), tuple(whom.actors.values())


def _draft(found: Undertaking, whom: Whom) -> _Draft | None:
    """Let through what somebody takes on in earnest; ``None`` for what only looks like it."""
    act, holder = found.act, found.holder
    if found.clause:
        own = children(act, *SUBJECTS)
        holder = own[0] if own and own[0].dep_ == "nsubj" else found.holder
        if own and own[0].tag_ == "PRP" and own[0].lower_ in ("it", "he", "she", "they"):
            holder = own[0] if whom.at(own[0]) is not None else found.holder
    if holder is None and is_passive(act) and found.modal:
        holder = _speaking(act)
    if holder is not None:
        ours = [c for c in children(holder, "poss") if c.lower_ in ("our", "my")]
        if ours:  # "our soldiers will leave" binds who says so, "our history will help" nobody
            if not (may_act(holder) or holder.lemma_.lower() in _OURS):
                return None
            holder = ours[0]
    if holder is None or not is_deed(found) or not is_meant(found, whom):
        return None
    return _Draft(undertaking=found, holder=holder, condition=condition_of(act, found.trigger))


def _speaking(act: Token) -> Token | None:
    """Who says that something "will be done" by nobody named: "the ministry said no X would"."""
    for head in governors(act):
        if head.lemma_.lower() in SPEECH_VERBS:
            found = children(head, "nsubj")
            return found[0] if found else None
    return None


def _in_heading(draft: _Draft, headings: Spans) -> bool:
    """Whether a heading says it: what the text below says more fully, where it says anything."""
    at = draft.undertaking.trigger.idx
    return any(span.start <= at < span.end for span in headings)


def _strongest(drafts: list[_Draft]) -> list[_Draft]:
    """One undertaking for each act: the words that say more win over a bare modal."""
    best: dict[int, _Draft] = {}
    for draft in drafts:
        at = draft.undertaking.act.i
        other = best.get(at)
        if other is None or (other.undertaking.modal and not draft.undertaking.modal):
            best[at] = draft
    taken = {t.i for d in best.values() if not d.undertaking.modal for t in d.undertaking.words}
    kept = [d for d in best.values() if not (d.undertaking.modal and d.undertaking.act.i in taken)]
    return sorted(kept, key=lambda d: d.undertaking.act.i)


def _commitment(
    draft: _Draft, actor: str, whom: Whom, *, text: str, number: int
) -> Commitment | None:
    found = draft.undertaking
    span = _act(found, draft.condition, whom.doc)
    if span is None:
        return None
    condition = None
    if draft.condition is not None:
        where = _characters(whom.doc, *draft.condition)
        condition = Condition(text=where.of(text), span=where)
    statement = whom.inside(found.act.idx) or whom.inside(found.trigger.idx)
    evidence = _evidence(found, span, condition)
    strength = found.strength
    if strength == "intends" and found.modal and condition is not None:
        words = condition.text.lower()
        if words.startswith("only"):
            strength = "ready"
    return Commitment(
        id=f"c{number}",
        actor=actor,
        strength=strength,
        act=" ".join(span.of(text).split()),
        beneficiary=_beneficiary(found, actor, whom, draft.condition),
        condition=condition,
        evidence=evidence,
        statement=statement.id if statement is not None else None,
        confidence=confidence(strength),
    )


def _act(found: Undertaking, condition: tuple[int, int] | None, doc: Doc) -> Span | None:
    """The act's words: from its verb on, without the condition; a passive with its subject."""
    act = found.act
    first, last = act.i, act.right_edge.i + 1
    if act.pos_ not in VERBAL or is_passive(act):
        first = act.left_edge.i
        if act.pos_ in VERBAL:
            subject = children(act, "nsubjpass")
            first = subject[0].left_edge.i if subject else act.i
        while first < act.i and (doc[first].is_space or doc[first].is_punct):
            first += 1
    elif found.clause and children(act, "nsubj") and found.trigger.lemma_ == "leave":
        first = children(act, "nsubj")[0].left_edge.i
    for other in children(act, "conj"):
        if other.pos_ in VERBAL and other.i > act.i:
            last = min(last, other.left_edge.i)
    for other in act.subtree:
        # What is said within or after the act is not part of it.
        if other.dep_ == "parataxis" and other.i > act.i:
            last = min(last, other.left_edge.i)
    if condition is not None:
        start, end = condition
        if first <= start < last:
            last = start if start > act.i else last
            first = max(first, end) if end <= act.i else first
    while last > first and (
        doc[last - 1].is_space
        or (doc[last - 1].is_punct and doc[last - 1].text not in "%)")
        or doc[last - 1].lower_ in ("and", "but", "or", "only")
    ):
        last -= 1
    if first >= last:
        return None
    # An act that begins or ends within a quotation keeps both its marks, or none.
    span = _characters(doc, first, last)
    whole = tidied(doc.text, (span,), layers_of(doc).quotations or ())
    marked = len(whole) == 1 and not _MARKS.isdisjoint(whole[0].of(doc.text))
    return whole[0] if marked else span


def _evidence(found: Undertaking, act: Span, condition: Condition | None) -> Spans:
    spans = [act, *(Span(t.idx, t.idx + len(t)) for t in found.words)]
    if condition is not None:
        spans.append(condition.span)
    # Words beside each other make one span.
    out: list[Span] = []
    for span in merge(spans):
        if out and span.start - out[-1].end <= 1:
            out[-1] = Span(out[-1].start, span.end)
        else:
            out.append(span)
    return tuple(out)


def _beneficiary(
    found: Undertaking, actor: str, whom: Whom, condition: tuple[int, int] | None
) -> str | None:
    """For whom, or against whose sanctions, the act is: "to Kyiv", "on Russia", "train X"."""
    act = found.act
    for noun in _receivers(act, found.trigger):
        if condition is not None and condition[0] <= noun.i < condition[1]:
            continue
        there = whom.at(noun) or whom.owner(noun) or _beside(noun, act, whom)
        if there is not None and there != actor and there in whom.actors:
            return there
    return None


def _beside(noun: Token, act: Token, whom: Whom) -> str | None:
    """The actor a named good goes to: "for a mission in Haiti", "to the reconstruction of Gaza"."""
    if act.pos_ in VERBAL:
        return None
    for prep in children(noun, "prep"):
        for inner in children(prep, "pobj"):
            if prep.lower_ in ("of", "in") and (there := whom.at(inner)) is not None:
                return there
    return None


def _receivers(act: Token, trigger: Token) -> list[Token]:
    out: list[Token] = []
    lemma = act.lemma_.lower()
    if act.pos_ in VERBAL:
        out += children(act, "dative") if lemma not in ("tell", "ask") else []
        if lemma in _HELPING:
            out += children(act, "dobj")
            clauses = children(act, "ccomp", "xcomp")
            out += [c for clause in clauses for c in children(clause, "nsubj")]
    elif trigger.pos_ in VERBAL:
        out += [c for c in children(trigger, "dative", "dobj") if c.i < act.i]
    elif lemma in _HELPING:
        out += children(act, "dobj")
    for at in (act, *children(act, "dobj", "dative"), trigger if act.pos_ not in VERBAL else act):
        for prep in children(at, "prep", "dative"):
            word = prep.lower_
            if word == "by" and lemma not in _STANDING:
                continue
            if (
                word == "in"
                and lemma != "invest"
                and not (at is not act and at.lemma_ in ("child", "people"))
            ):
                continue
            if word == "on" and lemma not in _LIFTING and lemma not in ("put", "station", "base"):
                continue
            if word == "with" and lemma not in ("share", "side", "stand", "normalise", "normalize"):
                continue
            if word == "to" and at.lemma_.lower() in _GOING:
                continue
            if word in _FOR and prep.i > act.i - 1:
                out += children(prep, "pobj")
    return out


def _same(one: Commitment, other: Commitment) -> bool:
    if one.actor != other.actor or one.strength != other.strength:
        return False
    if any(a.overlaps(b) for a in one.evidence for b in other.evidence):
        return one.act in other.act or other.act in one.act
    return one.act.lower() == other.act.lower()


def _characters(doc: Doc, first: int, last: int) -> Span:
    return Span(doc[first].idx, doc[last - 1].idx + len(doc[last - 1]))
