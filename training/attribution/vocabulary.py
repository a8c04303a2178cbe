"""Word pieces and their special ones; from one checkpoint's numbers to another's."""

from __future__ import annotations

from pathlib import Path

import torch
from tokenizers import Tokenizer
from torch import Tensor


class Vocabulary:
    """A checkpoint's tokeniser and the ids of its special pieces."""

    def __init__(self, folder: Path) -> None:
        self.tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self.tokenizer.no_padding()
        self.tokenizer.no_truncation()
        names = ("<s>", "</s>", "<pad>") if self.tokenizer.token_to_id("<s>") is not None else (
            "[CLS]", "[SEP]", "[PAD]")  # fmt: skip
        first, last, pad = (self.tokenizer.token_to_id(n) for n in names)
        self.ends = (first, last, pad)
        self.separator = last


def renumbering(mine: Vocabulary, theirs: Vocabulary) -> Tensor:
    """`theirs` id for each of `mine`: `[V]`. Both must hold the same pieces (BERT, uncased)."""
    names = mine.tokenizer.get_vocab()
    ids = torch.zeros(max(names.values()) + 1, dtype=torch.long)
    unknown = theirs.tokenizer.token_to_id("[UNK]")
    for token, number in names.items():
        found = theirs.tokenizer.token_to_id(token)
        ids[number] = unknown if found is None else found
    for own, other in zip(mine.ends, theirs.ends, strict=True):
        ids[own] = other
    return ids
