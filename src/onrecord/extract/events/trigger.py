"""What reports a happening: the word its type is read from, and the predicate it hangs on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from onrecord.extract.clauses import children


@dataclass(frozen=True, slots=True, kw_only=True)
class Trigger:
    """``label`` is the dictionary's ``TYPE`` or ``TYPE.mode`` for the word as it stands."""

    word: Token
    verb: Token
    words: tuple[Token, ...]
    label: str
    particle: str | None = None


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
