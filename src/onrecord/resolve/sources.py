"""Who stands behind the source of a statement."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc

from onrecord.record import Actor, Spans
from onrecord.resolve import names
from onrecord.resolve.anaphora import speaker_of
from onrecord.resolve.cast import Cast, Draft, group
from onrecord.resolve.lexicon import word_set
from onrecord.resolve.nominals import Nominals
from onrecord.resolve.offices import Offices
from onrecord.resolve.phrases import phrase_at
from onrecord.resolve.pronouns import Pronouns
from onrecord.resolve.reading import Reading, read

_DOCUMENTS = word_set(
    """statement report letter interview tweet post memo document article op-ed email e-mail
    message note filing complaint transcript account readout communique communiqué release
    declaration testimony comment comments remark remarks announcement study survey poll book
    column editorial speech address excerpt copy draft version word"""
)
_FROM = frozenset({"from", "by", "of", "in"})
_RELATIVE = frozenset({"who", "which", "that", "whom", "whose"})


def resolve_sources(
    doc: Doc, actors: Sequence[Actor], sources: Sequence[Spans]
) -> tuple[tuple[Actor, ...], list[str | None]]:
    """Return the actors, with those added whom only a source names, and each source's actor id.

    ``None`` stands for a source that is empty or that the report does not make out.
    """
    reading = read(doc)
    cast = Cast.of(reading, actors)
    resolver = Sources(cast)
    order = sorted(range(len(sources)), key=lambda k: (sources[k][0] if sources[k] else (0, 0), k))
    found: list[Draft | None] = [None] * len(sources)
    for k in order:
        found[k] = resolver.resolve(sources[k])
    actors = cast.freeze()
    ids = cast.ids()
    return actors, [ids[id(draft)] if draft is not None else None for draft in found]


class Sources:
    """Finds the actors behind the sources of one report."""

    def __init__(self, cast: Cast) -> None:
        self.cast = cast
        self.reading: Reading = cast.reading
        self.names = names.find(cast.reading)
        self.nominals = Nominals(cast, self.names.known, Offices(cast, self.names))
        self.pronouns = Pronouns(cast)

    def resolve(self, source: Spans) -> Draft | None:
        """The draft behind a source's spans."""
        tokens: list[int] = []
        for span in source:
            start, end = self.reading.tokens_at(span)
            tokens += range(start, end)
        draft = self._among(tokens)
        if draft is not None:
            draft.published = True
        return draft

    def _among(self, tokens: Sequence[int]) -> Draft | None:
        words = [i for i in tokens if self.reading.words[i][:1].isalnum()]
        if not words:
            return None
        head = self._head(words)
        joined = [j for j in self._conjuncts(head) if j in words]
        if joined:
            members = [d for i in (head, *joined) if (d := self._at(i, words)) is not None]
            members = list({id(m): m for m in members}.values())
            if len(members) > 1:
                return self._group(members, words)
            if members:
                return members[0]
        named = self.cast.at(words[-1])
        titled = any(end <= words[-1] and start <= head < end for start, end in self.names.titles)
        if (
            titled
            and named is not None
            and named.kind == "person"
            and self._ends_here(named, words)
        ):
            # Ambassador to the United Nations Nikki Haley: the name ends what its title heads.
            return named
        return self._at(head, words)

    def _ends_here(self, draft: Draft, words: Sequence[int]) -> bool:
        """Whether a name of ``draft`` ends the source and no comma parts it from what is before."""
        for start, end, form in draft.ranges:
            if form == "name" and end == words[-1] + 1:
                return self.reading.lower[start - 1 : start] not in ([","], ["to"], ["of"], ["for"])
        return False

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
            return draft
        word, tag = reading.lower[head], reading.tags[head]
        if word in _RELATIVE:
            return self._antecedent(head)
        if tag[:3] == "PRP":
            return self._pronoun(head)
        if reading.lemmas[head] in _DOCUMENTS or word in _DOCUMENTS:
            inner = self._author(head, tokens)
            if inner is not None:
                return inner
        if tag[:3] == "NNP" and (named := self._name(head, tokens)) is not None:
            return named
        if tag[:2] in ("NN", "JJ", "CD", "DT"):
            return self._described(head)
        return None

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
        reading = self.reading
        speaker = speaker_of(self.cast, reading.quote[at]) if reading.quote[at] >= 0 else None
        draft = self.pronouns.resolve(at, speaker)
        if draft is not None:
            self.cast.note(draft, at, at + 1, "pronoun")
        return draft

    def _author(self, head: int, tokens: Sequence[int]) -> Draft | None:
        """Whose a document is: a statement from the French presidency, Trump's remarks."""
        reading = self.reading
        for child in reading.children[head]:
            if reading.deps[child] == "poss" and child in tokens:
                return self._at(child, tokens)
            if reading.lower[child] in _FROM and child in tokens:
                for noun in reading.children[child]:
                    if reading.deps[noun] == "pobj":
                        return self._at(noun, tokens)
        return None

    def _name(self, head: int, tokens: Sequence[int]) -> Draft | None:
        """A name the actors lack: kept as printed."""
        reading = self.reading
        start = head
        while start - 1 in tokens and reading.tags[start - 1][:3] == "NNP":
            start -= 1
        printed = reading.printed(start, head + 1)
        person = reading.labels[head] == "PERSON"
        key = f"printed:{printed.lower()}"
        draft = self.cast.get(key) or self.cast.add(
            Draft(kind="person" if person else "organisation", name=printed, confidence=0.5), key
        )
        self.cast.note(draft, start, head + 1, "name")
        return draft

    def _described(self, head: int) -> Draft | None:
        phrase = phrase_at(self.reading, head)
        draft = self.nominals.resolve(phrase) or self.nominals.introduce(phrase)
        self.cast.note(draft, phrase.start, phrase.end, "nominal")
        return draft
