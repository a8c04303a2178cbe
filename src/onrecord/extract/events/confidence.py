"""How likely an event is right: that it happened between those sides, and is of that type.

A logistic regression over few signs of the trigger and its sides. The weights
(``confidence.json``) are made by ``training/events/confidence.py`` from events of real reports that
were judged one by one; its log says how well they are calibrated on reports left out.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import resources
from math import exp, log

from onrecord.extract.clauses import FINITE, VERBAL, is_passive
from onrecord.extract.events import words
from onrecord.extract.events.roles import Roles
from onrecord.extract.events.trigger import Trigger, chain
from onrecord.extract.whom import Whom
from onrecord.record import Actor, Status

FILE = "confidence.json"
FLOOR = 0.2
"""Events under this are not shown; chosen by ``training/events/confidence.py``."""

_SURE = 0.99
_SUBORDINATE = frozenset(("advcl", "relcl", "acl", "pcomp", "xcomp"))
_BODIES = frozenset(("state", "government", "organisation"))


def signs(
    trigger: Trigger, kind: str, roles: Roles, whom: Whom, *, sure: float, status: Status
) -> dict[str, float]:
    """Return what speaks for and against an event, by name; ``sure`` is the table's probability."""
    likely = min(max(sure, 1 - _SURE), _SURE)
    out = dict.fromkeys(_true_of(trigger, kind, roles, status), 1.0)
    out["table"] = log(likely / (1 - likely))
    out |= dict.fromkeys(_of_telling(trigger, roles, whom), 1.0)
    for side, ids in (("actor", roles.actors), ("recipient", roles.recipients)):
        out |= dict.fromkeys(_of_side(side, [whom.actors[a] for a in ids]), 1.0)
    return out


def confidence(told: Mapping[str, float]) -> float:
    """Return the probability that an event with these signs is right, 0..1."""
    known = weights()
    score = known["bias"] + sum(known.get(name, 0.0) * value for name, value in told.items())
    return round(1 / (1 + exp(-score)), 3)


@cache
def weights() -> dict[str, float]:
    """Return the weight of each sign, and the bias."""
    text = resources.files("onrecord.extract.events").joinpath(FILE).read_text(encoding="utf8")
    found: dict[str, float] = json.loads(text)
    return found


def _true_of(trigger: Trigger, kind: str, roles: Roles, status: Status) -> Iterator[str]:
    verb = trigger.verb
    yield f"type={kind}"
    if words.kind_of(trigger.label)[0] == kind:
        yield "dictionary agrees"
    if trigger.word.pos_ not in VERBAL:
        yield "noun alone" if verb is trigger.word else "noun with verb"
    if verb.dep_ in _SUBORDINATE:
        yield "subordinate"
    if verb.tag_ in FINITE:
        yield "finite"
    if verb.pos_ in VERBAL and is_passive(verb):
        yield "passive"
    if any(chain(trigger)):
        yield "complement"
    if status in ("hypothetical", "conditional", "proposed"):
        yield "supposed"
    elif status == "planned":
        yield "planned"
    if roles.actors and roles.recipients:
        yield "both sides"


def _of_telling(trigger: Trigger, roles: Roles, whom: Whom) -> Iterator[str]:
    """In which setting it is told: by whom, in what words, between which countries."""
    yield f"word={trigger.word.lemma_.lower()}"
    statement = whom.inside(trigger.word.idx)
    if statement is not None:
        yield f"in {statement.kind} speech"
    if trigger.particle is not None:
        yield "particle"
    if any(c.dep_ == "dobj" for c in trigger.verb.children):
        yield "object"
    ours, theirs = (
        {code for a in ids for code in whom.countries(a)}
        for ids in (roles.actors, roles.recipients)
    )
    if ours and theirs:
        yield "one country" if ours & theirs else "two countries"


def _of_side(side: str, actors: list[Actor]) -> Iterator[str]:
    if not actors:
        yield f"no {side}"
        return
    if any(a.kind in _BODIES and a.country is not None for a in actors):
        yield f"{side} a state"
    if any(a.kind == "person" and (a.offices or a.known_as) for a in actors):
        yield f"{side} in office"
    if all(m.form != "name" for a in actors for m in a.mentions):
        yield f"{side} unnamed"
