"""Who takes part: the actors behind the noun phrases around an encounter.

Lists are read whole ("leaders from Germany, Italy and Poland", "Costa, von der Leyen and Rutte"),
groups are taken apart where the report says who is in them, and states that are represented by
their leaders or officials are the states' governments.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token

from onrecord.extract.meetings import words
from onrecord.extract.meetings.grammar import antecedent, conjuncts, included, singular
from onrecord.knowledge import place_key, places_named, readings
from onrecord.record import Actor, Role, Span
from onrecord.resolve.cast import Cast, Draft
from onrecord.resolve.lexicon import BODY_NOUNS, GROUPS, HONOURED, PERSON_NOUNS, RULE
from onrecord.resolve.names import names_of
from onrecord.resolve.reading import read
from onrecord.resolve.sources import Sources
from onrecord.resolve.states import government

_RELATIVE = frozenset({"who", "which", "that", "whom"})
_FROM = frozenset({"from", "of"})
_NONE = frozenset({"outlet"})
_FIRST = frozenset({"i", "we", "us", "me", "my", "our"})
_BETWEEN = frozenset({",", "and", "the", "both", "as", "well", "&"})
_MEMBERS = frozenset({"nato", "eu", "allies", "ally", "members", "countries", "states", "nations"})
_TITLES = PERSON_NOUNS | {"counselor", "counsellor", "head", "chief", "chair"}
_TITLE = 14  # tokens
_COUNTRY_NAME = 4  # tokens

Party = tuple[Draft, Role]


class Parties:
    """Finds and makes the actors that take part in the encounters of one report."""

    def __init__(self, doc: Doc, actors: Sequence[Actor]) -> None:
        self.doc = doc
        self.reading = read(doc)
        self.cast = Cast.of(self.reading, actors)
        self._sources = Sources(self.cast, names_of(doc))
        self._introduced: dict[str, Draft] = {}

    def of(self, head: Token, *, role: Role = "attends") -> list[Party]:
        """The parties a noun phrase names, all members of a list; none where it names no actor."""
        found: dict[int, Party] = {}
        for token in (head, *_apposed(head), *conjuncts(head)):
            for draft, how in self._one(token, role):
                found.setdefault(id(draft), (draft, how))
        if any(draft.kind == "person" for draft, _ in found.values()):
            for token in conjuncts(head):
                name = self._unknown(token)
                if name is not None:
                    found.setdefault(id(name), (name, role))
        return list(found.values())

    def _unknown(self, token: Token) -> Draft | None:
        """A bare name joined to a person's, which the actors lack: X and Blinken met."""
        if token.pos_ != "PROPN" or token.dep_ != "conj" or self.at(token) is not None:
            return None
        if token.ent_type_ not in ("", "PERSON", "ORG") or any(True for _ in token.lefts):
            return None
        draft = self._resolved(self._phrase(token))
        if draft is not None and draft.kind == "organisation" and not draft.published:
            draft.kind = "person"
        return draft

    def at(self, token: Token) -> Draft | None:
        """The actor mentioned at a token."""
        return self.cast.at(token.i)

    def surnamed(self, *names: str) -> list[Party]:
        """The persons two surnames joined by a hyphen mean: the Kim-Moon summit."""
        found: list[Party] = []
        for name in names:
            some = [d for d in self.cast.of_kind("person") if name in d.name.split()]
            if len(some) != 1:
                return []
            found.append((some[0], "attends"))
        return found if len(found) > 1 else []

    def named(self, token: Token) -> bool:
        """Whether a token is in the mention of an actor that can take part somewhere."""
        draft = self.at(token)
        return draft is not None and draft.kind not in _NONE

    def government(self, country: str, start: int, end: int) -> Draft:
        """The government of a country that tokens `[start, end)` name; noted where it is new."""
        draft = government(self.cast, country)
        if not draft.ranges:
            self.cast.note(draft, start, end, "metonym")
            draft.published = False  # until it is found to take part
        return draft

    def actors(self) -> tuple[tuple[Actor, ...], dict[int, str]]:
        """The actors with those added, and the ids of drafts by identity."""
        return self.cast.freeze(), self.cast.ids()

    def _one(self, token: Token, role: Role) -> list[Party]:
        if token.lower_ in _RELATIVE and token.tag_ in ("WP", "WDT", "IN"):
            noun = antecedent(token)
            if noun is None:
                return []
            shared = token.head.tag_ in ("VBP", "VBD", "VBN") and token.head.lemma_ == "meet"
            if shared and noun.dep_ == "conj":  # X and Y, who had met before
                return self.of(noun.head, role=role)
            return self._one(noun, role)
        listed = self._states_of(token, role)
        if listed:
            return listed
        inner = [p for child in included(token) for p in self.of(child, role=role)]
        if any(draft.kind not in ("unnamed", "group") for draft, _ in inner):
            return inner
        if token.pos_ == "PROPN" and (name := self._titled(token)) is not None:
            # Whatever a bare title was taken for: the name behind it says who it is.
            again = token in conjuncts(name)
            return self._one(name, role) if again else self.of(name, role=role)
        draft = self._named_at(token)
        honoured = token.lower_ in HONOURED
        if draft is None or honoured or draft.kind not in ("person", "government", "state"):
            apposed = (c for c in token.children if c.dep_ == "appos")
            name = next((c for c in apposed if self._names_person(c)), None)
            if name is not None:
                return self.of(name, role=role)  # his counterpart, Jane Doe
        if draft is None or _only_described(draft, token):
            name = self._titled(token)
            if name is not None:
                again = token in conjuncts(name)
                return self._one(name, role) if again else self.of(name, role=role)
            draft = self._in_name(token) or draft or self._described(token)
        if draft is None or draft.kind in _NONE:
            return []
        house = self._house(token) if draft.kind == "organisation" else None
        if house is not None:
            return [(draft, role), (house, "represented" if role == "attends" else role)]
        return [(member, role) for member in self._members(draft, token)]

    def _named_at(self, token: Token) -> Draft | None:
        """The actor mentioned at a token, by name or by an office printed beside the name."""
        draft = self.at(token)
        if draft is None and token.pos_ == "PROPN":
            return self.cast.officer(token.i)
        return draft

    def _members(self, draft: Draft, token: Token) -> Iterator[Draft]:
        """The actor itself, its government where it is a state, its members where it has any."""
        if draft.kind == "group" and draft.members:
            for member in draft.members:
                yield from self._members(member, token)
        elif draft.kind == "state" and draft.country is not None:
            yield self.government(draft.country, token.i, token.i + 1)
        else:
            yield draft

    def _states_of(self, token: Token, role: Role) -> list[Party]:
        """Governments behind leaders or officials: leaders from X and Y, Russian officials."""
        noun = singular(token)
        plural = token.tag_ in ("NNS", "NNPS") or noun in ("delegation", "team", "side")
        if not plural or noun not in words.LEADERS | words.ENVOYS or self._known_persons(token):
            return []
        if any(c.dep_ == "compound" and _country(c) is None for c in token.children):
            return []  # Asian American business leaders speak for no state
        how: Role = "represented" if noun in words.ENVOYS and role == "attends" else role
        codes: list[tuple[str, int, int]] = []
        people: list[Party] = []
        for child in token.children:
            if child.dep_ == "prep" and child.lower_ in _FROM:
                codes += self._countries(child.i + 1)
                people += self._people_among(child, role)
            elif child.dep_ in ("amod", "compound", "poss", "nmod"):
                codes += (
                    (code, t.left_edge.i, t.i + 1)
                    for t in conjuncts(child)
                    if (code := _country(t)) is not None
                )
        after = token.nbor() if token.i + 1 < len(self.doc) else None
        if after is not None and after.lower_ == "from" and after.head != token:
            codes += self._countries(after.i + 1)  # the parser hung it elsewhere
        first = {code: (start, end) for code, start, end in reversed(codes)}
        return [
            (self.government(code, *first[code]), how)
            for code in dict.fromkeys(code for code, _, _ in codes)
        ] + (people if codes else [])

    def _people_among(self, preposition: Token, role: Role) -> list[Party]:
        """Persons in a list that begins with states: leaders from X and Y, as well as Jane Doe."""
        joined = [t for c in preposition.children if c.dep_ == "pobj" for t in conjuncts(c)]
        drafts = [self.at(t) for t in joined]
        return [(d, role) for d in drafts if d is not None and d.kind == "person"]

    def listed_after(self, token: Token, preposition: str) -> list[Party]:
        """The governments of the states a preposition lists: are attending from X, Y and Z."""
        return [
            (self.government(code, start, end), "attends")
            for child in token.children
            if child.dep_ == "prep" and child.lower_ == preposition
            for code, start, end in self._countries(child.i + 1)
        ]

    def _known_persons(self, token: Token) -> bool:
        draft = self.at(token)
        return draft is not None and any(member.kind == "person" for member in draft.members)

    def _countries(self, at: int) -> list[tuple[str, int, int]]:
        """The states listed from token ``at`` on, whatever the parser makes of a long list."""
        found: list[tuple[str, int, int]] = []
        doc, table = self.doc, places_named()
        while at < len(doc) and not doc[at].is_sent_start:
            if doc[at].lower_ in _BETWEEN or (not found and doc[at].lower_ in _MEMBERS):
                at += 1
                continue
            for end in range(min(at + _COUNTRY_NAME, len(doc)), at, -1):
                meant = table.get(place_key(doc[at:end].text), ())
                country = next((p for p in meant if p.kind == "country"), None)
                if country is not None:
                    found.append((country.country, at, end))
                    at = end
                    break
            else:
                break
        return found

    def _names_person(self, token: Token) -> bool:
        draft = self.at(token)
        return draft is not None and draft.kind == "person"

    def _house(self, token: Token) -> Draft | None:
        """The government whose office a body is: the White House Office of Legal Affairs."""
        for child in token.lefts:
            if child.dep_ == "compound" and child.pos_ == "PROPN":
                draft = self.at(child)
                if draft is not None and draft.kind == "government":
                    return draft
        return None

    def _in_name(self, token: Token) -> Draft | None:
        """The person whose name a surname ends that the actors' mention lacks."""
        for child in token.lefts:
            if token.pos_ == "PROPN" and child.dep_ in ("compound", "nmod"):
                draft = self.at(child)
                if draft is not None and draft.kind == "person":
                    return draft
        return None

    def _titled(self, token: Token) -> Token | None:
        """The name after a title that runs on: the President of Finland Sauli Niinistö.

        Where the actors lack the name, it becomes one.
        """
        if singular(token) not in _TITLES or token.tag_ in ("NNS", "NNPS"):
            return None
        at, stop = token.i + 1, min(token.i + _TITLE, len(self.doc))
        while at < stop and (_in_title(self.doc[at]) or self.doc[at].text == ","):
            if self.doc[at].lower_ == "to" and self.doc[at + 1].lower_ in PERSON_NOUNS:
                break  # from the President to Chancellor X
            if self.doc[at].text == "," and singular(self.doc[at + 1]) in _TITLES:
                break  # the President, Speaker X and others
            draft = self.at(self.doc[at])
            if draft is not None and draft.kind == "person" and _is_name(draft, at):
                while at + 1 < len(self.doc) and self.at(self.doc[at + 1]) is draft:
                    at += 1
                return self.doc[at]
            at += 1
        for child in token.children:
            if child.dep_ == "appos" and child.pos_ == "PROPN" and self.at(child) is None:
                draft = self._resolved(self._phrase(child))
                if draft is not None and draft.kind == "organisation":
                    draft.kind = "person"
                return child if draft is not None else None
        return None

    def _described(self, token: Token) -> Draft | None:
        """Somebody the actors lack: people and bodies by their noun, or a name."""
        if token.lower_ in _FIRST or token.pos_ not in ("NOUN", "PROPN", "PRON"):
            return None
        noun = token.lemma_.lower()
        people = PERSON_NOUNS | BODY_NOUNS | GROUPS | RULE
        if token.pos_ == "NOUN" and noun not in people and token.lower_ not in people:
            return None
        titled = any(c.lower_ in PERSON_NOUNS for c in token.lefts)
        named = token.ent_type_ in ("PERSON", "ORG", "NORP") or titled
        if token.pos_ == "PROPN" and not named:
            return None
        if token.pos_ == "PRON" and token.tag_ not in ("PRP", "WP"):
            return None
        span = self._phrase(token)
        name = _bare(span.of(self.reading.text))
        draft = self._introduced.get(name)
        if draft is None:
            draft = self._resolved(span)
            if draft is not None and token.tag_ in ("NNS", "NNPS"):
                self._introduced[name] = draft
        return draft

    def _resolved(self, span: Span) -> Draft | None:
        """Whoever a phrase means; one that only it names is shown once it takes part."""
        shown = {id(draft) for draft in self.cast.drafts if draft.published}
        draft = self._sources.resolve((span,))
        if draft is not None:
            draft.published = id(draft) in shown
            if draft.kind == "organisation" and not draft.published and _titled_name(draft.name):
                draft.kind = "person"
        return draft

    @staticmethod
    def _phrase(token: Token) -> Span:
        first = token
        for child in token.lefts:
            title = token.pos_ == "PROPN" and child.dep_ == "nmod"
            if child.dep_ in ("det", "amod", "compound", "poss", "nummod", "nmod") and not title:
                first = child.left_edge
                break
        return Span(first.idx, token.idx + len(token))


def _apposed(head: Token) -> list[Token]:
    """Items of a list that the parser takes for appositions: the President, Speaker X, and Y."""
    several = len(conjuncts(head)) > 1
    found: list[Token] = []
    for child in head.children:
        named = child.dep_ == "appos" and child.pos_ == "PROPN"
        if named and singular(child.doc[child.left_edge.i]) in _TITLES:
            joined = conjuncts(child)
            found += joined if several or len(joined) > 1 else []
    return found


def _is_name(draft: Draft, token: int) -> bool:
    """Whether an actor's name stands at a token, and not its office or a description."""
    return any(start <= token < end and form == "name" for start, end, form in draft.ranges)


def _only_described(draft: Draft, token: Token) -> bool:
    """Whether an actor is but a description, or a title taken for a body's name."""
    title = draft.kind == "organisation" and singular(token) in _TITLES
    return draft.kind == "unnamed" or title


def _bare(name: str) -> str:
    """A description without its article, to know it again: European leaders."""
    words_ = name.lower().split()
    return " ".join(words_[1:] if words_ and words_[0] in ("the", "these", "those") else words_)


def _titled_name(name: str) -> bool:
    """Whether a name begins with a title: Presidential Advisor Jane Doe."""
    return any(word.lower() in PERSON_NOUNS for word in name.split()[:-1])


def _in_title(token: Token) -> bool:
    """Whether a token can stand between a title and the name that follows it."""
    if token.lower_ in ("of", "to", "for", "the", "-"):
        return True
    if token.lower_ == "in" and token.i and token.nbor(-1).text == "-":
        return True  # Commander-in-Chief
    return token.text[:1].isupper() and token.tag_[:2] in ("NN", "JJ")


def _country(token: Token) -> str | None:
    """The state an adjective or a name before a noun means: Russian, North Korean, US.

    With a word before it that makes no state's of the two, it is of people at home: Asian American.
    """
    before = token.nbor(-1) if token.i > token.sent.start else None
    if before is not None and before.head == token and before.text[:1].isupper():
        return _state(f"{before} {token}")
    return _state(token.text)


def _state(name: str) -> str | None:
    for reading in readings(name):
        if reading.table == "state" and reading.form in ("adjective", "name"):
            return reading.id
    return None
