"""Findings: what a careful editor would query in a report."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from onrecord.derive.dates import date_doubted, dated_by_offices
from onrecord.derive.offices import office_mismatches
from onrecord.language.layers import Claim, Quotation
from onrecord.record import Finding, Report, Span, Statement

# A quotation this long is somebody's words; shorter ones are titles, nicknames and scare quotes,
# of which an editor asks for no speaker.
WORDS_OF_SPEECH = 6
# A statement answers for a quotation when it covers this share of its words.
ANSWERED = 0.5
_WORD = re.compile(r"\w+(?:['’]\w+)*")
_SHOWN = 60


def findings(
    report: Report,
    statements: Sequence[Statement],
    quotations: Sequence[Quotation],
    claims: Sequence[Claim] = (),
    *,
    named: Collection[str] = (),
) -> tuple[Finding, ...]:
    """Return all findings: the report's date first, then by place.

    ``claims`` are the report's claims of office, ``named`` the ids of its actors.
    """
    found = [*_unbalanced(report, quotations), *_unattributed(report, statements, quotations)]
    dating: list[Finding] = [*_undated(report)]
    if report.published is not None:
        dating += date_doubted(claims, report.published)
        found += office_mismatches(claims, named, report.published)
    else:
        for finding in dated_by_offices(claims, named):
            (found if finding.kind == "office-mismatch" else dating).append(finding)
    found.sort(key=lambda finding: (finding.evidence, finding.kind))
    return (*dating, *found)


def _undated(report: Report) -> Iterator[Finding]:
    if report.published is None:
        yield Finding(
            kind="undated",
            severity="warning",
            message=(
                "The report carries no publication date, so its weekdays and “last week” cannot "
                "be placed in the calendar."
            ),
        )


def _unbalanced(report: Report, quotations: Sequence[Quotation]) -> Iterator[Finding]:
    for quotation in quotations:
        if quotation.fault is None:
            continue
        words = _shown(report.text, quotation.span)
        message = {
            "unclosed": f"A quotation opens at {words} and is never closed.",
            "unopened": f"A quotation mark closes after {words}, but none opens before it.",
        }[quotation.fault]
        yield Finding(
            kind="unbalanced-quotation",
            severity="note",
            message=message,
            evidence=(quotation.span,),
            confidence=0.8,
        )


def _unattributed(
    report: Report, statements: Sequence[Statement], quotations: Sequence[Quotation]
) -> Iterator[Finding]:
    answered = [(span, statement) for statement in statements for span in statement.content]
    for quotation in quotations:
        if quotation.depth or quotation.fault or not _is_speech(report.text, quotation.inner):
            continue
        near = [(span, s) for span, s in answered if span.overlaps(quotation.inner)]
        words = _words(report.text, quotation.inner)
        covering = [s for span, s in near if _covered(words, [span]) >= ANSWERED]
        if any(statement.source for statement in covering):
            continue
        if _covered(words, [span for span, _ in near]) >= ANSWERED:
            # Several statements share it between them.
            if any(s.source for _, s in near):
                continue
            message = (
                f"The report does not say whose words {_shown(report.text, quotation.span)} are."
            )
        else:
            message = (
                f"No speaker was found for the quotation {_shown(report.text, quotation.span)}."
            )
        yield Finding(
            kind="unattributed-quote",
            severity="note",
            message=message,
            evidence=(quotation.span,),
            facts=tuple(statement.id for statement in covering),
            confidence=0.6,
        )


def _is_speech(text: str, inner: Span) -> bool:
    words = _WORD.findall(inner.of(text))
    if len(words) < WORDS_OF_SPEECH:
        return False
    # Titles of books and films: nearly every longer word has a capital.
    long = [word for word in words if len(word) > 3]
    return bool(sum(word[0].isupper() for word in long) < 0.8 * max(len(long), 1))


def _words(text: str, inner: Span) -> list[Span]:
    found = _WORD.finditer(inner.of(text))
    return [Span(inner.start + m.start(), inner.start + m.end()) for m in found]


def _covered(words: Sequence[Span], spans: Sequence[Span]) -> float:
    """Return the share of ``words`` that one of ``spans`` touches."""
    hit = sum(any(word.overlaps(span) for span in spans) for word in words)
    return hit / len(words) if words else 0.0


def _shown(text: str, span: Span) -> str:
    """Return the span's words for a message: white space folded, long ones cut between words."""
    words = " ".join(span.of(text).split())
    if len(words) > _SHOWN:
        first = words[: _SHOWN // 2].rpartition(" ")[0] or words[: _SHOWN // 2]
        last = words[-_SHOWN // 3 :].partition(" ")[2] or words[-_SHOWN // 3 :]
        words = f"{first} […] {last}"
    return f"‘{words}’"
