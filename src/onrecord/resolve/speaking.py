"""Who speaks in a transcript: the persons its labels name.

``MR. BERG`` is the Berg whom the text or the report's own title names in full ("Remarks by Trade
Minister Ivar Berg"); ``THE PRESIDENT`` whom the title names with that office, else who held it on
the day by the tables. Whom neither tells stays unknown: a wrong speaker is worse than none.

A text that one person signs speaks of them as "I" outside quotation marks: a "Statement by
President Berg", or an order under "the authority vested in me as President".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from onrecord.knowledge.names import name_key
from onrecord.knowledge.offices import Person as Known
from onrecord.knowledge.offices import (
    held_by,
    holders_of,
    offices,
    offices_titled,
    persons_surnamed,
)
from onrecord.knowledge.offices import persons as known_persons
from onrecord.record import Office
from onrecord.resolve.cast import Cast, Draft
from onrecord.resolve.known import is_family, is_known, led_by
from onrecord.resolve.lexicon import FIRST_PRONOUNS, HONORIFICS, SUFFIXES
from onrecord.resolve.persons import fold, parse
from onrecord.resolve.titled import canonical_titles
from onrecord.resolve.turns import honorific, names_nobody, title_words

_TITLE_WORD = re.compile(r"[^\W_][\w.'’-]*")
_LONGEST = 3  # words of a name looked for in a report's title
_SIGNED = re.compile(
    r"(?:\w+\s)?(?:Statement|Remarks|Message|Letter|Address|Speech|Testimony)\s+"
    r"(?:from|by|of)\s+(?P<who>.+)"
)
_AT_HOME = frozenset({"president", "vice president"})
_NARROWED = frozenset({"of", "-", "for", "who", "elect", "and"})
"""What follows an office that is another's: the president of France, the president-elect."""
_FOREMOST = 2  # words that may stand before the office: NSC, the


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """A label taken apart: ``title`` and ``name`` in lower case, ``""`` where it has none."""

    title: str
    name: str
    gender: str | None


def read_label(printed: str) -> Label:
    """Take a label apart: ``MS. BERG``, ``TRADE MINISTER BERG``, ``THE PRESIDENT``."""
    words = printed.partition(",")[0].lower().split()
    gender = None
    if words[0] == "the" and len(words) > 1:
        words = words[1:]
    if honorific(words[0]) and len(words) > 1:
        gender = HONORIFICS.get(words[0]) or HONORIFICS.get(words[0].rstrip("."))
        words = words[1:]
    size = title_words(words)
    return Label(title=" ".join(words[:size]), name=" ".join(words[size:]), gender=gender)


@dataclass(slots=True, kw_only=True)
class Speakers:
    """Finds the drafts behind the labels of one transcript.

    ``persons`` are those the text names; whom only a label or the report's ``title`` names is
    made and added to them.
    """

    cast: Cast
    persons: list[Draft]
    title: str
    published: date | None
    home: str | None
    _found: dict[str, Draft | None] = field(default_factory=dict)

    def note(self) -> None:
        """Note each label as a mention of its speaker."""
        reading = self.cast.reading
        for start, end in reading.speakers:
            printed = reading.printed(start, end)
            if printed not in self._found:
                known = None if names_nobody(printed) else self._speaker(read_label(printed))
                if known is not None:
                    self._give_office(known, read_label(printed), (start, end))
                self._found[printed] = known
            draft = self._found[printed]
            if draft is not None:
                named = read_label(printed).name
                self.cast.note(draft, start, end, "name" if named else "nominal")

    def note_at_home(self) -> None:
        """Note whom the speakers of a transcript mean by "the president": their own.

        Other states' presidents are spoken of by name or country, whoever was named last.
        """
        reading = self.cast.reading
        if not reading.speakers:
            return
        known: dict[str, Draft | None] = {}
        for i, word in enumerate(reading.lower[:-3]):
            if word != "the" or reading.turn[i] < 0:
                continue
            words = reading.lower[i + 1 : i + 3]
            title = " ".join(words) if words[0] == "vice" else words[0]
            end = i + 1 + len(title.split())
            if title not in _AT_HOME or reading.lower[end] in _NARROWED:
                continue
            if reading.tags[end][:3] == "NNP" or reading.deps[end - 1] == "compound":
                continue
            if title not in known:
                known[title] = self._titled(title) or self._in_office(title)
            if (draft := known[title]) is not None:
                self.cast.note(draft, i, end, "nominal")

    def note_author(self) -> None:
        """Note the first persons of a text that one person signs, outside quotation marks."""
        reading = self.cast.reading
        own = [
            i
            for i, word in enumerate(reading.lower)
            if word in FIRST_PRONOUNS
            and reading.tags[i] in ("PRP", "PRP$")
            and not reading.spoken(i)
        ]
        if own and not reading.speakers and (author := self._author(own)) is not None:
            for i in own:
                self.cast.note(author, i, i + 1, "pronoun")

    def _author(self, own: Sequence[int]) -> Draft | None:
        reading, signed = self.cast.reading, _SIGNED.match(self.title)
        if signed is not None:
            words = signed["who"].split()
            office = next(_offices_in(words), None)
            if office is None or office[0] > _FOREMOST:
                return None
            title = " ".join(words[slice(*office)]).lower()
            return self._named_at(words, office[1], title)
        for i in own:
            # "by the authority vested in me as President"
            size = title_words(reading.lower[i + 2 : i + 6])
            if size and reading.lower[i : i + 2] == ["me", "as"]:
                return self._in_office(" ".join(reading.lower[i + 2 : i + 2 + size]))
        return None

    def _named_at(self, words: Sequence[str], start: int, title: str) -> Draft | None:
        """The one person whose name begins at a word of the title and ends before a small one.

        A family name alone is whom the tables know to have held the office on the day.
        """
        end = start
        while end < len(words) and end - start < _LONGEST and words[end][0].isupper():
            end += 1
        if end == start or words[end : end + 1] == ["and"]:
            return None
        for stop in range(end, start, -1):
            name = " ".join(words[start:stop]).rstrip(",")
            folded = parse(name).words
            some = [d for d in self.persons if parse(d.name).words[-len(folded) :] == folded]
            if len(some) == 1:
                return some[0]
            if is_known(name):
                return self._new(name)
            holders = [p for p in persons_surnamed(name) if self._held(p, title)]
            if len(holders) == 1:
                return self._new(holders[0].name)
        return self._new(" ".join(words[start:end])) if end == start + 2 else None

    def _held(self, person: Known, title: str) -> bool:
        return any(
            title in offices()[row.office].titles
            and (self.published is None or row.holds_on(self.published) is not False)
            for row in held_by().get(person.id, ())
        )

    def _speaker(self, label: Label) -> Draft | None:
        if not label.name:
            return self._titled(label.title) or self._in_office(label.title)
        return self._named(label.name.split(), label.gender)

    def _named(self, words: Sequence[str], gender: str | None) -> Draft | None:
        """The person of a name: of the text, else as the report's title or the label prints it."""
        folded = tuple(map(fold, words))
        known = [
            draft for draft in self.persons if parse(draft.name).words[-len(folded) :] == folded
        ]
        if len(known) > 1:
            full = [parse(name) for name in self._names_in_title(words[-1])]
            exact = [d for d in known if _key(d.name) in {(p.words, p.suffix) for p in full}]
            # A text that names father and son may print "Jr." for neither.
            alike = [d for d in known if parse(d.name).words in {p.words for p in full}]
            known = exact or alike or known
        if len(known) > 1 and gender is not None:
            known = [draft for draft in known if not draft.votes or draft.votes[gender]]
        if len(known) > 1:
            return None
        if known:
            draft = known[0]
        else:
            names = list(self._names_in_title(words[-1]))
            draft = self._new(names[0] if len(names) == 1 else " ".join(map(_capital, words)))
        if gender is not None:
            draft.votes[gender] += 3
        return draft

    def _titled(self, title: str) -> Draft | None:
        """The person whom the report's title names with an office: Remarks by President Berg."""
        words = _TITLE_WORD.findall(self.title)
        for start, end in _offices_in(words):
            if " ".join(words[start:end]).lower() != title:
                continue
            following = words[end : end + _LONGEST]
            for size in range(len(following), 0, -1):
                folded = tuple(map(fold, following[:size]))
                some = [d for d in self.persons if parse(d.name).words[-size:] == folded]
                if len(some) == 1:
                    return some[0]
            if following and is_family(following[0]):
                return self._new(following[0])
        return None

    def _in_office(self, title: str) -> Draft | None:
        """Who held a first office of the report's own country on the day it was published."""
        home = self.home or self._led()
        if home is None or self.published is None:
            return None
        named = [o for o in offices_titled(title, of=home) if o.single]
        if len(named) != 1:
            return None
        rows = [r for r in holders_of().get(named[0].id, ()) if r.holds_on(self.published)]
        if len(rows) != 1:
            return None
        holder = known_persons()[rows[0].person]
        return next((d for d in self.persons if _is(d, holder)), None) or self._new(holder.name)

    def _led(self) -> str | None:
        """The state whose leader the report's title names: Remarks by President Trump."""
        words = _TITLE_WORD.findall(self.title)
        following = (words[end] for _, end in _offices_in(words) if end < len(words))
        return next((state for word in following if (state := led_by(word)) is not None), None)

    def _names_in_title(self, family: str) -> Iterator[str]:
        """Yield the full names of that family name which the report's title prints."""
        words = _TITLE_WORD.findall(self.title)
        titles = {i for start, end in _offices_in(words) for i in range(start, end)}
        for last, word in enumerate(words):
            if fold(word) != fold(family) or last in titles:
                continue
            first = last
            while last - first < _LONGEST and first - 1 >= 0 and first - 1 not in titles:
                if not words[first - 1][0].isupper():
                    break
                first -= 1
            if first < last:
                suffixed = words[last + 1 : last + 2] and words[last + 1].lower() in SUFFIXES
                yield " ".join(words[first : last + 2 if suffixed else last + 1])

    def _new(self, name: str) -> Draft:
        draft = self.cast.add(Draft(kind="person", name=name))
        self.persons.append(draft)
        return draft

    def _give_office(self, draft: Draft, label: Label, at: tuple[int, int]) -> None:
        if not label.title or any(o.title.lower() == label.title for o in draft.offices):
            return
        reading = self.cast.reading
        words = len(label.title.split())
        start = at[0] + (reading.lower[at[0]] == "the")
        span = reading.span(start, min(at[1], start + words))
        title = canonical_titles().get(label.title, label.title.title())
        draft.offices.append(
            Office(
                title=title,
                of=None,
                as_written=span.of(reading.text),
                claimed="current",
                evidence=(span,),
            )
        )


def turn_speaker(cast: Cast, token: int) -> Draft | None:
    """Who speaks at a token of a transcript; ``None`` outside turns and where nobody knows."""
    turn = cast.reading.turn[token]
    return label_speaker(cast, turn) if turn >= 0 else None


def label_speaker(cast: Cast, turn: int) -> Draft | None:
    """Whom the label of a turn names."""
    start, end = cast.reading.speakers[turn]
    draft = cast.at(end - 1)
    return draft if draft is not None and draft.kind == "person" and start < end else None


def _offices_in(words: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield where a title's words are offices, the longest first: Vice President is one."""
    lower, at = [word.lower() for word in words], 0
    while at < len(words):
        size = title_words(lower[at:])
        if size:
            yield at, at + size
        at += size or 1


def _key(name: str) -> tuple[tuple[str, ...], str | None]:
    parsed = parse(name)
    return parsed.words, parsed.suffix


def _is(draft: Draft, person: Known) -> bool:
    """Whether a draft has a person's full name, or the surname where the tables know no other."""
    keys = {name_key(name) for name in person.names}
    if len(persons_surnamed(person.surname)) == 1:  # the first lady is a Trump too
        keys.add(name_key(person.surname))
    return name_key(draft.name) in keys


def _capital(word: str) -> str:
    return "-".join(part[:1].upper() + part[1:] for part in word.split("-"))
