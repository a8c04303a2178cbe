import pytest

from onrecord.extract.undertakings import undertakings

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "strength", "holder", "act"),
    [
        ("Oslo vowed to open the port.", "promises", "Oslo", "open"),
        ("Oslo vowed never to open the port.", "refuses", "Oslo", "open"),
        ("Oslo refused to open the port.", "refuses", "Oslo", "open"),
        ("Oslo has not ruled out opening the port.", "considers", "Oslo", "opening"),
        ("Oslo ruled out opening the port.", "refuses", "Oslo", "opening"),
        ("Oslo is prepared to open the port.", "ready", "Oslo", "open"),
        ("Oslo is not ready to open the port.", "refuses", "Oslo", "open"),
        ("Oslo expressed its willingness to open the port.", "ready", "its", "open"),
        ("Oslo has no intention of opening the port.", "refuses", "Oslo", "opening"),
        ("Oslo committed itself to opening the port.", "promises", "Oslo", "opening"),
        ("Oslo's plan to open the port is new.", "intends", "Oslo", "open"),
        ("Oslo is considering opening the port.", "considers", "Oslo", "opening"),
        ("Oslo has begun to open the port.", "has-begun", "Oslo", "open"),
        ("Oslo is already opening the port.", "has-begun", "Oslo", "opening"),
        ("Oslo will open the port.", "intends", "Oslo", "open"),
        ("Oslo would not hesitate to open the port.", "ready", "Oslo", "open"),
    ],
)
def test_words_that_take_an_act_on(parse, text, strength, holder, act):
    found = next(iter(undertakings(parse(text))))
    assert found.holder is not None
    assert (found.strength, found.holder.text, found.act.text) == (strength, holder, act)


def test_each_of_several_acts_is_taken_on(parse):
    found = list(undertakings(parse("Oslo vowed to open the port and send doctors.")))
    assert [u.act.text for u in found] == ["open", "send"]


@pytest.mark.parametrize(
    "text",
    [
        "Oslo kept its promise to open the port.",
        "The judges considered the evidence.",
        "The ministers agreed that the talks had been useful.",
        "Oslo has not decided.",
    ],
)
def test_words_that_only_look_like_it(parse, text):
    assert not list(undertakings(parse(text)))
