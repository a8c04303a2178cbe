"""One report as the readers of nouns and verbs see it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from spacy.tokens import Doc, Token

from onrecord.extract.meetings.agenda import agenda_of
from onrecord.extract.meetings.encounters import Encounter
from onrecord.extract.meetings.grammar import objects, subject_of
from onrecord.extract.meetings.parties import Parties, Party
from onrecord.extract.meetings.setting import Setting
from onrecord.extract.meetings.standing import forward, status_of
from onrecord.extract.meetings.words import Form
from onrecord.record import Span, Statement, Status, Time
from onrecord.resolve.cast import Draft

_FIRST = frozenset({"i", "we", "us", "me", "my", "our"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """A report with what was read of it before."""

    doc: Doc
    parties: Parties
    setting: Setting
    statements: Sequence[Statement]
    published: date | None

    def subject(self, verb: Token) -> list[Party]:
        """Who a verb's subject is; within a statement a missing or first person is its speaker."""
        token = subject_of(verb)
        if token is None:
            return self.speaker(verb)
        return self.party(token)

    def party(self, token: Token) -> list[Party]:
        """The parties at a noun phrase; "I" and "we" are the speaker of the statement around."""
        if token.lower_ in _FIRST:
            return self.speaker(token)
        return self.parties.of(token)

    def _hours_from(self, noun: Token) -> Time | None:
        """The day of publication, where a report of the hour says "hours before the summit"."""
        preposition = noun.head
        if noun.dep_ != "pobj" or preposition.lower_ not in ("before", "after", "of"):
            return None
        verb, told = preposition.head, [*preposition.children]
        if preposition.lower_ == "of":  # hours ahead of
            verb, told = preposition.head.head, [*preposition.head.children]
        hours = next((c for c in told if c.lemma_ in ("hour", "minute")), None)
        if hours is None or self.published is None or verb.tag_ not in ("VBZ", "VBP"):
            return None
        span = Span(hours.idx, preposition.idx + len(preposition))
        return Time(
            span=span,
            text=span.of(self.parties.reading.text),
            type="date",
            value=self.published.isoformat(),
            start=self.published,
            end=self.published,
            confidence=0.7,
        )

    def _followed(self, verb: Token) -> Time | None:
        """When something was that followed what the report dates: after his speech today, X met Y.

        It was neither before that nor after the report, which leaves a day, or two.
        """
        before = self.setting.after(verb) if verb.tag_ == "VBD" else None
        if before is None or before.start is None or before.start != before.end:
            return None
        if self.published is None or not 0 <= (self.published - before.start).days <= 1:
            return None
        value = before.value if before.start == self.published else None
        return replace(before, value=value, end=self.published)

    def speaker(self, token: Token) -> list[Party]:
        """Whose words a token is among, where a person or body is known to say them."""
        for statement in reversed(self.statements):
            if statement.speaker is None or statement.kind == "indirect":
                continue
            if any(span.start <= token.idx < span.end for span in statement.content):
                draft = self.parties.cast.get(statement.speaker)
                return [(draft, "attends")] if draft is not None else []
        return []

    def encounter(
        self,
        trigger: Token,
        form: Form | None,
        *,
        verb: Token | None = None,
        dated: Token | None = None,
        goal: bool = False,
    ) -> Encounter:
        """An encounter with its place, date, standing and agenda.

        ``verb`` governs the noun that is the ``trigger``; ``dated`` is a verb whose date is that
        of the encounter as well.
        """
        setting = self.setting
        named = False
        # "A meeting of ministers in Oslo": the parser hangs the place on those who meet.
        those = [o for o in objects(trigger, "of", "between") if o.tag_ == "NNS"]
        if trigger.pos_ in ("NOUN", "PROPN"):
            time = setting.inside(trigger)
            named = time is not None and time.span.start < trigger.idx
            if time is None and dated is not None:
                time = setting.when(dated)
            if time is None:
                time = self._hours_from(trigger)
        else:
            time = setting.when(trigger) or self._followed(trigger)
        status = status_of(trigger, time=time, published=self.published, named=named)
        time = forward(time, status, published=self.published, named=named)
        if _contradicts(time, status, self.published):
            time = None
        marked = [c for c in trigger.children if c.dep_ == "prt"]
        last = marked[-1] if marked and marked[-1].i == trigger.i + 1 else trigger
        agenda = [*agenda_of(trigger, setting.times)]
        if verb is not None and not agenda:
            agenda = [*agenda_of(verb, setting.times, but=trigger)]
        return Encounter(
            trigger=trigger,
            form=form,
            evidence=Span(trigger.idx, last.idx + len(last)),
            place=setting.where(trigger, *those, verb, goal=goal),
            time=time,
            status=status,
            agenda=tuple(sorted(set(agenda))),
        )


def _contradicts(time: Time | None, status: Status, published: date | None) -> bool:
    """Whether a date is over of what is said to lie ahead: then it is of something else."""
    if time is None or time.end is None or published is None:
        return False
    return status in ("planned", "proposed", "conditional") and time.end < published


def specific(draft: Draft) -> bool:
    """Whether an actor is somebody in particular: European leaders may be any of them."""
    return draft.kind != "unnamed" and (draft.kind != "group" or bool(draft.members))


def stands_for_state(draft: Draft) -> bool:
    """Whether an actor without a name speaks for a state: Armenia's prime minister."""
    return draft.kind == "unnamed" and (draft.country is not None or draft.represents is not None)


def alike(one: Draft, other: Draft) -> bool:
    """Whether two actors are the same side: themselves, or a person and the government behind.

    So are a body and its people: the G7 and G7 ministers.
    """
    if one is other:
        return True
    if "organisation" in (one.kind, other.kind) and one.kind != other.kind:
        body, people = (one, other) if one.kind == "organisation" else (other, one)
        return people.kind in ("group", "unnamed") and body.name in people.name.split()
    public = ("government", "state")
    if one.country is None or one.country != other.country:
        return False
    return one.kind in public or other.kind in public
