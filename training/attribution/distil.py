"""Distil a teacher into a student, the teacher labelling as the student learns.

`distil.py CONFIG.toml RUN_NAME`. A second process runs the teacher over shuffled windows of
the annotated articles (soft labels mixed half and half with the annotators') and of unlabelled
ones, and hands its batches over; the student's rates follow the clock, so that a run ends
when its `minutes` are over, however busy the machine.
"""

from __future__ import annotations

import json
import random
import sys
import time
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import torch
import torch.multiprocessing as mp
from onrecord.extract.attribution import decode
from onrecord.language.pieces import cut
from torch.nn import functional as F  # noqa: N812 - torch's own name

import evaluate
from data import Article, epoch, read_corpus
from model import Attributor, Batch, collate
from optim import Masters
from train import Vocabulary, batches
from transformer import lower_precision

Settings = dict[str, Any]


def settings_of(config_path: str, name: str) -> tuple[Settings, Settings]:
    """The run's settings over the defaults, and the paths."""
    config = tomllib.loads(Path(config_path).read_text(encoding="utf8"))
    return {**config["defaults"], **config["run"][name]}, config["paths"]


def restored(folder: str, checkpoint: Path | None, run: Settings, *, dropout: float) -> Attributor:
    """A model in bf16, from a run's averaged weights where there are any."""
    model = Attributor.build(
        Path(folder), rank=run["rank"], dropout=dropout, seed=run["seed"], frozen=0
    )
    if checkpoint:
        model.load_state_dict(torch.load(checkpoint)["mean"], strict=False)
    lower_precision(model)
    return model


def windows_of(run: Settings, paths: Settings, seed: int) -> Iterator[list]:
    """Endless batches of examples, annotated and unlabelled ones mixed."""
    rng = random.Random(seed)
    vocabulary = Vocabulary(Path(paths["mini"]))
    gold = read_corpus(Path(paths["gold"]) / "polnear/train")
    lines = Path(paths["unlabelled"]).read_text(encoding="utf8").splitlines()
    plain = [Article("", json.loads(line)["text"], ((),)) for line in lines]
    while True:
        chosen = rng.sample(plain, run["unlabelled"])
        examples = []
        for labelled, articles in ((True, gold), (False, chosen)):
            for e in epoch(articles, vocabulary.tokenizer, vocabulary.separator, rng,
                           size=run["window"] - 2, restyled=run["restyled"]):  # fmt: skip
                examples.append((labelled, e))
        flags = {id(e): labelled for labelled, e in examples}
        for part in batches([e for _, e in examples], run["batch_pieces"], rng):
            yield [(flags[id(e)], e) for e in part]


def teach(run: Settings, paths: Settings, queue: mp.Queue) -> None:
    """Run the teacher; put `(Batch, soft tags [B, T, 3, 3], pieces)` on the queue."""
    torch.set_num_threads(run["threads"])
    student, own = Vocabulary(Path(paths["mini"])), Vocabulary(Path(paths["mpnet"]))
    names = student.tokenizer.get_vocab()
    ids = torch.zeros(max(names.values()) + 1, dtype=torch.long)
    for token, number in names.items():
        ids[number] = own.tokenizer.token_to_id(token) or own.tokenizer.token_to_id("[UNK]")
    for mine, theirs in zip(student.ends, own.ends, strict=True):
        ids[mine] = theirs
    checkpoint = Path(paths["out"]) / run["teacher"] / "last.pt"
    teacher = restored(paths["mpnet"], checkpoint, run, dropout=0.0).eval()
    for part in windows_of(run, paths, run["seed"]):
        batch = collate([e for _, e in part], student.ends)
        labelled = torch.tensor([flag for flag, _ in part])
        with torch.inference_mode():
            queue.put(softened(teacher, batch, labelled, ids))


def softened(
    teacher: Attributor, batch: Batch, labelled: torch.Tensor, ids: torch.Tensor
) -> tuple[list[np.ndarray], int]:
    """The batch with the teacher's anchors and targets in place of (or mixed with) the gold."""
    logits, cue, piece = teacher(ids[batch.ids], batch.cases, batch.valid)
    soft = logits.unflatten(-1, (3, 3)).softmax(-1)
    known = batch.tags[..., 0] >= 0
    hard = F.one_hot(batch.tags.clamp(min=0), 3).float()
    share = labelled.float()[:, None, None, None] * 0.5
    tags = share * hard + (1 - share) * soft
    anchors = (soft[..., 0, 1] > 0.15) & known
    gold = torch.zeros_like(anchors)
    gold[batch.row, batch.cue] = True
    number = torch.full(anchors.shape, -1)
    number[batch.row, batch.cue] = torch.arange(len(batch.cue))
    row, at = torch.nonzero(anchors | gold, as_tuple=True)
    wide = Batch(batch.ids, batch.cases, batch.valid, batch.paragraph, batch.tags, row, at,
                 batch.target, batch.weight)  # fmt: skip
    target = teacher.pairs(cue, piece, wide).sigmoid()
    weight = known[row][:, None, :].float().expand_as(target).clone()
    # A doubtful anchor says less about what belongs to it.
    weight *= torch.where(gold[row, at], 1.0, soft[row, at, 0, 1])[:, None, None]
    which = number[row, at]
    is_gold = which >= 0
    told = batch.weight[which[is_gold]]
    target[is_gold] = torch.where(
        told > 0, 0.5 * target[is_gold] + 0.5 * batch.target[which[is_gold]], target[is_gold]
    )
    arrays = (batch.ids, batch.cases, batch.valid, batch.paragraph, batch.tags, row, at,
              target.half(), weight.half(), tags.half())  # fmt: skip
    return [a.numpy() for a in arrays], int(known.sum())


def student_loss(model: Attributor, batch: Batch, soft: torch.Tensor) -> torch.Tensor:
    """Soft cross entropies, weighted as in `model.loss_of`."""
    logits, cue, piece = model(batch.ids, batch.cases, batch.valid)
    known = batch.tags[..., 0] >= 0
    total = known.sum()
    logs = logits.unflatten(-1, (3, 3)).log_softmax(-1)[known]
    ce = -(soft[known] * logs).sum(-1).mean(0)
    loss = ce[0] + 0.5 * ce[1] + 0.5 * ce[2]
    if len(batch.cue):
        bce = F.binary_cross_entropy_with_logits(
            model.pairs(cue, piece, batch), batch.target, weight=batch.weight, reduction="none"
        ).sum((0, 2))
        loss = loss + (2 * bce[0] + bce[1]) / total
    return loss


def main(config_path: str, name: str) -> None:
    """Train the student of run `name`."""
    run, paths = settings_of(config_path, name)
    torch.set_num_threads(run["threads"])
    out = Path(paths["out"]) / name
    out.mkdir(parents=True, exist_ok=True)
    context = mp.get_context("spawn")
    queue = context.Queue(maxsize=16)
    worker = context.Process(target=teach, args=(run, paths, queue), daemon=True)
    worker.start()
    start = Path(paths["out"]) / run["start"] / "last.pt" if run["start"] else None
    model = restored(paths["mini"], start, run, dropout=run["dropout"])
    masters = Masters(
        model, layers=model.encoder.shape.layers, rate=run["rate"], head_rate=run["head_rate"],
        layer_decay=run["layer_decay"], weight_decay=0.01, average=run["average"],
    )  # fmt: skip
    log = (out / "log.txt").open("a", encoding="utf8")

    def say(*words: object) -> None:
        line = " ".join(map(str, (time.strftime("%H:%M:%S"), *words)))
        print(line, file=log, flush=True)
        print(line, flush=True)

    say(json.dumps(run), torch.__version__)
    first = queue.get()
    begun, seen, step, mean = time.time(), 0, 0, 0.0
    model.train()
    while (gone := (time.time() - begun) / 60 / run["minutes"]) < 1:
        arrays, pieces = first if first else queue.get()
        first = None
        tensors = [torch.from_numpy(a) for a in arrays]
        tensors[7], tensors[8] = tensors[7].float(), tensors[8].float()
        loss = student_loss(model, Batch(*tensors[:9]), tensors[9].float())
        loss.backward()
        rise = min(1.0, gone / run["warmup"])
        masters.step(min(rise, 0.02 + 0.98 * 0.5 * (1 + np.cos(np.pi * gone))))
        step, seen = step + 1, seen + pieces
        mean = loss.item() if step == 1 else 0.98 * mean + 0.02 * loss.item()
        if step % 40 == 0:
            rate = seen / (time.time() - begun)
            say(f"{100 * gone:.0f} % step {step} {rate:.0f}/s loss {mean:.4f} {queue.qsize()}")
        if step % 200 == 0:
            torch.save({"mean": masters.mean, "run": run}, out / "last.pt")
    worker.kill()
    torch.save({"mean": masters.mean, "run": run}, out / "last.pt")
    masters.load_into_live(masters.mean)
    gold, vocabulary = Path(paths["gold"]), Vocabulary(Path(paths["mini"]))
    dev = read_corpus(gold / "polnear/dev")
    pieces_of = [cut(vocabulary.tokenizer, a.text, vocabulary.separator) for a in dev]
    encodings = evaluate.encode(model, pieces_of, vocabulary.ends)
    found = [decode(e, a.text) for e, a in zip(encodings, dev, strict=True)]
    say("dev", evaluate.score(evaluate.scorer(gold), dev, found))


if __name__ == "__main__":
    main(*sys.argv[1:])
