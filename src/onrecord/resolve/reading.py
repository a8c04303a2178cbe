"""A parsed report as plain columns, one value per token.

The rules of this room look at every token several times; Python lists answer ten times faster
than spaCy's token views, and a test can write them by hand.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from spacy.tokens import Doc

from onrecord.language.layers import Turn, kept, layers_of
from onrecord.language.paragraphs import read_layout
from onrecord.language.quotations import read_quotations
from onrecord.record import Span, Spans
from onrecord.resolve.turns import read_turns

_LINE = 30  # tokens; a longer line of capitals is no heading
_TITLE_CASE = 0.8  # share of longer words with a capital


@dataclass(frozen=True, slots=True)
class Reading:
    """Columns over `n` tokens, and the report's text they point into.

    ``starts`` and ``ends`` are code-point offsets; ``heads`` are token numbers; ``labels`` is the
    entity label the parser gave, ``""`` for none; ``quote`` is the number of the outermost
    quotation a token stands in, -1 outside; ``heading`` marks tokens of headings, whose capitals
    are no evidence of names. Of a transcript ``turn`` is the number of the turn a token is spoken
    in, -1 outside, and ``speakers`` the token range of each turn's label.
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
    turn: list[int]
    speakers: list[tuple[int, int]]

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

    def spoken(self, i: int) -> bool:
        """Whether token ``i`` is in somebody's own words: quoted, or a transcript's turn."""
        return self.quote[i] >= 0 or self.turn[i] >= 0

    def joined(self, i: int) -> bool:
        """Whether token ``i`` follows its left neighbour without white space."""
        return i > 0 and self.ends[i - 1] == self.starts[i]


def read(doc: Doc) -> Reading:
    """Return the columns of ``doc``, the same for each component that asks."""
    return kept(doc, Reading, lambda: _columns(doc))


def _columns(doc: Doc) -> Reading:
    # One array instead of a token view for each value: a quarter of the time.
    columns = doc.to_array(["ORTH", "LEMMA", "TAG", "DEP", "ENT_TYPE"]).T.tolist()
    words, lemmas, tags, deps, labels = (_strings(doc, column) for column in columns)
    relative = doc.to_array(["HEAD", "SENT_START", "ENT_IOB"]).astype(np.int64)
    heads = (relative[:, 0] + np.arange(len(doc))).tolist()
    starts = _offsets(doc.text, words)
    children: list[list[int]] = [[] for _ in words]
    for i, head in enumerate(heads):
        if head != i:
            children[head].append(i)
    ends = [start + len(word) for start, word in zip(starts, words, strict=True)]
    begins = relative[:, 1] == 1
    sentence = np.maximum(np.cumsum(begins) - 1, 0).tolist()
    layers = layers_of(doc)
    if layers.paragraphs is None or layers.headings is None:
        layers.paragraphs, layers.headings = read_layout(doc.text)
    if layers.quotations is None:
        layers.quotations = read_quotations(doc.text, layers.paragraphs)
    outermost = [q.span for q in layers.quotations if q.depth == 0]
    if layers.turns is None:
        layers.turns = read_turns(doc.text, layers.paragraphs)
    return Reading(
        text=doc.text,
        words=words,
        lower=[word.lower() for word in words],
        lemmas=lemmas,
        tags=tags,
        deps=deps,
        heads=heads,
        labels=labels,
        starts=starts,
        ends=ends,
        sentence=sentence,
        heading=_headings(words, starts, layers.paragraphs, layers.headings),
        quote=_covered(starts, outermost),
        children=children,
        entities=_entities(relative[:, 2].tolist(), labels),
        quotations=outermost,
        turn=_turns(starts, layers.turns),
        speakers=[
            (bisect_left(starts, label.start), bisect_left(starts, label.end))
            for label in (turn.label for turn in layers.turns)
        ],
    )


def _headings(
    words: Sequence[str], starts: Sequence[int], paragraphs: Spans, headings: Spans
) -> list[bool]:
    """Which tokens stand in a heading, or in a line that is capitalised throughout like one."""
    inside = [number >= 0 for number in _covered(starts, headings)]
    lines: dict[int, list[int]] = {}
    for i, number in enumerate(_covered(starts, paragraphs)):
        if number >= 0:
            lines.setdefault(number, []).append(i)
    for tokens in lines.values():
        long = [i for i in tokens if len(words[i]) > 3 and words[i].isalpha()]
        capital = sum(words[i][0].isupper() for i in long)
        closed = any(words[i] in (".", "!") for i in tokens[-2:])
        if (
            not closed
            and len(tokens) < _LINE
            and len(long) > 2
            and capital >= _TITLE_CASE * len(long)
        ):
            for i in tokens:
                inside[i] = True
    return inside


def _turns(starts: Sequence[int], turns: Sequence[Turn]) -> list[int]:
    """For each start the number of the turn in whose content it lies, -1 for none."""
    numbers = [number for number, turn in enumerate(turns) for _ in turn.content]
    covered = _covered(starts, [span for turn in turns for span in turn.content])
    return [numbers[at] if at >= 0 else -1 for at in covered]


def _entities(iob: Sequence[int], labels: Sequence[str]) -> list[tuple[int, int, str]]:
    """Token ranges and labels of the parser's entities; ``iob`` is 3 where one begins, 1 inside."""
    found: list[tuple[int, int, str]] = []
    for i, (mark, label) in enumerate(zip(iob, labels, strict=True)):
        if mark == 3 and label:
            found.append((i, i + 1, label))
        elif mark == 1 and found and found[-1][1] == i:
            found[-1] = (found[-1][0], i + 1, found[-1][2])
    return found


def _offsets(text: str, words: Sequence[str]) -> list[int]:
    """Where each token begins: spaCy prints a token and at most one space after it."""
    starts, at = [], 0
    for word in words:
        starts.append(at)
        at += len(word)
        at += text[at : at + 1] == " "
    return starts


def _strings(doc: Doc, column: Sequence[int]) -> list[str]:
    strings = doc.vocab.strings
    seen = {value: strings[value] if value else "" for value in set(column)}
    return [seen[value] for value in column]


def _covered(starts: Sequence[int], spans: Sequence[Span]) -> list[int]:
    """For each start the number of the span it lies in, -1 for none; both in text order."""
    found, at = [], 0
    for start in starts:
        while at < len(spans) and spans[at].end <= start:
            at += 1
        found.append(at if at < len(spans) and spans[at].start <= start else -1)
    return found
