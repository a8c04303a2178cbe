import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tokenizers import Tokenizer
from tokenizers.models import WordPiece
from tokenizers.pre_tokenizers import BertPreTokenizer

from onrecord.language.pieces import case_of, cut, paragraphs_of, windows

SEPARATOR = 1


@pytest.fixture(scope="module")
def tokenizer() -> Tokenizer:
    words = ["[UNK]", "[SEP]", "Merkel", "said", "so", "mer", "##kel", ".", "“", "é"]
    vocabulary = {word: number for number, word in enumerate(words)}
    made = Tokenizer(WordPiece(vocabulary, unk_token="[UNK]"))
    made.pre_tokenizer = BertPreTokenizer()
    return made


def test_offsets_are_code_points_of_the_whole_text(tokenizer: Tokenizer) -> None:
    text = "é “so.\n\n  Merkel said 𝒳 so."
    pieces = cut(tokenizer, text, SEPARATOR)
    words = [text[a:b] for a, b in pieces.offsets]
    assert words == ["é", "“", "so", ".", "", "Merkel", "said", "𝒳", "so", "."]
    assert pieces.ids[4] == SEPARATOR
    assert pieces.paragraph.tolist() == [0, 0, 0, 0, 1, 1, 1, 1, 1, 1]


def test_given_paragraphs_outrank_lines(tokenizer: Tokenizer) -> None:
    text = "so\nso"
    assert len(cut(tokenizer, text, SEPARATOR, paragraphs=[(0, len(text))]).ids) == 2


@pytest.mark.parametrize("text", ["", " \n\n ", "\n"])
def test_nothing_in_nothing_out(tokenizer: Tokenizer, text: str) -> None:
    assert len(cut(tokenizer, text, SEPARATOR).ids) == 0
    assert windows(cut(tokenizer, text, SEPARATOR).paragraph, size=8, margin=2) == []


def test_a_very_long_paragraph_is_cut_between_words(tokenizer: Tokenizer) -> None:
    text = "Merkel said so. " * 5_000
    pieces = cut(tokenizer, text, SEPARATOR)
    assert len(pieces.ids) == 20_000
    assert {text[a:b] for a, b in pieces.offsets} == {"Merkel", "said", "so", "."}


def test_paragraphs_are_lines_with_words() -> None:
    assert paragraphs_of("one\n\n \ntwo ") == [(0, 3), (7, 11)]


@pytest.mark.parametrize(
    ("word", "case"), [("said", 0), ("Merkel", 1), ("I", 1), ("NATO", 2), ("2025", 3), ("“", 0)]
)
def test_case(word: str, case: int) -> None:
    assert case_of(word) == case


@given(
    lengths=st.lists(st.integers(1, 60), max_size=30),
    size=st.integers(20, 64),
    margin=st.integers(0, 8),
)
def test_cores_cover_every_piece_once(lengths: list[int], size: int, margin: int) -> None:
    paragraph = np.repeat(np.arange(len(lengths)), lengths).astype(np.int32)
    found = windows(paragraph, size=size, margin=margin)
    cores = [range(w.core_start, w.core_end) for w in found]
    assert [piece for core in cores for piece in core] == list(range(len(paragraph)))
    for w in found:
        assert w.end - w.start <= size
        assert w.start <= w.core_start < w.core_end <= w.end
        assert w.start == 0 or w.core_start - w.start >= margin
        assert w.end == len(paragraph) or w.end - w.core_end >= margin
