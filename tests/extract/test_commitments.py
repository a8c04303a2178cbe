from datetime import date

import pytest

from onrecord.extract.commitments import read_commitments
from onrecord.extract.statements import StatementReader

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def commitments(parse):
    def read(text, published=None):
        doc = parse(text, published)
        statements, actors = StatementReader().read(doc)
        found, actors = read_commitments(doc, actors=actors, statements=statements)
        return found, {actor.id: actor for actor in actors}

    return read


def test_readiness_on_a_condition(commitments):
    text = "Norway is ready to send doctors to Malta if necessary."
    (found,), actors = commitments(text)
    assert actors[found.actor].country == "NOR"
    assert (found.strength, found.act) == ("ready", "send doctors to Malta")
    assert found.beneficiary is not None
    assert actors[found.beneficiary].country == "MLT"
    assert found.condition is not None
    assert found.condition.text == found.condition.span.of(text) == "if necessary"
    assert "is ready" in " ".join(span.of(text) for span in found.evidence)


def test_the_statement_that_reports_it(commitments):
    (found,), _ = commitments('"We will not open the port," the Maltese minister said.')
    assert found.strength == "refuses"
    assert found.statement == "s1"


def test_each_of_several_actors_is_bound(commitments):
    found, actors = commitments("Norway and Malta pledged to open the port.")
    assert {actors[c.actor].country for c in found} == {"NOR", "MLT"}


@pytest.mark.parametrize(
    "text",
    [
        "Norway said that Malta would close its port.",
        "Norway urged Malta to close its port.",
        "Norway denied that it planned to close its port.",
        "If Norway were ready to close its port, ships would leave.",
        "Nobody knows whether Norway will close its port.",
        "Norway closed its port last year.",
        "Norway will suffer.",
        "The bridge is ready to reopen.",
        "Prices have begun to rise.",
        "Norway refused to close its port in 1998.",
    ],
)
def test_what_is_no_commitment_of_anybody(commitments, text):
    assert commitments(text, published=date(2024, 5, 6))[0] == ()


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Norway said it would “watch closely” what Malta did.", "“watch closely” what Malta did"),
        ("Norway said it would open the port “step by step.”", "open the port “step by step.”"),
    ],
)
def test_an_act_keeps_both_marks_of_a_quotation(commitments, text, act):
    (found,), _ = commitments(text)
    assert found.act == act


def test_a_quoted_sentence_lends_the_act_no_full_stop(commitments):
    (found,), _ = commitments("Norway’s minister said: “We will open the port.”")
    assert found.act == "open the port"
