import math

import pytest

from onrecord.extract.events import confidence
from onrecord.extract.events.roles import Roles
from onrecord.extract.whom import Whom
from onrecord.resolve.actors import read_actors


def test_confidence_is_the_logistic_of_the_weighted_signs():
    known = confidence.weights()
    bare = 1 / (1 + math.exp(-known["bias"]))
    assert confidence.confidence({}) == pytest.approx(bare, abs=1e-3)
    surer = confidence.confidence({"table": 2.0})
    assert surer > confidence.confidence({"table": -2.0})


def test_an_unknown_sign_weighs_nothing():
    assert confidence.confidence({"word=zzz": 1.0}) == confidence.confidence({})


@pytest.mark.model
def test_what_speaks_for_an_event(parse, triggered):
    doc = parse("Norway attacked Latvia on Monday.")
    (trigger,) = triggered("Norway attacked Latvia on Monday.")
    whom = Whom(doc, read_actors(doc))
    sides = [whom.at(token) for token in doc if token.text in ("Norway", "Latvia")]
    roles = Roles(actors=(sides[0],), recipients=(sides[1],))
    told = confidence.signs(trigger, "ASSAULT", roles, whom, sure=0.5, status="happened")
    assert told["table"] == 0.0
    assert {"both sides", "two countries", "dictionary agrees", "finite"} <= told.keys()
    assert not {"supposed", "planned", "no actor", "noun alone"} & told.keys()


@pytest.mark.model
def test_what_is_supposed_is_less_sure(events):
    (likely,) = events("Norway attacked Latvia on Monday.")[0]
    (supposed,) = events("Norway might attack Latvia.")[0]
    assert supposed.confidence < likely.confidence
