"""Who said what: the encoder's arrays to attributions of source, cue and content.

Every attribution is anchored on its cue. Each piece goes, as content, to the cue that claims
it most, if that claim is more likely right than not; a source is the stretch of pieces a cue
scores best, or none. How far each result deserves trust is judged last, from how sure the
model was of its parts, by weights fitted on held-out articles. The terms are PolNeAR's
(Newell, Margolin and Ruths, LREC 2018).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from onrecord.extract.shape import Attribution
from onrecord.language.encoder import Encoding, Judgement
from onrecord.record import Span, Spans, merge

Run = tuple[int, int]  # half-open piece positions
Floats = NDArray[np.float32]
_DOTTED = re.compile(r"(?:[^\W\d_]\.){2,}")
_WHOLE, _APART = 5, 4  # pieces that make a content without its strays; that set one apart
_SURE = 1e-4  # probabilities are kept this far from 0 and 1 before taking their logit


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """One attribution in half-open piece positions, with what was felt about it.

    evidence: the features `Judgement.weights` weigh, `[F]`; see `_evidence`.
    """

    source: tuple[Run, ...]
    cue: Run
    content: tuple[Run, ...]
    evidence: Floats


@dataclass(frozen=True, slots=True, kw_only=True)
class _Cue:
    """A probable cue, pieces `[start, end)`, and its row in `Encoding.pairs`."""

    row: int
    start: int
    end: int
    probability: float


@dataclass(frozen=True, slots=True, kw_only=True)
class _Claim:
    """How well pieces `[first, first + W)` fit a cue: probabilities `[W]` of being its source
    and its content. Made anew when needed: kept, they would fill memory on a very long text."""

    cue: _Cue
    first: int
    source: Floats
    content: Floats


def decode(
    encoding: Encoding, text: str, *, min_confidence: float | None = None
) -> list[Attribution]:
    """The attributions in `text`, in the order of their cues.

    Those less likely right than `min_confidence` are left out; by default the limit is the
    one that served the model best on held-out articles.
    """
    judgement = encoding.judgement
    limit = judgement.keep if min_confidence is None else min_confidence
    out = []
    for found in find(encoding):
        confidence = confidence_of(found.evidence, judgement)
        content = _characters(encoding, text, found.content)
        if confidence < limit or not content:
            continue
        out.append(
            Attribution(
                source=_characters(encoding, text, found.source),
                cue=_characters(encoding, text, (found.cue,)),
                content=content,
                confidence=confidence,
            )
        )
    return out


def find(encoding: Encoding) -> list[Found]:
    """Every attribution the model's arrays admit, before any limit on confidence."""
    cues = _cues(encoding)
    owner = _owners(cues, encoding)
    out = []
    for number, cue in enumerate(cues):
        claim = _claim(cue, encoding)
        mine = owner[claim.first : claim.first + len(claim.content)] == number
        content = _content(claim, mine, encoding)
        if not content:
            continue
        source = _source(claim, content, encoding)
        content = _without_strays(content, near=((cue.start, cue.end), *source))
        out.append(
            Found(
                source=source,
                cue=(cue.start, cue.end),
                content=content,
                evidence=_evidence(claim, source, content, encoding),
            )
        )
    return out


def confidence_of(evidence: Floats, judgement: Judgement) -> float:
    """The probability that an attribution with this evidence is right."""
    weights = judgement.weights
    return float(sigmoid(np.float32(weights[0] + evidence @ weights[1:])))


def sigmoid(x: NDArray[np.floating] | np.floating) -> Floats:
    """The logistic function, in single precision."""
    out: Floats = np.reciprocal(1 + np.exp(-np.asarray(x, np.float32)), dtype=np.float32)
    return out


def _logit(p: float) -> float:
    p = min(max(p, _SURE), 1 - _SURE)
    return float(np.log(p / (1 - p)))


def runs(mask: NDArray[np.bool_]) -> list[Run]:
    """Half-open runs of true values."""
    edges = np.flatnonzero(np.diff(np.concatenate(([0], mask.view(np.int8), [0]))))
    return [(int(a), int(b)) for a, b in edges.reshape(-1, 2)]


def _cues(encoding: Encoding) -> list[_Cue]:
    tags, total = encoding.tags, len(encoding.tags)
    out = []
    for row, at in enumerate(encoding.cues.tolist()):
        if tags[at, 0] < encoding.judgement.cue:
            continue
        end = at + 1
        while end < total and tags[end, 1] > 0.5:
            end += 1
        out.append(_Cue(row=row, start=at, end=end, probability=float(tags[at, 0])))
    return out


def _claim(cue: _Cue, encoding: Encoding) -> _Claim:
    reach = encoding.reach
    first, last = max(0, cue.start - reach), min(len(encoding.tags), cue.start + reach + 1)
    near = slice(first - cue.start + reach, last - cue.start + reach)
    fit = sigmoid(encoding.pairs[cue.row, :, near])
    fit[1, cue.start - first : cue.end - first] = 0  # a cue is never its own content
    return _Claim(cue=cue, first=first, source=fit[0], content=fit[1])


def _owners(cues: list[_Cue], encoding: Encoding) -> NDArray[np.int32]:
    """For each piece the number of the cue it is content of, or -1, `[T]`."""
    total, judgement = len(encoding.tags), encoding.judgement
    best = np.zeros(total, np.float32)
    owner = np.full(total, -1, np.int32)
    for number, cue in enumerate(cues):
        claim = _claim(cue, encoding)
        here = slice(claim.first, claim.first + len(claim.content))
        strength = claim.content * np.float32(cue.probability**judgement.cue_power)
        better = (claim.content > judgement.content) & (strength > best[here])
        best[here][better] = strength[better]
        owner[here][better] = number
    return owner


def _content(claim: _Claim, mine: NDArray[np.bool_], encoding: Encoding) -> tuple[Run, ...]:
    """The runs of a claim's pieces, small gaps closed, in text order."""
    joined: list[Run] = []
    for start, end in runs(mine):
        a, b = start + claim.first, end + claim.first
        if (
            joined
            and a - joined[-1][1] <= encoding.judgement.gap
            and not joined[-1][1] <= claim.cue.start < a
        ):
            joined[-1] = (joined[-1][0], b)
        else:
            joined.append((a, b))
    return tuple(joined)


def _without_strays(content: tuple[Run, ...], *, near: tuple[Run, ...]) -> tuple[Run, ...]:
    """Runs of content without single pieces that stand apart from all the rest.

    Dev articles: content exact 66.4 to 66.6, the other figures as before.
    """
    if max(b - a for a, b in content) < _WHOLE:
        return content
    return tuple(
        (a, b)
        for a, b in content
        if b - a > 1
        or any(max(x - b, a - y) <= _APART for x, y in (*content, *near) if (x, y) != (a, b))
    )


def _source(claim: _Claim, content: tuple[Run, ...], encoding: Encoding) -> tuple[Run, ...]:
    """The run of pieces the claim's source most probably is, or nothing."""
    fit = claim.source.copy()
    for a, b in content:
        fit[max(0, a - claim.first) : b - claim.first] = 0
    candidates = runs(fit > encoding.judgement.source)
    if not candidates:
        return ()
    a, b = max(candidates, key=lambda run: float(fit[run[0] : run[1]].max()))
    return ((a + claim.first, b + claim.first),)


def _evidence(
    claim: _Claim, source: tuple[Run, ...], content: tuple[Run, ...], encoding: Encoding
) -> Floats:
    """Seven features: logits of the cue, of the mean fit of the content, of its expected
    overlap with the truth, of the tags' view of the content, of the fit of the source; the
    source's absence; and the logarithm of the content's length in pieces."""
    inside = np.zeros(len(claim.content), bool)
    for a, b in content:
        inside[a - claim.first : b - claim.first] = True
    kept = claim.content[inside]
    overlap = float(kept.sum()) / (len(kept) + float(claim.content[~inside].sum()))
    tagged = encoding.tags[claim.first : claim.first + len(inside), 4:6].sum(1)
    if source:
        a, b = source[0]
        fit = float(claim.source[a - claim.first : b - claim.first].mean())
    else:
        fit = 1 - float(claim.source[~inside].max(initial=0))
    return np.array(
        [
            _logit(claim.cue.probability),
            _logit(float(kept.mean())),
            _logit(overlap),
            _logit(float(tagged[inside].mean())),
            _logit(fit),
            float(not source),
            np.log(len(kept)),
        ],
        np.float32,
    )


def _characters(encoding: Encoding, text: str, runs_: tuple[Run, ...]) -> Spans:
    """Piece spans as character spans on word boundaries, without outer white space."""
    out = []
    for a, b in runs_:
        start, end = int(encoding.offsets[a, 0]), int(encoding.offsets[b - 1, 1])
        while _within_word(text, start):
            start -= 1
        while _within_word(text, end):
            end += 1
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        if end > start:
            out.append(Span(start, end))
    return merge(out)


def _within_word(text: str, at: int) -> bool:
    """Whether a cut at `at` would part a word or an abbreviation written with dots ("U.S.")."""
    if not 0 < at < len(text):
        return False
    before, after = text[at - 1], text[at]
    if before.isalnum() and after.isalnum():
        return True
    low = high = at
    while low > 0 and _is_dotted(text[low - 1]):
        low -= 1
    while high < len(text) and _is_dotted(text[high]):
        high += 1
    return low < at < high and _DOTTED.fullmatch(text, low, high) is not None


def _is_dotted(character: str) -> bool:
    return character == "." or character.isalpha()
