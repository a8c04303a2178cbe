import pytest

from onrecord.language.layers import layers_of

pytestmark = pytest.mark.model


def test_the_components_fill_their_layers():
    from onrecord.language import pipeline

    nlp = pipeline.load()
    nlp.add_pipe("onrecord_times")
    nlp.add_pipe("onrecord_actors")
    layers = layers_of(nlp("Estonian Foreign Minister Juhan Tamm spoke on 3 March 2019."))
    assert layers.actors is not None and "juhan-tamm" in {actor.id for actor in layers.actors}
    assert layers.times is not None and len(layers.times) == 1
