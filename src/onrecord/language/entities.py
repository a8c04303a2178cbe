"""spaCy's named entity recogniser with its greedy search done by the matrix.

The recogniser walks over a text token by token and scores the next action from three vectors: of
the token, of the first token of the open entity, and of the token before. Outside an entity only
the first is there, so the best action at every token is known at once, and only the insides of
entities have to be followed. The weights and the outcome are spaCy's; the search in spaCy 3.8
takes the interpreter lock for every action it tries, which costs more than the network does.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language
from spacy.pipeline import EntityRecognizer
from spacy.tokens import Doc, Span

Floats = NDArray[np.float32]

FACTORY = "onrecord_entities"


class Entity(NamedTuple):
    """Tokens ``[start, end)`` of a Doc and their label."""

    start: int
    end: int
    label: str


class _Moves:
    """The actions by number: which begin, go on with and end an entity, and with which label."""

    def __init__(self, names: Sequence[str]) -> None:
        self.labels = [name[2:] for name in names]
        kinds = np.array([name[:1] if name[2:] or name == "O" else "-" for name in names])
        self.begin, self.unit, self.out = kinds == "B", kinds == "U", kinds == "O"
        place = {name: n for n, name in enumerate(names)}
        # For each action that begins an entity, the two that can follow it.
        self.go_on = np.array([place.get(f"I-{label}", -1) for label in self.labels])
        self.end = np.array([place.get(f"L-{label}", -1) for label in self.labels])


class MatrixEntityRecognizer(EntityRecognizer):  # type: ignore[misc]
    """A trained ``EntityRecognizer`` whose search is vectorised; not meant for training."""

    def predict(self, docs: Sequence[Doc]) -> Any:
        """Return the entities of each Doc, or spaCy's own states where the short way is closed.

        It is closed to texts that bring entities along, to networks of another shape than
        spaCy's default, and to empty batches.
        """
        docs = [docs] if isinstance(docs, Doc) else list(docs)
        model = self.model
        if (
            not any(len(doc) for doc in docs)
            or any(doc.has_annotation("ENT_IOB") for doc in docs)
            or not model.attrs["has_upper"]
            or model.attrs["unseen_classes"]
            or model.get_ref("lower").get_dim("nF") != 3
        ):
            return super().predict(docs)
        actions = model.get_ref("upper").get_dim("nO")
        # Not `move_names`, which leaves out the action that blocks entities.
        moves = _Moves([self.moves.get_class_name(n) for n in range(actions)])
        features, scorer = self._features(docs)
        found, first = [], 0
        for doc in docs:
            found.append(_entities(doc, features[first : first + len(doc)], scorer, moves))
            first += len(doc)
        return found

    def set_annotations(self, docs: Sequence[Doc], found: Any) -> None:
        """Write the entities that ``predict`` returned."""
        if not found or not isinstance(found[0], list):
            super().set_annotations(docs, found)
            return
        for doc, entities in zip(docs, found, strict=True):
            spans = [Span(doc, start, end, label=label) for start, end, label in entities]
            doc.set_ents(spans, default="outside")

    def _features(self, docs: Sequence[Doc]) -> tuple[Floats, _Scorer]:
        """The features of all tokens, ``(tokens, 3, hidden, pieces)``, and what scores them."""
        lower, upper = self.model.get_ref("lower"), self.model.get_ref("upper")
        padded: Floats = lower.predict(self.model.get_ref("tok2vec").predict(docs))
        scorer = _Scorer(
            missing=padded[0],
            bias=lower.get_param("b"),
            weights=upper.get_param("W"),
            offsets=upper.get_param("b"),
        )
        return padded[1:], scorer


class _Scorer(NamedTuple):
    """The upper network; ``missing`` ``(3, hidden, pieces)`` stands in for absent tokens."""

    missing: Floats
    bias: Floats
    weights: Floats
    offsets: Floats

    def hidden(self, *parts: Floats) -> Floats:
        """Sum the three features and take the best piece: ``(tokens, hidden)``."""
        total = parts[0] + parts[1]
        total += parts[2]
        total += self.bias
        best: Floats = total.max(axis=-1)
        return best

    def scores(self, hidden: Floats) -> Floats:
        """Scores of all actions, ``(tokens, actions)``."""
        return hidden @ self.weights.T + self.offsets


def _entities(doc: Doc, features: Floats, scorer: _Scorer, moves: _Moves) -> list[Entity]:
    length = len(doc)
    if not length:
        return []
    columns = doc.to_array(["IS_SPACE", "SENT_START"]).astype(np.int64)
    # No entity starts on white space, or goes on into the next sentence or past the last token.
    space = columns[:, 0] == 1
    stops = np.append(columns[1:, 1] == 1, True)
    scores = scorer.scores(scorer.hidden(features[:, 0], scorer.missing[1], scorer.missing[2]))
    allowed = np.outer(~space, moves.unit) | np.outer(~(space | stops), moves.begin) | moves.out
    best = np.where(allowed, scores, -np.inf).argmax(axis=1)
    starts = np.flatnonzero(moves.begin[best])
    ends = dict(
        zip(starts.tolist(), _ends(features, scorer, moves, (starts, best, stops)), strict=True)
    )
    found, free = [], 0
    for start in np.flatnonzero(~moves.out[best]).tolist():
        if start >= free:
            free = ends.get(start, start + 1)
            found.append(Entity(start, free, moves.labels[best[start]]))
    return found


def _ends(
    features: Floats,
    scorer: _Scorer,
    moves: _Moves,
    given: tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.bool_]],
) -> list[int]:
    """Where the entities that begin at ``starts`` end, all of them followed at once."""
    starts, best, stops = given
    ends = np.zeros(len(starts), np.int64)
    open_ = np.arange(len(starts))
    at = starts + 1
    while len(open_):
        here, start = at[open_], starts[open_]
        hidden = scorer.hidden(features[here, 0], features[start, 1], features[here - 1, 2])
        on, end = moves.go_on[best[start]], moves.end[best[start]]
        on_score = (hidden * scorer.weights[on]).sum(axis=1) + scorer.offsets[on]
        end_score = (hidden * scorer.weights[end]).sum(axis=1) + scorer.offsets[end]
        goes_on = ~stops[here] & (on >= 0) & ((on_score > end_score) | (end < 0))
        ends[open_[~goes_on]] = here[~goes_on] + 1
        open_ = open_[goes_on]
        at[open_] += 1
    return [int(end) for end in ends]


@Language.factory(
    FACTORY,
    assigns=["doc.ents", "token.ent_iob", "token.ent_type"],
    default_config={
        "moves": None,
        "update_with_oracle_cut_size": 100,
        "incorrect_spans_key": None,
        "scorer": {"@scorers": "spacy.ner_scorer.v1"},
    },
)
def make_entities(  # noqa: PLR0917 - called by name
    nlp: Language,
    name: str,
    model: Any,
    moves: Any,
    update_with_oracle_cut_size: int,
    incorrect_spans_key: str | None,
    scorer: Any,
) -> MatrixEntityRecognizer:
    """Make the recogniser; takes what spaCy's ``ner`` takes."""
    return MatrixEntityRecognizer(
        nlp.vocab,
        model,
        name,
        moves=moves,
        update_with_oracle_cut_size=update_with_oracle_cut_size,
        incorrect_spans_key=incorrect_spans_key,
        scorer=scorer,
    )
