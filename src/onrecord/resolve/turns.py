"""Turns of a transcript: paragraphs that open with the label of who speaks, and a colon.

White House and parliament transcripts, court records and broadcast interviews print the label in
capitals: ``THE PRESIDENT:``, ``MR. BERG:``, ``STAHL:``; a reporter is a ``Q``. The words up to
the next label are that speaker's own, without quotation marks. Fact sheets open paragraphs with
capitals too ("LOWERING THE COST OF LIVING:"), so a label counts only where it names a person.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache

from onrecord import knowledge
from onrecord.language.layers import Turn
from onrecord.record import Span, Spans
from onrecord.resolve.lexicon import HONORIFICS, TITLES

_WORD = r"(?:Mc|Mac|De|La|Le)?[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ.'’-]*"
_LABEL = re.compile(rf"(?P<label>{_WORD}(?: {_WORD}){{0,5}}(?:, [A-Z]{{4,12}})?)(?P<sign>:)(?=\s)")
_QUESTION = re.compile(r"(?P<label>Q)(?P<sign>[:.]?)(?=\s+[\w“\"‘'(—–-])")
_OTHERS = frozenset(
    """q question reporter audience member members participant participants moderator operator
    interviewer host aide voice interpreter crowd""".split()  # noqa: SIM905 - reads better
)
"""Who speaks without being anybody in particular."""
_NAMED_TURNS = 3
"""So many turns make a label of a name alone one: less may be a caption."""
_LEAD, _LEAD_LINE = 8, 140
"""Lines over a transcript (place, hour, occasion) and their characters: more is an article."""
_CLOSE = re.compile(
    r"(?:END\b.{0,40}|\(END\)|[#*_\s–—-]+|.{0,20}\b\d{1,2}:\d\d [AP]\.?M\b.{0,12})\Z"
)
"""The line under the last turn: END, a rule, the time at which it ended."""
_STAGE = r"(?:\([^()\n]{1,80}\)|\[[^\[\]\n]{1,80}\])"
_BEFORE = re.compile(rf"\s*(?:{_STAGE}[.\s]*)*[—–-]*\s*")
_AFTER = re.compile(rf"(?:\s*{_STAGE}[.\s]*)*\s*\Z")


def read_turns(text: str, paragraphs: Spans) -> tuple[Turn, ...]:
    """Return the turns of a transcript in text order, none where ``text`` is no transcript.

    A turn's ``content`` has one span a paragraph, without stage directions at its ends
    ("(Laughter.)"); it may be empty. An article that prints an exchange goes on in its own words
    after each turn, so that there only the label's own paragraph is the speaker's.
    """
    opened = [_label_of(text, paragraph) for paragraph in paragraphs]
    labels = Counter(mark["label"] for mark in opened if mark is not None)
    speakers = {label: times for label, times in labels.items() if _speaks(text, label, times)}
    # Somebody speaks twice, or an office alone is a label: one speech, one turn.
    if not any(times > 1 or _words(label)[0] == "the" for label, times in speakers.items()):
        return ()
    starts = [n for n, mark in enumerate(opened) if mark is not None and mark["label"] in speakers]
    lead = paragraphs[: starts[0]]
    whole = len(lead) <= _LEAD and all(len(span.of(text)) <= _LEAD_LINE for span in lead)
    ends = [*starts[1:], len(paragraphs)] if whole else [n + 1 for n in starts]
    return tuple(
        _turn(text, opened[n], paragraphs[n:end]) for n, end in zip(starts, ends, strict=True)
    )


def names_nobody(label: str) -> bool:
    """Whether a label stands for somebody of whom the transcript says no more: Q, AUDIENCE."""
    return _words(label)[-1] in _OTHERS


def honorific(word: str) -> bool:
    """Whether a word before a name is no office: MR., MS., DR."""
    return word.lower() in HONORIFICS or word.lower().rstrip(".") in HONORIFICS


def title_words(words: Sequence[str]) -> int:
    """Return how many of a label's ``words`` (lower case) are an office: 2 of "vice president x".

    The longest title of the tables that stands at the beginning; 0 where none does.
    """
    for size in range(min(4, len(words)), 0, -1):
        title = " ".join(words[:size])
        if title in _titles() or (size == 1 and title in TITLES):
            return size
    return 0


@cache
def _titles() -> frozenset[str]:
    return frozenset(form.lower() for title in knowledge.office_titles() for form in title.forms)


def _label_of(text: str, paragraph: Span) -> re.Match[str] | None:
    return _LABEL.match(text, *paragraph) or _QUESTION.match(text, *paragraph)


def _speaks(text: str, label: str, times: int) -> bool:
    return _is_title(label) or (times >= _NAMED_TURNS and _is_name(text, label))


def _is_title(label: str) -> bool:
    """Whether a label is an office, a name with one or with an honorific, or a role."""
    words = _words(label)
    if words[0] == "the":
        return len(words) > 1 and title_words(words[1:]) == len(words) - 1
    if words[-1] in _OTHERS:
        return len(words) <= 3
    return len(words) <= 6 and (
        (honorific(words[0]) and len(words) > 1) or 0 < title_words(words) < min(len(words), 4)
    )


def _is_name(text: str, label: str) -> bool:
    """Whether the report prints a label of capitals elsewhere as a name: STAHL is Lesley Stahl."""
    words = label.partition(",")[0].split()
    last = words[-1]
    if len(words) > 3 or names_nobody(label):
        return False
    written = re.compile(rf"(?<=[a-z,] )(?i:{re.escape(last)})\b")
    found = [match[0] for match in written.finditer(text)]
    return bool(found) and not any(word.islower() for word in found)


def _words(label: str) -> list[str]:
    return label.lower().partition(",")[0].split()


def _turn(text: str, mark: re.Match[str] | None, paragraphs: Spans) -> Turn:
    assert mark is not None
    label, sign = Span(*mark.span("label")), Span(*mark.span("sign"))
    first = Span(mark.end(), paragraphs[0].end)
    content = tuple(_spoken(text, [first, *paragraphs[1:]]))
    return Turn(label=label, sign=sign if sign.start < sign.end else None, content=content)


def _spoken(text: str, paragraphs: Sequence[Span]) -> Iterator[Span]:
    """Yield what is said in each paragraph, down to the line that closes the transcript."""
    for n, paragraph in enumerate(paragraphs):
        if n and _CLOSE.match(text, *paragraph):
            return
        start = _end_of(_BEFORE.match(text, *paragraph), paragraph.start)
        after = _AFTER.search(text, start, paragraph.end)
        end = after.start() if after is not None else paragraph.end
        if any(char.isalnum() for char in text[start:end]):
            yield Span(start, end)


def _end_of(match: re.Match[str] | None, otherwise: int) -> int:
    return match.end() if match is not None else otherwise
