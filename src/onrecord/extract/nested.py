"""Attributions inside what somebody is reported to have said ("Berg said Holm refused to sign").

PolNeAR annotates none of these (of 22,000 attributions not one has its cue inside another's
content), so the model never finds them. They are read by rule from the parse, where it is plain:
a finite verb that the tables list, with a subject of its own, all within one stretch of another's
content and outside quotation marks. What somebody says in so many words is left whole.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from functools import cache

from spacy.tokens import Doc, Token

from onrecord import knowledge
from onrecord.extract.addressees import names_somebody
from onrecord.extract.clauses import FINITE
from onrecord.extract.cues import cues
from onrecord.extract.frames import Candidate, candidates
from onrecord.extract.phrases import spans_of
from onrecord.extract.shape import Attribution
from onrecord.language.layers import layers_of
from onrecord.record import Span, Spans

FLOOR = 0.38
"""The share right, in the annotators' counts, below which a verb and frame are no rule."""

FRAMES = frozenset(("ccomp:that", "ccomp:bare", "ccomp:to", "ccomp:whether", "xcomp:to"))

_NOBODY = frozenset(
    ("i", "we", "you", "it", "that", "this", "there", "which", "who", "what", "one")
)
"""Subjects that are the speaker's own, or nobody's."""

_HANGING = frozenset(("relcl", "acl", "csubj", "csubjpass", "pcomp"))
"""Verbs that only describe a noun ("the deal he hopes to close"): their clause is not whole."""

_MISREAD = {"hop": "hope"}
"""Lemmas the base pipeline gives to forms of other verbs ("hoped")."""


def nested(doc: Doc, found: Sequence[Attribution]) -> list[Attribution]:
    """The attributions of ``doc`` that lie wholly within one content of ``found``.

    Their confidence is the outer one's times the share right of verb and frame, since both must
    hold. Needs tags, parse and lemmas.
    """
    holders = sorted((span, a.confidence) for a in found for span in a.content)
    if not holders:
        return []
    table, listed, text = cues(), _listed(), doc.text
    taken = [span for a in found for span in a.cue]
    quoted = [q.span for q in layers_of(doc).quotations or ()]

    def keep(lemma: str, frame: str) -> bool:
        return (
            frame in FRAMES
            and _MISREAD.get(lemma, lemma) in listed
            and table.confidence(lemma, frame) >= FLOOR
        )

    out: dict[int, Attribution] = {}
    for candidate in candidates(doc, keep):
        head = doc[candidate.head]
        holder = _holder(head.idx, holders)
        if holder is None or not _plain(head, candidate, doc):
            continue
        source, cue, content = (
            spans_of(doc, part, text=text)
            for part in (candidate.source, candidate.cue, candidate.content)
        )
        within = all(span.within(holder[0]) for span in (*source, *cue, *content))
        if not (source and content and within) or _touches(cue, (*taken, *quoted)):
            continue
        confidence = holder[1] * table.confidence(candidate.lemma, candidate.frame)
        if candidate.head not in out or out[candidate.head].confidence < confidence:
            out[candidate.head] = Attribution(
                source=source, cue=cue, content=content, confidence=confidence
            )
    return list(out.values())


@cache
def _listed() -> frozenset[str]:
    return frozenset(cue.lemma for cue in knowledge.cues() if cue.pos == "verb")


def _holder(position: int, holders: Sequence[tuple[Span, float]]) -> tuple[Span, float] | None:
    """The content that a position stands in, with its attribution's confidence."""
    at = bisect_right(holders, position, key=lambda holder: holder[0].start) - 1
    return holders[at] if at >= 0 and position < holders[at][0].end else None


def _plain(head: Token, candidate: Candidate, doc: Doc) -> bool:
    """A finite verb, not merely possible, that is no relative clause, with somebody as subject."""
    if head.dep_ in _HANGING or not _finite(head):
        return False
    subjects = [doc[start:end].root for start, end in candidate.source]
    return bool(subjects) and all(
        names_somebody(subject) and subject.lower_ not in _NOBODY for subject in subjects
    )


def _finite(verb: Token) -> bool:
    helpers = [c for c in verb.children if c.dep_ in ("aux", "auxpass")]
    if any(h.tag_ in ("MD", "TO") for h in helpers):
        return False
    return any(token.tag_ in FINITE for token in (verb, *helpers))


def _touches(cue: Spans, others: Iterable[Span]) -> bool:
    return any(one.overlaps(other) for one in cue for other in others)
