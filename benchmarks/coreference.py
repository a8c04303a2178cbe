"""Mentions put together: pronouns, names and descriptions against GUM's news texts.

Reads the CoNLL-U files of ``../shared/gold/coreference`` (GUM, Wikinews; Zeldes, "The GUM corpus",
LRE 51, 2017) and compares the actors read from their text. Printed, in percent:

* pronouns: of the gold third-person pronouns that a name in the text stands behind, how many are
  given to an actor with a mention by name inside the gold chain (recall), and of those given to
  any actor, how many are right (precision);
* by group of pronoun (he/she, they, it);
* names: B-cubed over the mentions by name that both sides have;
* links: pairs of mentions (names, descriptions, pronouns) found by both: the share of our pairs
  that are gold's, and of gold's that are ours.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import onrecord.language.pipeline
from onrecord.record import Actor
from onrecord.resolve.actors import read_actors

GOLD = Path(__file__).resolve().parents[1] / ".." / "shared" / "gold" / "coreference"
GROUPS = {
    "he/she": frozenset(["he", "him", "his", "himself", "she", "her", "hers", "herself"]),
    "they": frozenset(["they", "them", "their", "theirs", "themselves"]),
    "it": frozenset(["it", "its", "itself"]),
}
_PERSONAL = frozenset({"person", "organization", "place"})
_OPEN = re.compile(r"\(([^()]+)|([^()]+)\)|(\))")


@dataclass(frozen=True, slots=True)
class Gold:
    """A gold mention: code points `[start, end)` of the text, its chain, its tags."""

    start: int
    end: int
    chain: str
    tags: tuple[str, ...]
    text: str

    @property
    def named(self) -> bool:
        """Whether it is a mention by name."""
        return len(self.tags) > 0 and "NNP" in "".join(self.tags) and self.tags[-1] != "PRP"


def read_gum(path: Path) -> tuple[str, list[Gold]]:
    """Return a GUM file's text, a paragraph a line pair, and its mentions."""
    text, rows, mentions = "", [], []
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
        if not line and not text.endswith((" ", "\n")):
            text += " "
    stack: list[tuple[str, int]] = []
    for number, (_, end, fields) in enumerate(rows):
        entity = re.search(r"Entity=([^|]+)", fields[9])
        if entity is None:
            continue
        for piece in re.findall(r"\([^()]+\)?|[^()]*\)", entity.group(1)):
            if piece.startswith("("):
                stack.append((piece.strip("()").split("-")[0], number))
            if piece.endswith(")"):
                chain = (
                    piece.strip("()").split("-")[0] if not piece.startswith("(") else stack[-1][0]
                )
                at = max(
                    (i for i, item in enumerate(stack) if item[0] == chain), default=len(stack) - 1
                )
                name, first = stack.pop(at)
                start = rows[first][0]
                tags = tuple(f[4] for _, _, f in rows[first : number + 1])
                mentions.append(Gold(start, end, name, tags, text[start:end]))
    return text, mentions


def _ours(actors: Sequence[Actor]) -> Iterator[tuple[int, int, str, str]]:
    for actor in actors:
        for mention in actor.mentions:
            yield mention.span.start, mention.span.end, actor.id, mention.form


def _head_matches(gold: Gold, start: int, end: int) -> bool:
    """Whether a mention of ours is gold's: the same end or start within it, mostly covered."""
    if gold.start == start and gold.end == end:
        return True
    inside = gold.start <= start and end <= gold.end
    return (
        inside
        and (gold.end == end or gold.start == start)
        and (end - start) * 3 >= gold.end - gold.start
    )


def score(
    path: Path, actors: Sequence[Actor], gold: Sequence[Gold], counts: Counter[str]
) -> list[str]:
    """Add one text's counts; return the pronouns that went wrong, for reading."""
    chains: dict[str, list[Gold]] = {}
    for mention in gold:
        chains.setdefault(mention.chain, []).append(mention)
    by_span = {(g.start, g.end): g for g in sorted(gold, key=lambda g: -(g.end - g.start))}
    found = list(_ours(actors))
    at = {(start, end): actor for start, end, actor, form in found if form == "pronoun"}
    names: dict[str, list[tuple[int, int]]] = {}
    for start, end, actor, form in found:
        if form in ("name", "metonym"):
            names.setdefault(actor, []).append((start, end))
    wrong = []
    for mention in gold:
        group = next((g for g, words in GROUPS.items() if mention.text.lower() in words), None)
        if group is None or not mention.tags or not mention.tags[0].startswith("PRP"):
            continue
        chain = [g for g in chains[mention.chain] if g.named]
        counts[f"{group} gold"] += bool(chain)
        linked = at.get((mention.start, mention.end))
        if linked is None:
            if group == "he/she":
                wrong.append(f"{path.stem} {mention.start}: {mention.text} open, gold {chain[:1]}")
            continue
        if not names.get(linked):
            counts[f"{group} unnamed"] += 1
            if chain:
                wrong.append(f"{path.stem} {mention.start}: {mention.text} -> {linked} unnamed")
            continue
        counts[f"{group} given"] += 1
        right = any(_head_matches(g, s, e) for g in chain for s, e in names[linked])
        counts[f"{group} right"] += right
        if not right:
            gold_name = chain[0].text if chain else "(no name)"
            wrong.append(
                f"{path.stem} {mention.start}: {mention.text} -> {linked}, gold {gold_name}"
            )
    pairs = [
        (g, actor, form)
        for start, end, actor, form in found
        if (g := _aligned(by_span, gold, start, end)) is not None
    ]
    counts["aligned"] += len(pairs)
    counts["mentions"] += len(found)
    _b_cubed([(g.chain, actor) for g, actor, form in pairs if form == "name"], counts)
    for i, (g, actor, _) in enumerate(pairs):
        for h, other, _ in pairs[i + 1 :]:
            counts["link ours"] += actor == other
            counts["link gold"] += g.chain == h.chain
            counts["link both"] += actor == other and g.chain == h.chain
    return wrong


def _aligned(
    by_span: dict[tuple[int, int], Gold], gold: Sequence[Gold], start: int, end: int
) -> Gold | None:
    if (start, end) in by_span:
        return by_span[start, end]
    near = [g for g in gold if _head_matches(g, start, end)]
    return min(near, key=lambda g: g.end - g.start) if near else None


def _b_cubed(pairs: Sequence[tuple[str, str]], counts: Counter[str]) -> None:
    for chain, actor in pairs:
        mine = [c for c, a in pairs if a == actor]
        theirs = [a for c, a in pairs if c == chain]
        counts["b3 n"] += 1000
        counts["b3 p"] += round(1000 * sum(c == chain for c in mine) / len(mine))
        counts["b3 r"] += round(1000 * sum(a == actor for a in theirs) / len(theirs))


def _percent(part: int, whole: int) -> float:
    return 100 * part / whole if whole else 0.0


def report(counts: Counter[str]) -> Iterator[str]:
    """The figures as lines."""
    total: Counter[str] = Counter()
    for group in GROUPS:
        for what in ("gold", "given", "right"):
            total[what] += counts[f"{group} {what}"]
        yield _line(
            group, counts[f"{group} right"], counts[f"{group} given"], counts[f"{group} gold"]
        )
    yield _line("pronouns", total["right"], total["given"], total["gold"])
    n = counts["b3 n"]
    yield f"names B3     P {_percent(counts['b3 p'], n):5.1f}  R {_percent(counts['b3 r'], n):5.1f}"
    yield _line("links", counts["link both"], counts["link ours"], counts["link gold"])


def _line(name: str, right: int, given: int, gold: int) -> str:
    p, r = _percent(right, given), _percent(right, gold)
    f1 = 2 * p * r / (p + r) if p + r else 0.0
    return f"{name:12s} P {p:5.1f}  R {r:5.1f}  F1 {f1:5.1f}   ({right}/{given} given, {gold} gold)"


def main(argv: Sequence[str]) -> int:
    """Score all texts; ``-v`` prints the pronouns that went wrong."""
    paths = sorted(GOLD.glob("*.conllu"))
    if not paths:
        print(f"coreference: no gold texts under {GOLD}; nothing measured")
        return 0
    nlp = onrecord.language.pipeline.load()
    counts: Counter[str] = Counter()
    for path in paths:
        text, gold = read_gum(path)
        wrong = score(path, read_actors(nlp(text)), gold, counts)
        if "-v" in argv:
            print(*wrong, sep="\n")
    print(*report(counts), sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
