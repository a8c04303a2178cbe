from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from spacy.language import Language
from thinc.api import NumpyOps

from onrecord.errors import ModelError
from onrecord.language.layers import layers_of
from onrecord.language.pipeline import load
from tests.language.texts import texts

TEXT = (
    "Port Deal Alarms Neighbours\n\n"
    "“We sail. We land,” Gen. Ann Lee of the U.S. Navy told reporters in Riga on Jan. 5. "
    "Ministers gave no date.\n\n"
    "Latvia's foreign ministry declined to comment."
)

pytestmark = pytest.mark.model


def test_sentences_respect_headings_quotations_and_abbreviations(base: Language) -> None:
    assert [sentence.text.strip() for sentence in base(TEXT).sents] == [
        "Port Deal Alarms Neighbours",
        "“We sail.",
        "We land,” Gen. Ann Lee of the U.S. Navy told reporters in Riga on Jan. 5.",
        "Ministers gave no date.",
        "Latvia's foreign ministry declined to comment.",
    ]


def test_every_layer_of_the_parse_is_there(base: Language) -> None:
    doc = base(TEXT)
    assert all(doc.has_annotation(layer) for layer in ("TAG", "POS", "DEP", "LEMMA", "ENT_IOB"))
    assert {"Riga", "Latvia"} <= {entity.text for entity in doc.ents if entity.label_ == "GPE"}
    assert layers_of(doc).quotations is not None


def test_products_of_matrices_are_numpys_and_only_here(base: Language) -> None:
    ops = {id(node.ops): node.ops for node in base.get_pipe("ner").model.walk()}  # type: ignore[attr-defined]
    assert [isinstance(one, NumpyOps) and not one.use_blis for one in ops.values()] == [True]
    assert NumpyOps().use_blis


def test_one_by_one_and_in_batches_is_the_same(base: Language) -> None:
    batch = list(base.pipe([TEXT, "", "He left.", TEXT]))
    for doc in batch:
        assert doc.to_json() == base(doc.text).to_json()


def test_a_model_that_is_not_installed_is_named_with_its_remedy() -> None:
    with pytest.raises(ModelError, match="pip install no_such_model"):
        load(model="no_such_model")


@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(text=texts)
def test_any_text_is_parsed_within_its_paragraphs(base: Language, text: str) -> None:
    doc = base(text)
    assert doc.text == text
    paragraphs = layers_of(doc).paragraphs or ()
    for sentence in doc.sents:
        words = [token for token in sentence if not token.is_space]
        if words:
            held = [p for p in paragraphs if p.start <= words[0].idx < p.end]
            assert words[-1].idx < held[0].end
