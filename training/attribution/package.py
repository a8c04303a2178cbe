"""Make the shipped package of a trained run: `package.py CONFIG.toml RUN_NAME [--bits 7]`.

Exports the averaged weights to int8 ONNX, tunes decoding limits and the confidence's weights on
dev with the run-time code itself, and writes `models/onrecord-en`: graph, tokenizer, config with
checksums, and the figures for its card. Confidence is a logistic regression (Platt 1999) on seven
features; its reliability is measured cross-fitted, by articles, so that no article judges itself.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import shutil
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from types import ModuleType

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onrecord.extract.attribution import Found, decode, find
from onrecord.language.encoder import Encoder, Encoding, Judgement

import evaluate
from data import Article, read_corpus
from export import graph_of
from model import Attributor
from settings import settings_of
from vocabulary import Vocabulary

PACKAGE = Path(__file__).resolve().parents[2] / "models/onrecord-en"
FOLDS = 6
WINDOW, MARGIN, CUE_FLOOR = 320, 32, 0.05


def spans_of(encoding: Encoding, found: Found, role: str) -> list[tuple[int, int]]:
    """A role's character spans."""
    value = getattr(found, role)
    pairs = [value] if role == "cue" else value
    return [(int(encoding.offsets[a, 0]), int(encoding.offsets[b - 1, 1])) for a, b in pairs]


def judged(
    module: ModuleType, article: Article, encoding: Encoding, found: Sequence[Found]
) -> NDArray[np.bool_]:
    """Whether each attribution counts as `attributed` in the scorer."""
    toks = module.tokens_of(article.text)
    gold = [
        (module.cover(g.content, toks), module.cover(g.source, toks)) for g in article.readings[0]
    ]
    pred = [
        tuple(module.cover(spans_of(encoding, f, role), toks) for role in ("content", "source"))
        for f in found
    ]
    pairs = sorted(
        (-len(g[0] & p[0]) / len(g[0] | p[0]), not module.same_source(g[1], p[1]), i, j)
        for i, g in enumerate(gold) for j, p in enumerate(pred) if g[0] & p[0]
    )  # fmt: skip
    right = np.zeros(len(found), bool)
    used: set[int] = set()
    taken: set[int] = set()
    for overlap, other, i, j in pairs:
        if -overlap < 0.5 or i in used or j in taken:
            continue
        used.add(i)
        taken.add(j)
        right[j] = not other
    return right


def fit(x: NDArray[np.float64], y: NDArray[np.bool_], ridge: float = 1.0) -> NDArray[np.float64]:
    """Logistic regression by Newton's method; intercept first and unpenalised."""
    x = np.concatenate([np.ones((len(x), 1)), x], 1)
    w, penalty = np.zeros(x.shape[1]), np.eye(x.shape[1]) * ridge
    penalty[0, 0] = 0
    for _ in range(30):
        p = 1 / (1 + np.exp(-x @ w))
        hessian = (x * (p * (1 - p))[:, None]).T @ x + penalty
        w -= np.linalg.solve(hessian, x.T @ (p - y) + penalty @ w)
    return w


def probability(w: NDArray[np.float64], x: NDArray[np.float64]) -> NDArray[np.float64]:
    return 1 / (1 + np.exp(-(w[0] + x @ w[1:])))


def crossfit(x: list[NDArray[np.float64]], y: list[NDArray[np.bool_]]) -> list[NDArray[np.float64]]:
    """Confidence of every article's attributions by weights that did not see the article."""
    out: list[NDArray[np.float64]] = [np.zeros(0)] * len(x)
    for fold in range(FOLDS):
        rest = [i for i in range(len(x)) if i % FOLDS != fold and len(x[i])]
        w = fit(np.concatenate([x[i] for i in rest]), np.concatenate([y[i] for i in rest]))
        for i in range(fold, len(x), FOLDS):
            out[i] = probability(w, x[i]) if len(x[i]) else np.zeros(0)
    return out


def reliability(p: NDArray[np.float64], y: NDArray[np.bool_]) -> tuple[float, list[dict]]:
    """Expected calibration error over ten bins, and the bins."""
    rows, error = [], 0.0
    for k in range(10):
        here = (p >= k / 10) & (p < (k + 1) / 10 if k < 9 else p <= 1)
        if here.any():
            mean, share = float(p[here].mean()), float(y[here].mean())
            error += here.mean() * abs(mean - share)
            rows.append({"from": k / 10, "count": int(here.sum()), "mean": mean, "right": share})
    return float(error), rows


def f1(right: float, given: float, gold: float) -> float:
    return 200 * right / max(given + gold, 1)


def tune(
    module: ModuleType, dev: Sequence[Article], encodings: Sequence[Encoding], base: Judgement
) -> tuple[Judgement, dict]:
    """The limits with the best cross-fitted attributed F1 on dev, and the reliability there."""
    gold = sum(len(a.readings[0]) for a in dev)
    best: tuple[float, Judgement, dict] | None = None
    grid = [
        replace(base, cue=cue, content=content, source=source, gap=gap)
        for cue in (0.1, 0.15, 0.25) for content in (0.4, 0.5)
        for source in (0.2, 0.3) for gap in (2, 4)
    ]  # fmt: skip
    for judgement in grid:
        x, y = [], []
        for article, encoding in zip(dev, encodings, strict=True):
            seen = replace(encoding, judgement=judgement)
            found = find(seen)
            x.append(np.array([f.evidence for f in found], np.float64).reshape(len(found), -1))
            y.append(judged(module, article, seen, found))
        p, flat = np.concatenate(crossfit(x, y)), np.concatenate(y)
        keep, value = max(
            (
                (t, f1(flat[p >= t].sum(), (p >= t).sum(), gold))
                for t in np.arange(0.15, 0.6, 0.025)
            ),
            key=lambda pair: pair[1],
        )
        if best is None or value > best[0]:
            error, rows = reliability(p, flat)
            weights = fit(np.concatenate([np.array(v) for v in x]), flat).astype(np.float32)
            chosen = replace(judgement, weights=weights, keep=float(round(keep, 3)))
            kept_error, _ = reliability(p[p >= keep], flat[p >= keep])
            best = value, chosen, {
                "attributed_f1_crossfitted": round(value, 2), "ece": round(error, 4),
                "ece_kept": round(kept_error, 4), "bins": rows,
            }  # fmt: skip
    assert best is not None
    return best[1], best[2]


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("config")
    parser.add_argument("run")
    parser.add_argument("--bits", type=int, default=7)
    parser.add_argument("--version", default="0.1.0")
    parser.add_argument("--out", type=Path, default=PACKAGE)
    chosen = parser.parse_args()
    run, paths = settings_of(chosen.config, chosen.run)
    folder = Path(paths["mini"])
    model = Attributor.build(folder, rank=run["rank"], dropout=0.0, seed=1, frozen=0)
    values = torch.load(Path(paths["out"]) / chosen.run / "last.pt", weights_only=True)
    missing = model.load_state_dict(values["mean"], strict=False).missing_keys
    print("not in the checkpoint:", missing)
    model.eval()
    home = chosen.out / "onrecord_en"
    home.mkdir(parents=True, exist_ok=True)
    onnx.save(graph_of(model, bits=chosen.bits), str(home / "model.onnx"))
    vocabulary = Vocabulary(folder)
    vocabulary.tokenizer.save(str(home / "tokenizer.json"))
    base = Judgement(weights=np.array([0, 1, 0, 0, 0, 0, 0, 0], np.float32), keep=0.3)
    write_config(model, home, vocabulary, base, chosen.version)
    corpus = Path(paths["gold"])
    dev, module = read_corpus(corpus / "polnear/dev"), evaluate.scorer(corpus)
    encodings = Encoder(home, threads=2).encode([a.text for a in dev])
    judgement, figures = tune(module, dev, encodings, base)
    write_config(model, home, vocabulary, judgement, chosen.version)
    final = Encoder(home, threads=2).encode([a.text for a in dev])
    found = [decode(e, a.text) for e, a in zip(final, dev, strict=True)]
    figures["dev"] = evaluate.score(module, dev, found)
    figures["bytes"] = (home / "model.onnx").stat().st_size
    figures["judgement"] = {k: v for k, v in plain(judgement).items() if k != "weights"}
    (chosen.out / "figures.json").write_text(json.dumps(figures, indent=1) + "\n")
    print(json.dumps(figures, indent=1))


def plain(judgement: Judgement) -> dict:
    fields = ("cue", "content", "source", "cue_power", "gap", "keep")
    return {
        **{f: getattr(judgement, f) for f in fields},
        "weights": [float(v) for v in judgement.weights],
    }


def write_config(
    model: Attributor, home: Path, vocabulary: Vocabulary, judgement: Judgement, version: str
) -> None:
    """Write config.json: what the run-time encoder must know, and the files' checksums."""
    scoring = evaluate.scoring_of(model, CUE_FLOOR)
    first, last, _ = vocabulary.ends
    config = {
        "name": "onrecord_en", "version": version, "window": WINDOW, "margin": MARGIN,
        "first": first, "last": last, "cue_floor": CUE_FLOOR,
        "distance": np.round(scoring.distance, 5).tolist(),
        "paragraphs": np.round(scoring.paragraphs, 5).tolist(),
        "judgement": plain(judgement),
        "sha256": {
            n: hashlib.sha256((home / n).read_bytes()).hexdigest()
            for n in ("model.onnx", "tokenizer.json")
        },
    }  # fmt: skip
    (home / "config.json").write_text(json.dumps(config) + "\n", encoding="utf8")


if __name__ == "__main__":
    main()
    shutil.rmtree(Path(__file__).parent / "__pycache__", ignore_errors=True)
