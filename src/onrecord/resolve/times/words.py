"""The words calendar expressions are made of, from ``words.tsv``, and what they count."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from onrecord.errors import KnowledgeError

SHAPES: Mapping[str, str] = MappingProxyType(
    {
        "year": r"(?:1[0-9]{3}|20[0-9]{2}|21[0-9]{2})(?![0-9])",
        "yy": r"['’‘]?[0-9]{2}(?![0-9])",
        "shortyear": r"['’‘][0-9]{2}(?![0-9])",
        "ordinalday": r"(?:3[01]|[12][0-9]|0?[1-9])(?:st|nd|rd|th)",
        "mm": r"(?:1[0-2]|0?[1-9])(?![0-9])",
        "dd": r"(?:3[01]|[12][0-9]|0?[1-9])(?![0-9])",
        "clock": r"(?:2[0-4]|[01]?[0-9])(?:[:.][0-5][0-9]){0,2}",
        "hhmm": r"(?:2[0-4]|[01]?[0-9]):[0-5][0-9]",
        "military": r"(?:2[0-3]|[01][0-9])[0-5][0-9]",
        "yearwords": (
            r"(?:eighteen|nineteen|twenty)[-\s]+(?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty"
            r"|ninety)(?:[-\s](?:one|two|three|four|five|six|seven|eight|nine)(?![^\W_]))?"
            r"|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
            r"|oh[-\s](?:one|two|three|four|five|six|seven|eight|nine))(?![^\W_])"
        ),
        "ampm": r"(?:[ap]\.[ ]?m\.?|[ap]m(?![a-z]))",
    }
)
"""Classes written as shapes, not as words."""

CAPITALISED = frozenset({"month", "weekday", "weekdays", "holiday"})
"""Classes whose words English writes with a capital ("sat", "mar" and "may" are other words)."""

_PATH = "words.tsv"


def rows(name: str, *, columns: int) -> list[list[str]]:
    """Return the rows of a packaged table, comments and blank lines left out."""
    table = files("onrecord.resolve.times").joinpath(name).read_text(encoding="utf-8")
    out = []
    for number, line in enumerate(table.splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = line.split("\t")
        if len(cells) != columns:
            raise KnowledgeError(f"{name}, line {number}: {len(cells)} columns, not {columns}")
        out.append(cells)
    return out


@cache
def words() -> Mapping[str, Mapping[str, str]]:
    """Return class -> word -> value."""
    out: dict[str, dict[str, str]] = {}
    for cls, forms, value in rows(_PATH, columns=3):
        out.setdefault(cls, {}).update(dict.fromkeys(forms.split("|"), value))
    return out


@cache
def shape(cls: str) -> str:
    """Return the regular expression of a class; ``KnowledgeError`` where there is none."""
    if cls in SHAPES:
        return SHAPES[cls]
    if cls == "day":
        return rf"(?:(?:3[01]|[12][0-9]|0?[1-9])(?:st|nd|rd|th)?(?![0-9])|{shape('ordinal')})"
    if cls == "n":
        return _number_shape()
    if cls == "nth":
        return rf"(?:[1-9][0-9]?(?:st|nd|rd|th)|{shape('ordinal')})"
    if cls not in words():
        raise KnowledgeError(f"a rule of times asks for {{{cls}}}, which words.tsv does not have")
    forms = sorted(words()[cls], key=len, reverse=True)
    return "(?:" + "|".join(_form(form) for form in forms) + ")"


def _form(form: str) -> str:
    text = re.escape(form).replace(r"\ ", r"\s+").replace(r"\-", r"[-\s]?")
    return text if not form[-1].isalnum() else text + r"(?![^\W_])"


def _number_shape() -> str:
    # Eight more words are more than any number in print; without a bound, a long row of number
    # words would be read again from each of its words.
    spelled = shape("number")
    return (
        r"(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,4}(?:\.[0-9]+)?(?:[ -]1/2|½)?|½"
        rf"|(?:an?\s+)?{spelled}(?:[-\s](?:and\s+)?{spelled}){{0,8}}(?:\s+and\s+a\s+half)?"
        r"|half\s+an?|an?\s+half|(?:a\s+)?couple\s+of|a\s+couple|an?(?![^\W_])"
        r"|another(?![^\W_]))"
    )


def value_of(cls: str, word: str) -> str:
    """Return the value of a word of a class; white space and hyphens count alike."""
    table = words()[cls]
    low = word.lower()
    for form in (low, re.sub(r"\s+", " ", low), low.replace(" ", "-"), low.rstrip(".")):
        if form in table:
            return table[form]
    flat = re.sub(r"[-\s]+", "", low)
    return next(v for form, v in table.items() if re.sub(r"[-\s]+", "", form) == flat)


def day_number(word: str) -> int:
    """Return the day of the month a {day} or {nth} word names."""
    digits = re.match(r"[0-9]+", word)
    return int(digits.group()) if digits else int(value_of("ordinal", word))


def number(word: str) -> float:
    """Return what an {n} counts: "two and a half" is 2.5, "a couple of" 2, "210" 210."""
    low = re.sub(r"\s+", " ", word.lower().replace("-", " ")).strip()
    if low in ("a", "an", "another"):
        return 1
    if low.startswith(("a couple", "couple")):
        return 2
    if low.startswith("half a") or low in ("a half", "an half", "½"):
        return 0.5
    extra = 0.5 if low.endswith((" and a half", "1/2", "½")) else 0.0
    low = re.sub(r"( and a half| ?1/2|½)$", "", low)
    if low[:1].isdigit():
        return float(low.replace(",", "")) + extra
    return _spelled(low) + extra


def _spelled(low: str) -> float:
    table = words()["number"]
    total, current = 0.0, 0.0
    for word in low.split():
        if word in ("and", "a", "an"):
            continue
        value = float(table[word])
        if value >= 100:
            current = max(current, 1) * value
            if value >= 1000:
                total, current = total + current, 0.0
        else:
            current += value
    return total + current
