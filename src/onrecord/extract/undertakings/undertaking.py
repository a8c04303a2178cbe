"""One undertaking: how strong, by whom, which act; negation turns it, "and" makes two of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Token

from onrecord.extract.clauses import VERBAL, agent_of, children, is_negated, is_passive, subject_of
from onrecord.extract.undertakings.complements import auxiliaries
from onrecord.extract.undertakings.words import PENDING, TURNED
from onrecord.record import Strength


@dataclass(frozen=True, slots=True, kw_only=True)
class Undertaking:
    """``holder`` is the noun whose act it is, ``act`` the head of the act's words.

    ``clause`` is set where the act has a subject of its own ("promised that China would buy").
    ``words`` are the words that say so, ``modal`` tells that there is no more than a modal.
    """

    strength: Strength
    trigger: Token
    holder: Token | None
    act: Token
    words: tuple[Token, ...]
    clause: bool = False
    modal: bool = False


def made(
    verb: Token,
    strength: Strength,
    act: Token,
    *,
    also: str | None = None,
    clause: bool = False,
    modal: bool = False,
) -> Iterator[Undertaking]:
    """Yield what a verb's subject takes on, turned round where negated.

    Nothing where the negation leaves all open ("did not consider"). ``also`` is the verb's
    particle ("ruled out"), which counts among the words that say so.
    """
    negated = is_negated(verb)
    if act is not verb and is_negated(act):
        strength = "refuses" if strength in ("promises", "intends") else strength
        negated = False
    turned = TURNED[strength] if negated else strength
    if turned is None or (negated and _past_thought(verb)):
        return
    words = [*auxiliaries(verb)]
    if act is not verb:
        words.append(verb)
        words += [c for c in verb.children if c.lower_ == also and verb.i < c.i < act.i]
    holder = subject_of(verb)
    if is_passive(verb) and act is verb:
        holder = agent_of(verb)
    yield from split(
        Undertaking(
            strength=turned,
            trigger=verb,
            holder=holder,
            act=act,
            clause=clause,
            modal=modal,
            words=tuple(sorted(words, key=lambda t: t.i)),
        )
    )


def split(found: Undertaking) -> Iterator[Undertaking]:
    """Yield an undertaking for its act and for each joined to it by "and" without a modal."""
    yield found
    if found.act.pos_ not in VERBAL:
        return
    for other in children(found.act, "conj"):
        own = children(other, "nsubj", "nsubjpass")
        modal = any(c.tag_ == "MD" for c in children(other, "aux"))
        same = other.tag_ in (found.act.tag_, "VB")
        if other.pos_ in VERBAL and not own and not modal and same:
            yield from split(replace(found, act=other))


def _past_thought(verb: Token) -> bool:
    """ "Never refused", "had not considered": what was not done rules nothing out or in."""
    done = verb.tag_ in ("VBD", "VBN") and not any(c.lower_ == "did" for c in verb.children)
    return verb.lemma_ in ("refuse", "decline") or (verb.lemma_ in PENDING and done)
