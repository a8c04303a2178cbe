"""spaCy's attribute ruler with its rules for single tokens looked up instead of matched.

In the English model all but a few rules look at one token's tag, relation and lower-case form.
What they set is the same for every token that is alike in those, so each kind of token is put to
spaCy's own ruler once, alone, and the outcome is kept. Rules over several tokens, or with
regular expressions, are matched as before.
"""

from __future__ import annotations

from typing import Any, TypeAlias, cast

import numpy as np
from spacy.language import Language
from spacy.matcher import Matcher
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc
from thinc.types import Ints2d

SET = ("TAG", "POS", "MORPH", "LEMMA", "DEP")
"""What a rule of the English model can set."""
_LOOKED_AT = {"TAG", "DEP", "LOWER", "IS_SPACE"}
_OTHER_WORD = "\u2060x"  # a word no rule names

Kind: TypeAlias = tuple[int, int, int, bool]
"""Lower-case form (0 for a word no rule names), tag, relation, and whether it is white space."""

FACTORY = "onrecord_attributes"


class TableAttributeRuler(AttributeRuler):
    """An ``AttributeRuler`` that keeps what its rules set on each kind of token."""

    def __call__(self, doc: Doc) -> Doc:
        """Set the attributes of ``doc`` by the rules."""
        if not hasattr(self, "_outcomes"):
            self._compile()
        if not self._simple:
            return super().__call__(doc)
        columns = doc.to_array(["LOWER", "TAG", "DEP", "IS_SPACE"]).tolist()
        values = doc.to_array(list(SET)).astype(np.uint64)
        outcomes = np.array([self._outcome(doc, row) for row in columns], np.uint64)
        if len(doc):
            values = np.where(outcomes != 0, outcomes, values)
            doc.from_array(list(SET), cast(Ints2d, values))
        matches = [
            (int(self.vocab.strings[rule]), rule, start, end)
            for rule, start, end in self._matched(doc, allow_missing=True)
        ]
        self.set_annotations(doc, sorted(matches))  # type: ignore[no-untyped-call]
        return doc

    def _compile(self) -> None:
        """Part the rules into those the table can hold and those to be matched."""
        self._outcomes: dict[Kind, tuple[int, ...]] = {}
        self._named: set[int] = set()
        self._matched = Matcher(self.vocab)
        self._simple = True
        for number, rule in enumerate(self.patterns):
            patterns = cast("list[list[dict[str, Any]]]", rule["patterns"])
            named = [_words(pattern) for pattern in patterns]
            rest = [p for p, words in zip(patterns, named, strict=True) if words is None]
            if rest:
                self._matched.add(str(number), rest)
            self._named |= {self.vocab.strings.add(w) for words in named for w in words or ()}
            self._simple &= set(cast("dict[str, Any]", rule["attrs"])) <= set(SET)

    def _outcome(self, doc: Doc, row: list[int]) -> tuple[int, ...]:
        lower, tag, dep, space = row
        kind = (lower if lower in self._named else 0, tag, dep, bool(space))
        found = self._outcomes.get(kind)
        if found is None:
            found = self._outcomes[kind] = self._ask(doc, kind)
        return found

    def _ask(self, doc: Doc, kind: Kind) -> tuple[int, ...]:
        """What the rules set on a token of this kind; 0 where they set nothing."""
        lower, tag, dep, space = kind
        word = " " if space else self.vocab.strings[lower] if lower else _OTHER_WORD
        alone = Doc(self.vocab, words=[word], spaces=[False])
        alone.from_array(["TAG", "DEP"], cast(Ints2d, np.array([[tag, dep]], np.uint64)))
        super().__call__(alone)
        set_: list[int] = alone.to_array(list(SET))[0].tolist()
        return tuple(
            0 if new == old else new for new, old in zip(set_, (tag, 0, 0, 0, dep), strict=True)
        )


def _words(pattern: list[dict[str, Any]]) -> list[str] | None:
    """The lower-case words a pattern names; ``None`` where the table cannot hold it."""
    token = pattern[0]
    if len(pattern) > 1 or not token.keys() <= _LOOKED_AT:
        return None
    words = token.get("LOWER", [])
    if isinstance(words, dict):
        return list(words["IN"]) if words.keys() == {"IN"} else None
    return [words] if isinstance(words, str) else list(words)


@Language.factory(
    FACTORY,
    default_config={"validate": False, "scorer": {"@scorers": "spacy.attribute_ruler_scorer.v1"}},
)
def make_attributes(nlp: Language, name: str, validate: bool, scorer: Any) -> TableAttributeRuler:
    """Make the ruler; takes what spaCy's ``attribute_ruler`` takes."""
    return TableAttributeRuler(nlp.vocab, name, validate=validate, scorer=scorer)
