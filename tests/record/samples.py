"""A record written by hand, with every kind of entry; shared by the tests of several rooms."""

from datetime import date

from onrecord.record import (
    Actor,
    AgendaItem,
    Channel,
    Commitment,
    Condition,
    Event,
    Finding,
    Meeting,
    Mention,
    Office,
    Participant,
    Period,
    Place,
    Position,
    Record,
    Report,
    Span,
    Statement,
    Time,
    report_id,
)

TEXT = (
    "Foreign Minister Elina Valtonen said on Monday that Finland was ready to host talks in "
    "Helsinki if both sides agreed.\n\n“We have done it before,” she told Yle.\n"
)


def span(words: str, *, nth: int = 0) -> Span:
    """Return where ``words`` stand in TEXT, the ``nth`` time."""
    at = -1
    for _ in range(nth + 1):
        at = TEXT.index(words, at + 1)
    return Span(at, at + len(words))


def mention(words: str, form: str, *, nth: int = 0) -> Mention:
    return Mention(span=span(words, nth=nth), text=words, form=form)


def sample(**changes: object) -> Record:
    """Return the record, with fields replaced."""
    indirect = "that Finland was ready to host talks in Helsinki if both sides agreed"
    direct = "“We have done it before,”"
    day = Period(start=date(2025, 2, 17), end=date(2025, 2, 17))
    fields: dict[str, object] = {
        "version": "0",
        "model": "by hand",
        "report": Report(
            id=report_id(TEXT), text=TEXT, published=date(2025, 2, 18), published_from="given"
        ),
        "actors": (
            Actor(
                id="elina-valtonen",
                kind="person",
                name="Elina Valtonen",
                country="FIN",
                offices=(
                    Office(
                        title="Foreign Minister",
                        of="FIN",
                        as_written="Foreign Minister",
                        evidence=(span("Foreign Minister"),),
                    ),
                ),
                represents="government-of-fin",
                mentions=(mention("Elina Valtonen", "name"), mention("she", "pronoun")),
            ),
            Actor(
                id="government-of-fin",
                kind="government",
                name="Government of Finland",
                country="FIN",
                mentions=(mention("Finland", "metonym"),),
            ),
            Actor(id="yle", kind="outlet", name="Yle", mentions=(mention("Yle", "name"),)),
        ),
        "statements": (
            Statement(
                id="s1",
                kind="indirect",
                speaker="elina-valtonen",
                source=(span("Foreign Minister Elina Valtonen"),),
                cue=(span("said"),),
                content=(span(indirect),),
                text=indirect,
                said_on=day,
                said_on_evidence=(span("on Monday"),),
                certainty="conditional",
                certainty_evidence=(span("if both sides agreed"),),
                confidence=0.9,
            ),
            Statement(
                id="s2",
                kind="direct",
                speaker="elina-valtonen",
                source=(span("she"),),
                cue=(span("told"),),
                content=(span(direct),),
                text=direct,
                channel=Channel(kind="interview", outlet="yle", evidence=(span("told Yle"),)),
                addressees=("yle",),
            ),
        ),
        "events": (
            Event(
                id="e1",
                type="COOPERATE",
                actors=("government-of-fin",),
                trigger=(span("host talks"),),
                place="helsinki-fin",
                status="conditional",
                inside="s1",
            ),
        ),
        "meetings": (
            Meeting(
                id="m1",
                form="talks",
                place="helsinki-fin",
                status="proposed",
                host="government-of-fin",
                participants=(Participant(actor="government-of-fin"),),
                agenda=(AgendaItem(text="talks", span=span("talks")),),
                evidence=(span("talks"),),
            ),
        ),
        "commitments": (
            Commitment(
                id="c1",
                actor="government-of-fin",
                strength="ready",
                act="host talks in Helsinki",
                condition=Condition(text="if both sides agreed", span=span("if both sides agreed")),
                evidence=(span("was ready to host talks"),),
                statement="s1",
            ),
        ),
        "positions": (
            Position(
                id="p1",
                actor="government-of-fin",
                question="host talks",
                stance="conditional",
                grounds=("s1", "c1"),
            ),
        ),
        "places": (
            Place(id="helsinki-fin", name="Helsinki", country="FIN", mentions=(span("Helsinki"),)),
        ),
        "times": (
            Time(
                span=span("Monday"),
                text="Monday",
                type="date",
                value="2025-02-17",
                start=date(2025, 2, 17),
                end=date(2025, 2, 17),
            ),
        ),
        "findings": (Finding(kind="undated", severity="warning", message="No date.", evidence=()),),
    }
    return Record(**(fields | changes))
