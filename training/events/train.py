"""Train the table of event types, cross-validate it, and write it into the package.

    python training/events/train.py [--shared ../shared] [--write]

Each marked pair of PLV's training half labels the triggers whose roles meet it; PLOVER's gold
standard records label the triggers among their event words, those that resemble a sentence of
PLV left out. Five folds: the whole way (``read_events``) is run on each fifth with a table
trained on the other four, and the corpus's own scorer counts.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import subprocess
import sys
import tempfile
import tomllib
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

import numpy as np
from spacy.tokens import Doc

import onrecord
from onrecord.extract.events import kinds
from onrecord.extract.events.features import features, vector
from onrecord.extract.events.read import read_events
from onrecord.extract.events.roles import nouns_of, roles_of
from onrecord.extract.events.trigger import Trigger
from onrecord.extract.events.triggers import triggers
from onrecord.extract.whom import Whom
from onrecord.language.layers import layers_of
from onrecord.record import Actor, Record, Report, report_id
from regression import train

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
CONFIG = tomllib.loads((HERE / "config.toml").read_text(encoding="utf8"))
_OLD_NAMES = {
    "DEMAND": "REQUEST",
    "DISAPPROVE": "ACCUSE",
    "INVESTIGATE": "ACCUSE",
    "FIGHT": "ASSAULT",
}
_YIELDS = ("CONCEDE", "RETREAT")


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A trigger with its type; ``group`` is the sentence of PLV it is from, -1 for none."""

    names: tuple[str, ...]
    dense: Any
    kind: str
    weight: float
    group: int


def main() -> None:
    """Cross-validate, and with ``--write`` train on everything and write the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--attributor", default="auto", choices=("auto", "model", "rules"))
    chosen = parser.parse_args()
    folder = chosen.shared / "gold/events"
    gold = [
        json.loads(line) for line in (folder / "plv-train.jsonl").read_text("utf8").splitlines()
    ]
    coder = onrecord.load(attributor=chosen.attributor)
    docs = parsed(coder, (row["text"] for row in gold))
    examples = [
        e for n, (row, doc) in enumerate(zip(gold, docs, strict=True)) for e in of_pair(n, row, doc)
    ]
    examples += of_records(coder, folder / "plover-gsr.json", [row["text"] for row in gold])
    print(f"{len(examples)} labelled triggers: {dict(Counter(e.kind for e in examples))}")
    records = cross_validated(docs, examples)
    print(scored(folder, records))
    if chosen.write:
        write(fit(examples))


def parsed(coder: onrecord.Coder, texts: Iterable[str]) -> list[Doc]:
    """Read the texts with the whole pipeline."""
    reports = (Report(id=report_id(text), text=text) for text in texts)
    return list(coder._nlp.pipe(map(coder._start, reports), batch_size=16))


def of_pair(group: int, row: dict[str, Any], doc: Doc) -> list[Example]:
    """The triggers whose roles meet a marked pair; where some agree with its type, only those."""
    layers = layers_of(doc)
    whom = Whom(doc, layers.actors or (), layers.statements or ())
    found = triggers(doc)
    whom.introduce(noun for trigger in found for noun in nouns_of(trigger))
    ranked: list[tuple[int, Trigger]] = []
    for trigger in found:
        roles = roles_of(trigger, whom)
        actor = any(hit(whom.actors[a], row["actor"]) for a in roles.actors)
        recipient = any(hit(whom.actors[a], row["recipient"]) for a in roles.recipients)
        if actor or recipient:
            ranked.append((8 * (actor and recipient) + 2 * actor + recipient, trigger))
    best = [t for rank, t in ranked if rank == max(r for r, _ in ranked)]
    agreeing = [t for t in best if merged(t.label.partition(".")[0]) == row["type"]]
    chosen = agreeing or best
    return [_example(t, row["type"], weight=1 / len(chosen), group=group) for t in chosen]


def of_records(coder: onrecord.Coder, path: Path, seen: Sequence[str]) -> list[Example]:
    """The triggers among the event words of PLOVER's gold standard records."""
    raw = path.read_text(encoding="utf8")
    fields = r'"event": "(\w+)",\s*"eventText": "([^"]*)".*?"text": "((?:[^"\\]|\\.)*)"'
    rows = [(m[1], m[2], json.loads(f'"{m[3]}"')) for m in re.finditer(fields, raw, re.DOTALL)]
    known = [_bag(text) for text in seen]
    rows = [r for r in rows if all(_alike(_bag(r[2]), other) < 0.5 for other in known)]
    out = []
    for (kind, told, _), doc in zip(rows, parsed(coder, (r[2] for r in rows)), strict=True):
        words = set(told.lower().split())
        chosen = [t for t in triggers(doc) if t.word.lower_ in words]
        renamed = merged(_OLD_NAMES.get(kind, kind))
        weight = CONFIG["gsr_weight"] / max(len(chosen), 1)
        out += [_example(t, renamed, weight=weight, group=-1) for t in chosen]
    return out


def cross_validated(docs: Sequence[Doc], examples: Sequence[Example]) -> list[Record]:
    """Read each fold with a table trained on the others."""
    order = list(range(len(docs)))
    random.Random(CONFIG["seed"]).shuffle(order)
    fold_of = {n: k % CONFIG["folds"] for k, n in enumerate(order)}
    out: dict[int, Record] = {}
    for fold in range(CONFIG["folds"]):
        table = fit([e for e in examples if e.group < 0 or fold_of[e.group] != fold])
        for n, doc in enumerate(docs):
            if fold_of[n] == fold:
                out[n] = _record(doc, table)
    return [out[n] for n in range(len(docs))]


def fit(examples: Sequence[Example]) -> kinds.Kinds:
    """Train one table."""
    counts = Counter(name for e in examples for name in e.names)
    names = sorted(name for name, n in counts.items() if n >= CONFIG["minimum_count"])
    index = {name: n for n, name in enumerate(names)}
    classes = sorted({e.kind for e in examples})
    x = np.zeros((len(examples), len(names) + len(examples[0].dense)))
    for n, e in enumerate(examples):
        x[n, [index[name] for name in e.names if name in index]] = 1.0
        x[n, len(names) :] = e.dense * CONFIG["dense_scale"]
    y = np.array([classes.index(e.kind) for e in examples])
    weight = np.array([e.weight for e in examples])
    weights, bias = train(x, y, weight, classes=len(classes), c=CONFIG["inverse_regularisation"])
    dense = weights[len(names) :] * CONFIG["dense_scale"]
    return kinds.table(classes, names, weights[: len(names)], dense, bias)


def scored(folder: Path, records: Sequence[Record]) -> str:
    """Return what the corpus's scorer prints."""
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf8") as file:
        file.writelines(record.to_json() + "\n" for record in records)
        file.flush()
        command = [
            sys.executable,
            str(folder / "score.py"),
            str(folder / "plv-train.jsonl"),
            file.name,
        ]
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def write(table: kinds.Kinds) -> None:
    """Write the table beside the module that reads it, and its checksum into the module."""
    module = Path(kinds.__file__)
    path = module.with_name(kinds.FILE)
    np.savez_compressed(
        path,
        classes=np.array(table.classes),
        names=np.array("\n".join(table.index)),
        weights=table.weights.astype(np.float16),
        dense=table.dense.astype(np.float16),
        bias=table.bias,
    )
    digest = sha256(path.read_bytes()).hexdigest()
    text = module.read_text(encoding="utf8")
    module.write_text(re.sub(r'CHECKSUM = ".*?"', f'CHECKSUM = "{digest}"', text), encoding="utf8")
    print(f"{path.name}: {path.stat().st_size:,} bytes, {len(table.index)} features, {digest}")


def _record(doc: Doc, table: kinds.Kinds) -> Record:
    layers = layers_of(doc)
    events, actors = read_events(doc, table=table)
    assert layers.report is not None
    return Record(
        version=onrecord.__version__,
        model="fold",
        report=layers.report,
        actors=actors,
        statements=layers.statements or (),
        places=layers.places or (),
        events=events,
    )


def _example(trigger: Trigger, kind: str, *, weight: float, group: int) -> Example:
    names = tuple(features(trigger))
    return Example(names=names, dense=vector(trigger), kind=kind, weight=weight, group=group)


def merged(kind: str) -> str:
    """Return the class of the corpus, which has one for CONCEDE and RETREAT."""
    return kinds.YIELD if kind in _YIELDS else kind


def hit(actor: Actor, span: Sequence[int]) -> bool:
    """Whether a mention of the actor overlaps a marked span."""
    return any(m.span.start < span[1] and span[0] < m.span.end for m in actor.mentions)


def _bag(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", text.lower()))


def _alike(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / max(len(one | other), 1)


if __name__ == "__main__":
    main()
