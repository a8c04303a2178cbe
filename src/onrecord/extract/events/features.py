"""What a trigger's type is read from: words and syntax as strings, and the parser's own vectors."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Token

from onrecord.extract.clauses import (
    SUBJECTS,
    VERBAL,
    children,
    is_negated,
    is_passive,
    subject_of,
)
from onrecord.extract.events import words
from onrecord.extract.events.trigger import Trigger, chain

WIDTH = 96
"""Width of the base model's token vectors (``doc.tensor``)."""

_NEAR = 12


def features(trigger: Trigger) -> list[str]:
    """Return the trigger's features, each a name and a word: ``v=impose``, ``vo=impose+ban``."""
    return list(dict.fromkeys(_features(trigger)))


def vector(trigger: Trigger) -> NDArray[np.float32]:
    """Return the vectors of the trigger's word and verb, one after the other, by length 1.

    *Shape:* ``(2 * WIDTH,)``; zeros where the base model keeps no vectors.
    """
    out = np.zeros(2 * WIDTH, dtype=np.float32)
    tensor = trigger.word.doc.tensor
    if tensor.ndim == 2 and tensor.shape[1] == WIDTH:
        for n, token in enumerate((trigger.word, trigger.verb)):
            row = tensor[token.i]
            length = float(np.sqrt((row * row).sum()))
            if length:
                out[n * WIDTH : (n + 1) * WIDTH] = row / length
    return out


def _features(trigger: Trigger) -> Iterator[str]:
    word, verb = trigger.word, trigger.verb
    w, v = word.lemma_.lower(), verb.lemma_.lower()
    kind = trigger.label.partition(".")[0]
    yield from (f"l={kind}", f"m={trigger.label}", f"w={w}", f"v={v}", f"wv={v}+{w}")
    if trigger.particle is not None:
        yield f"vp={v}_{trigger.particle}"
    yield from _objects(verb, v)
    for inner in list(chain(trigger))[:4]:
        lemma = inner.lemma_.lower()
        yield from (f"c={lemma}", f"wc={w}+{lemma}")
        label = words.verbs().get(lemma) or words.nouns().get(lemma)
        if label is not None:
            yield from (f"cl={label.partition('.')[0]}", f"lcl={kind}+{label.partition('.')[0]}")
        yield from (f"co={c.lemma_.lower()}" for c in children(inner, "dobj"))
    yield from _grammar(verb, kind)
    for at in {word.i: word, verb.i: verb}.values():
        for prep in children(at, "prep", "agent"):
            yield from (f"p={prep.lower_}", f"wp={w}+{prep.lower_}")
            for noun in children(prep, "pobj"):
                yield from (f"po={noun.lemma_.lower()}", f"pe={prep.lower_}+{noun.ent_type_}")
        yield from (f"a={c.lemma_.lower()}" for c in children(at, "amod", "compound"))
    for head in (word.head, verb.head):
        yield f"g={head.lemma_.lower()}"
    subject = subject_of(verb)
    if subject is not None:
        yield from (f"s={subject.lemma_.lower()}", f"se={subject.ent_type_}")
        yield f"sn={len(children(subject, 'conj'))}"
    yield from _bag(trigger)


def _objects(verb: Token, lemma: str) -> Iterator[str]:
    for thing in children(verb, "dobj", "nsubjpass", "dative"):
        noun = thing.lemma_.lower()
        yield from (f"o={noun}", f"vo={lemma}+{noun}", f"oe={thing.ent_type_ or thing.tag_}")
        label = words.nouns().get(noun)
        if label is not None:
            yield from (f"ol={label.partition('.')[0]}", f"vol={lemma}+{label.partition('.')[0]}")
        yield from (f"oa={c.lemma_.lower()}" for c in children(thing, "amod", "compound"))
        for prep in children(thing, "prep"):
            for inner in children(prep, "pobj"):
                yield f"oo={inner.lemma_.lower()}"


def _grammar(verb: Token, kind: str) -> Iterator[str]:
    for auxiliary in children(verb, "aux"):
        yield from (f"x={auxiliary.lower_}", f"lx={kind}+{auxiliary.lower_}")
    yield from (f"t={verb.tag_}", f"d={verb.dep_}")
    if is_negated(verb):
        yield from ("not", f"lnot={kind}")
    if verb.pos_ in VERBAL and is_passive(verb):
        yield "passive"
    if verb.dep_ in ("ccomp", "xcomp"):
        yield f"lg={kind}+{verb.head.lemma_.lower()}"
        governed = [c.lower_ for c in verb.head.children if c.dep_ in SUBJECTS]
        yield from (f"gs={word}" for word in governed)


def _bag(trigger: Trigger) -> Iterator[str]:
    doc, at = trigger.word.doc, trigger.word.i
    for i in range(max(0, at - _NEAR), min(len(doc), at + _NEAR + 1)):
        if doc[i].pos_ in ("NOUN", "VERB", "ADJ"):
            yield f"b={doc[i].lemma_.lower()}"
