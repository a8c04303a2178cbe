"""Candidates for attributions: a word that may be a cue, and what the parse hangs on it.

A frame names the construction ("ccomp:that", "prep:for", "noun|acl:to"); which words are cues
in which frame, and how often, is data (``cues.py``), not code. Labels are those of spaCy's
English parser (ClearNLP style).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

from spacy.tokens import Doc, Token

from onrecord.extract.phrases import Stretch, subtree, verb_group, without

Stretches: TypeAlias = tuple[Stretch, ...]
Keep: TypeAlias = Callable[[str, str], bool]
"""Whether a word in a frame is worth building a candidate for."""

_WH = frozenset(("WDT", "WP", "WP$", "WRB"))
_OBJECT_PREDICATES = frozenset(("oprd", "xcomp", "acl", "advcl"))
_OBJECT_PREPOSITIONS = frozenset(("as", "of", "for", "to"))
_TOPICS = frozenset(("of", "for", "on", "about", "against"))
LIGHT = frozenset(
    """announce be express feel give have hold issue keep lay make offer outline raise reaffirm
    reiterate share show signal take unveil voice""".split()  # noqa: SIM905 - reads better
)
"""Verbs that leave the meaning to their object: "have doubts about", "announced plans to"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A possible attribution as token stretches; ``head`` is the cue word's position."""

    frame: str
    lemma: str
    head: int
    source: Stretches
    cue: Stretches
    content: Stretches


class _Part(NamedTuple):
    """A complement: the cue it makes with its governor, and the content."""

    lemma: str
    frame: str
    cue: Stretch
    content: Stretches


def candidates(doc: Doc, keep: Keep) -> Iterator[Candidate]:
    """Yield the candidates of ``doc`` that ``keep`` wants, in the order of the cue words."""
    # Positions from one array: most words are no cues, and each Token object costs.
    number = doc.vocab.strings
    noun_pos, verbs = number["NOUN"], (number["VERB"], number["AUX"])
    others = tuple(number[pos] for pos in ("ADP", "SCONJ", "ADV", "ADJ"))
    for i, pos in enumerate(doc.to_array("POS").tolist()):
        if pos == noun_pos:
            noun = doc[i]
            if noun.n_rights:
                yield from _noun(noun, keep)
        elif pos in verbs:
            verb = doc[i]
            if verb.lower_ == "according":
                yield from _according(verb, keep)
            elif verb.dep_ not in ("aux", "auxpass"):
                yield from _verb(verb, keep)
        elif pos in others and doc[i].lower_ == "according":
            yield from _according(doc[i], keep)


def _verb(verb: Token, keep: Keep) -> Iterator[Candidate]:
    children = list(verb.children)
    passive = any(c.dep_ == "auxpass" for c in children)
    group = verb_group(verb)
    parts = [
        *_clauses(verb, children, group),
        *_objects(verb, children, group),
        *_adjectives(children, group),
    ]
    source: Stretches | None = None
    if passive:
        parts, source = _in_passive(verb, children, parts)
    else:
        parts += _around(verb, children, group)
    wanted = [part for part in parts if keep(part.lemma, part.frame)]
    if wanted and source is None:
        source = source_of(verb)
    for part in wanted:
        yield Candidate(
            frame=part.frame,
            lemma=part.lemma,
            head=verb.i,
            source=source or (),
            cue=(part.cue,),
            content=part.content,
        )


def _clauses(verb: Token, children: list[Token], group: Stretch) -> Iterator[_Part]:
    lemma = verb.lemma_.lower()
    for child in children:
        dep = child.dep_
        if dep == "ccomp":
            content = tuple(without(subtree(child), group))
            yield _Part(lemma, f"ccomp:{_clause_kind(child)}", group, content)
        elif dep == "xcomp":
            kind = "to" if any(t.tag_ == "TO" for t in child.lefts) else child.tag_.lower()
            yield _Part(lemma, f"xcomp:{kind}", group, (subtree(child),))
        elif dep == "oprd":
            yield _Part(lemma, "oprd", group, (subtree(child),))
        elif dep == "prep" and child.i > verb.i:
            topic = _object(child)
            if topic is not None:
                cue = (group[0], child.i + 1) if child.i == group[1] else group
                yield _Part(lemma, f"prep:{child.lower_}", cue, (subtree(topic),))


def _objects(verb: Token, children: list[Token], group: Stretch) -> Iterator[_Part]:
    """The object alone, with its predicate ("call X a liar"), or its topic ("ask X about Y")."""
    lemma = verb.lemma_.lower()
    for child in children:
        if child.dep_ not in ("dobj", "attr"):
            continue
        if lemma in LIGHT:
            for frame, end, content in _of_noun(child):
                word = child.lemma_.lower()
                yield _Part(lemma, f"{word}+{frame}", (group[0], end), (content,))
        if child.dep_ == "attr":
            continue
        stretch = subtree(child)
        yield _Part(lemma, "dobj", group, tuple(without(stretch, group)))
        for other in children:
            if other.i < child.i:
                continue
            kind = other.lower_ if other.dep_ == "prep" else other.dep_
            if kind in _OBJECT_PREPOSITIONS or kind in ("oprd", "xcomp"):
                yield _Part(lemma, f"dobj+{kind}", group, ((stretch[0], subtree(other)[1]),))
            if kind in _TOPICS and (topic := _object(other)) is not None:
                yield _Part(lemma, f"dobj,{kind}", (group[0], other.i + 1), (subtree(topic),))


def _adjectives(children: list[Token], group: Stretch) -> Iterator[_Part]:
    """ "is ready to", "are worried about", "was sure that"."""
    for child in children:
        if child.dep_ not in ("acomp", "oprd") or child.pos_ not in ("ADJ", "VERB"):
            continue
        lemma = child.lemma_.lower()
        for part in child.children:
            if part.dep_ in ("xcomp", "ccomp"):
                cue = (group[0], child.i + 1)
                yield _Part(lemma, f"adj:{part.dep_}", cue, (subtree(part),))
            elif part.dep_ == "prep" and (topic := _object(part)) is not None:
                yield _Part(lemma, f"adj:{part.lower_}", (group[0], part.i + 1), (subtree(topic),))


def _in_passive(
    verb: Token, children: list[Token], parts: list[_Part]
) -> tuple[list[_Part], Stretches]:
    """In the passive the subject is content too ("was seen as"), or else is told something.

    Both readings are offered; the source is the agent, if it is named.
    """
    source = tuple(
        subtree(p) for c in children if c.dep_ == "agent" for p in c.children if p.dep_ == "pobj"
    )
    patient = next((subtree(c) for c in children if c.dep_ == "nsubjpass"), None)
    out = [part._replace(frame=f"pass|{part.frame}") for part in parts]
    if patient is not None:
        for part in parts:
            both = tuple(sorted((patient, *part.content)))
            out.append(part._replace(frame=f"pass+{part.frame}", content=both))
        if source:
            out.append(_Part(verb.lemma_.lower(), "agent", verb_group(verb), (patient,)))
    return out, source


def _around(verb: Token, children: list[Token], group: Stretch) -> Iterator[_Part]:
    """The verb stands inside or beside what it reports: "The deal, he said, is dead"."""
    if verb.dep_ == "parataxis":
        frame = "parataxis"
    elif verb.dep_ == "advcl" and any(c.lower_ == "as" and c.i < verb.i for c in children):
        frame = "as"
    else:
        return
    if any(c.dep_ in ("nsubj", "csubj") for c in children):
        content = tuple(without(subtree(verb.head), subtree(verb)))
        yield _Part(verb.lemma_.lower(), frame, group, content)


def _of_noun(noun: Token) -> Iterator[tuple[str, int, Stretch]]:
    """Yield frame, the cue's end and content for each complement of a noun."""
    for child in noun.rights:
        dep = child.dep_
        if dep in ("acl", "relcl", "ccomp"):
            if dep == "acl" and child.tag_ == "VBN":
                continue
            kind = _clause_kind(child)
            if dep != "relcl" or kind != "that":
                yield f"{dep}:{kind}", noun.i + 1, subtree(child)
        elif dep == "prep" and child.lower_ != "by" and (topic := _object(child)) is not None:
            yield f"prep:{child.lower_}", child.i + 1, subtree(topic)


def _noun(noun: Token, keep: Keep) -> Iterator[Candidate]:
    parts = list(_of_noun(noun))
    if not parts:
        return
    lemma = noun.lemma_.lower()
    owner, start = _owner(noun)
    source = (subtree(owner),) if owner is not None else ()
    kind = "noun|" if source else "noun0|"
    for frame, end, content in parts:
        if content not in source and keep(lemma, kind + frame):
            yield Candidate(
                frame=kind + frame,
                lemma=lemma,
                head=noun.i,
                source=source,
                cue=((start, end),),
                content=(content,),
            )


def _owner(noun: Token) -> tuple[Token | None, int]:
    """Whose remark, plan or view it is, and where the noun's own words begin."""
    for child in noun.children:
        if child.dep_ == "poss":
            return child, min(child.right_edge.i + 1, noun.i)
        if child.dep_ == "prep" and child.lower_ in ("by", "from", "among"):
            owner = _object(child)
            if owner is not None:
                return owner, noun.i
    return None, noun.i


def _according(token: Token, keep: Keep) -> Iterator[Candidate]:
    """ "According to X, content": the source is X, the content the clause around."""
    to = next((c for c in token.children if c.lower_ == "to"), None)
    source = _object(to) if to is not None else None
    if to is None or source is None or not keep("according", "according"):
        return
    clause = token.head
    while clause.pos_ not in ("VERB", "AUX") and clause.head.i != clause.i:
        clause = clause.head
    yield Candidate(
        frame="according",
        lemma="according",
        head=token.i,
        source=(subtree(source),),
        cue=((token.i, to.i + 1),),
        content=tuple(without(subtree(clause), subtree(token))),
    )


def _clause_kind(clause: Token) -> str:
    for left in clause.lefts:
        if left.dep_ == "mark":
            return left.lower_
        if left.tag_ == "TO":
            return "to"
        if left.tag_ in _WH or any(t.tag_ in _WH for t in left.children):
            return "wh"
    return "ing" if clause.tag_ == "VBG" else "bare"


def _object(prep: Token) -> Token | None:
    return next((c for c in prep.children if c.dep_ in ("pobj", "pcomp")), None)


def source_of(verb: Token) -> Stretches:
    """Return the noun phrase that says: the verb's own subject or its governor's."""
    at = verb
    for _ in range(6):
        subjects = [c for c in at.children if c.dep_ in ("nsubj", "nsubjpass", "csubj")]
        if subjects and not (at is verb and subjects[-1].dep_ == "nsubjpass"):
            return (subtree(subjects[-1]),)
        if at.dep_ in ("conj", "xcomp", "advcl", "pcomp", "prep", "ccomp", "aux"):
            at = at.head
        elif at.dep_ == "acl":
            return tuple(without(subtree(at.head), subtree(at))[:1])
        else:
            return ()
    return ()
