"""Attributions by rule: quotations by the verb beside their marks, the rest by the parse.

The fallback where no trained model is installed. Span conventions are PolNeAR's: the cue is the
verb group, the source the whole noun phrase, the content keeps its marks and its "that".
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence

from spacy.tokens import Doc

from onrecord.extract.cues import cues
from onrecord.extract.frames import Candidate, Keep, candidates
from onrecord.extract.phrases import spans_of
from onrecord.extract.quoting import quoted
from onrecord.extract.shape import Attribution
from onrecord.language.layers import Quotation, layers_of
from onrecord.record import Span, Spans

FLOOR = 0.3
"""Candidates less likely right than this are left out (best F1 on PolNeAR's dev articles)."""

NESTED = 0.45
"""A statement that is nearly all of another's content must be this likely ("said he expects")."""

SPEECH = 25
"""Characters beyond which a quotation is speech rather than a quoted word or name."""


def attributions_by_rule(doc: Doc, *, floor: float = FLOOR) -> tuple[Attribution, ...]:
    """Return the attributions of ``doc`` in text order; needs its tags, parse and lemmas."""
    table = cues()
    quotations = layers_of(doc).quotations or ()
    best: dict[int, tuple[float, Candidate]] = {}
    for candidate in gathered(
        doc,
        is_speech=table.introduces_quotations,
        keep=lambda lemma, frame: table.confidence(lemma, frame) >= floor,
    ):
        confidence = table.confidence(candidate.lemma, candidate.frame)
        if candidate.head not in best or _outranks(candidate, confidence, best[candidate.head]):
            best[candidate.head] = confidence, candidate
    text = doc.text
    found: list[Attribution] = []
    for confidence, candidate in best.values():
        content = spans_of(doc, candidate.content, text=text, quotations=quotations)
        if content and not _says_nothing(doc, candidate):
            source, cue = (spans_of(doc, s, text=text) for s in (candidate.source, candidate.cue))
            found.append(
                Attribution(source=source, cue=cue, content=content, confidence=confidence)
            )
    return _without_doubles(found)


def gathered(doc: Doc, *, is_speech: Callable[[str], bool], keep: Keep) -> Iterator[Candidate]:
    """Yield what the quotation marks and the parse offer."""
    layers = layers_of(doc)
    paragraphs = layers.paragraphs or (Span(0, len(doc.text)),)
    quotations = layers.quotations or ()
    for run in quoted(doc, quotations=quotations, paragraphs=paragraphs, is_speech=is_speech):
        lemma = doc[run.verb].lemma_.lower()
        if not keep(lemma, run.frame):
            continue
        yield Candidate(
            frame=run.frame,
            lemma=lemma,
            head=run.verb,
            source=run.source,
            cue=(run.cue,),
            content=tuple(run.content),
        )
    inside = _inside(doc, quotations)
    yield from (c for c in candidates(doc, keep) if c.head not in inside)


def _inside(doc: Doc, quotations: Sequence[Quotation]) -> set[int]:
    """Positions within quoted speech: what a quotation attributes in turn is not annotated.

    A few quoted words ("the 'deal'") are the reporter's own clause and stay in.
    """
    out: set[int] = set()
    for quotation in quotations:
        if quotation.inner.end - quotation.inner.start > SPEECH:
            part = doc.char_span(*quotation.inner, alignment_mode="contract")
            if part is not None:
                out.update(range(part.start, part.end))
    return out


def _outranks(one: Candidate, confidence: float, other: tuple[float, Candidate]) -> bool:
    """Quotation marks beside the verb say more than the parse; else the likelier wins."""
    by_marks, had_marks = (c.frame.startswith("quote") for c in (one, other[1]))
    if by_marks != had_marks:
        return by_marks
    return confidence > other[0]


def _says_nothing(doc: Doc, candidate: Candidate) -> bool:
    """No source, or a content that only points ("which he recalled") or holds its own cue."""
    words = [doc[i] for start, end in candidate.content for i in range(start, end)]
    if all(t.is_punct or t.is_space or t.tag_ in ("WDT", "WP", "WRB") for t in words):
        return True
    if any(start <= candidate.head < end for start, end in candidate.content):
        return True
    # An active verb without a subject is an imperative or a heading's; a passive may do without.
    active = not candidate.frame.startswith(("quote", "pass", "noun"))
    return active and not candidate.source


def _without_doubles(found: Iterable[Attribution]) -> tuple[Attribution, ...]:
    """Keep the likeliest of attributions whose contents are much the same."""
    kept: list[Attribution] = []
    near: dict[int, list[Attribution]] = defaultdict(list)  # those kept, by stretch of text
    for one in sorted(found, key=lambda a: (-a.confidence, a.content, a.cue)):
        stretches = range(one.content[0].start // 1000, one.content[-1].end // 1000 + 1)
        if not any(_double(one, other) for stretch in stretches for other in near[stretch]):
            kept.append(one)
            for stretch in stretches:
                near[stretch].append(one)
    return tuple(sorted(kept, key=lambda a: (a.content, a.cue)))


def _double(one: Attribution, other: Attribution) -> bool:
    """Much the same content, and not because one reports the other ("said he expects ...")."""
    if one.content[0].start >= other.content[-1].end:
        return False
    if other.content[0].start >= one.content[-1].end:
        return False
    nested = _holds(one.content, other.cue) or _holds(other.content, one.cue)
    sure = min(one.confidence, other.confidence) >= NESTED
    return not (nested and sure) and _same(one.content, other.content)


def _holds(content: Spans, cue: Spans) -> bool:
    return any(c.within(part) for part in content for c in cue)


def _same(one: Spans, other: Spans) -> bool:
    shared = sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in one for b in other)
    longest = max(sum(e - s for s, e in one), sum(e - s for s, e in other))
    return shared * 10 >= longest * 7
