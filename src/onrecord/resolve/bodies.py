"""States, governments, organisations, groups and outlets."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.record import ActorKind
from onrecord.resolve import gazetteer
from onrecord.resolve.acting import acts
from onrecord.resolve.cast import Cast, Draft
from onrecord.resolve.gazetteer import Entry, Match
from onrecord.resolve.known import led_by
from onrecord.resolve.lexicon import LOCATIVES, ORGANISATION_WORDS, RULE, SAYING_VERBS, word_set
from onrecord.resolve.names import Name
from onrecord.resolve.shortened import acronym_after, full_outlets, shortened
from onrecord.resolve.states import government, halves, state

_BRANCHES = word_set(
    """ministry department presidency embassy parliament army military navy police premiership
    consulate delegation mission"""
)


_NATIONAL = frozenset({"party", "government", "parliament", "court", "military", "central-bank"})
_NOUNS: dict[str, tuple[str, ...]] = {
    "international": ("organisation", "organization", "body", "bloc", "alliance", "agency"),
    "ngo": ("group", "organisation", "organization", "charity"),
    "government": ("department", "ministry", "agency"),
    "intelligence": ("agency", "service"),
    "military": ("military", "army", "force"),
    "parliament": ("parliament", "chamber", "house"),
    "court": ("court", "tribunal"),
    "central-bank": ("bank",),
    "party": ("party",),
    "armed-group": ("group", "militia", "movement"),
    "company": ("company", "firm"),
}
_TABLE_KINDS: dict[str, ActorKind] = {"outlet": "outlet", "bloc": "group"}
_BODY_KINDS: dict[str, ActorKind] = {"government": "government", "group": "group"}


def _body_words(printed: str) -> bool:
    """Whether a name says by its words that it names a body."""
    words = printed.lower().split()
    return words[-1] in ORGANISATION_WORDS or (words[0] in ORGANISATION_WORDS and "of" in words)


class Bodies:
    """Gathers the bodies a report names."""

    def __init__(self, cast: Cast, home: str | None) -> None:
        self.cast = cast
        self.reading = cast.reading
        self.home = home
        self.countries: set[str] = set()
        self.spoken_of: set[str] = set()
        self.owners: dict[int, str] = {}
        self.outlets: dict[str, Entry] = {}
        self.regions: set[int] = set()

    def gather(self, known: Sequence[Match], own: Sequence[Name]) -> None:
        """Note every mention of a body, in text order."""
        self.countries = {
            entry.country
            for match in known
            for entry in match.entries
            if entry.country is not None and entry.sort not in ("organisation", "outlet")
        }
        self.spoken_of = {
            entry.country
            for match in known
            for entry in match.entries
            if entry.country is not None and entry.sort in ("state", "adjective", "people")
        }
        self.owners = {
            match.end: entry.country
            for match in known
            if (entry := match.entry("state", "adjective")) is not None
            and entry.country is not None
        }
        self.outlets = full_outlets(known)
        self.regions = {match.end for match in known if match.entry("region")}
        for match in known:
            self._known(match)
        for name in own:
            if name.sort == "organisation":
                self._organisation(name)
        for half, start, end in halves(self.cast):
            self._state(half, start, end)
        for draft, i in shortened(self.cast):
            self.cast.note(draft, i, i + 1, "name")

    def _known(self, match: Match) -> None:
        if self._ruling(match) is not None:
            return
        start, end = match.start, match.end
        entries = sorted(match.entries, key=self._foreign)
        for entry in entries:
            if self._foreign(entry) > 1:
                continue
            if entry.sort == "state":
                self._state(entry, start, end)
            elif entry.sort in ("capital", "seat", "region"):
                self._place(entry, match)
            elif entry.sort == "bloc":
                if acts(self.reading, start, end, place=True):
                    self._table(entry, start, end)
            elif entry.sort == "outlet" and end - start == 1:
                self._table(self.outlets.get(self.reading.lower[start], entry), start, end)
            elif entry.sort in ("organisation", "outlet"):
                if start in self.regions and entry.noun in _NATIONAL and entry.noun != "party":
                    continue  # the Alabama House is not the one in Washington
                self._table(entry, start, end)
            elif entry.sort not in ("people", "adjective") or not self._inhabitants(match, entry):
                continue
            return

    def _foreign(self, entry: Entry) -> int:
        """How far a national body is from the report: 2 where another country has its like.

        The Treasury and the Conservatives are Britain's only where Britain is spoken of.
        """
        if entry.noun not in _NATIONAL or entry.country is None or self.home is None:
            return 0
        if entry.country == self.home:
            return 0
        return 1 if entry.country in self.countries else 2

    def _inhabitants(self, match: Match, entry: Entry) -> bool:
        """``the Russians``, ``the French``: a people, not an adjective."""
        reading, start, end = self.reading, match.start, match.end
        if reading.lower[end : end + 1] in (["for"], ["with"]) and (
            reading.tags[end + 1 : end + 2] == ["NNP"]
        ):
            return False  # Americans for Prosperity
        if reading.tags[end - 1] in ("NNPS", "NNS") and entry.sort == "people":
            self._people(entry, start, end)
            return True
        if reading.lower[start - 1 : start] == ["the"] and self._stands_alone(match):
            self._people(entry, start, end)
            return True
        return False

    def _place(self, entry: Entry, match: Match) -> None:
        """A city, a seat of power or a region: an actor only where it acts."""
        start, end = match.start, match.end
        settled = self.reading.labels[start] == "GPE" or match.entry("capital") is not None
        city = entry.sort != "seat" or settled
        if entry.sort == "region":
            # States vote, swing and are won; only one that speaks is its government.
            head = self.reading.head_of(start, end)
            verb = self.reading.lemmas[self.reading.heads[head]]
            if self.reading.deps[head] == "nsubj" and verb in SAYING_VERBS:
                self._metonym(entry, start, end)
        elif city:
            # In an American report Georgetown governs Guyana only where Guyana is spoken of.
            abroad = self.home is not None and entry.country not in (self.home, *self.spoken_of)
            if not (abroad and entry.sort == "capital") and acts(
                self.reading, start, end, place=True
            ):
                self._metonym(entry, start, end)
        elif not self._located(start):
            self._metonym(entry, start, end)

    def _ruling(self, match: Match) -> Draft | None:
        """``the Syrian government``, ``Russia's leadership``: the country's government."""
        entry = match.entry("state", "adjective", "people")
        if entry is None or entry.country is None:
            return None
        reading, at = self.reading, match.end
        if at < len(reading) and reading.lower[at] in ("'s", "’s"):
            at += 1
        first = at
        while at < len(reading) and at - first < 4 and reading.tags[at][:2] in ("JJ", "NN"):
            noun = reading.lower[at]
            if noun in RULE and reading.deps[at] != "compound":
                draft = government(self.cast, entry.country)
                self.cast.note(draft, match.start, at + 1, "nominal")
                return draft
            if noun in _BRANCHES and reading.deps[at] != "compound":
                title = reading.printed(first, at + 1).title()
                return self._body_of(title, entry.country, (match.start, at + 1))
            at += 1
        return None

    def _body_of(self, title: str, country: str, where: tuple[int, int]) -> Draft:
        """A branch of a state the tables do not list: a ministry that speaks for its government."""
        key = f"body:{title.lower()}:{country}"
        draft = self.cast.get(key)
        if draft is None:
            name = f"{title} of {gazetteer.state_name(country)}"
            draft = self.cast.add(Draft(kind="organisation", name=name, country=country), key)
            draft.roles.add(title.rsplit(maxsplit=1)[-1].lower())
            draft.represents = government(self.cast, country)
        self.cast.note(draft, *where, "name")
        return draft

    def _located(self, start: int) -> bool:
        """Whether a preposition of place governs the name at ``start``."""
        reading, at = self.reading, start - 1
        while at >= 0 and reading.lower[at] in ("the", "a"):
            at -= 1
        return at >= 0 and reading.lower[at] in LOCATIVES and reading.tags[at] == "IN"

    def _stands_alone(self, match: Match) -> bool:
        """Whether an adjective has no noun after it: the French, the British."""
        reading, at = self.reading, match.end
        return at >= len(reading) or reading.tags[at][:2] not in ("NN", "JJ", "VB", "HY", "CD")

    def _state(self, entry: Entry, start: int, end: int) -> None:
        if self._located(start):
            return
        if acts(self.reading, start, end, place=False):
            self.cast.note(government(self.cast, entry.id), start, end, "metonym")
        else:
            self.cast.note(state(self.cast, entry.id), start, end, "name")

    def _people(self, entry: Entry, start: int, end: int) -> None:
        key = f"people:{entry.id}"
        draft = self.cast.get(key)
        if draft is None:
            name = self.reading.printed(start, end)
            draft = Draft(kind="group", name=name, country=entry.id, plural=True)
            self.cast.add(draft, key)
        self.cast.note(draft, start, end, "name")

    def _metonym(self, entry: Entry, start: int, end: int) -> None:
        """A place that stands for a body: a seat's own, a region's or a state's government."""
        if entry.sort == "region":
            key = f"government-of-{entry.id}"
            name, kind = f"Government of {entry.name}", "government"
        elif entry.sort == "seat":
            if entry.body is None:
                return
            key, name, kind = entry.body, entry.name, entry.kind or "organisation"
        else:
            key, name, kind = "state", entry.name, "state"
        if key == "state" or (
            entry.country is not None and key == f"government-of-{entry.country.lower()}"
        ):
            if entry.country is not None:
                self.cast.note(government(self.cast, entry.country), start, end, "metonym")
            return
        draft = self.cast.get(key)
        if draft is None:
            draft = Draft(
                kind=_BODY_KINDS.get(kind, "organisation"),
                name=name,
                id=key,
                country=entry.country,
            )
            self.cast.add(draft, key)
        self.cast.note(draft, start, end, "metonym")

    def _table(self, entry: Entry, start: int, end: int) -> None:
        draft = self.cast.get(entry.id)
        if draft is None:
            draft = Draft(
                kind=_TABLE_KINDS.get(entry.sort, "organisation"),
                name=entry.name,
                id=entry.id,
                country=entry.country,
                known_as=entry.known_as,
            )
            if entry.noun is not None:
                draft.roles.update(_NOUNS.get(entry.noun, ()))
            self.cast.add(draft, entry.id)
        self.cast.note(draft, start, end, "name")

    def _organisation(self, name: Name) -> None:
        reading = self.reading
        printed = reading.printed(name.start, name.end)
        words = printed.split()
        if len(words) > 1 and words[-1].lower() in RULE and (led := led_by(words[-2])) is not None:
            self.cast.note(government(self.cast, led), name.start, name.end, "nominal")
            return
        if self.home is not None and printed.lower() in ("federal government", "government"):
            self.cast.note(government(self.cast, self.home), name.start, name.end, "nominal")
            return
        owner = self._owner(name.start)
        if owner is not None and words[0].lower() in _BRANCHES:
            self._body_of(printed, owner, (name.start, name.end))
            return
        key = f"organisation:{printed.lower()}"
        draft = self.cast.get(key)
        if draft is None:
            draft = self.cast.add(Draft(kind="organisation", name=printed, published=False), key)
            draft.published = _body_words(printed)
            if (acronym := acronym_after(reading, name.end)) is not None:
                self.cast.alias(draft, f"organisation:{acronym.lower()}")
        self.cast.note(draft, name.start, name.end, "name")
        if acts(reading, name.start, name.end, place=False):
            draft.published = True

    def _owner(self, start: int) -> str | None:
        """The state that stands before a name: China's Ministry of Finance."""
        at = start - (self.reading.lower[start - 1 : start] in (["'s"], ["’s"]))
        return self.owners.get(at)
