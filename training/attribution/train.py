"""Train an attribution model: `train.py CONFIG.toml RUN_NAME`."""

from __future__ import annotations

import json
import random
import sys
import time
import tomllib
from pathlib import Path

import torch
from onrecord.extract.attribution import decode
from onrecord.language.pieces import cut
from tokenizers import Tokenizer

import evaluate
from data import Example, epoch, read_corpus
from model import Attributor, collate, loss_of
from optim import Masters, schedule
from transformer import lower_precision


class Vocabulary:
    """A checkpoint's tokeniser and the ids of its special pieces."""

    def __init__(self, folder: Path) -> None:
        self.tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self.tokenizer.no_padding()
        self.tokenizer.no_truncation()
        names = ("<s>", "</s>", "<pad>") if self.tokenizer.token_to_id("<s>") is not None else (
            "[CLS]", "[SEP]", "[PAD]")  # fmt: skip
        first, last, pad = (self.tokenizer.token_to_id(n) for n in names)
        self.ends = (first, last, pad)
        self.separator = last


def batches(examples: list[Example], pieces: int, rng: random.Random) -> list[list[Example]]:
    """Shuffled batches of about `pieces` pieces, of windows alike in length."""
    order = sorted(examples, key=lambda e: len(e.pieces.ids) + rng.random() * 64)
    out: list[list[Example]] = []
    room = 0
    for e in order:
        if room < len(e.pieces.ids):
            out.append([])
            room = pieces
        out[-1].append(e)
        room -= len(e.pieces.ids)
    rng.shuffle(out)
    return out


def main(config_path: str, name: str) -> None:
    config = tomllib.loads(Path(config_path).read_text())
    run = config["run"][name]
    run = {**config["defaults"], **run}
    torch.set_num_threads(run["threads"])
    rng = random.Random(run["seed"])
    out = Path(config["paths"]["out"]) / name
    out.mkdir(parents=True, exist_ok=True)
    folder = Path(config["paths"][run["base"]])
    vocabulary = Vocabulary(folder)
    gold = Path(config["paths"]["gold"])
    train, dev = read_corpus(gold / "polnear/train"), read_corpus(gold / "polnear/dev")
    if run.get("articles"):
        train = train[: run["articles"]]
    module = evaluate.scorer(gold)
    model = Attributor.build(
        folder, rank=run["rank"], dropout=run["dropout"], seed=run["seed"], frozen=run["frozen"]
    )
    lower_precision(model)
    masters = Masters(
        model, layers=model.encoder.shape.layers, rate=run["rate"], head_rate=run["head_rate"],
        layer_decay=run["layer_decay"], weight_decay=0.01, average=run["average"],
    )  # fmt: skip
    dev_pieces = [cut(vocabulary.tokenizer, a.text, vocabulary.separator) for a in dev]
    log = (out / "log.txt").open("a")

    def say(*words: object) -> None:
        line = " ".join(map(str, (time.strftime("%H:%M:%S"), *words)))
        print(line, file=log, flush=True)
        print(line, flush=True)

    say(json.dumps(run), torch.__version__)
    step, total, begun, seen = 0, None, time.time(), 0
    for number in range(run["epochs"]):
        examples = list(
            epoch(
                train,
                vocabulary.tokenizer,
                vocabulary.separator,
                rng,
                size=run["window"] - 2,
                restyled=run["restyled"],
            )
        )
        todo = batches(examples, run["batch_pieces"], rng)
        total = total or len(todo) * run["epochs"]
        model.train()
        sums: dict[str, float] = {}
        for count, part in enumerate(todo, 1):
            loss, parts = loss_of(model, collate(part, vocabulary.ends), dice=run["dice"])
            loss.backward()
            masters.step(schedule(step, total, run["warmup"]))
            step += 1
            seen += sum(len(e.pieces.ids) for e in part)
            for key, value in parts.items():
                sums[key] = sums.get(key, 0) * 0.98 + value * 0.02 if key in sums else value
            if count % 40 == 0:
                shown = {k: round(v, 4) for k, v in sums.items()}
                say(f"step {step}/{total} {seen / (time.time() - begun):.0f} pieces/s", shown)
        torch.save({"mean": masters.mean, "run": run}, out / "last.pt")
        if (number + 1) % run["every"] == 0 or number + 1 == run["epochs"]:
            masters.load_into_live(masters.mean)
            encodings = evaluate.encode(model, dev_pieces, vocabulary.ends)
            found = [decode(e, a.text) for e, a in zip(encodings, dev, strict=True)]
            say(f"epoch {number + 1}", evaluate.score(module, dev, found))
            masters.load_into_live(masters.master)


if __name__ == "__main__":
    main(*sys.argv[1:])
