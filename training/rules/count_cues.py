"""Count how often each word is a cue in each construction: makes ``cue_counts.csv``.

    count_cues.py POLNEAR_TRAIN_DIR > src/onrecord/knowledge/data/words/cue_counts.csv

Only counts leave the corpus (PolNeAR: Newell, Margolin and Ruths, LREC 2018), none of its
sentences. A candidate is right if an annotated attribution has the same source (shared words
make up half of the shorter one) and much the same content (Jaccard index of the words at
least one half).
"""

from __future__ import annotations

import csv
import re
import sys
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from onrecord.extract.cues import smoothed
from onrecord.extract.phrases import spans_of
from onrecord.extract.rules import gathered
from onrecord.language.pipeline import load
from onrecord.language.layers import layers_of

WORD = re.compile(r"\w+(?:['’]\w+)*")
RARE = 3  # words seen this often or less tell how right a frame is with a word unseen
LEAST = 0.15  # rows less likely right than this, in frames no likelier, are left out
Words = frozenset[int]


class Text:
    """Spans as sets of word numbers."""

    def __init__(self, text: str) -> None:
        found = list(WORD.finditer(text))
        self.starts = [m.start() for m in found]
        self.ends = [m.end() for m in found]

    def words(self, spans: Iterable[tuple[int, int]]) -> Words:
        """The numbers of the words that the spans touch."""
        out: set[int] = set()
        for start, end in spans:
            out.update(range(bisect_right(self.ends, start), bisect_left(self.starts, end)))
        return frozenset(out)


def gold(path: Path) -> Iterator[dict[str, list[tuple[int, int]]]]:
    """The attributions of one brat file."""
    spans: dict[str, list[tuple[int, int]]] = {}
    linked: list[str] = []
    for line in path.read_text(encoding="utf8").splitlines():
        key, _, rest = line.partition("\t")
        if key.startswith("T"):
            where = rest.partition("\t")[0].partition(" ")[2]
            spans[key] = [(int(a), int(b)) for a, b in (p.split() for p in where.split(";") if p)]
        elif key.startswith("E"):
            linked.append(rest)
    for line in linked:
        roles: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for part in line.split():
            role, _, ref = part.partition(":")
            roles[role.rstrip("0123456789").lower()] += spans.get(ref, [])
        yield roles


def right(source: Words, content: Words, marked: Sequence[tuple[Words, Words]]) -> bool:
    """Whether the annotated attribution of the nearest content has the same source."""
    near = [
        (len(content & c) / len(content | c), not (s or source) or _same(s, source))
        for s, c in marked
        if content & c
    ]
    jaccard, same = max(near, default=(0.0, False))
    return jaccard >= 0.5 and same


def _same(one: Words, other: Words) -> bool:
    return bool(one and other) and 2 * len(one & other) >= min(len(one), len(other))


def count(folder: Path) -> dict[str, dict[str, list[int]]]:
    """Right and found by frame and word over the articles of a PolNeAR folder."""
    table: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(lambda: [0, 0]))
    nlp = load()
    nlp.disable_pipe("ner")
    annotated: dict[str, Path] = {}
    for path in sorted((folder / "attributions").glob("*.ann")):
        annotated.setdefault(path.stem.rsplit("_", 1)[0], path)  # the first annotator's
    paths = sorted((folder / "text").glob("*.txt"))
    texts = (path.read_text(encoding="utf8") for path in paths)
    for path, doc in zip(paths, nlp.pipe(texts, batch_size=16), strict=True):
        text = Text(doc.text)
        marked = [
            (text.words(a["source"]), text.words(a["content"])) for a in gold(annotated[path.stem])
        ]
        quotations = layers_of(doc).quotations or ()
        for one in gathered(doc, is_speech=lambda _: True, keep=lambda *_: True):
            content = text.words(spans_of(doc, one.content, text=doc.text, quotations=quotations))
            if content:
                source = text.words(spans_of(doc, one.source, text=doc.text))
                row = table[one.frame][one.lemma]
                row[0] += right(source, content, marked)
                row[1] += 1
    return table


def rows(table: dict[str, dict[str, list[int]]]) -> Iterator[tuple[str, str, int, int]]:
    """The rows worth keeping: word ("*" for all rare ones), frame, right, found."""
    for frame, words in sorted(table.items()):
        if sum(hits for hits, _ in words.values()) < 3:
            continue
        rare = [row for row in words.values() if row[1] <= RARE]
        # One right in five imagined ones: a frame without rare words is not sure of them.
        hits, found = 1 + sum(r for r, _ in rare), 5 + sum(n for _, n in rare)
        usual = hits / found
        kept = [
            (word, frame, r, n)
            for word, (r, n) in sorted(words.items())
            if (n >= RARE and max(usual, smoothed(r, n, usual)) >= LEAST)
            or (n == 2 and smoothed(r, n, usual) >= 2 * LEAST)
        ]
        if kept or usual >= LEAST:
            yield "*", frame, hits, found
            yield from kept


def main() -> None:
    """Write the table to standard output."""
    out = csv.writer(sys.stdout, lineterminator="\n")
    out.writerow(("word", "frame", "right", "found", "source"))
    out.writerows((*row, "polnear-counts") for row in rows(count(Path(sys.argv[1]))))


if __name__ == "__main__":
    main()
