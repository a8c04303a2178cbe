"""Records written by hand for the tests of this room; persons and reports are invented."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from onrecord.record import (
    CONTENT_JOINT,
    Actor,
    AgendaItem,
    Channel,
    Commitment,
    Condition,
    Event,
    Finding,
    Meeting,
    Mention,
    MentionForm,
    Office,
    Participant,
    Period,
    Place,
    Position,
    Record,
    Report,
    Span,
    Spans,
    Statement,
    Time,
    report_id,
)

TEXT = """\
Harbour talks resume as Vessland offers a deal

Prime Minister Ilse Marrow of Vessland said on Tuesday that her government was “ready to sign” \
a fishing accord with Ostrava Bay, nine months after the last round collapsed.

"We have waited long enough," she told reporters in Kestrel. "The boats can go out again by May."

Foreign Minister Tomas Brandt, who will host the talks on Friday, warned that the offer might \
still fail if the fleet quota is not settled. According to a statement from the Bay's \
ministry, delegates will discuss quotas and “safe passage.”

A senior official, speaking on condition of anonymity, said Brandt had told him: “Marrow is \
bluffing.” Harbour unions fear that jobs will be lost.

“Nobody asked us,” read one banner on the quay.
"""


def spans(words: str, *, text: str = TEXT, nth: int = 1) -> Spans:
    """Return the ``nth`` place of each of the `` | ``-separated words in ``text``."""
    found = []
    for part in words.split(" | "):
        at = -1
        for _ in range(nth):
            at = text.index(part, at + 1)
        found.append(Span(at, at + len(part)))
    return tuple(found)


def mention(words: str, form: MentionForm = "name", *, nth: int = 1) -> Mention:
    return Mention(span=spans(words, nth=nth)[0], text=words, form=form)


def said(words: str) -> str:
    return CONTENT_JOINT.join(words.split(" | "))


def statement(number: int, *, source: str, cue: str, content: str, **more: object) -> Statement:
    settings: dict[str, object] = {"kind": "indirect", "speaker": None} | more
    return Statement(
        id=f"s{number}",
        source=spans(source) if source else (),
        cue=spans(cue) if cue else (),
        content=spans(content),
        text=said(content),
        **settings,  # type: ignore[arg-type]
    )


def report(text: str = TEXT, **facts: object) -> Report:
    return Report(id=report_id(text), text=text, **facts)  # type: ignore[arg-type]


TUESDAY = Period(start=date(2025, 3, 4), end=date(2025, 3, 4))
FRIDAY = Period(start=date(2025, 3, 7), end=date(2025, 3, 7))

ACTORS = (
    Actor(
        id="ilse-marrow",
        kind="person",
        name="Ilse Marrow",
        country="VES",
        offices=(
            Office(
                title="Prime Minister",
                of="VES",
                as_written="Prime Minister … of Vessland",
                evidence=spans("Prime Minister | of Vessland"),
            ),
        ),
        represents="government-of-ves",
        mentions=(mention("Ilse Marrow"), mention("she", "pronoun"), mention("Marrow", nth=2)),
    ),
    Actor(
        id="government-of-ves",
        kind="government",
        name="Government of Vessland",
        country="VES",
        mentions=(mention("her government", "nominal"),),
    ),
    Actor(
        id="vessland", kind="state", name="Vessland", country="VES", mentions=(mention("Vessland"),)
    ),
    Actor(
        id="tomas-brandt",
        kind="person",
        name="Tomas Brandt",
        offices=(
            Office(
                title="Foreign Minister",
                of=None,
                as_written="Foreign Minister",
                claimed="current",
                evidence=spans("Foreign Minister"),
            ),
        ),
        mentions=(mention("Tomas Brandt"), mention("Brandt", nth=2)),
    ),
    Actor(
        id="ministry-of-ostrava-bay",
        kind="organisation",
        name="Ministry of Ostrava Bay",
        mentions=(mention("the Bay's ministry", "nominal"),),
    ),
    Actor(
        id="senior-official",
        kind="unnamed",
        name="a senior official",
        mentions=(mention("A senior official", "nominal"),),
    ),
    Actor(
        id="kestrel-press",
        kind="group",
        name="reporters",
        mentions=(mention("reporters", "nominal"),),
    ),
    Actor(
        id="kestrel", kind="state", name="Kestrel", mentions=(mention("Kestrel"),), confidence=0.3
    ),
)

STATEMENTS = (
    statement(
        1,
        source="Prime Minister Ilse Marrow of Vessland",
        cue="said",
        content="that her government was “ready to sign” a fishing accord with Ostrava Bay, "
        "nine months after the last round collapsed",
        kind="mixed",
        speaker="ilse-marrow",
        said_on=TUESDAY,
        said_on_evidence=spans("on Tuesday"),
    ),
    statement(
        2,
        source="she",
        cue="told",
        content='"We have waited long enough," | "The boats can go out again by May."',
        kind="direct",
        speaker="ilse-marrow",
        addressees=("kestrel-press",),
        channel=Channel(kind="press-conference"),
    ),
    statement(
        3,
        source="Foreign Minister Tomas Brandt",
        cue="warned",
        content="that the offer might still fail if the fleet quota is not settled",
        speaker="tomas-brandt",
        certainty="hedged",
        certainty_evidence=spans("might"),
    ),
    statement(
        4,
        source="a statement from the Bay's ministry",
        cue="According to",
        content="delegates will discuss quotas and “safe passage.”",
        kind="mixed",
        speaker="ministry-of-ostrava-bay",
        channel=Channel(kind="statement", evidence=spans("a statement")),
    ),
    statement(
        5,
        source="A senior official",
        cue="speaking",
        content="Brandt had told him: “Marrow is bluffing.”",
        kind="mixed",
        speaker="senior-official",
    ),
    statement(
        6,
        source="Brandt had",
        cue="told him",
        content="“Marrow is bluffing.”",
        kind="direct",
        speaker="tomas-brandt",
        inside="s5",
        confidence=0.41,
    ),
    statement(
        7,
        source="Harbour unions",
        cue="fear",
        content="that jobs will be lost",
        certainty="feared",
    ),
    statement(8, source="", cue="", content="“Nobody asked us,”", kind="direct"),
)

EVENTS = (
    Event(
        id="e1",
        type="CONSULT",
        mode="MEDIATION",
        contexts=("economic",),
        actors=("tomas-brandt",),
        recipients=("ilse-marrow",),
        trigger=spans("host"),
        when=FRIDAY,
        status="planned",
    ),
    Event(
        id="e2",
        type="RETREAT",
        actors=("vessland",),
        trigger=spans("collapsed"),
        status="happened",
        inside="s1",
    ),
)
MEETINGS = (
    Meeting(
        id="m1",
        form="talks",
        place="kestrel",
        when=FRIDAY,
        status="planned",
        host="tomas-brandt",
        participants=(
            Participant(actor="ilse-marrow"),
            Participant(actor="kestrel-press", role="excluded"),
        ),
        agenda=(AgendaItem(text="quotas", span=spans("quotas")[0]),),
        evidence=spans("the talks on Friday"),
    ),
)
COMMITMENTS = (
    Commitment(
        id="c1",
        actor="ilse-marrow",
        strength="ready",
        act="sign a fishing accord with Ostrava Bay",
        condition=Condition(
            text="if the fleet quota is not settled",
            span=spans("if the fleet quota is not settled")[0],
        ),
        evidence=spans("ready to sign"),
        statement="s1",
    ),
)
POSITIONS = (
    Position(
        id="p1",
        actor="ilse-marrow",
        question="Should the accord be signed?",
        stance="for",
        evidence=spans("ready to sign"),
        grounds=("s1", "c1"),
    ),
)
PLACES = (Place(id="kestrel", name="Kestrel", lat=1.0, lon=2.0, mentions=spans("Kestrel")),)
TIMES = (
    Time(
        span=spans("Tuesday")[0],
        text="Tuesday",
        type="date",
        value="2025-03-04",
        start=TUESDAY.start,
        end=TUESDAY.end,
    ),
    Time(span=spans("nine months")[0], text="nine months", type="duration", value="P9M"),
    Time(
        span=spans("Friday")[0],
        text="Friday",
        type="date",
        value="2025-03-07",
        start=FRIDAY.start,
        end=FRIDAY.end,
    ),
)
FINDINGS = (
    Finding(
        kind="unattributed-quote",
        severity="warning",
        message="A quotation stands without a speaker.",
        evidence=spans("“Nobody asked us,”"),
        facts=("s8",),
    ),
    Finding(
        kind="office-mismatch",
        severity="error",
        message="Tomas Brandt left the foreign ministry on 1 February 2025.",
        evidence=spans("Foreign Minister Tomas Brandt"),
    ),
    Finding(kind="wording-differs", severity="note", message="Only one report prints these words."),
)

FULL = Record(
    version="0.0.0",
    model="by hand",
    report=report(
        title="Harbour talks resume",
        title_from="metadata",
        outlet="The Kestrel Gazette",
        outlet_from="given",
        url="https://gazette.example/harbour?day=4&x=<b>",
        url_from="metadata",
        authors=("A. Quill", "B. Ink"),
        authors_from="metadata",
        published=date(2025, 3, 5),
        published_from="given",
    ),
    actors=ACTORS,
    statements=STATEMENTS,
    events=EVENTS,
    meetings=MEETINGS,
    commitments=COMMITMENTS,
    positions=POSITIONS,
    places=PLACES,
    times=TIMES,
    findings=FINDINGS,
)
"""Every kind of entry."""

TODAY = replace(
    FULL, report=report(), events=(), meetings=(), commitments=(), positions=(), places=()
)
"""An undated, untitled report with the kinds of entry that are read now."""

BARE = Record(version="0.0.0", model="by hand", report=report("Nothing was said."))
"""No entry at all."""
