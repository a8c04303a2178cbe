"""The rules of ``rules.tsv``, compiled; how a pattern is written stands at the top of the table."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from onrecord.errors import KnowledgeError
from onrecord.record import TimeType
from onrecord.resolve.times.words import SHAPES, rows, shape, words

SPACE = r"(?:[ \t\u00a0\u202f]+|[ \t\u00a0]*\r?\n[ \t]*(?=\S))"
"""White space within one expression: it may cross a line's end, but no blank line."""

_TYPES: Mapping[str, TimeType] = {
    "date": "date",
    "time": "time",
    "duration": "duration",
    "set": "set",
}
_PIECE = re.compile(r"\{(?P<slot>\w+)\}|(?P<word>[^\W_]+)|(?P<mark>\\?.)", re.S)
_SLOT_NAME = re.compile(r"[a-z]+[0-9]?")
_MARKS = {
    " ": SPACE,
    "_": rf"(?:{SPACE}|[-\u2010\u2011])",
    "-": r"(?:[-\u2010\u2011\u2013])",
    "[": "(?:",
    "]": ")?",
    "(": "(?:",
    ")": ")",
    "|": "|",
    "'": "['’]",
    ",": ",",
    ".": r"\.",
    "/": "/",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One row of the table.

    ``needs`` are words of which at least one must be near for the rule to be worth trying;
    ``"#"`` stands for any word that begins with a digit.
    """

    name: str
    pattern: re.Pattern[str]
    slots: Mapping[str, tuple[str, ...]]
    type: TimeType
    meaning: str
    settings: Mapping[str, str]
    needs: frozenset[str]
    rank: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A rule's own example: a sentence with the expression in brackets, and what it gives."""

    rule: str
    sentence: str
    published: date
    type: TimeType
    value: str


@cache
def rules() -> tuple[Rule, ...]:
    """Return the rules in the table's order."""
    return tuple(_rule(row, rank) for rank, row in enumerate(rows("rules.tsv", columns=7)))


@cache
def examples() -> tuple[Example, ...]:
    """Return the table's examples."""
    return tuple(
        Example(
            rule=name,
            sentence=sentence,
            published=date.fromisoformat(published),
            type=_TYPES[kind],
            value=value,
        )
        for name, _, kind, _, sentence, published, value in rows("rules.tsv", columns=7)
    )


def _rule(row: list[str], rank: int) -> Rule:
    name, pattern, kind, meaning, *_ = row
    if kind not in _TYPES:
        raise KnowledgeError(f"rules.tsv, rule {name!r}: type {kind!r} is none of {set(_TYPES)}")
    function, *settings = meaning.split(" ")
    expression, slots = _compiled(name, pattern)
    words_of_function = [s for s in settings if "=" not in s]
    return Rule(
        name=name,
        pattern=expression,
        slots=slots,
        type=_TYPES[kind],
        meaning=" ".join([function, *words_of_function]),
        settings=dict(s.split("=", 1) for s in settings if "=" in s),
        needs=_needs(pattern),
        rank=rank,
    )


@cache
def names() -> re.Pattern[str]:
    """Return the pattern of names made of calendar words, from ``names.tsv``; capitals count."""
    parts = []
    for number, (pattern, _) in enumerate(rows("names.tsv", columns=2)):
        expression = _compiled(f"name {number}", pattern)[0].pattern
        parts.append(re.sub(r"\(\?P<\w+>", "(?:", expression))
    # The classes' words are small letters in the table; names have capitals throughout.
    return re.compile(r"(?<![^\W_])(?:" + "|".join(parts) + ")", re.IGNORECASE)


def _compiled(name: str, pattern: str) -> tuple[re.Pattern[str], Mapping[str, tuple[str, ...]]]:
    parts: list[str] = []
    slots: dict[str, list[str]] = {}
    for piece in _PIECE.finditer(pattern):
        if slot := piece["slot"]:
            if not _SLOT_NAME.fullmatch(slot):
                raise KnowledgeError(f"rules.tsv, rule {name!r}: {{{slot}}} is no class name")
            group = f"{slot}_{len(slots.setdefault(slot, []))}"
            slots[slot].append(group)
            parts.append(f"(?P<{group}>{shape(_class_of(slot))})")
        elif piece["word"]:
            parts.append(re.escape(piece["word"]))
        elif piece["mark"].startswith("\\"):
            parts.append(re.escape(piece["mark"][1:]))
        elif piece["mark"] in _MARKS:
            parts.append(_MARKS[piece["mark"]])
        else:
            raise KnowledgeError(f"rules.tsv, rule {name!r}: {piece['mark']!r} means nothing")
    text = rf"(?:{''.join(parts)})(?![^\W_])"
    return re.compile(text, re.IGNORECASE), {k: tuple(v) for k, v in slots.items()}


def _class_of(slot: str) -> str:
    return slot if slot in SHAPES or not slot[-1].isdigit() else slot[:-1]


def _needs(pattern: str) -> frozenset[str]:
    """Return the first words of the alternatives that the rule cannot do without.

    Among a pattern's parts that may not be missing, the one with the rarest words is the one
    worth waiting for: class words before numbers, and literal words where there is no class.
    """
    required = _strip_optional(pattern)
    branches = _branches(required)
    out: set[str] = set()
    for branch in branches:
        out |= _rarest(branch)
    return frozenset(out)


def _strip_optional(pattern: str) -> str:
    while (stripped := re.sub(r"\[[^\[\]]*\]", "", pattern)) != pattern:
        pattern = stripped
    return pattern


def _branches(pattern: str) -> list[str]:
    """Return the pattern with every choice ``(a|b)`` made."""
    match = re.search(r"(?<!\\)\(([^()]*)(?<!\\)\)", pattern)
    if match is None:
        return [pattern]
    head, tail = pattern[: match.start()], pattern[match.end() :]
    return [b for choice in match[1].split("|") for b in _branches(head + choice + tail)]


_RARITY = (
    *(
        "holiday",
        "quarterletter",
        "halfletter",
        "weekdays",
        "month",
        "weekday",
        "decade",
        "hour",
        "season",
        "unit",
        "part",
    ),
    *("ampm", "yearwords"),
)
_COMMON = frozenset(
    {"a", "an", "the", "of", "in", "to", "on", "or", "and", "from", "for", "s", "before", "after"}
    | {"last", "week", "year", "day"}
)


def _rarest(branch: str) -> set[str]:
    found = {_class_of(slot) for slot in re.findall(r"\{(\w+)\}", branch)}
    for cls in _RARITY:
        if cls in found:
            return _first_words(cls)
    literal = re.findall(r"[^\W_]+", re.sub(r"\{\w+\}", " ", branch).lower())
    rare = [w for w in literal if w not in _COMMON and not w.isdigit()]
    if not rare and not found and not any(w.isdigit() for w in literal):
        rare = literal
    return {max(rare, key=len)} if rare else {"#"}


def _first_words(cls: str) -> set[str]:
    if cls == "ampm":
        return {"#"}
    if cls == "yearwords":
        return {"eighteen", "nineteen", "twenty"}
    return {re.findall(r"[^\W_]+", form)[0] for form in words()[cls]}


@cache
def vocabulary() -> Mapping[str, tuple[Rule, ...]]:
    """Return every word (small letters) an expression can hold -> the rules waiting for it.

    The rules of words that begin with a digit stand under ``"#"``.
    """
    out: dict[str, list[Rule]] = {"#": []}
    patterns = [row[1] for row in rows("rules.tsv", columns=7)]
    classes = {
        _class_of(slot) for pattern in patterns for slot in re.findall(r"\{(\w+)\}", pattern)
    }
    for cls in classes | {"number", "ordinal"}:
        for form in words().get(cls, ()):
            out.update({w: [] for w in re.findall(r"[^\W_]+", form) if w not in out})
    for pattern in patterns:
        literal = re.findall(r"[^\W\d_]+", re.sub(r"\{\w+\}", " ", pattern).lower())
        out.update({w: [] for w in literal if w not in out})
    out.update(
        {
            w: []
            for w in ("an", "half", "couple", "another", "oh", "p", "m", "am", "pm")
            if w not in out
        }
    )
    for rule in rules():
        for word in rule.needs:
            out[word].append(rule)
    return {word: tuple(waiting) for word, waiting in out.items()}
