"""Encounters: what single verbs and nouns of a report say of meetings, before they are merged."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from spacy.tokens import Token

from onrecord.extract.meetings.parties import Party
from onrecord.extract.meetings.words import Form
from onrecord.record import Place, Role, Span, Spans, Status, Time
from onrecord.resolve.cast import Draft


@dataclass(slots=True, eq=False)
class Encounter:
    """What one place of a report says of an encounter.

    ``joins`` is false of what is only said of its agenda, by those who were there already.
    ``own`` holds the identities of the parties that its own phrase names, ``None`` for all;
    ``hints`` the states it is called by; ``beside`` who does something at it or after it.
    ``definite`` is what points back or has a possessor; ``weak`` means that nothing said whether
    it took place.

    ``form`` is ``None`` where the words leave it open. ``bound`` marks what points back: "the
    meeting", or a verb like "attend" without an object; ``other`` what is told from it: "a second
    round". ``creates`` is whether it can stand alone, as an entry of its own. ``parties`` are
    drafts of actors with their roles, by identity.
    """

    trigger: Token
    form: Form | None
    evidence: Span
    parties: dict[int, Party] = field(default_factory=dict)
    host: Draft | None = None
    place: Place | None = None
    time: Time | None = None
    status: Status = "happened"
    agenda: Spans = ()
    name: str | None = None
    bound: bool = False
    other: bool = False
    creates: bool = True
    joins: bool = True
    own: frozenset[int] | None = None
    hints: frozenset[str] = frozenset()
    beside: tuple[Party, ...] = ()
    definite: bool = False
    weak: bool = False

    def add(self, parties: Sequence[Party]) -> None:
        """Add parties; a role that says more than "attends" stays."""
        for draft, role in parties:
            old = self.parties.get(id(draft))
            if old is None or old[1] == "attends":
                self.parties[id(draft)] = (draft, role)

    def those(self, *roles: Role) -> list[Draft]:
        """The parties with one of some roles."""
        return [draft for draft, role in self.parties.values() if role in roles]
