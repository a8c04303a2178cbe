import pytest
from spacy.language import Language

from onrecord.language.layers import layers_of
from onrecord.language.pipeline import load

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def piped() -> Language:
    nlp = load()
    nlp.add_pipe("onrecord_statements", config={"attributor": "rules", "min_confidence": 0.6})
    return nlp


def test_the_component_alone_reads_what_it_needs(piped):
    doc = piped("Olaf Scholz said on Monday that the budget is sound.")
    (statement,) = doc._.onrecord.statements
    assert statement.text == "that the budget is sound"
    assert statement.speaker in {actor.id for actor in doc._.onrecord.actors}


def test_min_confidence_filters(piped):
    doc = piped("He said that it rained. Berg criticised the weather, it seems, in passing.")
    assert all(s.confidence >= 0.6 for s in layers_of(doc).statements)


def test_nothing_is_amiss_in_the_order_of_the_pipeline(piped):
    assert not any(piped.analyze_pipes()["problems"].values())


def test_an_unknown_attributor_is_refused():
    with pytest.raises(ValueError, match="attributor"):
        load().add_pipe("onrecord_statements", config={"attributor": "magic"})


def test_meetings_alone_read_what_they_need():
    nlp = load()
    nlp.add_pipe("onrecord_meetings")
    doc = nlp("Olaf Scholz met Emmanuel Macron in Berlin.")
    (meeting,) = doc._.onrecord.meetings
    assert {p.actor for p in meeting.participants} <= {a.id for a in doc._.onrecord.actors}
    assert not any(nlp.analyze_pipes()["problems"].values())


def test_events_and_commitments_alone_read_what_they_need():
    nlp = load()
    nlp.add_pipe("onrecord_events")
    nlp.add_pipe("onrecord_commitments")
    doc = nlp("Norway attacked Latvia on Monday. Malta is ready to send doctors to Latvia.")
    layers = layers_of(doc)
    assert [event.type for event in layers.events][:1] == ["ASSAULT"]
    (commitment,) = layers.commitments
    assert commitment.strength == "ready"
    ids = {actor.id for actor in layers.actors}
    assert {commitment.actor, *(a for e in layers.events for a in e.actors)} <= ids
    assert not any(nlp.analyze_pipes()["problems"].values())
