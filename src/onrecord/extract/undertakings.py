"""Words by which somebody takes an act on, or rules it out, and what they govern.

Each yields an undertaking: how strong, by whom, which act. "Pledged to", "is ready to", "a plan
to", "will not", "has begun to"; a negation turns most of them round.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from onrecord.extract.clauses import (
    VERBAL,
    agent_of,
    children,
    is_negated,
    is_passive,
    mark_of,
    subject_of,
)
from onrecord.extract.complements import (
    auxiliaries,
    complement,
    idea,
    infinitive,
    is_predicate,
    parted,
    parted_by_commas,
    will,
)
from onrecord.extract.undertaking_words import (
    ADJECTIVES,
    CALLS,
    DEVOTED,
    GIVING,
    MEANS,
    NOMINAL,
    NOUNS,
    OPENERS,
    PARTICIPLES,
    PARTICLES,
    PENDING,
    PROJECTS,
    RESISTING,
    THINKING,
    TURNED,
    UNDOING,
    VERBS,
)
from onrecord.record import Strength


@dataclass(frozen=True, slots=True, kw_only=True)
class Undertaking:
    """``holder`` is the noun whose act it is, ``act`` the head of the act's words.

    ``clause`` is set where the act has a subject of its own ("promised that China would buy").
    ``words`` are the words that say so, ``modal`` tells that there is no more than a modal.
    """

    strength: Strength
    trigger: Token
    holder: Token | None
    act: Token
    words: tuple[Token, ...]
    clause: bool = False
    modal: bool = False


def undertakings(doc: Doc) -> Iterator[Undertaking]:
    """Yield every undertaking in ``doc``, in the order of the words that express it."""
    strings = doc.vocab.strings
    wanted = {strings[w] for w in _lemmas() if w in strings}
    lemmas, lower = doc.to_array("LEMMA").tolist(), doc.to_array("LOWER").tolist()
    for i, lemma in enumerate(lemmas):
        if lemma in wanted or lower[i] in wanted:
            yield from _at(doc[i])


def _lemmas() -> frozenset[str]:
    with_particle = {verb for verb, _ in PARTICLES}
    modals = {"will", "would", "shall", "may", "might", "'ll", "’ll", "wo", "going", "is", "are"}
    return frozenset(
        (*VERBS, *ADJECTIVES, *PARTICIPLES, *NOUNS, *DEVOTED, *OPENERS, *modals, *with_particle,
         *RESISTING, "leave", "hesitate", "already", "now", "was", "were")
    )  # fmt: skip


def _at(token: Token) -> Iterator[Undertaking]:
    lemma = token.lemma_.lower()
    if token.tag_ == "MD":
        yield from _modal(token)
    elif token.pos_ == "ADV" and token.lower_ in ("already", "now"):
        yield from _under_way(token)
    elif lemma in ADJECTIVES and token.pos_ == "ADJ":
        yield from _adjective(token, ADJECTIVES[lemma])
    elif token.pos_ in VERBAL:
        yield from _verb(token, lemma)
    elif token.pos_ == "NOUN" and lemma in NOUNS:
        yield from _noun(token, NOUNS[lemma])


def _verb(verb: Token, lemma: str) -> Iterator[Undertaking]:
    if verb.tag_ == "VBN" and lemma in PARTICIPLES and is_predicate(verb):
        yield from _adjective(verb, PARTICIPLES[lemma])
    elif lemma in _CONSTRUCTIONS:
        yield from _CONSTRUCTIONS[lemma](verb)
    elif not is_passive(verb) or agent_of(verb) is not None:
        yield from _lexical(verb, lemma)
        if lemma in OPENERS:
            yield from _opened(verb)


def _lexical(verb: Token, lemma: str) -> Iterator[Undertaking]:
    for (word, part), strength in PARTICLES.items():
        if word == lemma and (act := parted(verb, part)) is not None:
            yield from _made(verb, strength, act, also=part)
            return
    if lemma in RESISTING:
        for call in children(verb, "dobj"):
            if call.lemma_.lower() in CALLS and (act := complement(call)) is not None:
                yield from _made(verb, "refuses", act)
                return
    if lemma in DEVOTED:
        for thing in children(verb, "dobj"):
            yield from _made(verb, "promises", thing)
    elif lemma in VERBS and _allowed(verb, lemma):
        yield from _with_complement(verb, lemma, VERBS[lemma])


def _with_complement(verb: Token, lemma: str, strength: Strength) -> Iterator[Undertaking]:
    for clause in children(verb, "xcomp", "ccomp", "advcl"):
        if _is_act(clause, verb, lemma):
            own = bool(children(clause, "nsubj", "nsubjpass", "expl"))
            yield from _made(verb, strength, clause, clause=own)
            return
    if lemma == "agree":
        return
    for thing in children(verb, "dobj"):
        if thing.i < verb.i or thing.tag_ == "PRP":
            continue
        if (inner := idea(thing)) is not None:
            yield from _made(verb, strength, inner)
        elif lemma in NOMINAL and _nominal(verb, lemma, thing):
            yield from _made(verb, strength, thing)


def _is_act(clause: Token, verb: Token, lemma: str) -> bool:
    """Whether a verb's clause is what is taken on: "agreed to go", not "agreed that it is late"."""
    if clause.pos_ not in VERBAL:
        return False
    if clause.i < verb.i and not (clause.dep_ == "ccomp" and will(clause)):
        return False
    own = children(clause, "nsubj", "nsubjpass", "expl")
    to = any(c.tag_ == "TO" for c in clause.lefts)
    if clause.dep_ == "advcl" and (mark_of(clause) or own or not to):
        return False
    whether = any(c.lower_ in ("whether", "if") for c in clause.lefts)
    if whether and lemma in ("decide", "agree", "promise"):
        return False
    if own:
        takes_none = lemma in ("want", "begin", "start", "threaten", "offer")
        return not takes_none and (whether or will(clause))
    if clause.tag_ == "VBG":
        return lemma not in ("agree", "want", "decide")
    return to or whether


def _allowed(verb: Token, lemma: str) -> bool:
    """Some verbs speak of an own act only in one form: "could imagine", "is discussing whether"."""
    if lemma == "imagine":
        return any(c.lower_ in ("could", "can") for c in children(verb, "aux"))
    if lemma in ("discuss", "debate"):
        clauses = children(verb, "ccomp")
        return any(c.lower_ == "whether" for clause in clauses for c in clause.lefts)
    return True


def _nominal(verb: Token, lemma: str, thing: Token) -> bool:
    """Whether an object alone is an act: pledged aid, is weighing tariffs."""
    if lemma in PENDING:
        going_on = verb.tag_ == "VBG" or any(c.tag_ == "MD" for c in children(verb, "aux"))
        return going_on and not children(verb, "oprd")
    if lemma == "commit":
        counted = any(c.dep_ == "nummod" for c in thing.children)
        return thing.lemma_.lower() in MEANS or counted
    return thing.pos_ in ("NOUN", "PROPN", "NUM") or thing.ent_type_ == "MONEY"


def _adjective(adjective: Token, strength: Strength) -> Iterator[Undertaking]:
    """ "Is ready to", "declared himself willing to", "Ready to talk, Kurti ..."."""
    act = infinitive(adjective) or parted_by_commas(adjective)
    if act is None and adjective.lemma_.lower() in ("open", "commit", "committed"):
        for to in children(adjective, "prep"):
            if to.lower_ == "to":
                inner = children(to, "pcomp", "pobj")
                act = inner[0] if inner and (inner[0].pos_ in ("VERB", "NOUN")) else None
    if act is None:
        return
    governor = adjective.head
    verb = adjective if adjective.pos_ in VERBAL and children(adjective, "auxpass") else governor
    if adjective.dep_ in ("amod", "attr") and governor.pos_ not in VERBAL:
        holder: Token | None = governor
    else:
        holder = _whose(adjective, verb)
    negated = is_negated(adjective) or (verb is not adjective and is_negated(verb))
    turned = TURNED[strength] if negated else strength
    if turned is None:
        return
    words = tuple(sorted({adjective, *(auxiliaries(verb)), verb}, key=lambda t: t.i))
    if verb.pos_ not in VERBAL:
        words = (adjective,)
    yield from _split(
        Undertaking(strength=turned, trigger=adjective, holder=holder, act=act, words=words)
    )


def _whose(adjective: Token, verb: Token) -> Token | None:
    if verb.pos_ not in VERBAL:
        return subject_of(adjective)
    objects = [c for c in children(verb, "dobj", "nsubj") if verb.i < c.i < adjective.i]
    if objects and not objects[-1].lower_.endswith(("self", "selves")):
        return objects[-1]
    own = [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass") and c.i != adjective.i]
    if own:
        from_subject = own[0]
        return from_subject if from_subject.tag_ not in ("WDT", "WP") else subject_of(verb)
    return subject_of(verb)


def _noun(noun: Token, strength: Strength) -> Iterator[Undertaking]:
    """ "A pledge to", "Canada's plan to", "expressed readiness to", "has no intention of"."""
    act = complement(noun)
    governor = noun.head if noun.dep_ in ("dobj", "attr", "oprd", "nsubjpass", "conj") else None
    if act is None and governor is not None and governor.lemma_.lower() in GIVING:
        found = [c for c in children(governor, "xcomp", "ccomp", "acl", "advcl") if c.i > noun.i]
        found = [c for c in found if any(t.tag_ == "TO" for t in c.lefts) or will(c)]
        act = found[0] if found else None
    if act is None and noun.dep_ == "nsubj" and noun.head.lemma_ == "be":
        found = [c for c in children(noun.head, "xcomp", "ccomp", "advcl") if c.i > noun.i]
        act = found[0] if found and any(t.tag_ == "TO" for t in found[0].lefts) else None
    if act is None:
        return
    holder: Token | None = next(iter(children(noun, "poss")), None)
    giving = governor is not None and governor.lemma_.lower() in GIVING
    if governor is not None and governor.lemma_.lower() in UNDOING:
        return
    if holder is None and giving and governor is not None:
        holder = subject_of(governor)
    if holder is None and not giving:
        named = [
            c for c in children(noun, "amod", "compound", "nmod") if c.tag_[:3] in ("NNP", "JJ")
        ]
        by = next((c for c in children(noun, "prep") if c.lower_ in ("by", "from")), None)
        holder = next(iter(children(by, "pobj")), None) if by is not None else None
        holder = holder or (named[0] if named else None)
    negated = is_negated(noun) or (giving and governor is not None and is_negated(governor))
    turned = TURNED[strength] if negated else strength
    if turned is None or holder is None:
        return
    words = (governor, noun) if giving and governor is not None else (noun,)
    own = bool(children(act, "nsubj", "nsubjpass"))
    yield from _split(
        Undertaking(
            strength=turned,
            trigger=noun,
            holder=holder,
            act=act,
            clause=own,
            words=tuple(sorted(words, key=lambda t: t.i)),
        )
    )


def _modal(modal: Token) -> Iterator[Undertaking]:
    """ "Will send", "would not send", "may close"; a verb that says more speaks for itself."""
    verb = modal.head
    word = modal.lower_
    if modal.dep_ != "aux" or verb.pos_ not in VERBAL:
        return
    if word in ("will", "would", "shall", "'ll", "’ll", "wo"):
        strength: Strength = "intends"
    elif word in ("may", "might"):
        strength = "considers"
    else:
        return
    lemma = verb.lemma_.lower()
    if lemma in VERBS and lemma not in THINKING and lemma not in ("begin", "start", "prepare"):
        return
    if lemma in ("hesitate", "go") and (lemma == "hesitate" or verb.tag_ == "VBG"):
        return
    if any(c.dep_ in ("acomp", "oprd") and c.lemma_.lower() in ADJECTIVES for c in verb.children):
        return
    yield from _made(verb, strength, verb, modal=True)


def _is(verb: Token) -> Iterator[Undertaking]:
    """ "The fund is to sell its shares", "we are not leaving"."""
    doing = verb.head
    if verb.dep_ == "aux" and doing.tag_ == "VBG" and is_negated(doing):
        if doing.lemma_.lower() not in VERBS and doing.lemma_ != "go":
            yield from _made(doing, "intends", doing, modal=True)
        return
    if verb.lower_ not in ("is", "are") or children(verb, "acomp", "attr", "oprd"):
        return
    for clause in children(verb, "xcomp"):
        subject = children(verb, "nsubj")
        near = any(c.tag_ == "TO" for c in clause.lefts) and clause.i <= verb.i + 4
        if near and subject and subject[0].lemma_.lower() not in NOUNS:
            yield from _made(verb, "intends", clause, modal=True)


def _under_way(adverb: Token) -> Iterator[Undertaking]:
    """ "Is already withdrawing"."""
    verb = adverb.head
    if verb.tag_ != "VBG" or not any(
        c.dep_ == "aux" and c.lower_ in ("is", "are", "’s", "'s", "was", "were")
        for c in verb.children
    ):
        return
    if verb.lemma_.lower() in VERBS or verb.lemma_ == "go":
        return
    yield from _made(verb, "has-begun", verb, modal=True)


def _opened(verb: Token) -> Iterator[Undertaking]:
    """ "Launched a programme to relocate"."""
    for thing in children(verb, "dobj"):
        if thing.lemma_.lower() in PROJECTS and (act := complement(thing)) is not None:
            yield from _made(verb, "has-begun", act)


def _left_open(verb: Token) -> Iterator[Undertaking]:
    if not any(
        c.lower_ == "open" for c in children(verb, "acomp", "oprd", "dobj", "advmod", "prt")
    ):
        return
    for clause in children(verb, "ccomp", "advcl"):
        if any(c.lower_ == "whether" for c in clause.lefts):
            own = bool(children(clause, "nsubj"))
            yield from _made(verb, "considers", clause, clause=own)


def _made(
    verb: Token,
    strength: Strength,
    act: Token,
    *,
    also: str | None = None,
    clause: bool = False,
    modal: bool = False,
) -> Iterator[Undertaking]:
    negated = is_negated(verb)
    if act is not verb and is_negated(act):
        strength = "refuses" if strength in ("promises", "intends") else strength
        negated = False
    turned = TURNED[strength] if negated else strength
    if turned is None or (negated and _past_thought(verb)):
        return
    words = [*auxiliaries(verb)]
    if act is not verb:
        words.append(verb)
        words += [c for c in verb.children if c.lower_ == also and verb.i < c.i < act.i]
    holder = subject_of(verb)
    if is_passive(verb) and act is verb:
        holder = agent_of(verb)
    yield from _split(
        Undertaking(
            strength=turned,
            trigger=verb,
            holder=holder,
            act=act,
            clause=clause,
            modal=modal,
            words=tuple(sorted(words, key=lambda t: t.i)),
        )
    )


def _past_thought(verb: Token) -> bool:
    """ "Never refused", "had not considered": what was not done rules nothing out or in."""
    done = verb.tag_ in ("VBD", "VBN") and not any(c.lower_ == "did" for c in verb.children)
    return verb.lemma_ in ("refuse", "decline") or (verb.lemma_ in PENDING and done)


def _split(found: Undertaking) -> Iterator[Undertaking]:
    """An act joined to another by "and" is one of its own, unless it has its own modal."""
    yield found
    if found.act.pos_ not in VERBAL:
        return
    for other in children(found.act, "conj"):
        own = children(other, "nsubj", "nsubjpass")
        modal = any(c.tag_ == "MD" for c in children(other, "aux"))
        same = other.tag_ in (found.act.tag_, "VB")
        if other.pos_ in VERBAL and not own and not modal and same:
            yield from _split(
                Undertaking(
                    strength=found.strength,
                    trigger=found.trigger,
                    holder=found.holder,
                    act=other,
                    words=found.words,
                    clause=found.clause,
                    modal=found.modal,
                )
            )


def _going(verb: Token) -> Iterator[Undertaking]:
    if verb.tag_ == "VBG" and (act := infinitive(verb)) is not None:
        yield from _made(verb, "intends", act, modal=True)


def _hesitates(verb: Token) -> Iterator[Undertaking]:
    """ "Will not hesitate to"."""
    if is_negated(verb) and (act := infinitive(verb)) is not None:
        words = (*auxiliaries(verb), verb)
        holder = subject_of(verb)
        yield Undertaking(strength="ready", trigger=verb, holder=holder, act=act, words=words)


_CONSTRUCTIONS: dict[str, Callable[[Token], Iterator[Undertaking]]] = {
    "be": _is,
    "go": _going,
    "hesitate": _hesitates,
    "leave": _left_open,
    "launch": _opened,
    "open": _opened,
    "initiate": _opened,
}
