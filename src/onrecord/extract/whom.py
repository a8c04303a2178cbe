"""From words of the parse to actors: who is meant by a noun, with all that it is joined to."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache

from spacy.tokens import Doc, Token

from onrecord import knowledge
from onrecord.extract.clauses import antecedent, children, governors
from onrecord.record import Actor, Mention, Span, Statement
from onrecord.resolve.cast import slug
from onrecord.resolve.lexicon import BODY_NOUNS, GROUPS, PERSON_NOUNS, word_set
from onrecord.resolve.sources import resolve_sources

_NAMING = frozenset(("poss", "amod", "compound", "nmod"))
_THIRD = frozenset(("he", "she", "it", "they"))
_NAMED = frozenset(("PERSON", "ORG", "GPE", "NORP"))
_PEOPLE = word_set(
    """civilian peacekeeper lecturer magistrate separatist jihadist extremist islamist gunman bomber
    hijacker pirate smuggler trafficker detainee inmate captive seeker striker miner villager
    pilgrim worshipper tourist crew sailor marine serviceman guerrilla loyalist contractor
    settler bystander pupil schoolgirl schoolboy adviser banker boss chief convict deputy envoy
    hostage mercenary monk pensioner trainee recruit reservist truck-driver trucker victim
    homeowner merchant ngo elder creditor tribe operator gang cartel clan regulator
    attacker assailant raider follower looter rioter hooligan"""
)
"""Nouns for people beside those of the lexicon."""

_BODIES = frozenset(("state", "government", "organisation"))
_STATES = frozenset(("state", "government"))
_OWN_COUNTRY = frozenset(("country", "nation", "government"))
_PERSONS = frozenset(("person", "unnamed"))
_KINDS = {
    "it": _BODIES,
    "he": _PERSONS,
    "she": _PERSONS,
    "they": frozenset(("group", "unnamed", "organisation")),
}
_OPENING = 3
"""Words before which a subject opens its sentence."""
_FIRST = frozenset(("i", "we", "my", "our", "us", "me", "ours", "mine"))


class Whom:
    """Finds the actor behind a noun; ``asked`` collects the nouns no actor stands for yet."""

    def __init__(
        self, doc: Doc, actors: Sequence[Actor], statements: Sequence[Statement] = ()
    ) -> None:
        self.doc = doc
        self._text = doc.text
        self.actors = {actor.id: actor for actor in actors}
        self.statements = {statement.id: statement for statement in statements}
        self._starts = [token.idx for token in doc]
        self._roots: dict[int, str] = {}
        self._covers: dict[int, str] = {}
        self._holders = _holders(statements)
        self._place(actors)

    def _place(self, actors: Iterable[Actor]) -> None:
        sizes: dict[int, int] = {}
        covers: dict[int, int] = {}
        for actor in actors:
            for mention in actor.mentions:
                first, last = self.words(mention.span)
                if first >= last:
                    continue
                size = last - first + (1000 if actor.members else 0)
                root = self._root(first, last)
                if size < sizes.get(root, 1 << 30):
                    sizes[root], self._roots[root] = size, actor.id
                for i in range(first, last):
                    if size < covers.get(i, 1 << 30):
                        covers[i], self._covers[i] = size, actor.id

    def words(self, span: Span) -> tuple[int, int]:
        """Return the positions of the words a span touches, half-open."""
        first = max(bisect_right(self._starts, span.start) - 1, 0)
        return first, bisect_left(self._starts, span.end)

    def _root(self, first: int, last: int) -> int:
        for i in range(last - 1, first - 1, -1):
            head = self.doc[i].head.i
            if not first <= head < last or head == i:
                return i
        return last - 1

    def at(self, noun: Token) -> str | None:
        """Return the id of the actor a noun is the head of, or stands inside the name of."""
        noun = antecedent(noun)
        found = self._roots.get(noun.i)
        if noun.lower_ in _OWN_COUNTRY and (
            found is None or self.actors[found].kind not in _STATES
        ):
            found = self._own_country(noun) or found
        if found is None and noun.pos_ in ("PROPN", "PRON"):
            found = self._covers.get(noun.i)
        if found is None and noun.lower_ in _FIRST:
            statement = self.inside(noun.idx)
            found = statement.speaker if statement is not None else None
        if found is None and noun.lower_ in _THIRD and noun.dep_ in ("nsubj", "nsubjpass"):
            found = self._pronoun(noun)
        if found is None and noun.tag_ == "JJ" and noun.dep_ in _NAMING:
            found = self._national(noun)
        return found

    def _own_country(self, noun: Token) -> str | None:
        """Whose "his country" is: the state of the one person whose country is known."""
        for owner in children(noun, "poss"):
            person = self._roots.get(owner.i)
            if person is None or self.actors[person].kind not in ("person", "unnamed"):
                continue
            codes = self._countries(self.actors[person])
            states = [a for a in self.actors.values() if a.country in codes and a.kind in _STATES]
            if len(codes) == 1 and states:
                actor = min(states, key=lambda a: (a.kind != "government", a.id))
                self._note(actor, Span(owner.idx, noun.idx + len(noun)), noun.i)
                return actor.id
        return None

    def _note(self, actor: Actor, span: Span, root: int) -> None:
        """Add to an actor's mentions words that mean it, once somebody asks for them."""
        mention = Mention(span=span, text=span.of(self._text), form="nominal")
        mentions = tuple(sorted({*actor.mentions, mention}, key=lambda m: m.span))
        self.actors[actor.id] = replace(actor, mentions=mentions)
        self._roots[root] = actor.id

    def _national(self, adjective: Token) -> str | None:
        """The state an adjective names ("a Yemeni bus"): its actor, made where there is none."""
        codes = {
            reading.id
            for reading in knowledge.readings(adjective.text)
            if reading.table == "state" and reading.form == "adjective"
        }
        if len(codes) != 1 or not adjective.text[0].isupper():
            return None
        state = knowledge.state_by_id()[codes.pop()]
        span = Span(adjective.idx, adjective.idx + len(adjective))
        rank = {"government": 0, "state": 1}
        found = sorted(
            (a for a in self.actors.values() if a.country == state.id and a.kind in rank),
            key=lambda actor: rank[actor.kind],
        )
        name = slug(state.name)
        actor = found[0] if found else self.actors.get(name)
        if actor is None:
            actor = Actor(id=name, kind="state", name=state.name_in_text, country=state.id)
        if actor.kind not in rank:
            return None
        self._note(actor, span, adjective.i)
        return actor.id

    def _pronoun(self, pronoun: Token) -> str | None:
        """Whom a subject pronoun means: who speaks, else (for "it") the last sentence's subject."""
        subjects: list[Token] = []
        clause = pronoun.head
        for head in governors(pronoun.head):
            if clause.dep_ == "ccomp":
                subjects = children(head, "nsubj")
                break
            clause = head
        else:
            subjects = self._last_subjects(pronoun) if pronoun.lower_ == "it" else []
        wanted = _KINDS[pronoun.lower_]
        for subject in subjects:
            found = self._roots.get(subject.i)
            plural = subject.tag_ in ("NNS", "NNPS") or len(joined(subject)) > 1
            if found is None or plural != (pronoun.lower_ == "they"):
                continue
            if self.actors[found].kind in wanted:
                return found
        return None

    def _last_subjects(self, pronoun: Token) -> list[Token]:
        first = pronoun
        while first.i > 0 and not first.is_sent_start:
            first = first.nbor(-1)
        if not first.i or pronoun.i - first.i >= _OPENING:
            return []
        return children(self.doc[first.i - 1 : first.i].sent.root, "nsubj", "nsubjpass")

    def several(self, noun: Token | None) -> tuple[str, ...]:
        """Return the actors a noun and those joined to it mean; a group's members for a group."""
        if noun is None:
            return ()
        out: dict[str, None] = {}
        for one in joined(noun):
            actor = self.at(one)
            if actor is not None:
                out.update(dict.fromkeys(self.members(actor)))
        return tuple(out)

    def members(self, actor: str) -> tuple[str, ...]:
        """Return the members of a group, the actor itself where it is none."""
        return self.actors[actor].members or (actor,)

    def owner(self, noun: Token) -> str | None:
        """Return the actor named before a noun: Syria's demand, the Iraqi embassy, a UN convoy."""
        for child in noun.lefts:
            if child.dep_ in _NAMING:
                found = self._covers.get(child.i) or self.at(child)
                if found is not None:
                    return found
        return None

    def inside(self, at: int) -> Statement | None:
        """Return the closest statement in whose content the code point ``at`` stands."""
        found = bisect_right(self._holders, (at, 1 << 60, 0, ""))
        best: tuple[int, str] | None = None
        for start, end, size, name in self._holders[:found]:
            if start <= at < end and (best is None or size < best[0]):
                best = (size, name)
        return self.statements[best[1]] if best is not None else None

    def chain(self, at: int) -> Iterator[Statement]:
        """Yield the statement around a code point, and the one that holds it, and so on."""
        statement = self.inside(at)
        while statement is not None:
            yield statement
            statement = self.statements[statement.inside] if statement.inside else None

    def introduce(self, nouns: Iterable[Token]) -> tuple[Actor, ...]:
        """Make actors of described people and bodies nobody has named yet; return all actors."""
        wanted = [n for n in {n.i: n for n in nouns}.values() if self.at(n) is None and may_act(n)]
        if wanted:
            spans = [(_named_span(n),) for n in wanted]
            actors, _ = resolve_sources(self.doc, tuple(self.actors.values()), spans)
            self.actors = {actor.id: actor for actor in actors}
            self._roots, self._covers = {}, {}
            self._place(actors)
        return tuple(self.actors.values())

    def allied(self, one: str, other: str, *, surely: bool = False) -> bool:
        """Whether one actor may speak for another: the same, of one country, or nobody's known.

        With ``surely``, countries that are not known speak against it.
        """
        if one == other:
            return True
        a, b = self.actors[one], self.actors[other]
        if a.represents == other or b.represents == one or other in a.members or one in b.members:
            return True
        if b.kind == "person" and a.kind != "unnamed":
            return False
        mine, theirs = self._countries(a), self._countries(b)
        if _is_party(b) and any(m.form == "name" for m in b.mentions):
            return b.id in mine  # one's country does not make one a party's voice
        if mine and theirs:
            return bool(mine & theirs)
        named = any(mention.form == "name" for mention in b.mentions)
        if b.kind == "organisation" and named and mine:
            return b.id in mine  # NATO's own secretary general, not an ally's minister
        return not surely

    def countries(self, actor: str) -> frozenset[str]:
        """Return the states an actor is, is of, or holds offices in; nothing where unknown."""
        return self._countries(self.actors[actor])

    def _countries(self, actor: Actor) -> frozenset[str]:
        if actor.country is not None:
            return frozenset((actor.country,))
        of = {office.of for office in actor.offices if office.of}
        if not of and actor.kind in ("person", "organisation"):
            of = set(_held_for(actor.name.split()[-1]))
        return frozenset(of)


def joined(noun: Token) -> list[Token]:
    """Return a noun and those joined to it by "and" or commas."""
    out, stack = [], [noun]
    while stack:
        token = stack.pop()
        out.append(token)
        near = [token, *(c for c in token.children if c.dep_ == "appos")]
        found = (c for at in near for c in at.children if c.dep_ == "conj")
        stack += [c for c in found if c.pos_ not in ("VERB", "AUX")]
    return sorted(out, key=lambda t: t.i)


def may_act(noun: Token) -> bool:
    """Whether a noun without an actor may mean one: people, a body, a pronoun, a name."""
    if noun.tag_ == "PRP":
        return noun.lower_ in _THIRD
    if noun.pos_ == "PROPN" and noun.ent_type_ in _NAMED:
        return not _only_a_place(noun)
    if noun.tag_ in ("NNP", "NNPS"):
        return noun.lower_ in PERSON_NOUNS or noun.lower_ in BODY_NOUNS
    if noun.tag_ not in ("NN", "NNS"):
        return False
    word = (noun.lemma_.lower() if noun.tag_ == "NNS" else noun.lower_).removeprefix("ex-")
    return word in PERSON_NOUNS or word in BODY_NOUNS or word in GROUPS or word in _PEOPLE


def _named_span(noun: Token) -> Span:
    """The whole name a noun ends, where it is that of a place: "New Hampshire"."""
    first = noun
    if noun.ent_type_ == "GPE" and noun.pos_ == "PROPN":
        while first.ent_iob_ == "I" and first.i:
            first = first.nbor(-1)
    return Span(first.idx, noun.idx + len(noun))


def _only_a_place(noun: Token) -> bool:
    """Whether a name is a town's and, as far as known, nobody's: El Obeid.

    Regions are none: Texas sues, Abkhazia is recognised, aid goes to Gaza.
    """
    first = noun.i
    while first and noun.doc[first - 1].dep_ == "compound" and noun.doc[first - 1].head == noun:
        first -= 1
    name = noun.doc[first : noun.i + 1].text
    if name.lower() in knowledge.given_names() or knowledge.persons_surnamed(name):
        return False
    named = knowledge.places_named().get(knowledge.place_key(name), ())
    return bool(named) and all(place.kind == "city" for place in named)


def _is_party(actor: Actor) -> bool:
    body = knowledge.organisation_by_id().get(actor.id)
    return body is not None and body.kind == "party"


@cache
def _held_for(surname: str) -> frozenset[str]:
    """The countries and organisations in whose offices persons of that family name have been."""
    held, offices = knowledge.held_by(), knowledge.offices()
    return frozenset(
        offices[holder.office].of
        for person in knowledge.persons_surnamed(surname)
        for holder in held.get(person.id, ())
    )


def _holders(statements: Sequence[Statement]) -> list[tuple[int, int, int, str]]:
    found = []
    for statement in statements:
        size = sum(end - start for start, end in statement.content)
        found += [(start, end, size, statement.id) for start, end in statement.content]
    return sorted(found)
