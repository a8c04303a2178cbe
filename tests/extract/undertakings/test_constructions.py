import pytest

from onrecord.extract.undertakings import undertakings

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "strength", "holder", "act"),
    [
        ("Oslo is already opening the port.", "has-begun", "Oslo", "opening"),
        ("Oslo will open the port.", "intends", "Oslo", "open"),
        ("Oslo would not hesitate to open the port.", "ready", "Oslo", "open"),
        ("Oslo is going to open the port.", "intends", "Oslo", "open"),
        ("Oslo left open whether it would close the port.", "considers", "Oslo", "close"),
    ],
)
def test_grammar_that_takes_an_act_on(parse, text, strength, holder, act):
    found = next(iter(undertakings(parse(text))))
    assert found.holder is not None
    assert (found.strength, found.holder.text, found.act.text) == (strength, holder, act)


@pytest.mark.parametrize("text", ["The port is old.", "Oslo will be ready.", "Oslo was leaving."])
def test_auxiliaries_that_only_look_like_it(parse, text):
    assert not list(undertakings(parse(text)))
