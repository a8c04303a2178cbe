"""The cast of a report while it is being read: drafts of actors, and where they are mentioned."""

from __future__ import annotations

import re
import unicodedata
from bisect import insort
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from onrecord.record import Actor, ActorKind, Mention, MentionForm, Office
from onrecord.resolve.reading import Reading

_WINDOW, _NEAR, _AHEAD = 5, 400, 60  # sentences, tokens back, tokens on
_NOT_WORD = re.compile(r"[^a-z0-9]+")


def slug(name: str) -> str:
    """A readable id: ``Keir Starmer`` is ``keir-starmer``."""
    name = name.replace("’", "'")
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return _NOT_WORD.sub("-", plain).strip("-") or "unnamed"


@dataclass(slots=True, eq=False)
class Draft:
    """An actor in the making. ``roles`` are the nouns by which the report describes it.

    Of a person in the tables, ``held`` are the titles of all offices ever held, ``states`` the
    states they were of, and ``holds`` the titles on the day of publication, by state or body;
    ``None`` and empty where the tables do not know.
    """

    kind: ActorKind
    name: str
    id: str | None = None
    country: str | None = None
    known_as: str | None = None
    offices: list[Office] = field(default_factory=list)
    represents: Draft | None = None
    members: list[Draft] = field(default_factory=list)
    roles: set[str] = field(default_factory=set)
    gender: str | None = None
    plural: bool = False
    serves: list[str] = field(default_factory=list)
    states: frozenset[str] | None = None
    held: frozenset[str] | None = None
    holds: dict[str, set[str]] = field(default_factory=dict)
    published: bool = True
    confidence: float = 0.9
    ranges: list[tuple[int, int, MentionForm]] = field(default_factory=list)
    votes: Counter[str] = field(default_factory=Counter)


class Cast:
    """All drafts of one report, in the order in which they were made."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.drafts: list[Draft] = []
        self._by_key: dict[str, Draft] = {}
        self._cover: dict[int, tuple[int, Draft]] = {}
        self._containing: dict[int, list[Draft]] = {}

    def note(self, draft: Draft, start: int, end: int, form: MentionForm) -> None:
        """Note that tokens `[start, end)` refer to ``draft``."""
        if (start, end, form) in draft.ranges:
            return
        insort(draft.ranges, (start, end, form))
        for i in range(start, end):
            if i not in self._cover or self._cover[i][0] >= end - start:
                self._cover[i] = (end - start, draft)

    def at(self, token: int) -> Draft | None:
        """The draft whose shortest mention covers ``token``."""
        found = self._cover.get(token)
        return found[1] if found is not None else None

    def officer(self, token: int) -> Draft | None:
        """The person in whose office as printed ``token`` stands: the Minister *for Trade* Doe."""
        at = self.reading.starts[token]
        for draft in self.of_kind("person"):
            for office in draft.offices:
                if any(span.start <= at < span.end for span in office.evidence):
                    return draft
        return None

    def near(self, at: int) -> list[Draft]:
        """The drafts mentioned up to five sentences before token ``at``, or later in its own."""
        reading = self.reading
        here = reading.sentence[at]
        found: dict[int, Draft] = {}
        for i in range(at - 1, max(-1, at - _NEAR), -1):
            if here - reading.sentence[i] > _WINDOW:
                break
            if (cover := self._cover.get(i)) is not None:
                found[id(cover[1])] = cover[1]
        for i in range(at + 1, min(len(reading), at + _AHEAD)):
            if reading.sentence[i] != here:
                break
            if (cover := self._cover.get(i)) is not None:
                found[id(cover[1])] = cover[1]
        for draft in list(found.values()):
            for other in self._containing.get(id(draft), ()):
                found[id(other)] = other
        return list(found.values())

    def alias(self, draft: Draft, key: str) -> None:
        """Make ``draft`` findable under one more key."""
        self._by_key.setdefault(key, draft)

    def add(self, draft: Draft, key: str | None = None) -> Draft:
        """Take in a new draft; a ``key`` makes it findable by ``get``."""
        self.drafts.append(draft)
        if key is not None:
            self._by_key[key] = draft
        for member in draft.members:
            self._containing.setdefault(id(member), []).append(draft)
        return draft

    def merge(self, draft: Draft, into: Draft) -> None:
        """Take ``draft`` for ``into``: its mentions become the other's, and it is dropped."""
        for start, end, form in draft.ranges:
            insort(into.ranges, (start, end, form))
        for i, (size, other) in list(self._cover.items()):
            if other is draft:
                self._cover[i] = (size, into)
        into.roles |= draft.roles
        into.votes += draft.votes
        self.drafts.remove(draft)
        for other in self.drafts:
            if other.represents is draft:
                other.represents = into
            other.members = [into if member is draft else member for member in other.members]

    def get(self, key: str) -> Draft | None:
        """The draft added under ``key``."""
        return self._by_key.get(key)

    def names_country(self, country: str) -> bool:
        """Whether the report names a state or its government."""
        return f"state:{country}" in self._by_key or (
            f"government-of-{country.lower()}" in self._by_key
        )

    def of_kind(self, *kinds: ActorKind) -> list[Draft]:
        """The drafts of some kinds."""
        return [draft for draft in self.drafts if draft.kind in kinds]

    @classmethod
    def of(cls, reading: Reading, actors: Sequence[Actor]) -> Cast:
        """The cast of actors already frozen, to add to."""
        cast = cls(reading)
        for actor in actors:
            draft = Draft(
                kind=actor.kind,
                name=actor.name,
                id=actor.id,
                country=actor.country,
                known_as=actor.known_as,
                offices=list(actor.offices),
                plural=actor.kind == "group",
                confidence=actor.confidence,
            )
            cast.add(draft, actor.id)
            for mention in actor.mentions:
                cast.note(draft, *reading.tokens_at(mention.span), mention.form)
            draft.roles.update(_roles(reading, draft))
        for actor in actors:
            draft = cast._by_key[actor.id]
            draft.members = [cast._by_key[member] for member in actor.members]
            if actor.represents is not None:
                draft.represents = cast._by_key[actor.represents]
            if actor.members:
                members = sorted(str(id(member)) for member in draft.members)
                cast.alias(draft, "group:" + ",".join(members))
        return cast

    def ids(self) -> dict[int, str]:
        """The ids of the published drafts, by their identity."""
        return _ids(self._published())

    def freeze(self) -> tuple[Actor, ...]:
        """Return the published drafts as actors, by first mention, with ids of their own."""
        drafts = self._published()
        ids = _ids(drafts)
        return tuple(self._frozen(draft, ids) for draft in drafts)

    def _published(self) -> list[Draft]:
        drafts = [d for d in self.drafts if d.published and (d.ranges or d.members)]
        held = {id(d) for d in drafts}
        for draft in drafts:  # grows: whom one stands for may stand for others in turn
            for other in (draft.represents, *draft.members):
                if other is not None and id(other) not in held:
                    held.add(id(other))
                    drafts.append(other)
        drafts.sort(key=lambda d: d.ranges[0][:2] if d.ranges else (1 << 60, 0))
        return drafts

    def _frozen(self, draft: Draft, ids: dict[int, str]) -> Actor:
        reading = self.reading
        return Actor(
            id=ids[id(draft)],
            kind=draft.kind,
            name=draft.name,
            country=draft.country,
            known_as=draft.known_as,
            offices=tuple(draft.offices),
            represents=ids[id(draft.represents)] if draft.represents is not None else None,
            members=tuple(ids[id(member)] for member in draft.members),
            mentions=tuple(
                Mention(span=reading.span(a, b), text=reading.printed(a, b), form=form)
                for a, b, form in draft.ranges
            ),
            confidence=draft.confidence,
        )


def group(cast: Cast, members: Sequence[Draft]) -> Draft:
    """The draft of several actors taken together, made where there is none yet."""
    unique = list({id(member): member for member in members}.values())
    key = "group:" + ",".join(sorted(str(id(member)) for member in unique))
    draft = cast.get(key)
    if draft is None:
        name = " and ".join(member.name for member in unique)
        draft = Draft(kind="group", name=name, members=unique, plural=True)
        cast.add(draft, key)
    return draft


def _roles(reading: Reading, draft: Draft) -> set[str]:
    """The nouns a frozen actor was described by."""
    heads = {reading.head_of(start, end) for start, end, form in draft.ranges if form == "nominal"}
    roles = {reading.lower[head] for head in heads} | {reading.lemmas[head] for head in heads}
    return roles | {office.title.lower().split()[-1] for office in draft.offices}


def _ids(drafts: list[Draft]) -> dict[int, str]:
    """Ids for drafts: their own or made from the name; a number tells namesakes apart."""
    taken: set[str] = {draft.id for draft in drafts if draft.id is not None}
    ids: dict[int, str] = {}
    for draft in drafts:
        if draft.id is not None:
            ids[id(draft)] = draft.id
            continue
        wanted = slug(draft.name)
        free, number = wanted, 2
        while free in taken:
            free, number = f"{wanted}-{number}", number + 1
        taken.add(free)
        ids[id(draft)] = free
    return ids
