"""The type of a trigger by a trained table: multinomial logistic regression over ``features``.

The table (``kinds.npz``) is made by ``training/events/train.py``, whose log stands beside it.
CONCEDE and RETREAT are one class there, as in the corpus; the dictionary tells them apart.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib import resources

import numpy as np
from numpy.typing import NDArray

from onrecord.errors import ModelError
from onrecord.extract.events import words
from onrecord.extract.events.features import features, vector
from onrecord.extract.events.trigger import Trigger

FILE = "kinds.npz"
CHECKSUM = "a32e9ff2a895d71026085f4ca229412cddc1d45e2366698276c8f2acd49210bf"
YIELD = "YIELD"
OVERRULES = 0.4
"""Probability from which the table overrules the dictionary, which knows words no corpus has."""
UNSURE = 0.5
"""What the dictionary alone is trusted with."""
_RETREATS = frozenset(
    """release free withdraw return surrender ceasefire resign truce blockade demobilize disarm
    withdrawal repatriate leave siege access compensation""".split()  # noqa: SIM905
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Kinds:
    """A trained table: ``weights`` *(features, classes)*, ``dense`` *(vector, classes)*."""

    classes: tuple[str, ...]
    index: dict[str, int]
    weights: NDArray[np.float32]
    dense: NDArray[np.float32]
    bias: NDArray[np.float32]

    def of(self, trigger: Trigger) -> tuple[str, float]:
        """Return the likeliest PLOVER type and its probability."""
        rows = [self.index[f] for f in features(trigger) if f in self.index]
        scores = self.bias + vector(trigger) @ self.dense
        if rows:
            scores = scores + self.weights[rows].sum(axis=0)
        scores = np.exp(scores - scores.max())
        scores /= scores.sum()
        best = int(scores.argmax())
        kind, own = self.classes[best], words.kind_of(trigger.label)[0]
        of_own = self.classes.index(YIELD if own in ("CONCEDE", "RETREAT") else own)
        settled = trigger.word.lemma_.lower() in words.WILLINGNESS or (
            own == "CONSULT" and kind in ("AGREE", "REJECT")
        )
        if scores[best] < OVERRULES or settled:
            return own, float(max(scores[of_own], UNSURE))
        return _split(kind, trigger), float(scores[best])


def _split(kind: str, trigger: Trigger) -> str:
    if kind != YIELD:
        return kind
    own = words.kind_of(trigger.label)[0]
    if own in ("CONCEDE", "RETREAT"):
        told = {t.lemma_.lower() for t in trigger.words}
        return "RETREAT" if own == "RETREAT" or told & _RETREATS else "CONCEDE"
    return "CONCEDE"


def table(
    classes: Sequence[str],
    names: Sequence[str],
    weights: NDArray[np.float32],
    dense: NDArray[np.float32],
    bias: NDArray[np.float32],
) -> Kinds:
    """Return a table from its parts."""
    return Kinds(
        classes=tuple(classes),
        index={name: n for n, name in enumerate(names)},
        weights=weights.astype(np.float32),
        dense=dense.astype(np.float32),
        bias=bias.astype(np.float32),
    )


@cache
def trained() -> Kinds:
    """Return the table that comes with the package; ``ModelError`` where it is damaged."""
    file = resources.files("onrecord.extract.events").joinpath(FILE)
    data = file.read_bytes()
    found = sha256(data).hexdigest()
    if found != CHECKSUM:
        raise ModelError(f"{FILE}: checksum {found[:12]}…, expected {CHECKSUM[:12]}…; reinstall")
    with resources.as_file(file) as path, np.load(path, allow_pickle=False) as parts:
        return table(
            [str(c) for c in parts["classes"]],
            str(parts["names"]).split("\n"),
            parts["weights"],
            parts["dense"],
            parts["bias"],
        )
