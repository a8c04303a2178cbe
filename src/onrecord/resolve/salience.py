"""Who is on the reader's mind at a point of the text.

Weights after Lappin and Leass (Computational Linguistics 20(4), 1994): the grammatical role of
each mention counts, halved with every sentence gone by; a mention within a quotation counts
little for a pronoun outside it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable

from onrecord.resolve.cast import Draft
from onrecord.resolve.reading import Reading

_ROLE = {
    "nsubj": 1.7, "nsubjpass": 1.6, "dobj": 1.0, "dative": 0.9, "agent": 1.0, "pobj": 0.75,
    "poss": 0.8, "appos": 0.9, "attr": 0.8, "ROOT": 1.0,
}  # fmt: skip
_OTHER_ROLE = 0.6
_FURTHER = 0.3  # of a sentence's further mentions
_QUOTED = 0.35
_MOST = 40  # mentions looked back at
_WINDOW = 5  # sentences; weights beyond are below a sixteenth


def role_weight(reading: Reading, start: int, end: int) -> float:
    """The weight of a mention's grammatical role.

    Conjuncts count as what they are joined to, a name as what it stands beside: the foreign
    minister, Ann Lind, said.
    """
    head = reading.head_of(start, end)
    for _ in range(4):
        dep = reading.deps[head]
        if dep == "conj" or (dep == "appos" and reading.heads[head] < start):
            head = reading.heads[head]
        elif dep in ("compound", "nmod"):
            return _OTHER_ROLE * 0.8
        else:
            break
    dep = reading.deps[head]
    if dep == "pobj" and reading.deps[reading.heads[head]] == "agent":
        dep = "agent"
    weight = _ROLE.get(dep, _OTHER_ROLE)
    if dep == "nsubj" and reading.deps[reading.heads[head]] in ("ROOT", "ccomp"):
        weight += 0.2
    return weight


def salience(reading: Reading, draft: Draft, at: int) -> float:
    """How present ``draft`` is to a reader at token ``at``: 0 where not mentioned lately."""
    here = reading.sentence[at]
    of_sentence: dict[int, float] = {}
    nearest = -1
    stop = bisect_left(draft.ranges, (at, 0, ""))
    for start, end, form in reversed(draft.ranges[max(0, stop - _MOST) : stop]):
        distance = here - reading.sentence[start]
        if distance > _WINDOW:
            break
        weight = role_weight(reading, start, end) * 0.5**distance
        if reading.quote[start] >= 0 and reading.quote[start] != reading.quote[at]:
            weight *= _QUOTED
        if form == "pronoun":
            weight *= 0.8
        # A sentence counts by the weightiest mention in it (Lappin and Leass, 2.2), and a little by
        # the others.
        before = of_sentence.get(distance, 0.0)
        of_sentence[distance] = max(weight, before) + _FURTHER * min(weight, before)
        nearest = max(nearest, start)
    total = sum(of_sentence.values())
    return total + (0.0005 * nearest / max(len(reading), 1) if nearest >= 0 else 0.0)


def best(scored: Iterable[tuple[float, Draft]], *, least: float, margin: float) -> Draft | None:
    """The draft that leads by ``margin`` (a ratio) and reaches ``least``; refuse otherwise."""
    ranked = sorted(scored, key=lambda pair: -pair[0])
    if not ranked or ranked[0][0] < least:
        return None
    if len(ranked) > 1 and ranked[0][0] < margin * ranked[1][0]:
        return None
    return ranked[0][1]
