"""Bodies and groups that the report describes: the agency, the regime, the officials."""

from __future__ import annotations

from onrecord.resolve.cast import Cast, Draft
from onrecord.resolve.describing import Describer, describe, reach
from onrecord.resolve.groups import Groups
from onrecord.resolve.known import led_by
from onrecord.resolve.lexicon import (
    BODY_NOUNS,
    GROUPS,
    LOCATIVES,
    PERSON_NOUNS,
    POSSESSIVES,
    RULE,
    word_set,
)
from onrecord.resolve.offices import Offices
from onrecord.resolve.phrases import Phrase
from onrecord.resolve.salience import best, salience
from onrecord.resolve.states import government

_LANDS = frozenset({"country", "nation"})
_VAGUE = word_set(
    "state force cabinet house palace center centre website site station channel university"
)
_NOBODY = frozenset({"press", "media", "public", "opposition", "side"})
_GENERAL = word_set("organization organisation group body agency company firm institution")
_OWN = word_set("the this that federal national central current whole entire new own")
_SPOKEN_OF = 0.8  # salience of a body named in the last sentence or this one


class Collectives:
    """Resolves descriptions of bodies and of several people."""

    def __init__(self, cast: Cast, describer: Describer, offices: Offices) -> None:
        self.cast = cast
        self.reading = cast.reading
        self.describer = describer
        self.offices = offices
        self.groups = Groups(cast)

    def body(self, phrase: Phrase, noun: str) -> Draft | None:
        """The body a phrase in the singular refers to; a new one where it introduces one."""
        if noun in RULE:
            return self._rule(phrase, noun)
        if noun not in BODY_NOUNS - _NOBODY or self._names(phrase):
            return None
        if noun in _LANDS:
            return self._land(phrase) if phrase.determiner == "definite" else None
        found = None
        if phrase.determiner in ("definite", "possessive"):
            found = self._body(phrase, noun)
        if found is None and noun not in _VAGUE and phrase.determiner != "bare":
            found = self.describer.introduce(phrase)
        return found

    def _names(self, phrase: Phrase) -> bool:
        """Whether the phrase is a name of several words: the Labour Party."""
        reading = self.reading
        return reading.tags[phrase.head] in ("NNP", "NNPS") and any(
            reading.tags[i] in ("NNP", "NNPS") for i in range(phrase.start, phrase.head)
        )

    def _land(self, phrase: Phrase) -> Draft | None:
        """The state last spoken of, where no other is as near: the country, the nation."""
        if self.reading.lower[max(0, phrase.start - 1)] in LOCATIVES:
            return None
        scored: dict[str, tuple[float, Draft]] = {}
        for draft in self.cast.near(phrase.start):
            if draft.kind in ("state", "government") and draft.country is not None:
                weight, kept = scored.get(draft.country, (0.0, draft))
                weight += salience(self.reading, draft, phrase.start)
                scored[draft.country] = (weight, draft if draft.kind == "state" else kept)
        return best(scored.values(), least=_SPOKEN_OF, margin=1.5)

    def _rule(self, phrase: Phrase, noun: str) -> Draft | None:
        """``the Biden administration``, ``her government``, ``the regime``: a state's government.

        Without a name it is the home country's, or that of the state just spoken of.
        """
        for i in range(phrase.start, phrase.head):
            person = self.cast.at(i)
            if person is not None and person.kind == "person":
                # Only American reports of American presidents speak of an administration.
                country = person.country or ("USA" if noun == "administration" else None)
                return government(self.cast, country) if country is not None else None
            if (led := led_by(self.reading.words[i])) is not None:
                return government(self.cast, led)
        if phrase.owner is not None and self.reading.lower[phrase.owner] in POSSESSIVES:
            return None
        found = self._body(phrase, noun) if phrase.determiner != "bare" else None
        if found is not None and found.kind != "government":
            return found
        plain = all(w in _OWN for w in self.reading.lower[phrase.start : phrase.head])
        if phrase.determiner != "definite" or not plain:
            return found or (
                None if phrase.determiner == "bare" else self.describer.introduce(phrase)
            )
        state, home = self._land(phrase), self.offices.home
        if noun == "administration":
            return government(self.cast, home) if home == "USA" else None
        if state is not None and state.country is not None:
            return government(self.cast, state.country)
        if noun == "government" and home is not None:
            return government(self.cast, home)
        return found

    def _body(self, phrase: Phrase, noun: str) -> Draft | None:
        """The body of that noun last spoken of; of the general ones, any body just spoken of."""
        scored = []
        country = self.describer.country(phrase)
        owned = phrase.owner is not None and self.reading.lower[phrase.owner] in POSSESSIVES
        for draft in self.cast.of_kind("organisation", "outlet", "government"):
            if not draft.ranges or draft.ranges[0][0] >= phrase.start:
                continue
            if country is not None and draft.country not in (None, country):
                continue
            weight = salience(self.reading, draft, phrase.start)
            if noun == _head_noun(draft.name) or noun in draft.roles:
                if self.describer.repeats(draft, phrase):
                    scored.append((1.0 + weight, draft))
            elif noun in _GENERAL and draft.kind != "government" and not owned:
                plain = phrase.end - phrase.start == 2  # "the group", "this company"
                if plain and not draft.roles and weight >= _SPOKEN_OF:
                    scored.append((weight, draft))
        return best(scored, least=0.5, margin=1.0)

    def several(self, phrase: Phrase, noun: str) -> Draft | None:
        """A group: the pair named before, one so described before, or a new one."""
        pair = self.groups.pair(phrase, noun)
        if pair is not None:
            return pair
        first = self.reading.lower[phrase.start]
        people = noun in PERSON_NOUNS or noun in GROUPS
        if not people or first in ("what", "which", "my", "our", "your"):
            return None
        if phrase.determiner == "definite":
            for draft in self._groups_near(phrase):
                if (
                    noun in draft.roles
                    and not draft.members
                    and self.describer.repeats(draft, phrase)
                ):
                    return draft
        if (
            phrase.determiner in ("definite", "bare")
            and noun != "people"
            and self.describer.plain(phrase)
        ):
            name = describe(self.cast, phrase).lower()
            for draft in self.cast.of_kind("group"):
                if draft.name.lower() == name and not draft.members:
                    return draft
        draft = self.describer.introduce(phrase)
        if noun == "leader":
            draft.serves = self._countries(phrase)
        return draft

    def _groups_near(self, phrase: Phrase) -> list[Draft]:
        """The groups mentioned in the sentences before, the latest first."""
        found = [d for d in self.cast.near(phrase.start) if d.kind == "group" and d.ranges]
        before = [
            (max((r[0] for r in d.ranges if r[0] < phrase.start), default=-1), d) for d in found
        ]
        return [d for _, d in sorted(before, key=lambda pair: -pair[0])]

    def _countries(self, phrase: Phrase) -> list[str]:
        """The states named in a phrase and what is linked to it."""
        found: list[str] = []
        for i in range(phrase.start, reach(self.reading, phrase)):
            draft = self.cast.at(i)
            if draft is not None and draft.kind in ("state", "government") and draft.country:
                found.append(draft.country)
        return list(dict.fromkeys(found))


def _head_noun(name: str) -> str:
    """The noun a body's name is built on: Ministry of X, the X Council."""
    words = name.lower().split()
    for i, word in enumerate(words):
        if word in ("of", "for") and i:
            return words[i - 1]
    return words[-1] if words else ""
