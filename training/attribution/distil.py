"""Distil teachers into students: `distil.py CONFIG.toml RUN_NAME`.

The teachers, all trained on the annotated articles, read shuffled windows of these (their mean
mixed half and half with the annotators' labels) and of unlabelled articles. Every student of the
run sees the same windows; they differ in their settings. Hinton, Vinyals and Dean 2015; a `hint`
also draws a student's states towards the first teacher's (Romero et al. 2015).
"""

from __future__ import annotations

import sys
import time
from itertools import chain, islice
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812 - torch's own name

from data import read_corpus
from device import autocast, best_device, placed, precision
from model import Attributor, Batch, collate
from optim import schedule
from settings import Log, Settings, settings_of
from stream import Plan, epochs, read_plain
from train import Dev, build, masters_of
from vocabulary import Vocabulary, renumbering

ANCHOR = 0.15  # the probability from which a teacher's cue is taught


class Teachers:
    """Several models that speak as their mean, each with its own numbers for the pieces."""

    def __init__(
        self, run: Settings, paths: Settings, device: torch.device, vocabulary: Vocabulary
    ) -> None:
        self.models: list[Attributor] = []
        self.numbers: list[Tensor | None] = []
        for name in run["teachers"]:
            values = torch.load(Path(paths["out"]) / name / "last.pt", weights_only=True)
            own = {**values["run"], "dropout": 0.0, "start": "", "frozen": 0}
            model = Attributor.build(
                Path(paths[own["base"]]), rank=own["rank"], dropout=0.0, seed=1, frozen=0
            )
            model.load_state_dict(values["mean"], strict=False)
            self.models.append(placed(model, device).eval())
            other = own["base"] != "mini"
            self.numbers.append(
                renumbering(vocabulary, Vocabulary(Path(paths[own["base"]]))).to(device)
                if other else None
            )  # fmt: skip

    @torch.no_grad()
    def teach(self, batch: Batch, labelled: Tensor) -> tuple[Batch, Tensor, Tensor]:
        """The batch with the teachers' anchors and targets in place of (or mixed with) the gold,
        soft tags `[B, T, 3, 3]` and the first teacher's states `[B, T, H]`."""
        seen, device = [], batch.ids.device
        for model, numbers in zip(self.models, self.numbers, strict=True):
            ids = batch.ids if numbers is None else numbers[batch.ids]
            hidden = model.encoder(ids, batch.cases, batch.valid, low=precision(device))
            seen.append((hidden, *model.heads(hidden)))
        soft = _mean([s[1].unflatten(-1, (3, 3)).softmax(-1) for s in seen])
        known = batch.tags[..., 0] >= 0
        hard = F.one_hot(batch.tags.clamp(min=0), 3).float()
        share = labelled.float()[:, None, None, None] * 0.5
        tags = share * hard + (1 - share) * soft
        anchors = (soft[..., 0, 1] > ANCHOR) & known
        gold = torch.zeros_like(anchors)
        gold[batch.row, batch.cue] = True
        number = torch.full(anchors.shape, -1, device=device)
        number[batch.row, batch.cue] = torch.arange(len(batch.cue), device=device)
        row, at = torch.nonzero(anchors | gold, as_tuple=True)
        wide = Batch(batch.ids, batch.cases, batch.valid, batch.paragraph, batch.tags, row, at,
                     batch.target, batch.weight)  # fmt: skip
        target = _mean(
            [m.pairs(s[2], s[3], wide).sigmoid() for m, s in zip(self.models, seen, strict=True)]
        )
        weight = known[row][:, None, :].float().expand_as(target).clone()
        # A doubtful anchor says less about what belongs to it.
        weight *= torch.where(gold[row, at], 1.0, soft[row, at, 0, 1])[:, None, None]
        which = number[row, at]
        is_gold = which >= 0
        told = batch.weight[which[is_gold]]
        target[is_gold] = torch.where(
            told > 0, 0.5 * target[is_gold] + 0.5 * batch.target[which[is_gold]], target[is_gold]
        )
        taught = Batch(batch.ids, batch.cases, batch.valid, batch.paragraph, batch.tags, row, at,
                       target, weight)  # fmt: skip
        return taught, tags, seen[0][0].float()


def _mean(parts: list[Tensor]) -> Tensor:
    return torch.stack(parts).mean(0)


class Student:
    """A model that learns, its optimiser and its settings."""

    def __init__(
        self, run: Settings, paths: Settings, device: torch.device, *, teacher_width: int
    ) -> None:
        self.run, self.device = run, device
        self.model = build(run, paths, device)
        # Registered so that the optimiser moves it; left out of what is kept.
        self.model.hint = nn.Linear(self.model.encoder.shape.width, teacher_width).to(device)
        self.masters = masters_of(self.model, run)
        self.model.train()

    def learn(self, batch: Batch, soft: Tensor, states: Tensor, scale: float) -> Tensor:
        """One step; returns the loss."""
        model = self.model
        with autocast(self.device):
            low = precision(self.device)
            hidden = model.encoder(batch.ids, batch.cases, batch.valid, low=low)
        loss = student_loss(model, hidden, batch, soft)
        if self.run["hint"]:
            shown = model.hint(hidden.float())
            near = F.cosine_similarity(shown, states, dim=-1)[batch.valid]
            loss = loss + self.run["hint"] * (1 - near).mean()
        loss.backward()
        self.masters.step(scale)
        return loss.detach()

    def save(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        kept = {k: v for k, v in self.masters.mean.items() if not k.startswith("hint.")}
        torch.save({"mean": kept, "run": self.run}, folder / "last.pt")


def student_loss(model: Attributor, hidden: Tensor, batch: Batch, soft: Tensor) -> Tensor:
    """Soft cross entropies, weighted as in `model.loss_of`."""
    logits, cue, piece = model.heads(hidden)
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
    """Train every student of run `name`."""
    run, paths = settings_of(config_path, name)
    device = best_device()
    torch.set_num_threads(run["threads"])
    out = Path(paths["out"])
    say = Log(out / name, run)
    vocabulary = Vocabulary(Path(paths["mini"]))
    teachers = Teachers(run, paths, device, vocabulary)
    width = teachers.models[0].encoder.shape.width
    students = {
        s: Student(settings_of(config_path, s)[0], paths, device, teacher_width=width)
        for s in run["students"]
    }
    gold = read_corpus(Path(paths["gold"]) / "polnear/train")[: run.get("articles")]
    plain = read_plain([Path(p) for p in paths["unlabelled"]])
    plan = Plan(vocabulary=Path(paths["mini"]), sizes=tuple(run["sizes"]),
                restyled=run["restyled"], unlabelled=run["unlabelled"],
                seed=run["seed"])  # fmt: skip
    stream = epochs(plan, gold, plain, batch_pieces=run["batch_pieces"],
                    processes=run["processes"])  # fmt: skip
    dev = Dev(run, paths, vocabulary)
    begun, seen = time.time(), 0
    # What the clock allows ends the run where `minutes` are given; the rates follow either.
    for step, part in enumerate(islice(chain.from_iterable(stream), run["steps"]), 1):
        gone = step / run["steps"]
        if run["minutes"]:
            gone = max(gone, (time.time() - begun) / 60 / run["minutes"])
        examples = [e for _, e in part]
        batch = collate(examples, vocabulary.ends)
        labelled = torch.tensor([flag for flag, _ in part])
        with autocast(device):
            taught = teachers.teach(batch.to(device), labelled.to(device))
        scale = schedule(int(gone * 10_000), 10_000, run["warmup"])
        losses = [s.learn(*taught, scale) for s in students.values()]
        seen += sum(len(e.pieces.ids) for e in examples)
        if step % 50 == 0:
            rate, shown = seen / (time.time() - begun), [round(float(v), 4) for v in losses]
            say(f"{100 * gone:.0f} % step {step} {seen} pieces {rate:.0f}/s", shown)
        if gone >= 1:
            break
    for student_name, student in students.items():
        student.save(out / student_name)
        say(student_name, dev.score(student.model, student.masters))


if __name__ == "__main__":
    main(*sys.argv[1:])
