"""Statements: attributions with their speaker, certainty, channel, date and addressees.

attributions (rules or model) -> Statement, in text order, s1, s2, ...
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import replace

from spacy.tokens import Doc

from onrecord.extract.addressees import addressee_of, told_in_passive
from onrecord.extract.anchor import Anchor, anchored
from onrecord.extract.carrying import Draft, carried
from onrecord.extract.certainty import certainty_of
from onrecord.extract.channel import Way, outlets_in, way_of
from onrecord.extract.clauses import FINITE
from onrecord.extract.holding import holders
from onrecord.extract.phrases import tidied, without_dateline
from onrecord.extract.rules import attributions_by_rule
from onrecord.extract.shape import Attribution
from onrecord.extract.spoken import turns_said, without_labels
from onrecord.language.layers import Layers, Quotation, layers_of
from onrecord.language.paragraphs import read_layout
from onrecord.language.quotations import read_quotations
from onrecord.record import (
    CONTENT_JOINT,
    Actor,
    Channel,
    Period,
    Span,
    Spans,
    Statement,
    StatementKind,
    Time,
    merge,
)
from onrecord.resolve.actors import read_actors
from onrecord.resolve.sources import resolve_sources
from onrecord.resolve.times import govern, read_times

Attribute = Callable[[Doc], Sequence[Attribution]]

_WORD = re.compile(r"\w+")
_POINTING = frozenset(
    """it its he she they him her them me us you this that these those which who whom what how so
    such one""".split()  # noqa: SIM905 - reads better
)
_COMPLEMENTIZERS = frozenset(("that", "to"))


class StatementReader:
    """Reads the statements of a Doc; ``attribute`` finds who said what, by rules or by a model."""

    def __init__(
        self, *, attribute: Attribute = attributions_by_rule, min_confidence: float = 0.0
    ) -> None:
        self.attribute = attribute
        self.min_confidence = min_confidence

    def read(self, doc: Doc) -> tuple[tuple[Statement, ...], tuple[Actor, ...]]:
        """Return the statements, and the actors with those added whom only they name."""
        layers = layers_of(doc)
        if layers.paragraphs is None or layers.headings is None:
            layers.paragraphs, layers.headings = read_layout(doc.text)
        if layers.quotations is None:
            layers.quotations = read_quotations(doc.text, layers.paragraphs, layers.headings)
        times = layers.times if layers.times is not None else read_times(doc, layers.published)
        actors = layers.actors if layers.actors is not None else read_actors(doc)
        text = doc.text
        labels = layers.headings if layers.headings[:1] != layers.paragraphs[:1] else (
            layers.headings[1:])  # fmt: skip
        found = [
            replace(
                attribution,
                source=without_dateline(text, _spans(attribution.source), layers.paragraphs),
                content=content,
            )
            for attribution in without_labels(text, self.attribute(doc), layers.turns or ())
            if attribution.confidence >= self.min_confidence
            and (content := _content(text, attribution, layers))
            and not _points_only(text, content)
            and not _is_label(doc, attribution, labels)
        ]
        found += turns_said(text, layers.turns or ())
        found.sort(key=_place)
        return statements_of(doc, found, times=times, actors=actors)


def _content(text: str, attribution: Attribution, layers: Layers) -> Spans:
    spans = without_dateline(text, _spans(attribution.content), layers.paragraphs or ())
    return tidied(text, spans, layers.quotations or ())


def _points_only(text: str, content: Spans) -> bool:
    """Whether a content is pronouns alone ("rejected it"): it says nothing by itself."""
    words = [w.lower() for span in content for w in _WORD.findall(span.of(text))]
    return all(word in _POINTING for word in words)


def _is_label(doc: Doc, attribution: Attribution, labels: Spans) -> bool:
    """Whether an attribution without a verb stands in a heading between paragraphs.

    "Norway's call for talks" over a section names what follows; the headline itself may report.
    """
    if not attribution.cue:
        return False
    cue = Span(*attribution.cue[0])
    if not any(cue.within(label) for label in labels):
        return False
    words = doc.char_span(*cue, alignment_mode="expand")
    return words is None or not any(w.tag_ in FINITE for w in words)


def statements_of(
    doc: Doc, found: Sequence[Attribution], *, times: Sequence[Time], actors: tuple[Actor, ...]
) -> tuple[tuple[Statement, ...], tuple[Actor, ...]]:
    """Return a statement for each attribution, in their order, and the actors they need."""
    anchors = [anchored(doc, attribution) for attribution in found]
    heard = [addressee_of(anchor) for anchor in anchors]
    for n, anchor in enumerate(anchors):
        if told_in_passive(anchor):
            heard[n] = heard[n] or _spans(anchor.attribution.source)[0]
            anchors[n] = replace(anchor, attribution=replace(anchor.attribution, source=()))
    found = [anchor.attribution for anchor in anchors]
    asked: list[Spans] = [_spans(a.source) for a in found]
    asked += [(span,) if span is not None else () for span in heard]
    actors, ids = resolve_sources(doc, actors, asked)
    speakers, hearers = ids[: len(found)], ids[len(found) :]
    outlets = outlets_in(doc, actors)
    text = doc.text
    quoted = _quoted(text, layers_of(doc).quotations or ())
    inside = holders(found)
    drafts: list[Draft] = []
    for n, anchor in enumerate(anchors):
        way = way_of(anchor, outlets)
        statement = _statement(
            anchor,
            text=text,
            number=n + 1,
            quoted=quoted,
            times=times,
            way=way,
            speaker=speakers[n],
        )
        hearer = hearers[n]
        holder = inside[n]
        statement = replace(
            statement,
            addressees=(hearer,) if hearer is not None and hearer != speakers[n] else (),
            inside=f"s{holder + 1}" if holder is not None else None,
        )
        draft = Draft(anchor=anchor, statement=statement, paragraph=_paragraph(doc, statement))
        drafts.append(carried(draft, drafts))
    return tuple(draft.statement for draft in drafts), actors


def _statement(
    anchor: Anchor,
    *,
    text: str,
    number: int,
    quoted: bytearray,
    times: Sequence[Time],
    way: Way | None,
    speaker: str | None,
) -> Statement:
    attribution = anchor.attribution
    content = _spans(attribution.content)
    certainty, evidence = certainty_of(anchor)
    time = _said_on(anchor, times, way)
    return Statement(
        id=f"s{number}",
        kind="direct" if attribution.spoken else kind_of(text, content, quoted),
        speaker=speaker,
        source=_spans(attribution.source),
        cue=_spans(attribution.cue),
        content=content,
        text=CONTENT_JOINT.join(span.of(text) for span in content),
        said_on=Period(start=time.start, end=time.end) if time is not None else None,
        said_on_evidence=(time.span,) if time is not None else (),
        channel=None
        if way is None
        else Channel(kind=way.kind, outlet=way.outlet, evidence=(way.evidence,)),
        certainty=certainty,
        certainty_evidence=evidence,
        confidence=attribution.confidence,
    )


def _said_on(anchor: Anchor, times: Sequence[Time], way: Way | None) -> Time | None:
    """The date of the saying: its clause's own, else that of the op-ed or interview."""
    if not anchor.around:
        return None
    doc = anchor.doc
    first, last = doc[anchor.around[0]].idx, doc[anchor.around[-1]].idx
    times = [time for time in times if first <= time.span.start <= last]
    if not times:
        return None
    quotations = layers_of(anchor.doc).quotations or ()
    # A date within quotation marks is said, and does not say when ("Face the Nation").
    barred = merge((*_spans(anchor.attribution.content), *(q.span for q in quotations)))
    time = govern(anchor.doc, times, Span(*anchor.attribution.cue[0]), barred=barred)
    if way is not None and (time is None or time.start != time.end):
        # "In an interview aired Sunday, she said this week would decide": the Sunday.
        around = (t for t in times if t.span.within(way.evidence))
        time = next((t for t in around if not any(t.span.overlaps(b) for b in barred)), time)
    if time is None or time.start is None:
        return None
    published = layers_of(doc).published
    # What is cited was said by the time it is cited, unless it "will" be said.
    later = published is not None and time.start > published
    announced = anchor.cue is not None and any(c.tag_ == "MD" for c in anchor.cue.children)
    return time if announced or not later else None


def kind_of(text: str, content: Spans, quoted: bytearray) -> StatementKind:
    """Direct where every word stands in quotation marks, indirect where none does, else mixed.

    The "that" before a quotation is the report's, and does not count.
    """
    starts = [m.start() + span.start for span in content for m in _WORD.finditer(span.of(text))]
    if len(starts) > 1 and text[starts[0] :].split(maxsplit=1)[0].lower() in _COMPLEMENTIZERS:
        starts = starts[1:]
    marked = sum(quoted[start] for start in starts)
    if marked == 0:
        return "indirect"
    return "direct" if marked == len(starts) else "mixed"


def _quoted(text: str, quotations: Sequence[Quotation]) -> bytearray:
    """One byte a code point: 1 within quotation marks."""
    out = bytearray(len(text) + 1)
    for quotation in quotations:
        start, end = quotation.inner
        out[start:end] = b"\x01" * (end - start)
    return out


def _paragraph(doc: Doc, statement: Statement) -> int:
    start = statement.content[0].start
    paragraphs = layers_of(doc).paragraphs or ()
    return bisect_right([paragraph.start for paragraph in paragraphs], start)


def _place(attribution: Attribution) -> tuple[int, int, int]:
    spans = (*attribution.source, *attribution.cue, *attribution.content)
    return min(spans)[0], attribution.content[0][0], -attribution.content[-1][1]


def _spans(spans: Sequence[tuple[int, int]]) -> Spans:
    return merge(Span(*span) for span in spans)
