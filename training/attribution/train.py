"""Train an attribution model on the annotated articles: `train.py CONFIG.toml RUN_NAME`."""

from __future__ import annotations

import sys
import time
from itertools import chain
from pathlib import Path

import torch
from onrecord.extract.attribution import decode
from onrecord.language.pieces import cut

import evaluate
from data import Article, read_corpus
from device import autocast, best_device, placed
from model import Attributor, collate, loss_of
from optim import Masters, schedule
from settings import Log, Settings, settings_of
from stream import Plan, epochs
from vocabulary import Vocabulary, renumbering


def masters_of(model: Attributor, run: Settings) -> Masters:
    """The optimiser with the run's rates."""
    return Masters(
        model, layers=model.encoder.shape.layers, rate=run["rate"], head_rate=run["head_rate"],
        layer_decay=run["layer_decay"], weight_decay=0.01, average=run["average"],
    )  # fmt: skip


def build(run: Settings, paths: Settings, device: torch.device) -> Attributor:
    """A fresh model of the run's kind, on its device."""
    model = Attributor.build(
        Path(paths[run["base"]]), rank=run["rank"], dropout=run["dropout"], seed=run["seed"],
        frozen=run["frozen"], words=run["words"],
    )  # fmt: skip
    if run["start"]:
        values = torch.load(Path(paths["out"]) / run["start"] / "last.pt", weights_only=True)
        model.load_state_dict(values["mean"], strict=False)
    placed(model, device)
    return model


class Dev:
    """The dev articles, cut once; scores a model on them."""

    def __init__(self, run: Settings, paths: Settings, vocabulary: Vocabulary) -> None:
        gold = Path(paths["gold"])
        self.articles: list[Article] = read_corpus(gold / "polnear/dev")[: run.get("dev")]
        self.pieces = [
            cut(vocabulary.tokenizer, a.text, vocabulary.separator) for a in self.articles
        ]
        self.ends, self.module = vocabulary.ends, evaluate.scorer(gold)

    def score(self, model: Attributor, masters: Masters, **more: object) -> dict:
        """Figures of the averaged weights; the model trains on afterwards as before."""
        masters.load_into_live(masters.mean)
        encodings = evaluate.encode(model, self.pieces, self.ends, **more)
        masters.load_into_live(masters.master)
        model.train()
        found = [decode(e, a.text) for e, a in zip(encodings, self.articles, strict=True)]
        return evaluate.score(self.module, self.articles, found)


def main(config_path: str, name: str) -> None:
    run, paths = settings_of(config_path, name)
    device = best_device()
    torch.set_num_threads(run["threads"])
    out = Path(paths["out"]) / name
    say = Log(out, run)
    vocabulary = Vocabulary(Path(paths["mini"]))
    numbers = None
    if run["base"] != "mini":
        numbers = renumbering(vocabulary, Vocabulary(Path(paths[run["base"]])))
    train = read_corpus(Path(paths["gold"]) / "polnear/train")[: run.get("articles")]
    dev = Dev(run, paths, vocabulary)
    model = build(run, paths, device)
    masters = masters_of(model, run)
    plan = Plan(vocabulary=Path(paths["mini"]), sizes=tuple(run["sizes"]),
                restyled=run["restyled"], unlabelled=0, seed=run["seed"])  # fmt: skip
    stream = epochs(plan, train, [], batch_pieces=run["batch_pieces"], processes=run["processes"])
    first = next(stream)
    step, total, begun, seen = 0, len(first) * run["epochs"], time.time(), 0
    model.train()
    for number, todo in enumerate(chain([first], stream)):
        for count, part in enumerate(todo, 1):
            batch = collate([e for _, e in part], vocabulary.ends, numbers).to(device)
            with autocast(device):
                loss, parts = loss_of(model, batch, dice=run["dice"])
            loss.backward()
            masters.step(schedule(step, total, run["warmup"]))
            step += 1
            seen += sum(len(e.pieces.ids) for _, e in part)
            if count % 40 == 0:
                shown = {k: round(float(v), 4) for k, v in parts.items()}
                say(f"step {step}/{total} {seen / (time.time() - begun):.0f} pieces/s", shown)
        torch.save({"mean": masters.mean, "run": run}, out / "last.pt")
        done = number + 1 == run["epochs"]
        if done or (number + 1) % run["every"] == 0:
            say(f"epoch {number + 1}", dev.score(model, masters, numbers=numbers))
        if done:
            break


if __name__ == "__main__":
    main(*sys.argv[1:])
