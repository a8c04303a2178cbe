"""What the clauses around a description say of whom it can mean.

A description within a clause is never its subject (Principle C; Chomsky, Lectures on Government
and Binding, 1981, chapter 3): Novak said the president would go, and did not mean herself.
"""

from __future__ import annotations

from onrecord.resolve.cast import Cast, Draft

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_LINKING = frozenset({"be", "become", "remain", "make", "name", "elect", "appoint"})
_FAR = 25  # steps up a parse


def commanding(cast: Cast, at: int) -> list[Draft]:
    """Return the subjects of the clauses that token ``at`` lies within, the nearest first.

    Clauses joined by "and" do not lie within each other, nor does what precedes its subject
    ("After the president's speech, Novak left"); what somebody becomes is the same one.
    """
    reading = cast.reading
    predicate = any(reading.deps[child] in _SUBJECTS for child in reading.children[at])
    linked = reading.lemmas[reading.heads[at]] in _LINKING
    if predicate or (linked and reading.deps[at] not in _SUBJECTS):
        return []
    # Of one who is a subject twice the nearest clause decides.
    over: dict[int, tuple[Draft, bool]] = {}
    token = at
    for _ in range(_FAR):
        dep, parent = reading.deps[token], reading.heads[token]
        if parent == token:
            break
        own = any(reading.deps[child] in _SUBJECTS for child in reading.children[token])
        if dep not in _SUBJECTS and not (dep == "conj" and own):
            for child in reading.children[parent]:
                if reading.deps[child] in _SUBJECTS and (draft := _meant(cast, child)) is not None:
                    over.setdefault(id(draft), (draft, child < token or dep == "ccomp"))
        token = parent
    return [draft for draft, holds in over.values() if holds]


def speaking_for(cast: Cast, at: int) -> str | None:
    """The state whose people tell what token ``at`` stands in: the Kremlin said the president."""
    reading = cast.reading
    token, told, country = at, False, None
    for _ in range(_FAR):
        dep, parent = reading.deps[token], reading.heads[token]
        if parent == token:
            break
        told = told or dep == "ccomp"
        for child in reading.children[parent] if told else ():
            if reading.deps[child] in _SUBJECTS and (draft := _meant(cast, child)) is not None:
                served = draft.represents.country if draft.represents is not None else None
                country = draft.country or served or country
        token = parent
    return country


def _meant(cast: Cast, token: int) -> Draft | None:
    """Whom a noun means: what covers it, else the name beside it."""
    reading = cast.reading
    beside = (child for child in reading.children[token] if reading.deps[child] == "appos")
    found = (cast.at(at) for at in (token, *beside))
    return next((draft for draft in found if draft is not None), None)
