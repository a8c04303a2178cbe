"""PolNeAR's stand-off annotations as training windows.

Newell, Margolin, Ruths: An attribution relations corpus for political news (LREC 2018).
"""

from __future__ import annotations

import random
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from onrecord.extract.attribution import runs
from onrecord.language.pieces import Pieces, cut
from tokenizers import Tokenizer
import itertools

Spans = list[tuple[int, int]]
_QUOTES = re.compile(r"''|``|[\"“”«»„]|[‘’']")


@dataclass(frozen=True, slots=True)
class Gold:
    """One annotated attribution; character spans, each role possibly empty but content."""

    source: Spans
    cue: Spans
    content: Spans


@dataclass(frozen=True, slots=True)
class Article:
    """A text with one reading per annotator (no reading for an unlabelled text)."""

    name: str
    text: str
    readings: tuple[tuple[Gold, ...], ...]


@dataclass(frozen=True, slots=True)
class Labels:
    """Labels over `T` pieces: BIO tags `[T, 3]` (cue, source, content) and, for each of `C`
    cues, its first piece `[C]` and the pieces of its source and content `[C, T]`."""

    tags: NDArray[np.int64]
    cues: NDArray[np.int64]
    source: NDArray[np.bool_]
    content: NDArray[np.bool_]


def read_brat(path: Path) -> tuple[Gold, ...]:
    """Read one annotator's file; attributions without content or cue are left out."""
    spans: dict[str, Spans] = {}
    found = []
    for line in path.read_text(encoding="utf8").splitlines():
        key, _, rest = line.partition("\t")
        if key.startswith("T"):
            where = rest.partition("\t")[0].partition(" ")[2]
            ends = [p.split() for p in where.split(";") if p]
            spans[key] = [(int(a), int(b)) for a, b in ends]
        elif key.startswith("E"):
            roles: dict[str, Spans] = defaultdict(list)
            for part in rest.split():
                role, _, ref = part.partition(":")
                roles[role.rstrip("0123456789").lower()] += spans.get(ref, [])
            if roles["content"] and roles["cue"]:
                found.append(Gold(roles["source"], roles["cue"], sorted(roles["content"])))
    return tuple(found)


def read_corpus(folder: Path) -> list[Article]:
    """Every article of `folder/text` with all readings of `folder/attributions`."""
    readings = defaultdict(list)
    for path in sorted((folder / "attributions").glob("*.ann")):
        readings[path.stem.rsplit("_", 1)[0]].append(read_brat(path))
    return [
        Article(p.stem, p.read_text(encoding="utf8"), tuple(readings[p.stem]))
        for p in sorted((folder / "text").glob("*.txt"))
    ]


def restyle(text: str, golds: Iterable[Gold], rng: random.Random) -> tuple[str, tuple[Gold, ...]]:
    """Rewrite the text's quotation marks in one of four styles, moving the spans along."""
    style = rng.choice(("straight", "curly", "doubled", "guillemets"))
    marks = {"straight": '""', "curly": "“”", "doubled": ("''", "''"), "guillemets": "«»"}[style]
    single = "''" if style == "straight" else "‘’"
    out, moved, at, opened = [], np.zeros(len(text) + 1, np.int64), 0, False
    length = 0
    for match in _QUOTES.finditer(text):
        start, end = match.span()
        moved[at:start] = np.arange(length, length + start - at)
        length += start - at
        out.append(text[at:start])
        moved[start:end] = length
        mark = match.group()
        if mark in "‘’'" and mark != "''":
            new = single[0] if mark == "‘" else single[1]
        else:
            # An opening mark has space before it; a fresh paragraph opens anew.
            before = text[start - 1 : start]
            opened = not before.strip() or before in "(—-[" if before else True
            new = marks[0] if opened else marks[1]
        out.append(new)
        length += len(new)
        at = end
    moved[at:] = np.arange(length, length + len(text) + 1 - at)
    out.append(text[at:])

    def move(spans: Spans) -> Spans:
        return [(int(moved[s]), int(moved[e])) for s, e in spans]

    return "".join(out), tuple(Gold(move(g.source), move(g.cue), move(g.content)) for g in golds)


def label(pieces: Pieces, golds: Sequence[Gold]) -> Labels:
    """Align character spans to pieces (a piece belongs to a span it shares a character with)."""
    starts, ends = pieces.offsets[:, 0], pieces.offsets[:, 1]
    real = ends > starts

    def cover(spans: Spans) -> NDArray[np.bool_]:
        mask = np.zeros(len(starts), bool)
        for s, e in spans:
            mask |= (starts < e) & (ends > s) & real
        return mask

    tags = np.zeros((len(starts), 3), np.int64)
    rows = []
    for gold in golds:
        masks = [cover(gold.cue), cover(gold.source), cover(gold.content)]
        if not masks[0].any() or not masks[2].any():
            continue
        for column, mask in enumerate(masks):
            for lo, hi in runs(mask | _bridged(mask, real)):
                tags[lo, column] = 1
                tags[lo + 1 : hi, column] = np.maximum(tags[lo + 1 : hi, column], 2)
        rows.append((int(np.argmax(masks[0])), masks[1], masks[2]))
    rows.sort(key=lambda row: row[0])
    shape = (len(rows), len(starts))
    return Labels(
        tags=tags,
        cues=np.array([r[0] for r in rows], np.int64),
        source=np.array([r[1] for r in rows], bool).reshape(shape),
        content=np.array([r[2] for r in rows], bool).reshape(shape),
    )


def _bridged(mask: NDArray[np.bool_], real: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Separators between two pieces of one span."""
    out = np.zeros_like(mask)
    out[1:-1] = ~real[1:-1] & mask[:-2] & mask[2:]
    return out


@dataclass(frozen=True, slots=True)
class Example:
    """A window's pieces and labels; `source_known` `[C]` is false where a source is cut off."""

    article: int
    start: int
    pieces: Pieces
    labels: Labels
    source_known: NDArray[np.bool_]


def slice_example(article: int, pieces: Pieces, labels: Labels, start: int, end: int) -> Example:
    """Pieces `[start, end)` of an article with the cues that begin there."""
    here = (labels.cues >= start) & (labels.cues < end)
    source = labels.source[here]
    inside = source[:, start:end]
    return Example(
        article,
        start,
        Pieces(
            pieces.ids[start:end],
            pieces.offsets[start:end],
            pieces.cases[start:end],
            pieces.paragraph[start:end],
        ),
        Labels(
            labels.tags[start:end], labels.cues[here] - start, inside,
            labels.content[here][:, start:end],
        ),
        inside.sum(1) == source.sum(1),
    )  # fmt: skip


def epoch(
    articles: Sequence[Article],
    tokenizer: Tokenizer,
    separator: int,
    rng: random.Random,
    *,
    size: int,
    restyled: float,
) -> Iterator[Example]:
    """One pass: a random reading of every article, cut at a random offset into windows."""
    for number, article in enumerate(articles):
        text, golds = article.text, rng.choice(article.readings)
        if rng.random() < restyled:
            text, golds = restyle(text, golds, rng)
        pieces = cut(tokenizer, text, separator)
        labels = label(pieces, golds)
        total = len(pieces.ids)
        at = rng.randrange(size // 4, size) if total > size else size
        cuts = [0, *range(at, total, size), total]
        for start, end in itertools.pairwise(cuts):
            if end - start >= 16:
                yield slice_example(number, pieces, labels, start, end)
