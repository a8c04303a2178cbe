import json
import pickle
from pathlib import Path

import numpy as np
import pytest

from onrecord.errors import ModelError
from onrecord.language.encoder import FAR, Assembly, Encoder, Judgement, Scoring, softmax3
from onrecord.language.pieces import Pieces, Window

JUDGEMENT = Judgement(weights=np.zeros(8, np.float32))
REACH = 3


def pieces_of(total: int) -> Pieces:
    at = np.arange(total, dtype=np.int32)
    return Pieces(
        ids=at,
        offsets=np.stack([at, at + 1], 1),
        cases=np.zeros(total, np.int8),
        paragraph=(at >= 5).astype(np.int32),
    )


def scoring(**more: object) -> Scoring:
    given = {
        "distance": np.zeros((2, 2 * REACH + 1), np.float32),
        "paragraphs": np.zeros((2, 3), np.float32),
        "cue_floor": 0.5,
        "judgement": JUDGEMENT,
        **more,
    }
    return Scoring(**given)


def test_softmax_is_over_each_group_of_three() -> None:
    p = softmax3(np.array([[0, 0, 0, 9, 0, 0, 0, 0, 99]], np.float32))
    assert p.sum(-1) == pytest.approx(1)
    assert p[0, 0] == pytest.approx([1 / 3] * 3)
    assert p[0, 2, 2] == pytest.approx(1)


def logits(total: int, cues: list[int]) -> np.ndarray:
    tags = np.zeros((total, 9), np.float32)
    tags[:, [0, 3, 6]] = 5
    tags[cues, 1] = 20
    return tags


def test_a_cue_keeps_scores_of_what_it_can_reach_within_its_window() -> None:
    assembly = Assembly.of(pieces_of(10), scoring())
    side = np.ones((10, 2, 4), np.float32)
    assembly.add(Window(0, 10, 0, 10), logits(10, [1]), side, side)
    encoding = assembly.encoding()
    assert encoding.cues.tolist() == [1]
    assert encoding.reach == REACH
    assert encoding.pairs[0, 0].tolist() == [FAR, FAR, 4, 4, 4, 4, 4]


def test_distance_and_paragraph_biases_are_added() -> None:
    distance = np.arange(14, dtype=np.float32).reshape(2, 7)
    paragraphs = np.array([[-100, 0, 100], [0, 0, 0]], np.float32)
    assembly = Assembly.of(pieces_of(10), scoring(distance=distance, paragraphs=paragraphs))
    side = np.zeros((10, 2, 4), np.float32)
    assembly.add(Window(0, 10, 0, 10), logits(10, [4]), side, side)
    pairs = assembly.encoding().pairs[0]
    assert pairs[0].tolist() == [0, 1, 2, 3, 104, 105, 106]
    assert pairs[1].tolist() == [7, 8, 9, 10, 11, 12, 13]


def test_only_a_windows_core_gives_tags_and_cues() -> None:
    assembly = Assembly.of(pieces_of(10), scoring())
    side = np.zeros((6, 2, 4), np.float32)
    assembly.add(Window(4, 10, 6, 10), logits(6, [0, 3]), side, side)
    assembly.add(Window(0, 6, 0, 6), logits(6, [5]), side, side)
    encoding = assembly.encoding()
    assert encoding.cues.tolist() == [5, 7]
    assert (encoding.tags[encoding.cues, 0] > 0.9).all()


def test_a_text_without_pieces_encodes_to_nothing() -> None:
    encoding = Assembly.of(pieces_of(0), scoring()).encoding()
    assert encoding.tags.shape == (0, 6)
    assert encoding.pairs.shape == (0, 2, 7)


def test_a_missing_package_says_how_to_install_it() -> None:
    with pytest.raises(ModelError, match="pip install"):
        Encoder.from_package("onrecord_xx")


def test_a_missing_folder_and_a_damaged_file_are_named(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="not a model folder"):
        Encoder(tmp_path).encode(["x"])
    (tmp_path / "model.onnx").write_bytes(b"short")
    (tmp_path / "config.json").write_text(json.dumps({"sha256": {"model.onnx": "0" * 64}}))
    with pytest.raises(ModelError, match=r"model\.onnx: checksum"):
        Encoder(tmp_path).encode(["x"])


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    pytest.importorskip("onrecord_en")
    return Encoder.from_package()


TEXTS = ["“We are ready,” Ms Lind said.", "", "Talks began. " * 300 + "He said it was late."]


def test_a_texts_arrays_do_not_depend_on_its_neighbours(encoder: Encoder) -> None:
    together = encoder.encode(TEXTS)
    for text, encoding in zip(TEXTS, together, strict=True):
        (alone,) = encoder.encode([text])
        for name in ("offsets", "tags", "cues", "pairs"):
            assert np.array_equal(getattr(alone, name), getattr(encoding, name))


def test_workers_can_take_the_encoder_along(encoder: Encoder) -> None:
    copy = pickle.loads(pickle.dumps(encoder))
    assert copy.name_and_version == encoder.name_and_version
