"""Offices, roles and descriptions a report gives the persons it names."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from onrecord.record import Office, Spans
from onrecord.resolve.cast import Cast, Draft, slug
from onrecord.resolve.joined_titles import JoinedTitles
from onrecord.resolve.lexicon import (
    HONORIFICS,
    RANKS,
    ROLE_ONLY,
    word_set,
)
from onrecord.resolve.names import Names
from onrecord.resolve.representing import speaks_for_state
from onrecord.resolve.titled import Titled, TitleReader

_REACH = 9
_OF = frozenset({"of", "for", "to", "at", "in"})
_ALSO_NAMES = frozenset({"king", "prince", "pope", "judge", "chief", "major", "marshal", "dean"})
_LINKING = frozenset({"be", "become", "remain", "elect", "name", "appoint"})
_VAGUE = frozenset({"leader", "chief", "head", "diplomat"})


class Offices:
    """Finds title phrases and gives them to the persons they stand beside."""

    def __init__(self, cast: Cast, names: Names, home: str | None = None) -> None:
        self.cast = cast
        self.reading = cast.reading
        self.known_end = {m.end: m for m in names.known}
        self.titled = TitleReader(cast.reading, names)
        self.titles = {end: start for start, end in names.titles}
        self.completed = {end: stop for stop, end in names.completed.items()}
        self.title_starts = dict(names.titles)
        self.name_at = {n.start: n.end for n in names.own if n.sort == "person"}
        self.joined = JoinedTitles(
            self.reading,
            self.titled,
            titles=self.titles,
            completed=self.completed,
            name_at=self.name_at,
        )
        self.used: set[int] = set()
        self.open: list[tuple[Draft, Titled]] = []
        self.home = home

    def gather(self, persons: Sequence[Draft]) -> None:
        """Give every person the offices printed beside its names."""
        for person in persons:
            for start, end, form in list(person.ranges):
                if form != "name":
                    continue
                self.give(person, start, end)

    def give(self, person: Draft, start: int, end: int) -> None:
        """Give a person the offices printed beside its name at tokens `[start, end)`."""
        if person.country is None:
            person.country = self.titled.possessor(start)
        for found in self._around(start, end):
            self._give(person, found, end)
            self.used.update(range(found.start, found.end))

    def _around(self, start: int, end: int) -> Iterator[Titled]:
        """Yield the titles around a name, with those joined to them."""
        for found in (self._before(start), self._before_comma(start)):
            if found is not None:
                yield found
                if (other := self.joined.before(found)) is not None:
                    yield other
        if (shared := self.joined.of_several(start)) is not None:
            yield shared
        if (after := self._after(end)) is not None:
            yield after
            yield from self.joined.after(after.end)

    def predicates(self) -> None:
        """Give persons the offices they are said to hold or take: She became prime minister."""
        reading = self.reading
        for start, end in self.title_starts.items():
            noun = end - 1
            if end in self.name_at or reading.tags[noun][:2] != "NN":
                continue
            dep, verb = reading.deps[noun], reading.heads[noun]
            clause = noun if dep == "ccomp" else verb
            linked = reading.lemmas[verb] in _LINKING and dep in ("attr", "oprd")
            if not linked and dep != "ccomp":
                continue
            children = reading.children[clause]
            if any(reading.deps[c] == "neg" or reading.tags[c] == "MD" for c in children):
                continue
            for child in children:
                person = self.cast.at(child)
                subject = reading.deps[child] in ("nsubj", "nsubjpass")
                if subject and person is not None and person.kind == "person":
                    self.tell(person, self.titled.read(start, end))

    def at(self, end: int) -> Titled | None:
        """The title that ends before token ``end``, read with what stands around it."""
        start = self.titles.get(end)
        return self.titled.read(start, end) if start is not None else None

    def tell(self, person: Draft, titled: Titled) -> None:
        """Give a person the office of a description that means it, if it tells something new."""
        head = titled.head.split()[-1]
        if head in _VAGUE and person.offices:
            return
        for office in person.offices:
            same = office.title.lower() == titled.title.lower()
            if same and titled.of in (None, office.of):
                return
        self._give(person, titled, titled.end)
        _settle_country(person)

    def _before(self, start: int) -> Titled | None:
        """The title that stands before a name: UK Prime Minister Keir Starmer."""
        title = self.titles.get(start)
        stop = self.completed.get(start)
        if title is None and stop in self.titles:
            return self.titled.read(self.titles[stop], stop)
        if title is not None and self.reading.lower[title] in HONORIFICS:
            # Supreme Leader Ayatollah Ali Khamenei; a "Mr." has no office before it.
            office = title in self.titles or title in self.completed or title in self.known_end
            return self._before(title) if office else None
        if title is not None:
            return self.titled.read(title, start)
        match = self.known_end.get(start)
        if match is None:
            return self._before_and(start)
        # Ambassador to the United Nations Nikki Haley
        at = match.start - 1
        while at > 0 and self.reading.lower[at] == "the":
            at -= 1
        title = self.titles.get(at)
        if title is None or self.reading.lower[at] not in _OF:
            return None
        return self.titled.read(title, at)

    def _before_and(self, start: int) -> Titled | None:
        """The title two nouns share one name with: Syrian president and Russian ally Assad."""
        reading, at = self.reading, start - 1
        while at > 1 and start - at < 6 and reading.tags[at][:2] in ("NN", "JJ"):
            at -= 1
        if reading.lower[at] != "and" or at == start - 1 or reading.words[start - 1][0].isupper():
            return None
        title = self.titles.get(at)
        return self.titled.read(title, at) if title is not None else None

    def _before_comma(self, start: int) -> Titled | None:
        """The title before a name set off by commas: his secretary of state, Rex Tillerson,"""
        reading = self.reading
        honoured = self.titles.get(start)
        if honoured is not None and reading.lower[honoured] in HONORIFICS:
            start = honoured
        if start < 2 or reading.lower[start - 1] != ",":
            return None
        stop = start - 1
        title = self.titles.get(stop)
        if title is not None and reading.lower[title] in HONORIFICS:
            return None
        if title is None and (own := self.completed.get(stop)) is not None:
            stop, title = own, self.titles.get(own)
        if title is None and (match := self.known_end.get(stop)) is not None:
            # his special envoy for Ukraine, Keith Kellogg
            stop = match.start - 1
            while stop > 0 and reading.lower[stop] == "the":
                stop -= 1
            title = self.titles.get(stop) if reading.lower[stop] in _OF else None
        if title is None:
            return None
        head = reading.head_of(start, start + 1)
        while reading.deps[head] == "compound":
            head = reading.heads[head]
        found = self.titled.read(title, stop)
        appositive = reading.deps[head] == "appos" and title <= reading.heads[head] < start
        return found if appositive or found.owner is not None else None

    def _after(self, end: int) -> Titled | None:
        """The title after a name and a comma: Sergei Lavrov, the Russian foreign minister."""
        reading = self.reading
        if end + 1 >= len(reading) or reading.lower[end] not in (",", "(", "—", "–"):
            return None
        at = end + 1
        if reading.lower[at] in ("who", "whose"):
            at += 1
            if at < len(reading) and reading.lemmas[at] != "be":
                return None
        limit = min(len(reading), end + 1 + _REACH)
        while at < limit:
            stop = self.title_starts.get(at)
            if stop is not None and stop in self.name_at:
                # Another item of a list (X, Foreign Minister Y), or Y's officer: X, Y's aide.
                after = self.name_at[stop]
                if after >= len(reading) or reading.lower[after] not in ("'s", "’s"):
                    return None
                at = after + 1
                continue
            if stop is not None:
                listed = at == end + 1 and reading.lower[at] in _ALSO_NAMES
                named = (
                    listed
                    and reading.words[at][0].isupper()
                    and reading.lower[stop : stop + 1] != ["of"]
                )
                noun = reading.tags[stop - 1][:2] == "NN"
                return self.titled.read(at, stop) if noun and not named else None
            if at in self.name_at and reading.lower[self.name_at[at] :][:1] not in (["'s"], ["’s"]):
                return None
            if reading.tags[at][:2] == "VB" and reading.lemmas[at] != "be":
                return None
            if reading.lower[at] in (",", ".", ";", "said", "and", ")", "with", "of", "by"):
                return None
            at += 1
        return None

    def _give(self, person: Draft, found: Titled, name_end: int) -> None:
        reading = self.reading
        of, end, evidence = found.of, found.end, (reading.span(found.start, found.end),)
        if of is None:
            # President Moon of South Korea
            _, after = self.titled.after(name_end)
            if after is not None and reading.lower[name_end] in ("of", "for"):
                of = after
        abroad = of is not None and of.isupper() and person.country not in (None, of)
        if abroad and not set(found.head.split()) & _POSTED:
            return
        if not set(found.head.split()) & RANKS:
            person.roles.add(found.head.split()[-1])
        person.roles.add(found.head)
        if found.head in ROLE_ONLY:
            return
        office = Office(
            title=found.title,
            of=of,
            as_written=reading.printed(found.start, end),
            claimed=found.claimed,
            evidence=evidence,
        )
        self.add(person, office)
        if of is None and found.owner is not None:
            self.open.append((person, found))

    def add(self, person: Draft, office: Office) -> None:
        """Add an office, or what it tells beyond one already there."""
        for i, other in enumerate(person.offices):
            same = other.title.lower() == office.title.lower() and other.claimed == office.claimed
            if same and (other.of in (None, office.of) or office.of is None):
                person.offices[i] = _joined(other, office)
                return
        person.offices.append(office)

    def settle(self, home: str | None = None) -> None:
        """Say whose the offices are where context alone tells, and give persons their country.

        The owner of "his secretary of state" is whoever he is; an office without any country is
        the report's ``home`` country's.
        """
        for person, titled in self.open:
            owner = self.cast.at(titled.owner) if titled.owner is not None else None
            of = _office_of(owner) if owner is not None and owner is not person else None
            if of is not None:
                self._fill(person, titled, of)
        persons = self.cast.of_kind("person")
        if home is not None:
            self._at_home(persons, home, {(id(p), titled.title) for p, titled in self.open})
        for person in persons:
            _settle_country(person)

    def _at_home(
        self, persons: Sequence[Draft], home: str, owned: Collection[tuple[int, str]]
    ) -> None:
        """Count offices printed without a country as the report's own country's.

        ``owned`` are those that somebody else has: its general secretary is the union's.
        Where several persons would hold one such office, the one far more spoken of does, or none:
        the others' country stood in words this reader did not make out.
        """
        claims: dict[str, list[Draft]] = {}
        for person in persons:
            if person.country in (None, home) and (not person.states or home in person.states):
                for office in person.offices:
                    if _national(office) and office.of in (None, home):
                        claims.setdefault(f"{office.title.lower()} {office.claimed}", []).append(
                            person
                        )
        for person in persons:
            for i, office in enumerate(person.offices):
                rivals = claims.get(f"{office.title.lower()} {office.claimed}", [])
                elsewhere = office.of is not None or (id(person), office.title) in owned
                if elsewhere or person not in rivals:
                    continue
                most = max(len(r.ranges) for r in rivals if r is not person) if rivals[1:] else 0
                known = person.held is not None and office.title.lower() in person.held
                shared = known or not set(office.title.lower().split()) & _ONLY_ONE
                if shared or len(person.ranges) >= 2 * most:
                    person.offices[i] = replace(office, of=home)

    def _fill(self, person: Draft, titled: Titled, of: str) -> None:
        for i, office in enumerate(person.offices):
            if office.of is None and office.title == titled.title:
                person.offices[i] = replace(office, of=of)


_POSTED = frozenset({"ambassador", "envoy", "representative", "chief", "director", "candidate"})
_ONLY_ONE = frozenset({"president", "premier", "chancellor", "prime", "state", "speaker"})
_HEADING_ANYTHING = frozenset({"president", "leader", "chancellor", "representative"})
_NATIONAL = word_set(
    """president secretary minister premier chancellor senator representative congressman
    congresswoman ambassador speaker attorney general adviser advisor justice whip leader"""
)


def _national(office: Office) -> bool:
    """Whether an office printed without a country can only be one of the report's own country.

    The president of something (Students for Life) is none, an assistant to the President is one.
    """
    words = office.title.lower().split()
    if "of" in words[1:-1] and words[words.index("of") - 1] in _HEADING_ANYTHING:
        return False
    return bool(set(words) & _NATIONAL)


def _settle_country(person: Draft) -> None:
    """Give a person the country of the first office that has one."""
    for office in person.offices:
        if person.country is None and office.of is not None and office.of.isupper():
            person.country = office.of


def _office_of(owner: Draft) -> str | None:
    """What an owner's officers serve: a state, or an organisation."""
    if owner.kind == "person" and owner.offices and not speaks_for_state(owner):
        return None  # a senator's spokesman
    if owner.kind in ("organisation", "outlet"):
        return owner.id or slug(owner.name)
    return owner.country


def _joined(a: Office, b: Office) -> Office:
    first, second = (a, b) if a.of is not None or b.of is None else (b, a)
    spans: Spans = tuple(sorted({*first.evidence, *second.evidence}))
    kept = [s for i, s in enumerate(spans) if i == 0 or s.start >= spans[i - 1].end]
    return Office(
        title=first.title,
        of=first.of,
        as_written=first.as_written,
        claimed=first.claimed,
        evidence=tuple(kept),
    )
