import numpy as np
import pytest

from onrecord.extract.events.features import WIDTH, features, vector

pytestmark = pytest.mark.model


def test_features_name_words_and_syntax(triggered):
    (trigger,) = triggered("Norway imposed a ban on Latvia.")
    found = features(trigger)
    assert {"w=ban", "v=impose", "vo=impose+ban", "wp=ban+on"} <= set(found)
    assert len(found) == len(set(found))


def test_vectors_have_their_length(triggered):
    (trigger,) = triggered("Norway attacked Latvia.")
    found = vector(trigger)
    assert found.shape == (2 * WIDTH,)
    assert np.isfinite(found).all()
