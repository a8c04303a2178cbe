"""Claims of office: where a report gives a person an office, and in which time it does so.

Only a title that stands beside a name is a claim ("French President Emmanuel Macron", "Sergei
Lavrov, the Russian foreign minister"), and a government named after who leads it ("the Merkel
government"). What matters for a later check is whether the words around put it into the report's
own present: "in 2009", "then", "under the ... administration" do not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from spacy.tokens import Doc

from onrecord import knowledge
from onrecord.language.layers import Claim, layers_of
from onrecord.record import Actor, Office, Span
from onrecord.resolve.lexicon import RULE, word_set
from onrecord.resolve.reading import Reading, read
from onrecord.resolve.settings import Settings

_BESIDE = 60  # characters between a name and the title after its comma
_GOVERNMENTS = RULE | word_set("presidency premiership")
_WORDS = re.compile(r"[^\W\d_][\w.'’&-]*")
_POSSESSIVE = re.compile(r"['’]s?$")


def read_claims(doc: Doc, actors: Sequence[Actor]) -> tuple[Claim, ...]:
    """Return the claims of office in ``doc``, in text order; the times should be read before."""
    layers = layers_of(doc)
    reading = read(doc)
    settings = Settings(reading, layers.times or (), layers.published)
    found = [*_titles(reading, settings, actors), *_governments(reading, settings, actors)]
    return tuple(sorted(found, key=lambda claim: claim.span))


def _titles(reading: Reading, settings: Settings, actors: Sequence[Actor]) -> Iterator[Claim]:
    for actor in actors:
        if actor.kind != "person":
            continue
        names = [m.span for m in actor.mentions if m.form == "name"]
        for office in actor.offices:
            for written in office.evidence:
                name = _beside(reading.text, written, names)
                if name is not None and not _modifies(reading, name):
                    yield _claim(settings, actor, office, written=written, name=name)


def _claim(settings: Settings, actor: Actor, office: Office, *, written: Span, name: Span) -> Claim:
    reading = settings.reading
    span = Span(min(written.start, name.start), max(written.end, name.end))
    before = written.end <= name.start and " " in name.of(reading.text)
    return Claim(
        name=actor.name,
        person=_person(actor),
        office=office,
        span=span,
        placed=_placed(written.of(reading.text), office.of),
        before=before,
        setting=settings.of(*reading.tokens_at(written), *reading.tokens_at(name)),
    )


def _person(actor: Actor) -> str | None:
    """The tables' id of a person, where the actor was found to be one of theirs."""
    person = knowledge.persons().get(actor.id)
    return person.id if person is not None and person.name == actor.name else None


def _beside(text: str, written: Span, names: Sequence[Span]) -> Span | None:
    """The name a title belongs to, by standing right before it or in apposition after it."""
    for name in names:
        if written.end <= name.start and not text[written.end : name.start].strip(" \n,"):
            return name
        between = text[name.end : written.start].strip()
        near = name.end <= written.start < name.end + _BESIDE
        if near and between.startswith((",", "(", "—", "–")) and "." not in between:
            return name
    return None


def _modifies(reading: Reading, name: Span) -> bool:
    """Whether a name is part of how another is described: former [President X] aide Y."""
    start, end = reading.tokens_at(name)
    head = reading.head_of(start, end)
    return reading.deps[head] in ("compound", "nmod") and reading.heads[head] >= end


@cache
def _placed(written: str, of: str | None) -> bool:
    """Whether a title is printed with the state or the body ``of`` which it is."""
    words = [_POSSESSIVE.sub("", word) for word in _WORDS.findall(written)]
    for size in (1, 2, 3, 4):
        for at in range(len(words) - size + 1):
            meant = knowledge.readings(" ".join(words[at : at + size]))
            if any(reading.id == of for reading in meant):
                return True
    return False


def _governments(reading: Reading, settings: Settings, actors: Sequence[Actor]) -> Iterator[Claim]:
    """Governments named after who leads them: the Merkel government, Trump's administration."""
    owners = {
        m.span.end: actor
        for actor in actors
        if actor.kind == "person"
        for m in actor.mentions
        if m.form == "name"
    }
    for noun in range(1, len(reading)):
        if reading.lower[noun] not in _GOVERNMENTS or reading.heading[noun]:
            continue
        last = noun - 1
        if reading.lower[last] in ("'s", "’s", "'", "’"):
            last -= 1
        if last < 0 or not reading.words[last][:1].isupper():
            continue
        owner = owners.get(reading.ends[last])
        named = reading.tags[last] == "NNP" and reading.labels[last] != "NORP"
        person = _leader(reading.words[last], owner, name=named)
        if person is not None:
            yield Claim(
                name=person.name,
                person=person.id,
                office=None,
                span=reading.span(last - (reading.lower[last - 1] == "the"), noun + 1),
                placed=True,
                before=False,
                setting=settings.of_government(last, noun),
            )


@cache
def leaders() -> frozenset[str]:
    """The ids of the persons who led a government by the tables."""
    offices = knowledge.offices()
    return frozenset(
        row.person
        for row in knowledge.holders()
        if offices[row.office].role in ("head-of-state", "head-of-government")
    )


def _leader(word: str, actor: Actor | None, *, name: bool) -> knowledge.Person | None:
    """The one leader a government of that name can mean, by the report or by the tables alone."""
    named = [p for p in knowledge.persons_surnamed(word) if p.id in leaders()]
    if actor is not None:
        same = [p for p in named if p.id == actor.id]
        if same or " " in actor.name:
            return same[0] if same else None
    elif not name or word.lower() in knowledge.given_names() or knowledge.readings(word):
        # A Christian government, the Jordan administration.
        return None
    return named[0] if len(named) == 1 else None
