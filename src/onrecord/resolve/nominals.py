"""Whom a description means: the prime minister, the adviser, the two leaders."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.resolve.binding import commanding, speaking_for
from onrecord.resolve.cast import Cast, Draft
from onrecord.resolve.collectives import Collectives
from onrecord.resolve.describing import Describer, may_be
from onrecord.resolve.gazetteer import Match
from onrecord.resolve.lexicon import PERSON_NOUNS, POSSESSIVES, RANKS, ROLE_ONLY, TITLES, word_set
from onrecord.resolve.offices import Offices
from onrecord.resolve.phrases import Phrase, noun_of
from onrecord.resolve.salience import best, salience

_HEADS = word_set("leader ruler strongman head chief dictator premier")
_TOP = word_set(
    "president prime minister premier chancellor king queen leader chairman emir sultan emperor "
    "supreme leader"
)
_UNIQUE = word_set(
    "president minister premier chancellor king queen emperor emir sultan pope secretary governor "
    "mayor speaker taoiseach"
)
_PLAIN = word_set(
    "the this our their its 's ’s current sitting incumbent embattled new republican democratic"
)
_HEADING = frozenset({"president", "prime minister", "chancellor", "premier", "king", "queen"})
_PORTFOLIOS = word_set("foreign prime defence defense interior national")
_ANYBODY = word_set("man woman father mother husband wife son daughter")
_COMPLETED = frozenset({"of", "for", "in", "to"})
_OWN = 2.0  # whose spokesman speaks of "the president" means his own
_ADOPTS = 0.8  # salience of a person named as subject in the last sentence or this one


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sought:
    """An office as a phrase asks for it, read once for all who may hold it.

    ``before`` are the words before its ``noun``, ``portfolio`` those of them that say which office
    it is, ``completed`` its title in small letters where that says of what.
    """

    noun: str
    country: str | None
    before: frozenset[str]
    portfolio: set[str]
    completed: str | None


class Nominals:
    """Resolves descriptions; makes unnamed drafts for those that introduce somebody."""

    def __init__(self, cast: Cast, known: Sequence[Match], offices: Offices) -> None:
        self.cast = cast
        self.reading = cast.reading
        self.offices = offices
        self.describer = Describer(cast, known)
        self.collectives = Collectives(cast, self.describer, offices)
        self.groups = self.collectives.groups
        self._known_at = {i: m for m in known for i in range(m.start, m.end)}

    def resolve(self, phrase: Phrase) -> Draft | None:
        """The draft a phrase refers to; a new unpublished one where it introduces somebody."""
        noun = noun_of(self.reading, phrase)
        if phrase.plural:
            return self.collectives.several(phrase, noun)
        if noun in PERSON_NOUNS:
            found = None
            if phrase.determiner in ("definite", "possessive") or self._headlinese(phrase, noun):
                found = self._person(phrase, noun)
            return found or self.describer.introduce(phrase)
        return self.collectives.body(phrase, noun)

    def _headlinese(self, phrase: Phrase, noun: str) -> bool:
        """Whether an article is left out before an office, as headings do: President says."""
        return (
            phrase.determiner == "bare"
            and noun in TITLES
            and noun not in ROLE_ONLY
            and self.reading.words[phrase.start][:1].isupper()
        )

    def later(self, draft: Draft, phrase: Phrase) -> Draft | None:
        """Who the report says, further on, holds the office by which it introduced ``draft``."""
        noun = noun_of(self.reading, phrase)
        country = self.describer.country(phrase)
        sought = self._sought(phrase, noun, country)
        holders = [
            person
            for person in self.cast.of_kind("person")
            if may_be(person, noun, country)
            and (self._printed(person, sought) or self._by_table(person, country, phrase)) >= 2.4
            and not self._abroad(person, noun, country)
        ]
        if not holders and phrase.determiner == "bare":
            # A heading's "Australian woman", whom the report then names and describes so.
            holders = [
                person
                for person in self.cast.of_kind("person")
                if noun in person.roles and may_be(person, noun, country)
            ]
        return holders[0] if len(holders) == 1 and holders[0] is not draft else None

    def _abroad(self, person: Draft, noun: str, country: str | None) -> bool:
        """Whether a report from home cannot yet mean a foreign holder: "the president" is its own.

        Only of who is introduced later: once a foreign president is named, he may be meant.
        """
        home = self.offices.home
        return (
            country is None
            and home is not None
            and noun in _UNIQUE
            and person.country not in (None, home)
        )

    def _person(self, phrase: Phrase, noun: str) -> Draft | None:
        """Whom a definite description of one person means.

        The holder of that very office, named before or after; else one so described before;
        else, of an office, the person most spoken of who has no other: the US president.
        """
        country = self.describer.country(phrase)
        titled = self.offices.at(phrase.head + 1)
        persons = [d for d in self.cast.of_kind("person", "unnamed") if not d.plural and d.ranges]
        over = commanding(self.cast, phrase.head)
        persons = [d for d in persons if may_be(d, noun, country) and d not in over]
        sought = self._sought(phrase, noun, country)
        scored, by_table = [], []
        near = None if country is not None else speaking_for(self.cast, phrase.head)
        for draft in persons:
            fit = self._printed(draft, sought)
            if fit and near is not None and near == draft.country:
                fit += _OWN
            earlier = draft.ranges[0][0] < phrase.start
            if not fit and earlier:
                fit = self._described(draft, noun, country, phrase)
            if fit and (earlier or fit >= 3.0):
                scored.append((fit + self._salience(draft, phrase), draft))
            elif earlier and (fit := self._by_table(draft, country, phrase)):
                by_table.append((fit + self._salience(draft, phrase), draft))
        # What the report prints goes before what the tables know.
        scored = scored or by_table
        found = best(scored, least=0.1, margin=1.0)
        described = found is not None and found.kind == "unnamed"
        owned = phrase.owner is not None and self.reading.lower[phrase.owner] in POSSESSIVES
        if (found is None or described) and titled and noun in _UNIQUE and not owned:
            scored = [
                (self._salience(draft, phrase), draft)
                for draft in persons
                if draft.kind == "person"
                and not draft.offices
                and draft.roles <= _ANYBODY
                and self._can_adopt(draft, titled.head, country)
            ]
            found = best(scored, least=_ADOPTS, margin=1.2) or found
        if found is not None and found.kind == "person" and titled is not None:
            self.offices.tell(found, titled)
        return found

    def _can_adopt(self, draft: Draft, title: str, country: str | None) -> bool:
        """Whether the tables allow a person an office that the report prints of nobody.

        At home "the president" is somebody the tables know.
        """
        if draft.held is not None:
            return title in draft.held
        if country is not None:
            return draft.country == country
        return self.offices.home is None or title not in _HEADING

    def _salience(self, draft: Draft, phrase: Phrase) -> float:
        return salience(self.reading, draft, phrase.start)

    def _printed(self, draft: Draft, sought: _Sought) -> float:
        """How surely the report itself gives the draft the office; 0 where it does not."""
        noun, country, before = sought.noun, sought.country, sought.before
        top = noun == "diplomat" and before & {"top", "chief"}
        for office in draft.offices:
            words = _spelt(set(office.title.lower().split()))
            agrees = country is None or country in (office.of, draft.country)
            if top and agrees and words & {"state", "foreign"}:
                return 2.8
            ranks = words & RANKS == before & RANKS
            if sought.completed not in (None, office.title.lower()):
                continue
            known = words | _spelt(set(office.as_written.lower().split()))
            if (
                ranks
                and noun in words
                and sought.portfolio <= known
                and words & TITLES & before == words & TITLES - {noun}
            ):
                if agrees:
                    return 3.0 if country is not None else 2.6
                if office.of is None and draft.country is None:
                    return 2.4
            if noun in _HEADS and words & _TOP and agrees and country is not None:
                return 2.5
        return 0.0

    def _sought(self, phrase: Phrase, noun: str, country: str | None) -> _Sought:
        return _Sought(
            noun=noun,
            country=country,
            before=frozenset(self.reading.lower[phrase.start : phrase.head]),
            portfolio=self._portfolio(phrase),
            completed=self._completed(phrase),
        )

    def _completed(self, phrase: Phrase) -> str | None:
        """The title with what completes it, where it is no office by its noun alone.

        The president of a bank is not the president.
        """
        titled = self.offices.at(phrase.head + 1)
        if titled is None:
            return None
        title = titled.title.lower()
        return title if _COMPLETED & set(title.split()) else None

    def _portfolio(self, phrase: Phrase) -> set[str]:
        """The words before an office that say which it is: the press secretary is no other."""
        reading = self.reading
        return _spelt(
            {
                reading.lower[i]
                for i in range(phrase.start, phrase.head)
                if i not in self._known_at
                and (
                    reading.lower[i] in _PORTFOLIOS
                    or (reading.deps[i] == "compound" and reading.tags[i] == "NN")
                )
            }
        )

    def _by_table(self, draft: Draft, country: str | None, phrase: Phrase) -> float:
        """2.4 where the tables say the draft held that office when the report was published.

        The words before the office must add nothing to it: the president, the US president.
        """
        words = self.reading.lower[phrase.start : phrase.end]
        for of, titles in draft.holds.items():
            if country not in (None, of) or (
                country is None and self.offices.home not in (None, of)
            ):
                continue
            for i in range(len(words)):
                title = " ".join(words[i:]).replace(" - ", "-")
                if title in titles and (country is not None or title not in _HEADS):
                    plain = all(
                        w in _PLAIN or phrase.start + k in self._known_at
                        for k, w in enumerate(words[:i])
                    )
                    return 2.4 if plain else 0.0
        return 0.0

    def _described(self, draft: Draft, noun: str, country: str | None, phrase: Phrase) -> float:
        """How well a description fits what the report said of the draft before."""
        before = set(self.reading.lower[phrase.start : phrase.head]) & RANKS
        if before and draft.kind == "person" and draft.offices:
            return 0.0  # the president is no vice president
        if noun in draft.roles:
            return 2.0 if draft.kind == "person" or self.describer.repeats(draft, phrase) else 0.0
        if noun in _HEADS and country is not None and draft.country == country:
            return 1.5 if not draft.offices else 0.0
        if noun in ("man", "woman") and self._salience(draft, phrase) > 0.8:
            return 0.1
        return 0.0


def _spelt(words: set[str]) -> set[str]:
    return {"defense" if word == "defence" else word for word in words}
