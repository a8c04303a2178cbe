from __future__ import annotations

import pytest
import spacy
from hypothesis import given, settings
from spacy.language import Language

from onrecord.errors import IntakeError
from onrecord.language import components
from onrecord.language.layers import layers_of
from tests.language.texts import texts

TEXT = "Port Deal Alarms\n\n“We sail,” the minister said. He gave no date."


@pytest.fixture(scope="module")
def blank() -> Language:
    nlp = spacy.blank("en")
    nlp.add_pipe(components.FACTORY)
    return nlp


def test_the_component_writes_its_layers(blank: Language) -> None:
    layers = layers_of(blank(TEXT))
    assert [p.of(TEXT) for p in layers.paragraphs or ()] == TEXT.split("\n\n")
    assert [h.of(TEXT) for h in layers.headings or ()] == ["Port Deal Alarms"]
    assert [q.inner.of(TEXT) for q in layers.quotations or ()] == ["We sail,"]


def test_results_stand_under_the_extension(blank: Language) -> None:
    assert blank(TEXT)._.onrecord.quotations[0].depth == 0


def test_a_pipeline_with_the_component_has_no_problems(blank: Language) -> None:
    assert not any(blank.analyze_pipes()["problems"].values())


def test_unknown_settings_are_refused() -> None:
    with pytest.raises(ValueError, match="marks"):
        spacy.blank("en").add_pipe(components.FACTORY, config={"marks": "all"})


def test_a_text_too_long_is_refused_with_a_clear_word(
    blank: Language, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(components, "MAX_TOKENS", 3)
    with pytest.raises(IntakeError, match="4 words and marks, more than the 3"):
        blank("Ministers met again.")


@settings(deadline=None)
@given(text=texts)
def test_any_text_keeps_its_words_and_reads_the_same_twice(blank: Language, text: str) -> None:
    doc = blank(text)
    assert doc.text == text
    assert layers_of(doc).quotations == layers_of(blank(text)).quotations
