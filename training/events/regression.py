"""Multinomial logistic regression with an L2 penalty, by L-BFGS (Liu and Nocedal 1989), in numpy.

The objective is scikit-learn's: C times the weighted log loss, plus half the squared weights; the
bias is free. A few thousand rows and columns need no library, and no other than numpy decides
what the figures are.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
_MEMORY, _STEPS, _ENOUGH = 12, 300, 1e-4


def train(
    x: Array, y: NDArray[np.int64], weight: Array, *, classes: int, c: float
) -> tuple[Array, Array]:
    """Return weights *(columns, classes)* and bias *(classes,)*."""
    rows, columns = x.shape
    hot = np.zeros((rows, classes))
    hot[np.arange(rows), y] = 1.0

    def loss(flat: Array) -> tuple[float, Array]:
        w = flat.reshape(columns + 1, classes)
        scores = x @ w[:-1] + w[-1]
        scores -= scores.max(axis=1, keepdims=True)
        exp = np.exp(scores)
        total = exp.sum(axis=1, keepdims=True)
        value = -c * (weight * ((scores * hot).sum(axis=1) - np.log(total[:, 0]))).sum()
        error = c * weight[:, None] * (exp / total - hot)
        gradient = np.vstack((x.T @ error + w[:-1], error.sum(axis=0)))
        return float(value + 0.5 * (w[:-1] ** 2).sum()), gradient.ravel()

    found = minimum(loss, np.zeros((columns + 1) * classes)).reshape(columns + 1, classes)
    return found[:-1], found[-1]


def minimum(loss: Callable[[Array], tuple[float, Array]], start: Array) -> Array:
    """Return where ``loss`` (value and gradient) is least, from ``start`` downhill."""
    at = start
    value, gradient = loss(at)
    pairs: deque[tuple[Array, Array]] = deque(maxlen=_MEMORY)
    for _ in range(_STEPS):
        direction = -_two_loops(gradient, pairs)
        slope = float(direction @ gradient)
        step = 1.0 if pairs else 1.0 / max(float(np.abs(gradient).sum()), 1.0)
        while True:
            there = at + step * direction
            new_value, new_gradient = loss(there)
            if new_value <= value + 1e-4 * step * slope or step < 1e-10:
                break
            step /= 2
        moved, turned = there - at, new_gradient - gradient
        if float(moved @ turned) > 1e-12:
            pairs.append((moved, turned))
        done = abs(value - new_value) <= _ENOUGH * 1e-3 * max(abs(value), 1.0)
        at, value, gradient = there, new_value, new_gradient
        if done or float(np.abs(gradient).max()) < _ENOUGH:
            break
    return at


def _two_loops(gradient: Array, pairs: deque[tuple[Array, Array]]) -> Array:
    out = gradient.copy()
    kept = []
    for moved, turned in reversed(pairs):
        share = float(moved @ out) / float(moved @ turned)
        out -= share * turned
        kept.append(share)
    if pairs:
        moved, turned = pairs[-1]
        out *= float(moved @ turned) / float(turned @ turned)
    for (moved, turned), share in zip(pairs, reversed(kept), strict=True):
        out += (share - float(turned @ out) / float(moved @ turned)) * moved
    return out
