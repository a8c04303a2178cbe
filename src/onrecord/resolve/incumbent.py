"""Who "the president" is in a report that names none: the holder on the day, by the tables.

Only of a state's first offices, where the report prints or plainly writes from the state, names
nobody with such an office, and the tables know one holder for the day of publication.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from onrecord.knowledge.offices import holders_of, offices_titled, persons
from onrecord.record import Office, Span
from onrecord.resolve.cast import Cast, Draft
from onrecord.resolve.known import enrich
from onrecord.resolve.lexicon import RANKS
from onrecord.resolve.nominals import Nominals
from onrecord.resolve.phrases import Phrase, noun_of

_FIRST = frozenset({"head-of-state", "head-of-government", "leader", "deputy-head"})
_PLAIN = frozenset({"the", "current", "sitting", "incumbent", "'s", "’s"})
_CONFIDENCE = 0.7


def name_incumbents(
    cast: Cast,
    introduced: Iterable[tuple[Draft, Phrase]],
    nominals: Nominals,
    published: date | None,
) -> None:
    """Give the unnamed holders of first offices their names, where the tables leave no doubt."""
    if published is None:
        return
    for draft, phrase in introduced:
        if draft in cast.drafts and not phrase.plural and _is_definite(cast, phrase):
            _name(cast, draft, phrase, nominals, published)


def _is_definite(cast: Cast, phrase: Phrase) -> bool:
    """Whether a phrase has an article, or shares one: the President and Vice President."""
    reading, head = cast.reading, phrase.head
    if phrase.determiner != "bare" or reading.deps[head] != "conj":
        return phrase.determiner == "definite"
    first = reading.heads[head]
    capital = reading.words[phrase.start][:1].isupper() and reading.words[first][:1].isupper()
    return capital and any(reading.lower[c] == "the" for c in reading.children[first])


def _name(cast: Cast, draft: Draft, phrase: Phrase, nominals: Nominals, published: date) -> None:
    printed = nominals.describer.country(phrase)
    country = printed or nominals.offices.home
    reading = cast.reading
    of_what = any(reading.lower[c] in ("of", "for", "at") for c in reading.children[phrase.head])
    if country is None or of_what or (phrase.owner is not None and printed is None):
        return
    words = [w for w in reading.lower[phrase.start : phrase.head + 1] if w not in _PLAIN]
    title = " ".join(words[1:] if printed is not None else words)
    offices = [o for o in offices_titled(title, of=country) if o.role in _FIRST and o.single]
    if len(offices) != 1 or _is_rivalled(cast, phrase, country):
        return
    rows = [row for row in holders_of().get(offices[0].id, ()) if row.holds_on(published)]
    if len(rows) != 1 or any(other.id == rows[0].person for other in cast.drafts):
        return
    draft.kind, draft.published = "person", True
    draft.confidence = _CONFIDENCE
    span = Span(reading.starts[phrase.start], reading.ends[phrase.head])
    draft.offices.append(
        Office(
            title=offices[0].title,
            of=country,
            as_written=span.of(reading.text),
            claimed="current",
            evidence=(span,),
        )
    )
    enrich(draft, persons()[rows[0].person], published)


def _is_rivalled(cast: Cast, phrase: Phrase, country: str) -> bool:
    """Whether somebody named has an office of that word: there, nobody knows where, or before."""
    noun = noun_of(cast.reading, phrase)
    ranks = RANKS.intersection(cast.reading.lower[phrase.start : phrase.head])
    return any(
        noun in office.title.lower().split()
        and RANKS.intersection(office.title.lower().split()) == ranks
        and ((office.of or person.country) in (None, country) or person.ranges[0][0] < phrase.start)
        for person in cast.of_kind("person")
        for office in person.offices
        if person.ranges
    )
