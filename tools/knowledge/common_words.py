"""Count which words news prints in small letters: those are no names, whatever their capital.

    python tools/knowledge/common_words.py REPORTS.jsonl > .../data/words/common_words.csv

Reads reports (JSON lines with a ``text``) and prints the words of which at least four in five
stand in small letters, where neither the beginning of a sentence nor a line in title case says
otherwise. Only the words are kept, nothing of the texts.
"""

from __future__ import annotations

import csv
import json
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

_WORD = re.compile(r"[^\W\d_]+")
_OPENS = frozenset('.!?:;•|"”')
_LEAST, _SHARE = 2, 0.8
_TITLE_CASE = 0.6  # share of longer words with a capital from which a line tells nothing


def count(texts: Iterable[str]) -> tuple[Counter[str], Counter[str]]:
    """How often each word stands in small letters, and how often with a first capital."""
    small: Counter[str] = Counter()
    capital: Counter[str] = Counter()
    for line in (line for text in texts for line in text.splitlines()):
        words = list(_WORD.finditer(line))
        long = [m[0] for m in words if len(m[0]) > 3]
        if not long or sum(w[0].isupper() for w in long) > _TITLE_CASE * len(long):
            continue
        for m in words[1:]:
            if line[: m.start()].rstrip(" ('‘“\"")[-1:] in _OPENS:
                continue
            if m[0].islower():
                small[m[0]] += 1
            elif m[0][0].isupper() and not m[0].isupper():
                capital[m[0].lower()] += 1
    return small, capital


def common(texts: Iterable[str]) -> Iterator[str]:
    """The words that are no names, sorted."""
    small, capital = count(texts)
    for word in sorted(small):
        often = small[word] >= _LEAST and small[word] >= _SHARE * (small[word] + capital[word])
        if often and len(word) > 1:
            yield word


def main(path: str) -> None:
    """Print the table of the reports in ``path``."""
    lines = Path(path).read_text(encoding="utf8").splitlines()
    out = csv.writer(sys.stdout, lineterminator="\n")
    out.writerow(("word", "source"))
    out.writerows((word, "news-counts") for word in common(json.loads(r)["text"] for r in lines))


if __name__ == "__main__":
    main(sys.argv[1])
