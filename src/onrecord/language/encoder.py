"""The trained encoder at run time: texts to arrays, on ONNX Runtime.

Reports are cut into pieces, pieces into windows. Windows run one at a time, unpadded: on one
thread a batch would gain nothing, and since the int8 ranges are found per run, a report's
arrays never depend on its neighbours. What decoding needs of a window is kept and the rest
dropped at once: tag probabilities for every piece and, for the few pieces that may begin a
cue, how well each piece within reach fits as its source or content (a biaffine score; see
training/attribution).
"""

from __future__ import annotations

import hashlib
import importlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from tokenizers import Tokenizer

from onrecord.errors import ModelError
from onrecord.language.pieces import Pieces, Window, cut, windows

Floats = NDArray[np.float32]
FAR = -30.0  # the logit of what a cue cannot reach


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """What decoding must know of a model: limits and weights tuned on held-out articles.

    cue, content, source: the least probabilities of a cue's beginning, of a piece of content
        and of a piece of a source.
    cue_power: how far a cue's own probability counts when two cues claim a piece.
    gap: pieces between two runs of content that are closed.
    weights: of the logistic regression that judges confidence, intercept first `[1 + F]`.
    keep: the confidence below which an attribution does more harm than good.
    """

    cue: float = 0.3
    content: float = 0.5
    source: float = 0.3
    cue_power: float = 1.0
    gap: int = 2
    weights: Floats
    keep: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Encoding:
    """What the encoder saw in one text of `T` pieces with `C` possible cues.

    offsets: half-open code-point offsets `[T, 2]`; a paragraph separator's is empty.
    tags: probabilities `[T, 6]`: begin and inside of cue, of source, of content.
    cues: the pieces that may begin a cue `[C]`, ascending.
    pairs: logits `[C, 2, 2R + 1]` of the pieces `R` before to `R` after each of `cues`
        as its source and its content; `FAR` where the window did not reach.
    """

    offsets: NDArray[np.int32]
    tags: Floats
    cues: NDArray[np.int32]
    pairs: NDArray[np.float16]
    judgement: Judgement

    @property
    def reach(self) -> int:
        """Pieces on each side of a cue that `pairs` covers."""
        return int(self.pairs.shape[2] - 1) // 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Scoring:
    """The scorer's constants: biases `[2, 2R + 1]` by distance, `[2, 2P + 1]` by paragraphs
    between, for source and content; and how probable a beginning makes a possible cue."""

    distance: Floats
    paragraphs: Floats
    cue_floor: float
    judgement: Judgement


def softmax3(logits: Floats) -> Floats:
    """Softmax over groups of three: `[T, 9]` to `[T, 3, 3]`."""
    shaped = logits.reshape(len(logits), 3, 3)
    shaped = np.exp(shaped - shaped.max(-1, keepdims=True))
    out: Floats = shaped / shaped.sum(-1, keepdims=True)
    return out


@dataclass(slots=True)
class Assembly:
    """Collects one text's windows into its `Encoding`."""

    pieces: Pieces
    scoring: Scoring
    tags: Floats
    found: list[tuple[NDArray[np.int32], NDArray[np.float16]]]

    @classmethod
    def of(cls, pieces: Pieces, scoring: Scoring) -> Assembly:
        """Begin a text's encoding."""
        return cls(pieces, scoring, np.zeros((len(pieces.ids), 6), np.float32), [])

    def add(self, window: Window, tags: Floats, cue: Floats, piece: Floats) -> None:
        """Take a window's tag logits `[W, 9]` and sides `[W, 2, D]` (no special pieces)."""
        probable = softmax3(tags)[:, :, 1:].reshape(-1, 6)
        lo, hi = window.core_start - window.start, window.core_end - window.start
        self.tags[window.core_start : window.core_end] = probable[lo:hi]
        here = lo + np.flatnonzero(probable[lo:hi, 0] >= self.scoring.cue_floor)
        if len(here):
            pairs = self._pairs(window, here, cue, piece)
            self.found.append(((here + window.start).astype(np.int32), pairs))

    def _pairs(
        self, window: Window, here: NDArray[np.intp], cue: Floats, piece: Floats
    ) -> NDArray[np.float16]:
        scoring, length = self.scoring, window.end - window.start
        reach = (scoring.distance.shape[1] - 1) // 2
        most = (scoring.paragraphs.shape[1] - 1) // 2
        paragraph = self.pieces.paragraph[window.start : window.end]
        scores = np.einsum("crd,trd->crt", cue[here], piece, optimize=True)
        crossed = np.clip(paragraph[None, :] - paragraph[here][:, None], -most, most) + most
        scores += scoring.paragraphs[:, crossed].transpose(1, 0, 2)
        out = np.full((len(here), 2, 2 * reach + 1), FAR, np.float16)
        for row, at in enumerate(here):
            first, last = max(0, at - reach), min(length, at + reach + 1)
            near = slice(first - at + reach, last - at + reach)
            out[row, :, near] = scores[row, :, first:last] + scoring.distance[:, near]
        return out

    def encoding(self) -> Encoding:
        """What was collected; every window must have been added."""
        found = sorted(self.found, key=lambda f: int(f[0][0]))
        width = self.scoring.distance.shape[1]
        return Encoding(
            offsets=self.pieces.offsets,
            tags=self.tags,
            cues=np.concatenate([np.zeros(0, np.int32), *(f[0] for f in found)]),
            pairs=np.concatenate([np.zeros((0, 2, width), np.float16), *(f[1] for f in found)]),
            judgement=self.scoring.judgement,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Model:
    """A model folder's `config.json`, its files checked against the checksums it holds."""

    name: str
    version: str
    window: int
    margin: int
    first: int
    last: int
    scoring: Scoring
    graph: Path
    tokenizer: Path

    @classmethod
    def read(cls, folder: Path) -> Model:
        """Read and check a model folder; `ModelError` where it is missing or damaged."""
        try:
            raw: dict[str, Any] = json.loads((folder / "config.json").read_text(encoding="utf8"))
            for name, expected in raw["sha256"].items():
                found = hashlib.sha256((folder / name).read_bytes()).hexdigest()
                if found != expected:
                    raise ModelError(
                        f"{folder / name}: checksum is {found}, expected {expected}. "
                        "Install the model package again."
                    )
            return cls(
                name=raw["name"],
                version=raw["version"],
                window=raw["window"],
                margin=raw["margin"],
                first=raw["first"],
                last=raw["last"],
                scoring=Scoring(
                    distance=np.array(raw["distance"], np.float32),
                    paragraphs=np.array(raw["paragraphs"], np.float32),
                    cue_floor=raw["cue_floor"],
                    judgement=_judgement(raw["judgement"]),
                ),
                graph=folder / "model.onnx",
                tokenizer=folder / "tokenizer.json",
            )
        except (OSError, KeyError, TypeError, ValueError) as fault:
            raise ModelError(
                f"{folder}: not a model folder ({type(fault).__name__}: {fault}). "
                "Install the model package again."
            ) from fault


def _judgement(raw: dict[str, Any]) -> Judgement:
    return Judgement(**{**raw, "weights": np.array(raw["weights"], np.float32)})


class Encoder:
    """Encodes texts with the model in a folder; loads it when first used, reading files once."""

    def __init__(self, path: Path | str, *, threads: int = 1) -> None:
        self.path, self.threads = Path(path), threads
        self._model: Model | None = None
        self._session: onnxruntime.InferenceSession | None = None
        self._tokenizer: Tokenizer | None = None

    @classmethod
    def from_package(cls, name: str = "onrecord_en", *, threads: int = 1) -> Encoder:
        """Use the installed model package `name`."""
        try:
            package: ModuleType = importlib.import_module(name)
        except ImportError as fault:
            raise ModelError(
                f"The model package {name} is not installed. "
                "Install it, from a checkout with: pip install ./models/onrecord-en"
            ) from fault
        return cls(Path(package.PATH), threads=threads)

    def __reduce__(self) -> tuple[Any, ...]:
        # A session does not survive pickling; a worker loads its own.
        return (_reopen, (self.path, self.threads))

    @property
    def name_and_version(self) -> str:
        """For example `onrecord_en 0.1.0`."""
        model = self.model
        return f"{model.name} {model.version}"

    @property
    def model(self) -> Model:
        """The model's settings, read and checked on first use."""
        if self._model is None:
            self._model = Model.read(self.path)
        return self._model

    def encode(
        self,
        texts: Sequence[str],
        paragraphs: Sequence[Sequence[tuple[int, int]]] | None = None,
    ) -> list[Encoding]:
        """Encode each text; `paragraphs` gives each text's half-open spans, else lines count."""
        if paragraphs is None:
            return [self._one(text, None) for text in texts]
        return [self._one(text, given) for text, given in zip(texts, paragraphs, strict=True)]

    def _one(self, text: str, paragraphs: Sequence[tuple[int, int]] | None) -> Encoding:
        model, tokenizer, session = self._loaded()
        pieces = cut(tokenizer, text, model.last, paragraphs=paragraphs)
        assembly = Assembly.of(pieces, model.scoring)
        for window in windows(pieces.paragraph, size=model.window - 2, margin=model.margin):
            here = slice(window.start, window.end)
            ids = np.concatenate(([model.first], pieces.ids[here], [model.last])).astype(np.int64)
            cases = np.zeros(len(ids), np.int64)
            cases[1:-1] = pieces.cases[here]
            tags, cue, piece = session.run(None, {"ids": ids, "cases": cases})
            assembly.add(window, tags[1:-1], cue[1:-1], piece[1:-1])
        return assembly.encoding()

    def _loaded(self) -> tuple[Model, Tokenizer, onnxruntime.InferenceSession]:
        model = self.model
        if self._session is None or self._tokenizer is None:
            options = onnxruntime.SessionOptions()
            options.intra_op_num_threads = self.threads
            options.inter_op_num_threads = 1
            options.log_severity_level = 3
            self._session = onnxruntime.InferenceSession(
                str(model.graph), options, providers=["CPUExecutionProvider"]
            )
            self._tokenizer = Tokenizer.from_file(str(model.tokenizer))
        return model, self._tokenizer, self._session


def _reopen(path: Path, threads: int) -> Encoder:
    return Encoder(path, threads=threads)
