"""Groups the report names: the pair, Kim and Moon, the leaders of Germany and Italy."""

from __future__ import annotations

from onrecord.resolve.cast import Cast, Draft, group
from onrecord.resolve.lexicon import word_set
from onrecord.resolve.phrases import Phrase
from onrecord.resolve.states import government

_PERSONS = word_set(
    "leader man woman president minister politician diplomat candidate rival pair duo"
)
_STATES = word_set("country nation state side government ally neighbour neighbor power capital")
_LEADING = frozenset({"leader", "president", "minister", "politician"})
_NEAR = 3  # sentences
_PAIRS = frozenset({"pair", "duo", "both", "two"})
_PUBLIC = ("government", "state")


class Groups:
    """Makes and finds the groups of one report."""

    def __init__(self, cast: Cast) -> None:
        self.cast = cast
        self.reading = cast.reading

    def joined(self) -> None:
        """Note the actors that one sentence names side by side: Kim and Moon."""
        reading = self.reading
        for draft in list(self.cast.drafts):
            if draft.kind not in ("person", "government") or draft.plural:
                continue
            for start, end, form in list(draft.ranges):
                head = reading.head_of(start, end)
                if form == "pronoun" or reading.deps[head] == "conj":
                    continue
                members, last = [draft], end
                for other in self._conjuncts(head):
                    found = self.cast.at(other)
                    if found is None or found.kind != draft.kind:
                        members = []
                        break
                    members.append(found)
                    last = max(last, other + 1)
                if len({id(m) for m in members}) > 1:
                    found = group(self.cast, members)
                    found.published = False
                    self.cast.note(found, start, last, "nominal")

    def _conjuncts(self, token: int) -> list[int]:
        found: list[int] = []
        for child in self.reading.children[token]:
            if self.reading.deps[child] == "conj":
                found += [child, *self._conjuncts(child)]
        return found

    def pair(self, phrase: Phrase, noun: str) -> Draft | None:
        """``the two leaders``, ``both countries``: the two meant, ``None`` where that is open."""
        first = self.reading.lower[phrase.start]
        if not (noun in _PAIRS or phrase.number == "two" or first == "both"):
            return self._just_named(phrase, noun)
        if phrase.determiner != "definite" and first != "both":
            return None
        persons = noun in _PERSONS or noun in ("pair", "duo", "two")
        if not persons and noun not in _STATES:
            return None
        for draft in self._before(phrase.start):
            if _matches(draft, persons=persons):
                return draft
        if any(self.reading.tags[i][:2] in ("JJ", "NN") for i in range(phrase.start, phrase.head)):
            return None  # the two Republican presidents: which two, the words do not say
        members = self._two(phrase.start, persons=persons)
        return group(self.cast, members) if members else None

    def _just_named(self, phrase: Phrase, noun: str) -> Draft | None:
        """The pair of persons named side by side just before: the leaders, the presidents."""
        plain = phrase.end - phrase.start == 2 and phrase.determiner == "definite"
        if not plain or noun not in _LEADING:
            return None
        here = self.reading.sentence[phrase.start]
        for draft in self._before(phrase.start):
            last = max(r[0] for r in draft.ranges if r[0] < phrase.start)
            near = here - self.reading.sentence[last] <= _NEAR
            if near and draft.members and _matches(draft, persons=True):
                return draft
        return None

    def _before(self, at: int) -> list[Draft]:
        """Groups of two mentioned before token ``at``, the latest first."""
        last = [
            (before[-1], draft)
            for draft in self.cast.of_kind("group")
            if (before := [r[0] for r in draft.ranges if r[0] < at])
        ]
        return [draft for _, draft in sorted(last, key=lambda pair: -pair[0])]

    def _two(self, at: int, *, persons: bool) -> list[Draft]:
        """The two persons (or states) last named before ``at``; else the report's main two."""
        latest: dict[str, tuple[int, Draft]] = {}
        weight: dict[str, int] = {}
        for draft in self.cast.drafts:
            if _side(draft) != ("person" if persons else "public") or not draft.ranges:
                continue
            key = str(id(draft)) if persons else str(draft.country)
            weight[key] = weight.get(key, 0) + len(draft.ranges)
            before = [r[0] for r in draft.ranges if r[0] < at]
            if before and latest.get(key, (-1,))[0] < before[-1]:
                latest[key] = (before[-1], draft)
            latest.setdefault(key, (-1, draft))
        named = [pair for pair in latest.values() if pair[0] >= 0]
        if len(named) >= 2:
            chosen = [d for _, d in sorted(named, key=lambda pair: -pair[0])[:2]][::-1]
        else:
            main = sorted(weight, key=lambda key: -weight[key])[:2]
            if len(main) < 2 or weight[main[1]] < 2:
                return []
            chosen = [latest[key][1] for key in main]
        return [self._public(draft) for draft in chosen]

    def _public(self, draft: Draft) -> Draft:
        if draft.kind == "state" and draft.country is not None:
            return government(self.cast, draft.country)
        return draft

    def settle(self) -> None:
        """Give ``the leaders of X and Y`` its members, where the report says who they are.

        Of two leaders one may be known by nothing but being the report's other main person.
        """
        for draft in self.cast.of_kind("group"):
            if draft.members or not draft.serves:
                continue
            persons = sorted(self.cast.of_kind("person"), key=lambda p: -len(p.ranges))
            known = [
                next((p for p in persons if p.country == country), None) for country in draft.serves
            ]
            found = [member for member in known if member is not None]
            if len(found) == 1 and len(known) == 2:
                found += [p for p in persons[:2] if p.country is None and len(p.ranges) > 1]
            if len(found) == len(known) > 1:
                draft.members = found


def _side(draft: Draft) -> str:
    return "public" if draft.kind in _PUBLIC else draft.kind


def _matches(draft: Draft, *, persons: bool) -> bool:
    """Whether a group can be called a pair of persons (or of states)."""
    if draft.members:
        side = "person" if persons else "public"
        return len(draft.members) == 2 and all(_side(m) == side for m in draft.members)
    return persons and len(draft.serves) == 2
