"""By what way a statement reached the public: an op-ed, an interview, a speech, a tweet ..."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc, Token

from onrecord import knowledge
from onrecord.extract.anchor import Anchor, characters, words
from onrecord.extract.phrases import subtree, verb_group
from onrecord.record import Actor, ChannelKind, Span

_NOUNS: dict[str, ChannelKind] = {
    **dict.fromkeys(("op-ed", "oped", "column", "essay", "editorial"), "op-ed"),
    **dict.fromkeys(("interview", "podcast"), "interview"),
    **dict.fromkeys(
        ("statement", "communique", "communiqué", "declaration", "release", "readout"), "statement"
    ),
    **dict.fromkeys(("speech", "address", "testimony", "sermon", "lecture"), "speech"),
    **dict.fromkeys(("briefing", "presser"), "press-conference"),
    **dict.fromkeys(("tweet", "post", "retweet"), "social-media"),
    **dict.fromkeys(("letter", "email", "e-mail", "memo", "note"), "letter"),
    **dict.fromkeys(("call", "phone", "telephone"), "call"),
    **dict.fromkeys(("report", "study", "assessment", "survey"), "report"),
    **dict.fromkeys(("leak",), "leak"),
}
_VERBS: dict[str, ChannelKind] = {
    **dict.fromkeys(("tweet", "retweet", "post"), "social-media"),
    "testify": "speech",
}
_WAYS = frozenset(("in", "during", "at", "on", "via", "by", "through", "over", "from"))
_GIVES = frozenset(
    ("issue", "release", "publish", "give", "deliver", "send", "write", "make", "hold", "post")
)
_PRESS = frozenset(("reporters", "journalists"))
_LEAKED = frozenset(("leaked", "leak"))
_WRITES = frozenset(("write", "argue"))
_SAYS = frozenset(("tell", "say", "speak", "appear", "talk"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """A channel as read: its words, and the outlet's words where one is named."""

    kind: ChannelKind
    outlet: str | None
    evidence: Span


Outlets = Mapping[int, str]
"""The outlet a word names: actor ids by token position."""


def outlets_in(doc: Doc, actors: tuple[Actor, ...]) -> dict[int, str]:
    """Return which words name outlets."""
    return {
        i: actor.id
        for actor in actors
        if actor.kind == "outlet"
        for mention in actor.mentions
        for i in range(*words(doc, mention.span))
    }


@cache
def _networks() -> frozenset[str]:
    return frozenset(
        name.lower() for o in knowledge.outlets() if o.social_network for name in o.names
    )


def way_of(anchor: Anchor, outlets: Outlets) -> Way | None:
    """Return the channel the words around a statement name, ``None`` where they name none."""
    cue, doc = anchor.cue, anchor.doc
    if cue is None:
        return None
    inside = set(anchor.around)
    for kind, noun, first in _nouns(anchor):
        start, end = subtree(noun)
        start = min(first, start)
        while end > noun.i + 1 and end - 1 not in inside:
            end -= 1
        if noun.i < cue.i:
            end = min(end, verb_group(cue)[0])
        while end > noun.i + 1 and doc[end - 1].dep_ in ("prep", "punct"):
            end -= 1
        end = max(end, noun.i + 1)
        outlet = next((outlets[i] for i in range(start, end) if i in outlets), None)
        return Way(kind=kind, outlet=outlet, evidence=characters(doc, start, end))
    kind_of_verb = _VERBS.get(cue.lemma_.lower())
    if kind_of_verb is not None and cue.pos_ == "VERB":
        return Way(kind=kind_of_verb, outlet=None, evidence=characters(doc, cue.i, cue.i + 1))
    return _to_outlet(anchor, outlets)


def _nouns(anchor: Anchor) -> Iterator[tuple[ChannelKind, Token, int]]:
    """Yield channel nouns that belong to the statement, and where their phrase begins."""
    doc, inside = anchor.doc, set(anchor.around)
    source = [i for span in anchor.attribution.source for i in range(*words(doc, span))]
    for i in source:
        # "Her recent statements" are many; "a statement", "the letters" may be read in.
        plural = doc[i].tag_ == "NNS" and doc[i].lemma_ == "statement"
        if doc[i].head.i not in source and not plural and (kind := _kind(doc[i])) is not None:
            yield kind, doc[i], i
    below: Token | None = None
    for token in anchor.governors():
        if token.pos_ == "NOUN" and below is not None:
            if below.dep_ in ("acl", "relcl") and (kind := _kind(token)) is not None:
                yield kind, token, token.i  # "a letter saying that ..."
            return
        below = token
        for child in token.children:
            if child.i not in inside:
                continue
            yield from _below(token, child, inside)


def _below(verb: Token, child: Token, inside: set[int]) -> Iterator[tuple[ChannelKind, Token, int]]:
    if child.dep_ == "prep" and child.lower_ in _WAYS:
        for noun in child.children:
            if noun.dep_ == "pobj" and noun.i in inside:
                kind = _kind(noun)
                if kind == "report" and child.lower_ not in ("in", "from"):
                    continue
                if kind is not None:
                    yield kind, noun, child.i
    elif child.dep_ in ("dobj", "nsubjpass") and verb.lemma_.lower() in _GIVES:
        if (kind := _kind(child)) is not None:
            yield kind, child, child.left_edge.i
    elif child.dep_ == "advcl" and child.lemma_.lower() in ("speak", "write", "say", "ask"):
        for lower in child.children:
            if lower.i in inside:
                yield from _below(child, lower, inside)


def _kind(noun: Token) -> ChannelKind | None:
    """The channel a noun names, with the words before it: "news conference", "leaked memo"."""
    lemma = _whole(noun)
    before = [c.lower_ for c in noun.lefts]
    if any(word in _LEAKED for word in before):
        return "leak"
    if lemma == "conference":
        return "press-conference" if {"news", "press"} & set(before) else None
    if noun.text in ("X", "Twitter") or noun.lower_ in _networks():
        return "social-media" if noun.pos_ == "PROPN" or noun.text == "X" else None
    if lemma in ("remark", "comment"):
        below = {t.lower_ for t in noun.subtree}
        return "press-conference" if below & _PRESS else None
    if lemma == "piece":
        return "op-ed" if "opinion" in before else None
    if lemma == "call" and not {"phone", "telephone", "conference", "video"} & set(before):
        return "call" if noun.dep_ == "pobj" and noun.head.lower_ in ("in", "during") else None
    if lemma == "media" and "social" in before:
        return "social-media"
    if lemma == "post" and noun.head.lower_ == "at":
        return None
    return _NOUNS.get(lemma)


def _whole(noun: Token) -> str:
    """The noun's lemma; with its first half where the tokeniser cut "op-ed" in two."""
    lemma = noun.lemma_.lower()
    if noun.i > 1 and noun.nbor(-1).text == "-" and not noun.nbor(-1).whitespace_:
        return f"{noun.nbor(-2).lower_}-{lemma}"
    return lemma


def _to_outlet(anchor: Anchor, outlets: Outlets) -> Way | None:
    """ "Told Reuters", "speaking to the BBC", "wrote in the Guardian", "said on CNN"."""
    doc, inside = anchor.doc, set(anchor.around)
    for token in anchor.governors():
        if token.pos_ not in ("VERB", "AUX"):
            continue
        below = [token, *(c for c in token.children if c.dep_ == "advcl" and c.i in inside)]
        for verb in below:
            lemma = verb.lemma_.lower()
            for child in verb.children:
                if child.i not in inside or child.i < verb.i:
                    continue
                named = _outlet_below(child, outlets)
                if named is None:
                    continue
                word, first = named
                span = characters(doc, first, max(subtree(child)[1], word + 1))
                if child.dep_ in ("dobj", "dative") and lemma == "tell":
                    return Way(kind="interview", outlet=outlets[word], evidence=span)
                if child.dep_ == "prep" and child.lower_ in ("to", "on", "with") and lemma in _SAYS:
                    return Way(kind="interview", outlet=outlets[word], evidence=span)
                if child.dep_ == "prep" and child.lower_ in ("in", "for") and lemma in _WRITES:
                    return Way(kind="op-ed", outlet=outlets[word], evidence=span)
    return None


def _outlet_below(child: Token, outlets: Outlets) -> tuple[int, int] | None:
    """The position of an outlet's name that a phrase is headed by, and where the phrase begins."""
    if child.dep_ in ("dobj", "dative") and child.i in outlets:
        return child.i, child.left_edge.i
    if child.dep_ == "prep" or child.pos_ == "ADP":
        for noun in child.children:
            if noun.dep_ == "pobj" and noun.i in outlets:
                return noun.i, child.i
    return None
