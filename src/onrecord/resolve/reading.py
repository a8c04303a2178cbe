"""A parsed report as plain columns, one value per token.

The rules of this room look at every token several times; Python lists answer ten times faster
than spaCy's token views, and a test can write them by hand.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc

from onrecord.language.layers import layers_of
from onrecord.record import Span


@dataclass(frozen=True, slots=True)
class Reading:
    """Columns over `n` tokens, and the report's text they point into.

    ``starts`` and ``ends`` are code-point offsets; ``heads`` are token numbers; ``labels`` is the
    entity label the parser gave, ``""`` for none; ``quote`` is the number of the outermost
    quotation a token stands in, -1 outside; ``heading`` marks tokens of headings, whose capitals
    are no evidence of names.
    """

    text: str
    words: list[str]
    lower: list[str]
    lemmas: list[str]
    tags: list[str]
    deps: list[str]
    heads: list[int]
    labels: list[str]
    starts: list[int]
    ends: list[int]
    sentence: list[int]
    heading: list[bool]
    quote: list[int]
    children: list[list[int]]
    entities: list[tuple[int, int, str]]
    quotations: list[Span]

    def __len__(self) -> int:
        return len(self.words)

    def span(self, start: int, end: int) -> Span:
        """Code-point span of tokens `[start, end)`."""
        return Span(self.starts[start], self.ends[end - 1])

    def printed(self, start: int, end: int) -> str:
        """The text of tokens `[start, end)` as printed."""
        return self.text[self.starts[start] : self.ends[end - 1]]

    def tokens_at(self, span: Span) -> tuple[int, int]:
        """The token range `[start, end)` that touches a code-point span."""
        first = max(0, bisect_right(self.starts, span.start) - 1)
        while first < len(self) and self.ends[first] <= span.start:
            first += 1
        last = first
        while last < len(self) and self.starts[last] < span.end:
            last += 1
        return first, last

    def head_of(self, start: int, end: int) -> int:
        """The token of `[start, end)` whose syntactic head lies outside; the last where none."""
        for i in range(end - 1, start - 1, -1):
            head = self.heads[i]
            if not start <= head < end or head == i:
                return i
        return end - 1

    def joined(self, i: int) -> bool:
        """Whether token ``i`` follows its left neighbour without white space."""
        return i > 0 and self.ends[i - 1] == self.starts[i]


def read(doc: Doc) -> Reading:
    """Return the columns of ``doc``."""
    n = len(doc)
    heads = [token.head.i for token in doc]
    children: list[list[int]] = [[] for _ in range(n)]
    for i, head in enumerate(heads):
        if head != i:
            children[head].append(i)
    words = [token.text for token in doc]
    starts = [token.idx for token in doc]
    ends = [start + len(word) for start, word in zip(starts, words, strict=True)]
    sentence, number = [], -1
    for token in doc:
        number += bool(token.is_sent_start) or number < 0
        sentence.append(number)
    layers = layers_of(doc)
    headings = layers.headings or ()
    outermost = [q.span for q in layers.quotations or () if q.depth == 0]
    return Reading(
        text=doc.text,
        words=words,
        lower=[word.lower() for word in words],
        lemmas=[token.lemma_ for token in doc],
        tags=[token.tag_ for token in doc],
        deps=[token.dep_ for token in doc],
        heads=heads,
        labels=[token.ent_type_ for token in doc],
        starts=starts,
        ends=ends,
        sentence=sentence,
        heading=[number >= 0 for number in _covered(starts, headings)],
        quote=_covered(starts, outermost),
        children=children,
        entities=[(ent.start, ent.end, ent.label_) for ent in doc.ents],
        quotations=outermost,
    )


def _covered(starts: Sequence[int], spans: Sequence[Span]) -> list[int]:
    """For each start the number of the span it lies in, -1 for none; both in text order."""
    found, at = [], 0
    for start in starts:
        while at < len(spans) and spans[at].end <= start:
            at += 1
        found.append(at if at < len(spans) and spans[at].start <= start else -1)
    return found
