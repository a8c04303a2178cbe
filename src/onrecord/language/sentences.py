"""Sentence boundaries that respect paragraphs, headings and quotations.

They are set before the parser runs, which keeps what is set and decides the rest: a token is
marked as a start (1), as no start (-1), or left to the parser (0). A parser alone breaks after
abbreviations, glues a heading to the paragraph under it and opens sentences with a closing mark.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final, NamedTuple, cast

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc
from thinc.types import Ints2d

from onrecord.language.datelines import dateline_end
from onrecord.language.layers import Quotation
from onrecord.language.paragraphs import Layout

STARTS: Final = 1
OPEN: Final = 0
NO_START: Final = -1

_STOP = re.compile(r"[.!?…‽]+")
_WORD_BEFORE = re.compile(r"[\w.&’'-]+\Z")
_BEFORE_NAME = """mr mrs ms messrs mx dr prof rev fr hon st gen lt lt.gen maj col capt cmdr cpl sgt
    pvt adm sen sens rep reps gov govs pres amb atty supt insp det vs v viz cf eg e.g ie i.e ca
    approx mt ft"""
_MAY_END = """u.s u.k u.n e.u d.c l.a n.y u.s.a u.s.s.r a.m p.m b.c a.d ph.d m.d b.a m.a j.d inc
    corp co ltd llc bros plc jr sr etc al est dept univ assn ave blvd rd sq ala ariz ark calif colo
    conn del fla ga ill ind kan ky la mass md mich minn miss mo mont neb nev okla ore pa tenn tex
    va vt wash wis wyo n.c s.c n.d s.d n.h n.j n.m r.i w.va
    jan feb mar apr jun jul aug sep sept oct nov dec"""
_BEFORE_DIGIT = "no nos p pp vol ch sec art jan feb mar apr jun jul aug sep sept oct nov dec"
_ABBREVIATIONS = {
    **dict.fromkeys(_MAY_END.split(), OPEN),
    **dict.fromkeys(_BEFORE_NAME.split(), NO_START),
}
_NUMBERED = frozenset(_BEFORE_DIGIT.split())
_CLOSES_WITHOUT_GAP = frozenset("\"'”’»)]}")
_REPORTING = re.compile(
    r"(?:(?:the|a|an|one|his|her|their)\s)?(?:[\w.’'-]+\s){1,5}?"
    r"(?:said|says|asked|asks|wrote|writes|told|tells|tweeted|added|adds|replied|replies|wondered|"
    r"exclaimed|shouted|yelled|demanded|quipped|joked|responded|recalled|remarked|cried)\b",
    re.IGNORECASE,
)


class Stop(NamedTuple):
    """Punctuation that may end a sentence, and where the next word begins.

    ``closing`` tells whether marks or brackets close in between, ``gap`` whether white space
    stands there.
    """

    start: int
    end: int
    after: int
    closing: bool
    gap: bool


def set_sentences(doc: Doc, layout: Layout, quotations: Iterable[Quotation]) -> None:
    """Set what is certain about the sentence starts of ``doc``, unless it is parsed already."""
    if not len(doc) or doc.has_annotation("DEP"):
        return
    column = sentence_starts(doc, layout, quotations).astype(np.int64).view(np.uint64)
    doc.from_array(["SENT_START"], cast(Ints2d, column.reshape(-1, 1)))


def sentence_starts(doc: Doc, layout: Layout, quotations: Iterable[Quotation]) -> NDArray[np.int8]:
    """Return 1, -1 or 0 for every token, shape ``(tokens,)``."""
    columns = doc.to_array(["IDX", "IS_SPACE"]).astype(np.int64)
    words = np.flatnonzero(columns[:, 1] == 0)
    at = columns[words, 0]
    found = np.full(len(doc), NO_START, np.int8)
    found[:1] = STARTS
    for offset, verdict in _verdicts(doc.text, layout, quotations):
        word = int(np.searchsorted(at, offset))
        if word < len(words):
            found[words[word]] = max(verdict, found[words[word]])
    return found


def _verdicts(
    text: str, layout: Layout, quotations: Iterable[Quotation]
) -> Iterator[tuple[int, int]]:
    """Offsets at which a sentence starts or may start."""
    marks = {q.span.start: True for q in quotations if q.span.start < q.inner.start}
    marks |= {at: False for q in quotations for at in range(q.inner.end, q.span.end)}
    titles = frozenset(layout.headings)
    for paragraph in layout.paragraphs:
        yield paragraph.start, STARTS
        if paragraph in titles:
            continue
        first = dateline_end(text, *paragraph)
        if first > paragraph.start:
            yield first, STARTS
        for match in _STOP.finditer(text, first, paragraph.end):
            stop = _stop(text, match.span(), paragraph.end, marks)
            verdict = NO_START if stop is None else _verdict(text, stop)
            if stop is not None and verdict != NO_START:
                yield stop.after, verdict


def _stop(text: str, at: tuple[int, int], limit: int, marks: Mapping[int, bool]) -> Stop | None:
    """The stop at ``at``; ``marks`` tells of each quotation mark whether it opens."""
    closing = gap = False
    for after in range(at[1], limit):
        char = text[after]
        if char.isspace():
            gap = True
        elif marks.get(after) is False or (
            after not in marks and not gap and char in _CLOSES_WITHOUT_GAP
        ):
            closing = True
        else:
            return Stop(*at, after, closing, gap)
    return None


def _verdict(text: str, stop: Stop) -> int:
    """Whether a sentence starts at the word after ``stop``."""
    after = text[stop.after]
    if after.islower() or after in ",;:!?.)]}%…-–—":
        return NO_START
    if not stop.gap and not (text[stop.start - 1].islower() and (after.isupper() or after in '“"')):
        return NO_START  # inside an address, a number, an abbreviation
    shape = text[stop.start : stop.end]
    if shape == ".":
        abbreviated = _after_abbreviation(text, stop)
        return STARTS if abbreviated is None else abbreviated
    if not stop.closing:
        return STARTS if shape == "?" else OPEN
    # A question or a cry in quotation marks may go on with who uttered it.
    return NO_START if _REPORTING.match(text, stop.after, stop.after + 80) else STARTS


def _after_abbreviation(text: str, stop: Stop) -> int | None:
    """The verdict where the full stop may belong to an abbreviation, else ``None``."""
    found = _WORD_BEFORE.search(text, max(0, stop.start - 16), stop.start)
    if found is None or stop.closing:
        return None
    written = found.group().lstrip("'’-")
    word, after = written.lower(), text[stop.after]
    if word in _NUMBERED and after.isdigit():
        return NO_START
    if written == "X" and text.endswith(("on ", "to "), 0, found.end() - 1):
        return STARTS  # the network: "he wrote on X. The minister said"
    if len(word) == 1 and written.isupper():
        # An initial: no end between names; "Plan B. The" is left to the parser.
        return OPEN
    if written.isupper() and len(written) > 1 and "." not in written:
        return None
    return _ABBREVIATIONS.get(word, OPEN if "." in word.strip(".") and len(word) < 8 else None)
