import pytest

from onrecord.extract.quoting import quoted
from onrecord.language.layers import layers_of

pytestmark = pytest.mark.model


def runs(doc):
    layers = layers_of(doc)
    found = quoted(
        doc,
        quotations=layers.quotations,
        paragraphs=layers.paragraphs,
        is_speech=lambda lemma: lemma in ("say", "add", "warn"),
    )
    return [
        (
            " ".join(doc[a:b].text for a, b in run.source),
            doc[run.verb].text,
            [doc[a:b].text for a, b in run.content],
        )
        for run in found
    ]


def test_verb_after_before_and_between(parse):
    assert runs(parse('"We will not yield," the minister said.')) == [
        ("the minister", "said", ['"We will not yield,"'])
    ]
    assert runs(parse('The minister warned: "We will not yield to anybody."')) == [
        ("The minister", "warned", ['"We will not yield to anybody."'])
    ]
    assert runs(parse('"We will not yield," said Anna Berg, "to any threat."')) == [
        ("Anna Berg", "said", ['"We will not yield,"', '"to any threat."'])
    ]


def test_the_next_sentence_in_marks_is_the_same_speakers(parse):
    doc = parse('"We are ready," he said. "Our delegation leaves for Geneva tonight."')
    assert [len(content) for _, _, content in runs(doc)] == [2]


def test_a_paragraph_of_quotation_alone_goes_on(parse):
    doc = parse('"We are ready," Berg said.\n\n"Our delegation leaves for Geneva tonight."')
    assert [len(content) for _, _, content in runs(doc)] == [2]


def test_a_paragraph_with_words_of_its_own_does_not(parse):
    doc = parse('"We are ready," Berg said.\n\n"The Delegates of Geneva" opens in Oslo tonight.')
    assert [len(content) for _, _, content in runs(doc)] == [1]


def test_another_speaker_ends_the_run(parse):
    doc = parse('"We are ready," Berg said. "We are not," added Holm.')
    assert [source for source, _, _ in runs(doc)] == ["Berg", "Holm"]


def test_words_before_the_mark_belong_to_the_reported_sentence(parse):
    doc = parse('The raid "was a message to all of them," he said.')
    assert runs(doc)[0][2] == ['The raid "was a message to all of them,"']


def test_a_participle_after_a_quoted_phrase_is_no_verb_of_its_speech(parse):
    doc = parse('Berg called the pact a "golden moment," adding her thanks to the farmers.')
    assert runs(doc) == []
