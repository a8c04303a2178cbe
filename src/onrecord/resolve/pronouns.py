"""Whom a pronoun means, or ``None`` where the evidence does not say."""

from __future__ import annotations

from onrecord.resolve.cast import Cast, Draft
from onrecord.resolve.lexicon import (
    FEMALE_PRONOUNS,
    FIRST_PRONOUNS,
    HONOURED,
    MALE_PRONOUNS,
    NEUTER_PRONOUNS,
    PLURAL_PRONOUNS,
    POSSESSIVES,
    REFLEXIVES,
    SPEECH_VERBS,
    word_set,
)
from onrecord.resolve.reading import Reading
from onrecord.resolve.salience import best, role_weight, salience

_LEAST = 0.25  # below it the last mention is too far off, or only within a quotation
_MARGIN = 1.0
_SPEAKS_LEAST, _SPEAKS_MARGIN = 0.5, 1.2
_FRONTED = frozenset({"advcl", "prep", "pcomp", "pobj", "poss", "mark", "npadvmod"})


_BODIES = frozenset({"government", "organisation", "state", "outlet"})
_IMPERSONAL = frozenset(
    {"seem", "appear", "happen", "rain", "snow", "take", "matter", "turn", "make", "cost"}
)


_DOING = word_set(
    """have plan intend seek try offer launch hold sign send support oppose back ban approve block
    impose lift pass vote adopt accept win lose withdraw join negotiate pay invest buy sell hire
    fire sue investigate provide deploy build help fight attack seize release publish issue"""
)


class Pronouns:
    """Resolves the pronouns of one report."""

    def __init__(self, cast: Cast) -> None:
        self.cast = cast
        self.reading = cast.reading

    def candidates(self) -> list[int]:
        """Tokens that may refer to an actor."""
        wanted = MALE_PRONOUNS | FEMALE_PRONOUNS | PLURAL_PRONOUNS | NEUTER_PRONOUNS
        reading = self.reading
        return [
            i
            for i, word in enumerate(reading.lower)
            if (word in wanted or (word in FIRST_PRONOUNS and reading.spoken(i)))
            and reading.tags[i] in ("PRP", "PRP$")
            and not _honours(reading, i)
        ]

    def resolve(self, at: int, speaker: Draft | None) -> Draft | None:
        """The draft the pronoun at token ``at`` refers to; ``speaker`` speaks around it."""
        word = self.reading.lower[at]
        if word in FIRST_PRONOUNS:
            return speaker if speaker is not None and not speaker.plural else None
        if word in MALE_PRONOUNS or word in FEMALE_PRONOUNS:
            return self._person(at, "m" if word in MALE_PRONOUNS else "f", speaker)
        if word in PLURAL_PRONOUNS:
            return self._several(at, speaker)
        return self._body(at)

    def source(self, at: int, speaker: Draft | None) -> Draft | None:
        """Whom a pronoun means that is known to speak: also a body that stands near enough.

        That it speaks rules out things, hence ``it`` and ``they`` need less beside them.
        """
        found = self.resolve(at, speaker)
        word = self.reading.lower[at]
        if found is not None or word not in PLURAL_PRONOUNS | NEUTER_PRONOUNS:
            return found
        if self._expletive(at):
            return None
        scored = []
        for draft in self.cast.near(at):
            body = draft.kind in _BODIES and not draft.plural
            if (
                draft is speaker
                or self._bound(draft, at)
                or not (body or (draft.plural and word in PLURAL_PRONOUNS))
            ):
                continue
            weight = salience(self.reading, draft, at)
            scored.append((weight * (0.7 if body and word in PLURAL_PRONOUNS else 1.0), draft))
        return best(scored, least=_SPEAKS_LEAST, margin=_SPEAKS_MARGIN)

    def _person(self, at: int, gender: str, speaker: Draft | None) -> Draft | None:
        scored = []
        for draft in self.cast.near(at):
            if draft.plural or draft.kind not in ("person", "unnamed") or draft is speaker:
                continue
            if (fit := _fit(draft, gender)) == 0.0 or self._bound(draft, at):
                continue
            weight = salience(self.reading, draft, at) + self._ahead(draft, at)
            if weight > 0:
                scored.append((weight * fit * self._parallel(draft, at), draft))
        found = best(scored, least=_LEAST, margin=_MARGIN)
        if found is not None:
            found.votes[gender] += 1
        return found

    def _parallel(self, draft: Draft, at: int) -> float:
        """Subjects go on as subjects; who spoke last goes on speaking."""
        reading = self.reading
        if reading.deps[at] != "nsubj" or reading.quote[at] >= 0:
            return 1.0
        speech = reading.lemmas[reading.heads[at]] in SPEECH_VERBS
        for start, end, _ in reversed(draft.ranges):
            if start < at:
                head = reading.head_of(start, end)
                if reading.quote[start] >= 0 or reading.deps[head] != "nsubj":
                    return 1.0
                spoke = speech and reading.lemmas[reading.heads[head]] in SPEECH_VERBS
                return 1.7 if spoke else 1.15
        return 1.0

    def _ahead(self, draft: Draft, at: int) -> float:
        """Weight of a subject that follows in the same sentence: After his speech, Obama left."""
        reading = self.reading
        for start, end, _ in draft.ranges:
            if start <= at:
                continue
            if reading.sentence[start] != reading.sentence[at]:
                return 0.0
            head = reading.head_of(start, end)
            if reading.deps[head] not in ("nsubj", "nsubjpass") or reading.quote[start] >= 0:
                continue
            return 1.2 if self._fronted(at, reading.heads[head]) else 0.0
        return 0.0

    def _fronted(self, at: int, verb: int) -> bool:
        """Whether token ``at`` stands in an adjunct that precedes its verb ``verb``."""
        reading = self.reading
        for _ in range(12):
            parent = reading.heads[at]
            if parent == verb:
                return at < verb and reading.deps[at] in ("advcl", "prep", "npadvmod")
            if parent == at:
                return False
            at = parent
        return False

    def _bound(self, draft: Draft, at: int) -> bool:
        """Whether syntax forbids the pair: two arguments of one verb, or one within the other."""
        reading = self.reading
        if reading.lower[at] in REFLEXIVES:
            return False
        verb = self._governor(at)
        for start, end, _ in draft.ranges:
            if end < at - 60:
                continue
            if start > at + 60:
                break
            if start <= at < end:
                return True
            head = reading.head_of(start, end)
            if reading.lower[at] in POSSESSIVES and reading.tags[at] == "PRP$":
                # his adviser is not he: the possessed noun is not its own possessor
                if reading.heads[at] == head:
                    return True
            elif verb is not None and self._governor(head) == verb and head != at:
                return True
        return False

    def _governor(self, token: int) -> int | None:
        """The verb a token is an argument of, through a preposition or a coordination."""
        reading = self.reading
        for _ in range(4):
            dep, parent = reading.deps[token], reading.heads[token]
            if dep in ("nsubj", "nsubjpass", "dobj", "dative"):
                return parent
            if dep in ("pobj", "prep", "agent", "conj", "appos", "compound"):
                if reading.tags[parent][:2] == "VB" and dep in ("prep", "agent"):
                    return parent
                token = parent
                continue
            return None
        return None

    def _sayer(self, at: int) -> Draft | None:
        """The body or group that says what the clause of the pronoun tells: NATO said it would.

        Of ``it`` that stands for a clause to come ("it is time to") it is nobody.
        """
        reading = self.reading
        verb = reading.heads[at]
        for _ in range(3):
            if reading.deps[verb] in ("ccomp", "conj", "advcl") and reading.heads[verb] != verb:
                above = reading.heads[verb]
                says = reading.deps[verb] == "ccomp" and reading.lemmas[above] in SPEECH_VERBS
                verb = above
                if not says:
                    continue
                for child in reading.children[verb]:
                    if reading.deps[child] == "nsubj" and child < at:
                        draft = self.cast.at(child)
                        fits = draft is not None and (draft.plural or draft.kind in _BODIES)
                        return draft if fits and not self._expletive(at) else None
        return None

    def _expletive(self, at: int) -> bool:
        """Whether ``it`` only holds the place of what follows (Paice and Husk, 1987)."""
        reading, verb = self.reading, self.reading.heads[at]
        if reading.lower[at] != "it" or reading.deps[at] != "nsubj":
            return False
        if reading.lemmas[verb] in _IMPERSONAL:
            return True
        return reading.lemmas[verb] == "be" and any(
            reading.deps[c] in ("acomp", "attr", "ccomp", "advcl", "xcomp")
            and (reading.tags[c] in ("NN", "VB", "VBD") or reading.children[c])
            for c in reading.children[verb]
            if c > verb
        )

    def _several(self, at: int, speaker: Draft | None) -> Draft | None:
        if self.reading.quote[at] < 0 and (sayer := self._sayer(at)) is not None:
            return sayer
        scored = []
        for draft in self.cast.near(at):
            if not draft.plural or draft is speaker or self._bound(draft, at):
                continue
            weight = salience(self.reading, draft, at) + self._ahead(draft, at)
            if weight > 0:
                scored.append((weight, draft))
        return best(scored, least=0.5, margin=1.2)

    def _body(self, at: int) -> Draft | None:
        """``it`` where a body was the subject just before, and nothing else can be meant."""
        reading = self.reading
        if reading.quote[at] < 0 and (sayer := self._sayer(at)) is not None:
            return None if sayer.plural else sayer
        scored = []
        for draft in self.cast.near(at):
            if draft.kind not in _BODIES or draft.plural:
                continue
            if self._bound(draft, at):
                continue
            last = [
                (start, end)
                for start, end, _ in draft.ranges
                if start < at and reading.sentence[at] - reading.sentence[start] <= 1
            ]
            # An "its" in between takes nothing from the subject before it.
            here = [r for r in last if reading.sentence[r[0]] == reading.sentence[at]]
            while len(here) > 1 and reading.tags[here[-1][0]] == "PRP$":
                here.pop()
            last = here or last
            if not last or role_weight(reading, *last[-1]) < 1.5:
                continue
            scored.append((salience(reading, draft, at), draft))
        if not self._agentive(at):
            return None
        return best(scored, least=0.8, margin=1.3)

    def _agentive(self, at: int) -> bool:
        """Whether the sentence makes of ``it`` somebody who acts, or an owner of ``its``."""
        reading = self.reading
        verb = reading.heads[at]
        if reading.tags[at] == "PRP$":
            return True
        if reading.deps[at] != "nsubj" or self._expletive(at):
            return False
        return reading.lemmas[verb] in SPEECH_VERBS | _DOING


def _fit(draft: Draft, gender: str) -> float:
    """How well a draft's gender agrees: 0 where the report says otherwise."""
    other = "f" if gender == "m" else "m"
    if draft.votes[other] > draft.votes[gender]:
        return 0.0
    return 1.0 if draft.votes[gender] else 0.8


def _honours(reading: Reading, at: int) -> bool:
    """Whether a possessive is part of a title of honour: His Majesty, Her Royal Highness."""
    if not reading.words[at][:1].isupper():
        return False
    after = range(at + 1, min(at + 3, len(reading)))
    return any(reading.lower[i] in HONOURED and reading.words[i][0].isupper() for i in after)
