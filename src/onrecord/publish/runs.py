"""A report's text as paragraphs of runs: what the page's template prints, word for word.

Joined, the runs and the white space between them are ``report.text`` again.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import pairwise

from onrecord.publish import wording
from onrecord.publish.marking import marks
from onrecord.publish.marks import Piece, pieces
from onrecord.publish.numbering import Numbering
from onrecord.publish.paragraphs import is_heading, paragraphs
from onrecord.record import Span, Spans

# One letter for each role that has a look of its own.
_CLASSES = {"actor": "a", "office": "a", "time": "t", "happening": "h", "position": "h"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """A way back from the words to their entry: its key, a sign to print, words to read out."""

    entry: str
    kind: str
    sign: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """A stretch of text shown alike: CSS classes, the keys of its entries, what stands by it."""

    text: str
    classes: str
    entries: str
    anchors: tuple[str, ...]
    references: tuple[Reference, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """Runs, and the white space after them."""

    runs: tuple[Run, ...]
    heading: bool
    after: str


class TextLayout:
    """Cuts the text of a numbered record into paragraphs and runs."""

    def __init__(self, numbering: Numbering) -> None:
        self._numbering = numbering
        self._text = numbering.record.report.text
        self._marks = list(marks(numbering))
        self._anchors: dict[int, list[str]] = defaultdict(list)
        self._references: dict[int, list[Reference]] = defaultdict(list)
        self._place_anchors()
        self._place_references()

    def paragraphs(self) -> tuple[Paragraph, ...]:
        """Return the text from its first code point to its last."""
        text = self._text
        found = paragraphs(text)
        # The text's leading white space belongs to the first paragraph's runs.
        spans = [Span(0, found[0].end), *found[1:]]
        cuts = {*self._anchors, *self._references, *(bound for span in spans for bound in span)}
        by_paragraph: list[list[Run]] = [[] for _ in spans]
        at = 0
        for piece in pieces(len(text), self._marks, cuts=cuts):
            while at + 1 < len(spans) and piece.span.start >= spans[at + 1].start:
                at += 1
            if piece.span.end <= spans[at].end:
                by_paragraph[at].append(self._run(piece))
        ends = [*(after.start for _, after in pairwise(spans)), len(text)]
        return tuple(
            Paragraph(
                runs=tuple(runs),
                heading=is_heading(span.of(text).strip()),
                after=text[span.end : end],
            )
            for span, runs, end in zip(spans, by_paragraph, ends, strict=True)
        )

    def _run(self, piece: Piece) -> Run:
        return Run(
            text=piece.span.of(self._text),
            classes=" ".join(self._classes(piece)),
            entries=" ".join(dict.fromkeys(mark.entry for mark in piece.marks)),
            anchors=tuple(self._anchors.get(piece.span.start, ())),
            references=tuple(self._references.get(piece.span.end, ())),
        )

    def _classes(self, piece: Piece) -> list[str]:
        """Return the classes of a piece: ``c k2`` content, ``s i2`` source, ``q i2`` cue ...

        Of nested contents the innermost colours the words, the one around it underlines them.
        """
        contents = [mark for mark in piece.marks if mark.role == "content"]
        out = []
        if contents:
            out += ["c", f"k{contents[-1].hue}"]
        if len(contents) > 1:
            out.append(f"o{contents[-2].hue}")
        heads = [mark for mark in piece.marks if mark.role in ("source", "cue")]
        if heads:
            out += ["s" if heads[-1].role == "source" else "q", f"i{heads[-1].hue}"]
        out += dict.fromkeys(_CLASSES[m.role] for m in piece.marks if m.role in _CLASSES)
        queries = [mark.entry for mark in piece.marks if mark.role == "finding"]
        if queries:
            severities = {self._numbering.findings[key].severity for key in queries}
            gravest = next(s for s in wording.SEVERITIES if s in severities)
            out += ["f", f"f-{gravest}"]
        return out

    def _place_anchors(self) -> None:
        first: dict[str, int] = {}
        for mark in self._marks:
            words = mark.span.of(self._text)
            start = mark.span.end - len(words.lstrip())
            first[mark.entry] = min(start, first.get(mark.entry, start))
        for entry, start in first.items():
            self._anchors[start].append(f"{entry}-w")

    def _place_references(self) -> None:
        numbering = self._numbering
        for statement in numbering.record.statements:
            spans = statement.content or statement.evidence
            if spans:
                key = numbering.statements[statement.id]
                number = numbering.numbers[statement.id]
                self._references[self._end(spans)].append(
                    Reference(
                        entry=key,
                        kind=f"i{numbering.hues[statement.id]}",
                        sign=str(number),
                        label=f"Statement {number}, {wording.KINDS[statement.kind]}",
                    )
                )
        for key, finding in numbering.findings.items():
            if finding.evidence:
                self._references[self._end(finding.evidence)].append(
                    Reference(
                        entry=key,
                        kind=f"f-{finding.severity}",
                        sign=wording.SIGNS[finding.severity],
                        label=f"{finding.severity.capitalize()}: {finding.message}",
                    )
                )

    def _end(self, spans: Spans) -> int:
        """Return where the words of the last span end; white space may stand between paragraphs."""
        last = spans[-1]
        return last.start + len(last.of(self._text).rstrip())
