"""Descriptions and pronouns, resolved in the order a reader meets them."""

from __future__ import annotations

from bisect import bisect_left
from datetime import date

from onrecord.resolve.cast import Cast, Draft
from onrecord.resolve.incumbent import name_incumbents
from onrecord.resolve.lexicon import FEMALE, MALE, PERSON_NOUNS, SPEECH_VERBS, TITLES
from onrecord.resolve.names import Names
from onrecord.resolve.nominals import Nominals
from onrecord.resolve.offices import Offices
from onrecord.resolve.phrases import Phrase, noun_of, phrases
from onrecord.resolve.pronouns import Pronouns
from onrecord.resolve.reading import Reading
from onrecord.resolve.speaking import turn_speaker


def resolve(cast: Cast, names: Names, offices: Offices, published: date | None) -> None:
    """Note every description and pronoun whose actor the report makes clear.

    First what stands outside quotations, then what is inside: the speaker of a quotation is
    often named only after it.
    """
    reading = cast.reading
    nominals, pronouns = Nominals(cast, names.known, offices), Pronouns(cast)
    taken = {i for name in names.own for i in range(name.start, name.end)}
    taken |= {i for draft in cast.drafts for a, b, _ in draft.ranges for i in range(a, b)}
    taken |= _attached_titles(reading, names, taken) | offices.used
    taken |= {i for start, end in reading.speakers for i in range(start, end)}
    nominals.groups.joined()
    steps: list[tuple[int, Phrase | None]] = [(p.start, p) for p in phrases(reading, taken)]
    steps += [(i, None) for i in pronouns.candidates()]
    # Of "her office" the pronoun first: whose office it is says which.
    steps.sort(key=lambda step: (step[0], step[1] is not None))
    introduced: list[tuple[Draft, Phrase]] = []
    for quoted in (False, True):
        for at, phrase in steps:
            if (reading.quote[at] >= 0) is not quoted:
                continue
            if phrase is not None:
                draft = _beside(cast, phrase) or nominals.resolve(phrase)
                if draft is not None:
                    if not draft.ranges and draft.kind == "unnamed":
                        introduced.append((draft, phrase))
                    cast.note(draft, phrase.start, phrase.end, "nominal")
                continue
            speaker = speaker_at(cast, at)
            draft = pronouns.resolve(at, speaker)
            if draft is not None:
                cast.note(draft, at, at + 1, "pronoun")
    for draft, phrase in introduced:
        if phrase.determiner not in ("indefinite", "number"):
            holder = nominals.later(draft, phrase)
            if holder is not None:
                cast.merge(draft, holder)
                titled = offices.at(phrase.head + 1)
                if titled is not None:
                    offices.tell(holder, titled)
    name_incumbents(cast, introduced, nominals, published)
    nominals.groups.settle()
    for draft in cast.drafts:
        often = len(draft.ranges) > 1 and draft.name.lower() not in _ANYBODY
        draft.published = draft.published or often or _speaks(reading, draft)


def _beside(cast: Cast, phrase: Phrase) -> Draft | None:
    """The person a description stands in apposition to: his wife, Akie; Sue Gray, an official."""
    reading, head = cast.reading, phrase.head
    if phrase.plural or noun_of(reading, phrase) not in PERSON_NOUNS:
        return None
    beside = [c for c in reading.children[head] if reading.deps[c] == "appos"]
    if reading.deps[head] == "appos":
        beside.append(reading.heads[head])
    for child in reading.children[head]:
        if reading.deps[child] == "acl" and reading.lower[child] in ("named", "called"):
            beside += [c for c in reading.children[child] if reading.deps[c] == "oprd"]
    for token in beside:
        draft = cast.at(token)
        if draft is not None and draft.kind == "person" and abs(token - head) <= _APPOSED:
            noun = noun_of(reading, phrase)
            titled = [office.title.lower().split() for office in draft.offices]
            if noun in TITLES and titled and not any(noun in words for words in titled):
                continue  # a list: the president, Speaker Tamm, and others
            draft.roles.add(noun)
            if noun in MALE or noun in FEMALE:
                draft.votes["m" if noun in MALE else "f"] += 3
            return draft
    return None


def _attached_titles(reading: Reading, names: Names, taken: set[int]) -> set[int]:
    """Titles that stand right before a name: part of how the person is named there."""
    return {
        i
        for start, end in names.titles
        if end in taken and reading.lower[end - 1] not in ("'s", "’s")
        for i in range(start, end)
    }


def _speaks(reading: Reading, draft: Draft) -> bool:
    for start, end, _ in draft.ranges:
        head = reading.head_of(start, end)
        if reading.deps[head] == "nsubj" and reading.lemmas[reading.heads[head]] in SPEECH_VERBS:
            return True
    return False


_ANYBODY = frozenset({"people", "person"})
_APPOSED = 12  # tokens between a description and the name beside it
_AFTER, _BEFORE = 9, 14  # tokens looked at beyond a quotation's marks for who speaks


def speaker_at(cast: Cast, token: int) -> Draft | None:
    """Whose own words a token stands in: those of a quotation, else of a transcript's turn."""
    number = cast.reading.quote[token]
    return speaker_of(cast, number) if number >= 0 else turn_speaker(cast, token)


def speaker_of(cast: Cast, number: int) -> Draft | None:
    """The draft that a verb of speech beside quotation ``number`` has as its subject."""
    reading = cast.reading
    first = bisect_left(reading.starts, reading.quotations[number].start)
    last = first
    while last + 1 < len(reading) and reading.quote[last + 1] == number:
        last += 1
    after = range(last + 1, min(len(reading), last + 1 + _AFTER))
    before = range(first - 1, max(-1, first - 1 - _BEFORE), -1)
    for i in after:
        if reading.quote[i] >= 0 or "\n" in reading.words[i]:
            break
        if (draft := _subject(cast, i)) is not None:
            return draft
    for i in before:
        if reading.quote[i] >= 0 or "\n" in reading.words[i]:
            break
        if (draft := _subject(cast, i)) is not None:
            return draft
    return None


def _subject(cast: Cast, verb: int) -> Draft | None:
    reading = cast.reading
    if reading.lemmas[verb] not in SPEECH_VERBS or reading.tags[verb][:2] != "VB":
        return None
    for child in reading.children[verb]:
        if reading.deps[child] == "nsubj" and reading.quote[child] < 0:
            return cast.at(child)
    return None
