"""Who stands behind the source of a statement."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from spacy.tokens import Doc

from onrecord.record import Actor, ActorKind, Spans
from onrecord.resolve.anaphora import speaker_at
from onrecord.resolve.cast import Cast, Draft, group
from onrecord.resolve.known import recall_gender
from onrecord.resolve.lexicon import LOCATIVES, ORGANISATION_WORDS, PERSON_NOUNS, word_set
from onrecord.resolve.names import Names, names_of
from onrecord.resolve.nominals import Nominals
from onrecord.resolve.offices import Offices
from onrecord.resolve.phrases import phrase_at
from onrecord.resolve.pronouns import Pronouns
from onrecord.resolve.reading import Reading, read
from onrecord.resolve.speaking import label_speaker
from onrecord.resolve.states import government

_DOCUMENTS = word_set(
    """statement report letter interview tweet post memo document article op-ed email e-mail
    message note filing complaint transcript account readout communique communiqué release
    declaration testimony comment comments remark remarks announcement study survey poll book
    column editorial speech address excerpt copy draft version word
    estimate figure statistic data forecast projection"""
)
_SOME = word_set("some many others most few several all both those two three one")
_PLURAL_TITLES = frozenset({"sens.", "sens", "reps.", "reps", "govs.", "gens.", "drs.", "messrs."})
_FROM = frozenset({"from", "by", "of", "in"})
_RELATIVE = frozenset({"who", "which", "that", "whom", "whose"})


def resolve_sources(
    doc: Doc, actors: Sequence[Actor], sources: Sequence[Spans]
) -> tuple[tuple[Actor, ...], list[str | None]]:
    """Return the actors, with those added whom only a source names, and each source's actor id.

    ``None`` stands for a source that is empty or that the report does not make out.
    """
    cast = Cast.of(read(doc), actors)
    resolver = Sources(cast, names_of(doc))
    order = sorted(range(len(sources)), key=lambda k: (sources[k][0] if sources[k] else (0, 0), k))
    found: list[Draft | None] = [None] * len(sources)
    for k in order:
        found[k] = resolver.resolve(sources[k])
    actors = cast.freeze()
    ids = cast.ids()
    return actors, [ids[id(draft)] if draft is not None else None for draft in found]


class Sources:
    """Finds the actors behind the sources of one report."""

    def __init__(self, cast: Cast, names: Names) -> None:
        self.cast = cast
        self.reading: Reading = cast.reading
        self.nominals = Nominals(cast, names.known, Offices(cast, names))
        self.pronouns = Pronouns(cast)
        self._known_at = {i: m for m in names.known for i in range(m.start, m.end)}
        for draft in cast.of_kind("person", "unnamed"):
            recall_gender(draft, self.reading)

    def resolve(self, source: Spans) -> Draft | None:
        """The draft behind a source's spans."""
        tokens: list[int] = []
        for span in source:
            start, end = self.reading.tokens_at(span)
            tokens += range(start, end)
        labels = self.reading.speakers
        turn = bisect_left(labels, (tokens[0], 0)) if tokens else len(labels)
        if turn < len(labels) and labels[turn] == (tokens[0], tokens[-1] + 1):
            draft = label_speaker(self.cast, turn)
        else:
            draft = self._among(tokens)
        if draft is not None:
            draft.published = True
        return draft

    def _among(self, tokens: Sequence[int]) -> Draft | None:
        words = [i for i in tokens if self.reading.words[i][:1].isalnum()]
        words = self._after_place(self._before_clause(words))
        if not words:
            return None
        head = self._head(words)
        if listed := self._listed(head, words):
            return self._group(listed, words)
        joined = [j for j in self._conjuncts(head) if j in words]
        if joined and self._one_person(head, joined[0]):
            return self._at(joined[0], words) if self.cast.at(joined[0]) else self._at(head, words)
        if joined:
            parts = [i for i in (head, *joined) if self._makes_out(i)]
            members = [d for i in parts if (d := self._at(i, words)) is not None]
            members = list({id(m): m for m in members}.values())
            if len(members) > 1:
                return self._group(members, words)
            if members:
                return members[0]
        while len(words) > 1 and self.reading.tags[words[-1]] in ("IN", "CC", "TO", "RB"):
            words.pop()
        if (named := self._named_last(head, words)) is not None:
            return named
        return self._at(head, words)

    def _before_clause(self, words: list[int]) -> list[int]:
        """The words before ", which" or ", who": what follows says more, not who it is."""
        for n, i in enumerate(words):
            relative = self.reading.tags[i] in ("WDT", "WP", "WP$")
            if n and relative and self.reading.words[i - 1] == ",":
                return words[:n]
        return words

    def _after_place(self, words: list[int]) -> list[int]:
        """The words less the place a sentence begins with: "In Oslo, minister Ann Lind said"."""
        if not words:
            return words
        reading, at = self.reading, words[0]
        while at > 0 and (reading.joined(at) or reading.tags[at - 1] in ("HYPH", "NNP")):
            at -= 1
        if at < 1 or reading.lower[at - 1] not in LOCATIVES:
            return words
        comma = next((i for i in range(words[0], words[-1]) if reading.words[i] == ","), None)
        rest = [i for i in words if comma is not None and i > comma]
        return rest or words

    def _makes_out(self, token: int) -> bool:
        """Whether a part of a list is somebody: named, described or a state."""
        common = self.reading.tags[token] in ("NN", "NNS")
        return common or self.cast.at(token) is not None or self._country(token) is not None

    def _acting(self, draft: Draft, token: int) -> Draft:
        """Who speaks where a state is named: its government, to which the mention goes over."""
        if draft.kind != "state" or draft.country is None:
            return draft
        acting = government(self.cast, draft.country)
        for start, end, form in list(draft.ranges):
            if start <= token < end:
                draft.ranges.remove((start, end, form))
                self.cast.note(acting, start, end, "metonym")
        return acting

    def _country(self, token: int) -> str | None:
        """The state a word names, or is the capital of."""
        match = self._known_at.get(token)
        entry = match.entry("state", "capital", "seat") if match is not None else None
        return entry.country if entry is not None and entry.sort != "seat" else None

    def _state(self, token: int) -> Draft | None:
        """The government of the state or capital a word names: as a source it acts."""
        country = self._country(token)
        if country is None:
            return None
        draft, match = government(self.cast, country), self._known_at[token]
        self.cast.note(draft, match.start, match.end, "metonym")
        return draft

    def _one_person(self, head: int, other: int) -> bool:
        """Whether "the X and Y" describes one: the second noun has no article of its own."""
        reading = self.reading
        return (
            reading.tags[head] == "NN"
            and reading.tags[other][:2] == "NN"
            and reading.tags[other] not in ("NNS", "NNPS")
            and reading.lower[head] in PERSON_NOUNS
            and not any(reading.deps[c] in ("det", "poss") for c in reading.children[other])
        )

    def _named_last(self, head: int, words: Sequence[int]) -> Draft | None:
        """The person whose name follows the office or description that heads the source.

        Ambassador to the United Nations Nikki Haley; Apple's chief executive, Tim Cook.
        """
        reading, named = self.reading, self.cast.at(words[-1])
        if named is None or named.kind != "person" or head == words[-1]:
            return None
        at = reading.starts[head]
        if any(e.start <= at < e.end for office in named.offices for e in office.evidence):
            return named
        starts = [a for a, b, form in named.ranges if form == "name" and b == words[-1] + 1]
        comma = bool(starts) and reading.lower[starts[0] - 1 : starts[0]] == [","]
        singular = reading.tags[head] in ("NN", "NNP") and reading.lower[head] in PERSON_NOUNS
        return named if comma and singular and starts[0] - head < 4 else None

    def _listed(self, head: int, words: Sequence[int]) -> list[Draft]:
        """The persons a plural noun is followed by: senators Jane Doe and John Roe."""
        reading = self.reading
        if reading.tags[head] not in ("NNS", "NNPS") and reading.lower[head] not in _PLURAL_TITLES:
            return []
        found: dict[int, Draft] = {}
        depth = 0
        for i in range(words[0], words[-1] + 1):
            depth += (reading.words[i] == "(") - (reading.words[i] == ")")
            if i > head and not depth and reading.tags[i] == "IN":
                return []
            draft = self.cast.at(i)
            if i > head and draft is not None and draft.kind == "person":
                found[id(draft)] = draft
        return list(found.values()) if len(found) > 1 else []

    def _head(self, tokens: Sequence[int]) -> int:
        inside = set(tokens)
        for i in tokens:
            head = self.reading.heads[i]
            outside = head == i or head not in inside
            if outside and self.reading.tags[i][:2] in ("NN", "PR", "CD", "WP", "DT", "JJ"):
                return i
        return tokens[-1]

    def _conjuncts(self, token: int) -> list[int]:
        found: list[int] = []
        stack = [token]
        while stack:
            for child in self.reading.children[stack.pop()]:
                if self.reading.deps[child] == "conj":
                    found.append(child)
                    stack.append(child)
        return found

    def _group(self, members: Sequence[Draft], tokens: Sequence[int]) -> Draft:
        draft = group(self.cast, members)
        self.cast.note(draft, tokens[0], tokens[-1] + 1, "nominal")
        return draft

    def _at(self, head: int, tokens: Sequence[int]) -> Draft | None:
        reading = self.reading
        if (draft := self.cast.at(head)) is not None:
            return self._acting(draft, head)
        word, tag = reading.lower[head], reading.tags[head]
        if word in _RELATIVE:
            return self._antecedent(head)
        if tag[:3] == "PRP":
            return self._pronoun(head)
        if reading.lemmas[head] in _DOCUMENTS or word in _DOCUMENTS:
            inner = self._author(head, tokens)
            if inner is not None:
                return inner
        if (same := self._called(head) or self._state(head)) is not None:
            return same
        if (new := self._unread(head, tokens)) is not None:
            return new
        if tag[:2] == "NN" and (officer := self.cast.officer(head)) is not None:
            if reading.lower[head + 1 : head + 2] == [","]:  # Kenya's foreign minister, Jane Roe
                phrase = phrase_at(reading, head)
                self.cast.note(officer, phrase.start, phrase.end, "nominal")
            return officer
        if tag == "NNP" and self.nominals.offices.at(head + 1) is not None:
            return self._described(head)
        if tag[:3] == "NNP" and (named := self._name(head, tokens)) is not None:
            return named
        if tag[:2] == "NN" or word in _SOME:
            return self._described(head)
        return None

    def _called(self, head: int) -> Draft | None:
        """The one person whose family name a word prints that the parser took for another."""
        word = self.reading.words[head]
        if not word[:1].isupper():
            return None
        some = [d for d in self.cast.of_kind("person") if d.name.split()[-1] == word]
        return some[0] if len(some) == 1 else None

    def _unread(self, head: int, tokens: Sequence[int]) -> Draft | None:
        """The person named after an office whose name was not made out as one."""
        reading, last = self.reading, tokens[-1]
        named = last > head and reading.tags[last] == "NNP" and reading.words[last].istitle()
        if not named or self.nominals.offices.at(head + 1) is None or self._state(last):
            return None
        first = last
        while first - 1 > head and first - 1 in tokens and reading.tags[first - 1] == "NNP":
            first -= 1
        person = reading.labels[last] == "PERSON" and self.cast.at(first) is None
        return self._name(last, range(first, last + 1)) if person else None

    def _antecedent(self, relative: int) -> Draft | None:
        """Whom a relative pronoun stands for: the noun its clause describes."""
        reading, at = self.reading, relative
        for _ in range(4):
            at = reading.heads[at]
            if reading.deps[at] == "relcl":
                noun = reading.heads[at]
                return self.cast.at(noun) or self._at(noun, [noun])
        return None

    def _pronoun(self, at: int) -> Draft | None:
        draft = self.pronouns.source(at, speaker_at(self.cast, at))
        if draft is not None:
            self.cast.note(draft, at, at + 1, "pronoun")
        return draft

    def _author(self, head: int, tokens: Sequence[int]) -> Draft | None:
        """Whose a document is: a statement from the French presidency, Trump's remarks."""
        reading = self.reading
        for child in reading.children[head]:
            if reading.deps[child] == "poss" and child in tokens:
                return self._at(child, tokens)
            if reading.deps[child] in ("compound", "nmod") and child in tokens:
                made = self.cast.at(child)  # the CNN poll, the Times report
                if made is not None and made.kind in ("outlet", "organisation"):
                    return made
            if reading.lower[child] in _FROM and child in tokens:
                for noun in reading.children[child]:
                    if reading.deps[noun] == "pobj":
                        return self._at(noun, tokens)
        return None

    def _name(self, head: int, tokens: Sequence[int]) -> Draft | None:
        """A name the actors lack: kept as printed."""
        reading = self.reading
        start, offices = head, self.nominals.offices
        while start - 1 in tokens and reading.tags[start - 1][:3] == "NNP":
            if start in offices.titles or start in offices.completed:
                break
            start -= 1
        printed = reading.printed(start, head + 1)
        titled = offices.at(start) is not None
        kind: ActorKind = "organisation"
        if reading.labels[head] == "PERSON" or titled:
            kind = "person"
        elif reading.tags[head] == "NNPS" and reading.lower[head] not in ORGANISATION_WORDS:
            kind = "group"
        key = f"printed:{printed.lower()}"
        draft = self.cast.get(key) or self.cast.add(
            Draft(kind=kind, name=printed, plural=kind == "group", confidence=0.5), key
        )
        self.cast.note(draft, start, head + 1, "name")
        if draft.kind == "person":
            offices.give(draft, start, head + 1)
        return draft

    def _described(self, head: int) -> Draft | None:
        phrase = phrase_at(self.reading, head)
        draft = self.nominals.resolve(phrase) or self.nominals.describer.introduce(phrase)
        self.cast.note(draft, phrase.start, phrase.end, "nominal")
        return draft
