"""Sort what goes wrong by kind: `misses.py GOLD PREDICTIONS.jsonl...` prints a Markdown table.

GOLD is a folder in PolNeAR's layout below the folder of `score.py`; predictions are in that
scorer's line format. Every gold attribution that is not `attributed`, and every prediction that
matches no gold one, is counted under exactly one kind, the first that fits.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from pathlib import Path
from types import ModuleType
from typing import Any

import evaluate

_SPEECH = re.compile(
    r"\b(say|says|said|saying|tell|tells|told|add|adds|added|ask|asks|asked|write|writes|wrote|"
    r"state|states|stated|announce|announced|argue|argues|argued|claim|claims|claimed|according)\b",
    re.IGNORECASE,
)
KINDS = (
    "not found: speech verb or “according to” as cue",
    "not found: other cue, no source",
    "not found: other cue (attitude, noun, plan)",
    "content too short (less than half of it)",
    "content too long (over twice as much)",
    "content elsewhere or split differently",
    "content right, source missed",
    "content right, source given where there is none",
    "content right, wrong source",
    "extra: overlaps a gold content already matched or missed",
    "extra: nothing annotated there",
)
Roles = dict[str, frozenset[int]]


def covered(module: ModuleType, text: str, items: list[dict[str, Any]]) -> list[Roles]:
    """Word positions of each role of each attribution."""
    toks = module.tokens_of(text)
    out = []
    for item in items:
        roles = {r: module.cover(item.get(r) or (), toks) for r in ("source", "cue", "content")}
        if roles["content"]:
            out.append(roles)
    return out


def matched(module: ModuleType, gold: list[Roles], pred: list[Roles]) -> dict[int, int]:
    """The scorer's one-to-one matching of contents: gold number to prediction number."""
    pairs = sorted(
        (-len(g["content"] & p["content"]) / len(g["content"] | p["content"]),
         not module.same_source(g["source"], p["source"]), i, j)
        for i, g in enumerate(gold) for j, p in enumerate(pred) if g["content"] & p["content"]
    )  # fmt: skip
    out: dict[int, int] = {}
    for overlap, _, i, j in pairs:
        if -overlap >= 0.5 and i not in out and j not in out.values():
            out[i] = j
    return out


def kind_of(
    module: ModuleType, text: str, gold: Roles, pred: list[Roles], match: int | None
) -> str:
    """Why this gold attribution does not count; empty where it does."""
    if match is not None:
        given = pred[match]["source"]
        if module.same_source(gold["source"], given):
            return ""
        if not given:
            return KINDS[6]
        return KINDS[8] if gold["source"] else KINDS[7]
    near = [p for p in pred if p["cue"] & gold["cue"]] or [
        p for p in pred if p["content"] & gold["content"]
    ]
    if not near:
        toks = module.tokens_of(text)
        cue = " ".join(text[toks[i][0] : toks[i][1]] for i in sorted(gold["cue"]))
        if _SPEECH.search(cue):
            return KINDS[0]
        return KINDS[2] if gold["source"] else KINDS[1]
    closest = max(near, key=lambda p: len(p["content"] & gold["content"]))["content"]
    if closest & gold["content"] and closest <= gold["content"]:
        return KINDS[3]
    return KINDS[4] if gold["content"] <= closest else KINDS[5]


def counted(folder: Path, predictions: Path) -> Counter[str]:
    """How often each kind occurs; under "right" what counts, under "gold" all there is."""
    module = evaluate.scorer(folder.parents[1])
    lines = map(json.loads, predictions.read_text(encoding="utf8").splitlines())
    given = {row["doc"]: row["attributions"] for row in lines}
    out: Counter[str] = Counter()
    for doc, text, readings in module.gold_of(folder):
        gold = covered(module, text, module.read_ann(readings[0]))
        pred = covered(module, text, given.get(doc, []))
        pairs = matched(module, gold, pred)
        out["gold"] += len(gold)
        for i, g in enumerate(gold):
            out[kind_of(module, text, g, pred, pairs.get(i)) or "right"] += 1
        everything = frozenset().union(*(g["content"] for g in gold))
        for j, p in enumerate(pred):
            if j not in pairs.values():
                out[KINDS[9] if p["content"] & everything else KINDS[10]] += 1
    return out


def main(gold: str, *predictions: str) -> None:
    """Print a table with a column for each file of predictions."""
    columns = [counted(Path(gold), Path(p)) for p in predictions]
    print("| kind | " + " | ".join(Path(p).stem for p in predictions) + " |")
    print("|---|" + "---:|" * len(predictions))
    rows = ["right", *sorted(KINDS, key=lambda k: -columns[-1][k])]
    for kind in rows:
        print(f"| {kind} | " + " | ".join(str(c[kind]) for c in columns) + " |")


if __name__ == "__main__":
    main(*sys.argv[1:])
