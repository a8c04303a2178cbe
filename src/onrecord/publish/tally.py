"""Counts over records, for the line under a title and the summary at the end."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from onrecord.publish.wording import SEVERITIES, count
from onrecord.record import Record


@dataclass(slots=True)
class Tally:
    """What the records seen so far hold."""

    reports: int = 0
    words: int = 0
    actors: int = 0
    statements: int = 0
    resolved: int = 0
    happenings: int = 0
    findings: Counter[str] = field(default_factory=Counter)

    def add(self, record: Record) -> None:
        """Count one more record."""
        self.reports += 1
        self.words += len(record.report.text.split())
        self.actors += len(record.actors)
        self.statements += len(record.statements)
        self.resolved += sum(s.speaker is not None for s in record.statements)
        self.happenings += len(record.events) + len(record.meetings) + len(record.commitments)
        self.findings.update(finding.severity for finding in record.findings)

    def lines(self) -> tuple[str, ...]:
        """Return the counts in words: reports first, findings last, those of zero left out."""
        parts = [count(self.reports, "report"), count(self.words, "word")]
        if self.statements:
            unresolved = self.statements - self.resolved
            whom = f" ({unresolved:,} without a known speaker)" if unresolved else ""
            parts.append(count(self.statements, "statement") + whom)
        if self.actors:
            parts.append(count(self.actors, "actor"))
        if self.happenings:
            parts.append(
                count(
                    self.happenings,
                    "event, meeting or commitment",
                    "events, meetings and commitments",
                )
            )
        parts += [count(self.findings[s], s) for s in SEVERITIES if self.findings[s]]
        return tuple(parts)
