import pytest

from onrecord.extract.anchor import anchored
from onrecord.extract.shape import Attribution
from onrecord.record import Span

pytestmark = pytest.mark.model


def attribution(text, source, cue, content):
    def spans(words):
        at = text.find(words)
        return (Span(at, at + len(words)),) if words else ()

    return Attribution(source=spans(source), cue=spans(cue), content=spans(content), confidence=0.5)


def test_the_anchor_is_the_cues_verb_and_the_words_around_the_content(parse):
    text = "In Oslo, Berg has said that the deal is dead."
    anchor = anchored(parse(text), attribution(text, "Berg", "has said", "that the deal is dead"))
    assert anchor.cue.text == "said"
    assert [anchor.doc[i].text for i in anchor.around] == [
        "In", "Oslo", ",", "Berg", "has", "said", ".",
    ]  # fmt: skip


def test_governors_stop_at_the_content(parse):
    text = "Holm said that Berg wants to go."
    anchor = anchored(parse(text), attribution(text, "Berg", "wants", "to go"))
    assert [t.text for t in anchor.governors()] == ["wants", "said"]


def test_without_a_cue_there_is_no_anchor(parse):
    text = '"We go on."'
    anchor = anchored(parse(text), attribution(text, "", "", "We go on"))
    assert anchor.cue is None
    assert list(anchor.governors()) == []
