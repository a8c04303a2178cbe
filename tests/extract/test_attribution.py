import re
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.extract.attribution import decode, find, runs
from onrecord.language.encoder import FAR, Encoder, Encoding, Judgement

REACH = 20
WEIGHTS = np.array([0, 1, 0, 0, 0, 0, 0, 0], np.float32)


def encoding_of(
    text: str, *cues: dict[str, object], keep: float = 0.0, pairs: np.ndarray | None = None
) -> Encoding:
    """Words as pieces; each cue: `at`, `p`, and lists of pieces for `source` and `content`."""
    offsets = np.array([m.span() for m in re.finditer(r"\w+|[^\w\s]", text)], np.int32)
    tags = np.zeros((len(offsets), 6), np.float32)
    rows = np.full((len(cues), 2, 2 * REACH + 1), FAR, np.float16)
    for row, cue in enumerate(cues):
        at = cue["at"]
        assert isinstance(at, int)
        tags[at, 0] = cue.get("p", 0.95)
        for role, name in enumerate(("source", "content")):
            for piece, logit in dict(cue.get(name, {})).items():  # type: ignore[call-overload]
                rows[row, role, piece - at + REACH] = logit
    return Encoding(
        offsets=offsets.reshape(-1, 2),
        tags=tags,
        cues=np.array([c["at"] for c in cues], np.int32),
        pairs=rows if pairs is None else pairs,
        judgement=Judgement(weights=WEIGHTS, keep=keep),
    )


def sure(*pieces: int) -> dict[int, float]:
    return dict.fromkeys(pieces, 6.0)


TEXT = "Lind said talks were over, and Berg feared war."
#       0    1    2     3    4   5 6   7    8      9  10


def words(text: str, spans: tuple[tuple[int, int], ...]) -> list[str]:
    return [text[a:b] for a, b in spans]


def test_two_cues_get_their_own_source_and_content() -> None:
    encoding = encoding_of(
        TEXT,
        {"at": 1, "source": sure(0), "content": sure(2, 3, 4)},
        {"at": 8, "source": sure(7), "content": sure(9)},
    )
    first, second = decode(encoding, TEXT)
    assert words(TEXT, first.source) == ["Lind"]
    assert words(TEXT, first.cue) == ["said"]
    assert words(TEXT, first.content) == ["talks were over"]
    assert words(TEXT, second.content) == ["war"]
    assert first.confidence == pytest.approx(0.95)


def test_a_piece_two_cues_claim_goes_to_the_stronger_claim() -> None:
    encoding = encoding_of(
        TEXT,
        {"at": 1, "content": {2: 6.0, 3: 1.0}},
        {"at": 8, "content": {3: 3.0, 9: 6.0}},
    )
    first, second = decode(encoding, TEXT)
    assert words(TEXT, first.content) == ["talks"]
    assert words(TEXT, second.content) == ["were", "war"]


def test_no_probable_source_means_none() -> None:
    encoding = encoding_of(TEXT, {"at": 8, "source": {7: -3.0}, "content": sure(9)})
    (only,) = decode(encoding, TEXT)
    assert only.source == ()


def test_small_gaps_close_but_not_over_the_cue() -> None:
    text = "Talks , he said , are over ; quite over."
    encoding = encoding_of(text, {"at": 3, "content": sure(0, 1, 4, 5, 6, 8)})
    (only,) = decode(encoding, text)
    assert words(text, only.content) == ["Talks ,", ", are over ; quite"]


def test_a_single_piece_far_from_the_rest_is_dropped() -> None:
    text = "Talks failed in the north on Monday , Lind said they may go on again soon ."
    #       0     1      2  3   4     5  6      7 8    9    10   11  12 13 14    15   16
    far = encoding_of(text, {"at": 9, "content": sure(1, *range(10, 16))})
    near = encoding_of(text, {"at": 9, "content": sure(7, *range(10, 16))})
    assert words(text, decode(far, text)[0].content) == ["they may go on again soon"]
    assert len(decode(near, text)[0].content) == 2


def test_spans_end_at_words_not_inside_them() -> None:
    text = "He said rearmament mattered."
    offsets = np.array([(0, 2), (3, 7), (8, 13), (13, 18), (19, 27), (27, 28)], np.int32)
    encoding = encoding_of("a b c d e f", {"at": 1, "content": sure(3, 4)})
    moved = Encoding(
        offsets=offsets,
        tags=encoding.tags,
        cues=encoding.cues,
        pairs=encoding.pairs,
        judgement=encoding.judgement,
    )
    (only,) = decode(moved, text)
    assert words(text, only.content) == ["rearmament mattered"]


@pytest.mark.parametrize(
    ("text", "pieces", "expected"),
    [
        ("She met U.S. voters.", (4, 5, 6), "U.S. voters"),
        ("She met voters in the U.S. today.", (2, 3, 4, 5), "voters in the U.S."),
        ("She left. So voters left.", (3, 4), "So voters"),
    ],
)
def test_spans_do_not_part_abbreviations(text: str, pieces: tuple[int, ...], expected: str) -> None:
    (only,) = decode(encoding_of(text, {"at": 1, "content": sure(*pieces)}), text)
    assert words(text, only.content) == [expected]


def test_confidence_below_the_limit_is_left_out() -> None:
    encoding = encoding_of(TEXT, {"at": 8, "p": 0.5, "content": sure(9)}, keep=0.6)
    assert decode(encoding, TEXT) == []
    assert len(decode(encoding, TEXT, min_confidence=0.4)) == 1


def test_nothing_in_nothing_out() -> None:
    assert decode(encoding_of(""), "") == []
    assert decode(encoding_of(TEXT, {"at": 1}), TEXT) == []


def test_evidence_is_finite_at_the_extremes() -> None:
    encoding = encoding_of(
        TEXT, {"at": 1, "p": 1.0, "source": {0: 6e4}, "content": {2: 6e4, 3: 6e4}}
    )
    (found,) = find(encoding)
    assert np.isfinite(found.evidence).all()


@given(mask=st.lists(st.booleans()))
def test_runs_cover_exactly_what_is_true(mask: list[bool]) -> None:
    covered = [i for a, b in runs(np.array(mask, bool)) for i in range(a, b)]
    assert covered == [i for i, value in enumerate(mask) if value]


@given(seed=st.integers(0, 2**31), text=st.text("ab ,.\n“”é𝒳", max_size=60))
def test_any_arrays_give_ordered_spans_inside_the_text(seed: int, text: str) -> None:
    rng = np.random.default_rng(seed)
    total = len(re.findall(r"\w+|[^\w\s]", text))
    cues = sorted(rng.choice(total, min(total, 4), replace=False).tolist()) if total else []
    pairs = rng.normal(0, 6, (len(cues), 2, 2 * REACH + 1)).astype(np.float16)
    encoding = encoding_of(text, *({"at": c} for c in cues), pairs=pairs)
    for found in decode(encoding, text):
        assert found.content
        assert 0 <= found.confidence <= 1
        for spans in (found.source, found.cue, found.content):
            assert all(0 <= a < b <= len(text) for a, b in spans)
            assert all(x[1] <= y[0] for x, y in pairwise(spans))
            assert all(text[a:b] == text[a:b].strip() for a, b in spans)


def test_the_model_reads_plain_statements() -> None:
    pytest.importorskip("onrecord_en")
    text = "The talks have failed, Foreign Minister Ada Lind said on Monday.\n\nNobody replied."
    (encoding,) = Encoder.from_package().encode([text])
    (only,) = decode(encoding, text)
    assert words(text, only.content) == ["The talks have failed"]
    assert "Lind" in text[slice(*only.source[0])]
