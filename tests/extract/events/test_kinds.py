from typing import get_args

import numpy as np
import pytest

from onrecord.errors import ModelError
from onrecord.extract.events import kinds
from onrecord.record import EventType

pytestmark = pytest.mark.model


def _table(weight):
    classes = (*(k for k in get_args(EventType) if k not in ("CONCEDE", "RETREAT")), kinds.YIELD)
    weights = np.zeros((1, len(classes)), dtype=np.float32)
    weights[0, classes.index("SANCTION")] = weight
    zeros = np.zeros(len(classes), dtype=np.float32)
    return kinds.table(classes, ["v=impose"], weights, np.zeros((192, len(classes))), zeros)


def test_a_sure_table_overrules_the_dictionary(triggered):
    (trigger,) = triggered("Norway imposed a ban on Latvia.")
    assert _table(9.0).of(trigger)[0] == "SANCTION"


def test_an_unsure_one_does_not(triggered):
    (trigger,) = triggered("Norway imposed a ban on Latvia.")
    assert _table(0.1).of(trigger) == ("COERCE", kinds.UNSURE)


def test_the_table_that_comes_along_is_whole():
    table = kinds.trained()
    assert table.weights.shape == (len(table.index), len(table.classes))
    assert set(table.classes) <= {*get_args(EventType), kinds.YIELD}


def test_a_damaged_table_is_refused(monkeypatch):
    monkeypatch.setattr(kinds, "CHECKSUM", "0" * 64)
    kinds.trained.cache_clear()
    with pytest.raises(ModelError, match="checksum"):
        kinds.trained()
    kinds.trained.cache_clear()
