"""Run a torch model over articles and score what decoding makes of it."""

from __future__ import annotations

import importlib.util
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType

import numpy as np
import torch
from onrecord.language.encoder import Assembly, Encoding, Judgement, Scoring
from onrecord.language.pieces import Pieces, windows

from data import Article
from device import autocast, precision
from model import REACH, Attributor, distance_bucket


def scoring_of(model: Attributor, cue_floor: float) -> Scoring:
    """The model's biases laid out by distance."""
    gap = torch.arange(-REACH, REACH + 1)
    distance, paragraphs = model.distance.detach().cpu(), model.paragraphs.detach().cpu()
    return Scoring(
        distance=distance[:, distance_bucket(gap)].numpy().astype(np.float32),
        paragraphs=paragraphs.numpy().astype(np.float32),
        cue_floor=cue_floor,
        judgement=Judgement(weights=np.array([0, 1, 0, 0, 0, 0, 0, 0], np.float32), keep=0.4),
    )


def encode(
    model: Attributor, articles: Sequence[Pieces], ends: tuple[int, int, int], *,
    size: int = 384, margin: int = 64, batch: int = 12, cue_floor: float = 0.03,
    low: torch.dtype = torch.bfloat16, numbers: torch.Tensor | None = None,
) -> list[Encoding]:  # fmt: skip
    """Encode articles as the run-time encoder does, windows sorted by length.

    `numbers` `[V]` turns ids (and `ends`) into another vocabulary's.
    """
    model.eval()
    device = model.base.device
    scoring = scoring_of(model, cue_floor)
    assemblies = [Assembly.of(p, scoring) for p in articles]
    jobs = [
        (n, w)
        for n, p in enumerate(articles)
        for w in windows(p.paragraph, size=size - 2, margin=margin)
    ]
    jobs.sort(key=lambda j: j[1].start - j[1].end)
    for at in range(0, len(jobs), batch):
        part = jobs[at : at + batch]
        length = max(w.end - w.start for _, w in part) + 2
        length += -length % 8
        ids = np.full((len(part), length), ends[2], np.int64)
        cases, valid = np.zeros_like(ids), np.zeros(ids.shape, bool)
        for b, (n, w) in enumerate(part):
            m = w.end - w.start
            ids[b, 0], ids[b, m + 1], valid[b, : m + 2] = ends[0], ends[1], True
            ids[b, 1 : m + 1] = articles[n].ids[w.start : w.end]
            cases[b, 1 : m + 1] = articles[n].cases[w.start : w.end]
        with torch.inference_mode(), autocast(device):
            if numbers is not None:
                ids = numbers.numpy()[ids]
            given = (torch.from_numpy(a).to(device) for a in (ids, cases, valid))
            arrays = tuple(a.float().cpu() for a in model(*given, low=precision(device, low)))
        for b, (n, w) in enumerate(part):
            m = w.end - w.start
            assemblies[n].add(w, *(a[b, 1 : m + 1].numpy() for a in arrays))
    return [a.encoding() for a in assemblies]


def scorer(gold: Path) -> ModuleType:
    """The gold folder's own `score.py` as a module."""
    spec = importlib.util.spec_from_file_location("gold_score", gold / "score.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def score(module: ModuleType, articles: Sequence[Article], found: Sequence[list]) -> dict:
    """`{line: (precision, recall, F1)}` in percent; the first annotator is gold."""
    tally = module.Tally()
    for article, attributions in zip(articles, found, strict=True):
        gold = [
            {"source": g.source, "cue": g.cue, "content": g.content} for g in article.readings[0]
        ]
        pred = [{"source": a.source, "cue": a.cue, "content": a.content} for a in attributions]
        tally.add(article.text, gold, pred)
    out = {}
    for name, (hit, pred, gold) in tally.n.items():
        p, r = 100 * hit / max(pred, 1), 100 * hit / max(gold, 1)
        out[name] = (round(p, 1), round(r, 1), round(2 * p * r / max(p + r, 1e-9), 1))
    return out
