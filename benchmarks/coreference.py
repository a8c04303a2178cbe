"""Who is who against GUM's news texts: names, descriptions and pronouns put together.

    python benchmarks/coreference.py [--half first|second] [-v]

Reads the CoNLL-U files of ``../shared/gold/coreference`` (GUM, Wikinews; Zeldes, "The GUM corpus",
LRE 51, 2017) and compares the actors read from their text with GUM's chains of persons,
organisations and states; things, happenings, times and other places are no actors of ours, nor
is a state that only says where something is ("in Canada").

A mention of ours is the innermost one of gold's that it lies in with a word of the head: gold's
minimal span and the parts of a name joined to it. Titles, appositions and relative clauses left
out cost nothing. Printed, in percent:

* ``names``, ``nominals``, ``pronouns``: links to what came before. Of our mentions of that form
  whose actor was mentioned before, the share whose nearest earlier mention is of the same gold
  chain (P); of gold's mentions of that form that have an antecedent, the share that is (R). A
  mention of ours that gold does not have, or has as no actor, counts against P. Pronouns are
  those of the third person and, in quotations, the first singular; ``he/she``, ``they`` and
  ``it`` are shown apart.
* ``names-of-pronouns``: third-person pronouns of chains that have a name, given to an actor with
  a mention by name in that chain: what a reader of the record needs.
* ``lea``: the link-based entity-aware measure over whole chains (Moosavi and Strube, ACL 2016),
  chains and actors of one mention left out on both sides.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, TypeAlias

import onrecord.language.pipeline
from onrecord import knowledge
from onrecord.record import Actor
from onrecord.resolve.actors import read_actors

GOLD = Path(__file__).resolve().parents[1] / ".." / "shared" / "gold" / "coreference"
THIRD = {
    "he/she": frozenset(["he", "him", "his", "himself", "she", "her", "hers", "herself"]),
    "they": frozenset(["they", "them", "their", "theirs", "themselves"]),
    "it": frozenset(["it", "its", "itself"]),
}
FIRST = frozenset(["i", "me", "my", "mine", "myself"])
_THIRD_WORDS = frozenset().union(*THIRD.values())

_WHERE = frozenset(["in", "at", "near", "inside", "outside", "across", "throughout", "within"])

Form: TypeAlias = Literal["name", "nominal", "pronoun"]
Triple: TypeAlias = tuple[str, int, int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Gold:
    """A gold mention: code points `[start, end)` of the text, those of its head's words."""

    start: int
    end: int
    head: tuple[tuple[int, int], ...]
    chain: str
    sort: str
    form: Form
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Ours:
    """A mention of ours with its actor's id, and the gold mention it is, if it is one."""

    start: int
    end: int
    actor: str
    form: Form
    text: str
    gold: Gold | None


def read_gum(path: Path) -> tuple[str, list[Gold]]:
    """Return a GUM file's text, paragraphs set apart by an empty line, and its mentions."""
    text, rows = _text_of(path)
    mentions: list[Gold] = []
    stack: list[tuple[list[str], int]] = []
    for number, (_, _, fields) in enumerate(rows):
        entity = re.search(r"Entity=([^|]+)", fields[9])
        for piece in re.findall(r"\([^()]+\)?|[^()]*\)", entity.group(1)) if entity else ():
            if piece.startswith("("):
                stack.append((piece.strip("()").split("-"), number))
            if piece.endswith(")"):
                at = len(stack) - 1
                if not piece.startswith("("):
                    name = piece.strip("()").split("-")[0]
                    at = max((i for i, s in enumerate(stack) if s[0][0] == name), default=at)
                parts, first = stack.pop(at)
                mentions.append(_gold(text, rows[first : number + 1], parts))
    return text, [m for m in mentions if not _only_where(text, m)]


def _only_where(text: str, mention: Gold) -> bool:
    """Whether a place by name stands after a preposition of place."""
    before = text[: mention.start].rsplit(maxsplit=1)[-1:]
    return mention.sort == "place" and mention.form == "name" and bool(set(before) & _WHERE)


def _text_of(path: Path) -> tuple[str, list[tuple[int, int, list[str]]]]:
    text = ""
    rows: list[tuple[int, int, list[str]]] = []
    last_of_word, tight = 0, False
    for line in path.read_text(encoding="utf8").splitlines():
        if line.startswith("# newpar") and text and not text.endswith("\n\n"):
            text = text.rstrip() + "\n\n"
        fields = line.split("\t")
        if len(fields) == 10 and "-" in fields[0]:
            last_of_word, tight = int(fields[0].split("-")[1]), "SpaceAfter=No" in fields[9]
        if len(fields) == 10 and fields[0].isdigit():
            rows.append((len(text), len(text) + len(fields[1]), fields))
            inside = int(fields[0]) < last_of_word
            ends = int(fields[0]) == last_of_word and tight
            text += fields[1] + ("" if inside or ends or "SpaceAfter=No" in fields[9] else " ")
        elif not line:
            last_of_word = 0
            text += "" if text.endswith((" ", "\n")) else " "
    return text, rows


def _gold(text: str, rows: Sequence[tuple[int, int, list[str]]], parts: Sequence[str]) -> Gold:
    """The mention over ``rows``; ``parts`` are chain, type, status, salience, centre, minimum."""
    minimum = [int(n) for n in parts[5].split(",") if n.isdigit()] or [len(rows)]
    heads = [rows[min(n, len(rows)) - 1] for n in minimum]
    tags = {fields[4] for _, _, fields in heads}
    numbers = {fields[0] for _, _, fields in heads}
    heads += [row for row in rows if row[2][6] in numbers and row[2][7].startswith("flat")]
    form: Form = "nominal"
    if any(tag.startswith("PRP") for tag in tags) and len(rows) == 1:
        form = "pronoun"
    elif any(tag.startswith("NNP") for tag in tags):
        form = "name"
    return Gold(
        start=rows[0][0],
        end=rows[-1][1],
        head=tuple((start, end) for start, end, _ in heads),
        chain=parts[0],
        sort=parts[1],
        form=form,
        text=text[rows[0][0] : rows[-1][1]],
    )


def covered(gold: Sequence[Gold]) -> set[str]:
    """The chains that are actors of ours: persons, organisations, states."""
    known = {name for state in knowledge.states() for name in (state.name, *state.aliases)}
    return {
        g.chain
        for g in gold
        if g.sort in ("person", "organization")
        or (g.sort == "place" and g.form == "name" and g.text.removeprefix("the ") in known)
    }


def align(actors: Sequence[Actor], gold: Sequence[Gold]) -> list[Ours]:
    """Our mentions in text order, each with the gold mention it is."""
    exact = {(g.start, g.end): g for g in gold}
    found = []
    for actor in actors:
        for mention in actor.mentions:
            start, end = mention.span
            near = [
                g
                for g in gold
                if g.start <= start
                and end <= g.end
                and any(start <= a and b <= end for a, b in g.head)
            ]
            same = exact.get((start, end)) or min(near, key=lambda g: g.end - g.start, default=None)
            form: Form = "name" if mention.form == "metonym" else mention.form
            found.append(
                Ours(
                    start=start,
                    end=end,
                    actor=actor.id,
                    form=form,
                    text=mention.text,
                    gold=same,
                )
            )
    return sorted(found, key=lambda o: (o.start, -o.end))


def score(actors: Sequence[Actor], gold: Sequence[Gold], counts: Counter[str]) -> list[str]:
    """Add one text's counts; return what went wrong, a line each, for reading."""
    chains = covered(gold)
    ours = align(actors, gold)
    wrong = [*_links(ours, gold, chains, counts), *_named_pronouns(ours, gold, chains, counts)]
    _lea(ours, gold, chains, counts)
    return wrong


def _kinds(form: Form, text: str) -> list[str]:
    """The figures a mention counts in."""
    if form != "pronoun":
        return [f"{form}s"]
    word = text.lower()
    if word not in _THIRD_WORDS | FIRST:
        return []
    return ["pronouns", *(group for group, words in THIRD.items() if word in words)]


def _links(
    ours: Sequence[Ours], gold: Sequence[Gold], chains: set[str], counts: Counter[str]
) -> Iterator[str]:
    seen: set[str] = set()
    for g in sorted(gold, key=lambda g: (g.start, -g.end)):
        if g.chain in chains and g.chain in seen:
            counts.update(f"{kind} gold" for kind in _kinds(g.form, g.text))
        seen.add(g.chain)
    nearest: dict[str, Ours] = {}
    hit: set[tuple[int, int]] = set()
    for mention in ours:
        before = nearest.get(mention.actor)
        nearest[mention.actor] = mention
        if before is None:
            continue
        same = mention.gold
        right = (
            same is not None
            and before.gold is not None
            and same.chain == before.gold.chain
            and same.chain in chains
        )
        form = same.form if same is not None else mention.form
        kinds = _kinds(form, mention.text)
        counts.update(f"{kind} given" for kind in kinds)
        if right and same is not None:
            if (same.start, same.end) not in hit:
                counts.update(f"{kind} right" for kind in kinds)
            hit.add((same.start, same.end))
        elif kinds:
            meant = same.text if same is not None else "no gold mention"
            yield f"{mention.start}: {form} {mention.text!r} = {mention.actor} (gold: {meant!r})"
    seen = set()
    for g in sorted(gold, key=lambda g: (g.start, -g.end)):
        missed = g.chain in seen and g.chain in chains and (g.start, g.end) not in hit
        if missed and _kinds(g.form, g.text):
            first = next(h for h in gold if h.chain == g.chain)
            yield f"{g.start}: missed {g.form} {g.text!r} of {first.text!r}"
        seen.add(g.chain)


def _named_pronouns(
    ours: Sequence[Ours], gold: Sequence[Gold], chains: set[str], counts: Counter[str]
) -> Iterator[str]:
    names: dict[str, set[str]] = {}
    for mention in ours:
        if mention.form == "name" and mention.gold is not None:
            names.setdefault(mention.actor, set()).add(mention.gold.chain)
    named = {g.chain for g in gold if g.form == "name"} & chains
    at = {(o.start, o.end): o.actor for o in ours if o.form == "pronoun"}
    for g in gold:
        if g.form == "pronoun" and g.text.lower() in _THIRD_WORDS:
            actor = at.get((g.start, g.end))
            right = actor is not None and g.chain in names.get(actor, set())
            counts["names-of-pronouns gold"] += g.chain in named
            counts["names-of-pronouns given"] += actor is not None and actor in names
            counts["names-of-pronouns right"] += right
            if not right and g.chain in named:
                yield f"{g.start}: {g.text} is {actor}, gold {g.chain}"


def _lea(
    ours: Sequence[Ours], gold: Sequence[Gold], chains: set[str], counts: Counter[str]
) -> None:
    """Add the sums of LEA, a thousandth as unit."""
    key: dict[str, set[tuple[int, int]]] = {}
    for g in gold:
        if g.chain in chains and (g.form != "pronoun" or _kinds(g.form, g.text)):
            key.setdefault(g.chain, set()).add((g.start, g.end))
    answer: dict[str, set[tuple[int, int]]] = {}
    for o in ours:
        place = (o.gold.start, o.gold.end) if o.gold is not None else (o.start, o.end)
        answer.setdefault(o.actor, set()).add(place)
    for name, left, right in (("r", key, answer), ("p", answer, key)):
        for some in left.values():
            if len(some) < 2:
                continue
            shared = (len(some & other) for other in right.values())
            links = sum(n * (n - 1) // 2 for n in shared)
            possible = len(some) * (len(some) - 1) // 2
            counts[f"lea {name}"] += round(1000 * len(some) * links / possible)
            counts[f"lea {name} n"] += 1000 * len(some)


FIGURES = ("names", "nominals", "pronouns", "he/she", "they", "it", "names-of-pronouns", "lea")


def figures(counts: Mapping[str, int]) -> dict[str, tuple[float, float, float]]:
    """Precision, recall and F1 of each figure, in percent."""
    found = {}
    for name in FIGURES:
        if name == "lea":
            p = _percent(counts["lea p"], counts["lea p n"])
            r = _percent(counts["lea r"], counts["lea r n"])
        else:
            p = _percent(counts[f"{name} right"], counts[f"{name} given"])
            r = _percent(counts[f"{name} right"], counts[f"{name} gold"])
        found[name] = (p, r, 2 * p * r / (p + r) if p + r else 0.0)
    return found


def _percent(part: int, whole: int) -> float:
    return 100 * part / whole if whole else 0.0


def texts(folder: Path = GOLD, *, half: str | None = None) -> list[Path]:
    """The gold files by name; ``first`` or ``second`` for one half of them."""
    paths = sorted(folder.glob("*.conllu"))
    middle = len(paths) // 2
    return {"first": paths[:middle], "second": paths[middle:]}.get(half or "", paths)


def measure(paths: Iterable[Path], *, show: bool = False) -> Counter[str]:
    """Read the actors of each text and count."""
    nlp = onrecord.language.pipeline.load()
    counts: Counter[str] = Counter()
    for path in paths:
        text, gold = read_gum(path)
        wrong = score(read_actors(nlp(text)), gold, counts)
        if show:
            print(*(f"{path.stem} {line}" for line in wrong), sep="\n")
    return counts


def main(argv: Sequence[str] | None = None) -> int:
    """Score the texts; ``-v`` prints what went wrong."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--half", choices=("first", "second"))
    parser.add_argument("-v", "--verbose", action="store_true")
    chosen = parser.parse_args(argv)
    paths = texts(half=chosen.half)
    if not paths:
        print("coreference: no gold texts beside the repository; nothing measured")
        return 0
    counts = measure(paths, show=chosen.verbose)
    for name, (p, r, f1) in figures(counts).items():
        tail = (
            ""
            if name == "lea"
            else f"   ({counts[f'{name} right']}/{counts[f'{name} given']}"
            f" given, {counts[f'{name} gold']} gold)"
        )
        print(f"{name:18s} P {p:5.1f}  R {r:5.1f}  F1 {f1:5.1f}{tail}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
