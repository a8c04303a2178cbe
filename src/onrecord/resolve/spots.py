"""Whether the name of a place says where something is.

It does in "in Paris", "the Paris summit", "a visit to Jordan". Where it stands for those who
govern from there ("Paris rejected the plan") or belongs to a person (Michael Jordan) or a body (the
Bank of England) it does not.
"""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.knowledge import place_key, places_named
from onrecord.record import Actor
from onrecord.resolve.lexicon import MOTION_VERBS, word_set
from onrecord.resolve.place_names import Named
from onrecord.resolve.reading import Reading

_GEOGRAPHIC = frozenset({"GPE", "LOC", "FAC"})
_NAMES = frozenset({"PERSON", "ORG", "EVENT", "LAW", "WORK_OF_ART", "PRODUCT", "NORP", "LANGUAGE"})
_WHERE = word_set(
    """in at near outside inside around across throughout through via within into onto toward
    towards from to between"""
)
_JOURNEYS = word_set(
    "visit trip journey travel tour flight return arrival stay stop stopover mission voyage"
)
_VISITING = word_set("visit tour leave enter reach depart")
_SETTLEMENTS = word_set("village town city port capital resort suburb district island base")
_GATHERINGS = word_set("summit meeting talks conference forum visit trip dialogue session round")


class Spots:
    """Tells by a report's grammar and actors which names of places are spots."""

    def __init__(self, reading: Reading, actors: Sequence[Actor]) -> None:
        self.reading = reading
        self._taken: dict[int, list[tuple[Actor, int, int]]] = {}
        for actor in actors:
            for mention in actor.mentions:
                if mention.form in ("pronoun", "nominal"):
                    continue  # the mayor of Paris, the Paris summit: the place is still one
                start, end = reading.tokens_at(mention.span)
                for i in range(start, end):
                    self._taken.setdefault(i, []).append((actor, start, end))
        self._entity = {
            i: (start, end, label)
            for start, end, label in reading.entities
            for i in range(start, end)
        }

    def is_one(self, named: Named) -> bool:
        """Whether the name says where something is."""
        reading, head = self.reading, self.reading.head_of(named.start, named.end)
        if reading.tags[named.end - 1][:3] not in ("NNP", "NN", "NNS") and not self._labelled(
            named
        ):
            return False
        located = self._located(named.start)
        start, end, label = self._entity.get(head, (named.start, named.end, ""))
        if label in _NAMES and (start < named.start or named.end < end):
            return False  # the Paris Agreement, the Bank of England
        if label == "PERSON" and not located and not self._visited(head):
            return False
        for actor, first, last in self._taken.get(head, ()):
            if actor.kind == "person" and first <= named.start and named.end <= last:
                return False
            if not (actor.kind == "state" and self._visited(head)):
                return False
        if not located and any(p.kind in ("capital", "country") for p in named.meant):
            return self._aside(head)
        if self._in_longer_name(named, head):
            return False
        plain = all(place.kind == "city" for place in named.meant)
        settled = self.reading.lower[max(0, named.start - 2) : named.start]
        sure = self._labelled(named) or (len(settled) == 2 and settled[0] in _SETTLEMENTS)
        return not plain or sure or (located and label not in _NAMES)

    def _in_longer_name(self, named: Named, head: int) -> bool:
        """Whether the name is but part of one: the Mississippi River, KwaZulu Natal."""
        reading = self.reading
        parent = reading.heads[head]
        if reading.deps[head] == "compound" and parent == named.end:
            return reading.tags[parent] == "NNP" and reading.lower[parent] not in _GATHERINGS
        return any(
            reading.deps[child] == "compound"
            and child < named.start
            and reading.tags[child] == "NNP"
            and child == named.start - 1
            for child in reading.children[head]
        )

    def _labelled(self, named: Named) -> bool:
        return any(self.reading.labels[i] in _GEOGRAPHIC for i in range(named.start, named.end))

    def _located(self, start: int) -> bool:
        """Whether a preposition of place stands before the name."""
        reading, at = self.reading, start - 1
        while at >= 0 and reading.tags[at] in ("DT", "JJ", "CD", "NNP", "NN", "HYPH", "POS", "``"):
            if start - at > 4:
                break
            at -= 1
        if at < 0 or reading.lower[at] != "of":
            return at >= 0 and reading.lower[at] in _WHERE
        return reading.lower[at - 1] in _SETTLEMENTS  # the border village of Panmunjom

    def _aside(self, head: int) -> bool:
        """Whether a seat of government that no preposition places is the spot all the same.

        Moscow as subject or possessor is the government; "the Moscow trip", "Kyiv, Ukraine" and
        a dateline are the city.
        """
        reading = self.reading
        dep = reading.deps[head]
        if dep == "compound":
            return reading.tags[reading.heads[head]] in ("NN", "NNS") and any(
                p.kind == "capital" for p in places_named().get(place_key(reading.words[head]), ())
            )
        return dep in ("appos", "npadvmod", "ROOT", "dep") or self._visited(head)

    def _visited(self, head: int) -> bool:
        """Whether a state is where somebody goes: a visit to Russia, flew to Japan."""
        reading = self.reading
        while reading.deps[head] == "conj":
            head = reading.heads[head]
        parent = reading.heads[head]
        if reading.deps[head] == "dobj":
            return reading.lemmas[parent] in _VISITING
        governor = reading.heads[parent]
        return (
            reading.deps[head] == "pobj"
            and reading.lower[parent] in ("to", "from", "in", "at", "through", "via", "into")
            and (
                reading.lower[parent] in ("in", "at")
                or reading.lemmas[governor] in _JOURNEYS | MOTION_VERBS
            )
        )
