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
        ("Oslo refused to rule out opening the port.", "considers", "Oslo", "opening"),
        ("Oslo ruled out opening the port.", "refuses", "Oslo", "opening"),
        ("Oslo committed itself to opening the port.", "promises", "Oslo", "opening"),
        ("Oslo is considering opening the port.", "considers", "Oslo", "opening"),
        ("Oslo has begun to open the port.", "has-begun", "Oslo", "open"),
    ],
)
def test_verbs_that_take_an_act_on(parse, text, strength, holder, act):
    found = next(iter(undertakings(parse(text))))
    assert found.holder is not None
    assert (found.strength, found.holder.text, found.act.text) == (strength, holder, act)


@pytest.mark.parametrize(
    "text",
    [
        "The judges considered the evidence.",
        "The ministers agreed that the talks had been useful.",
        "Oslo has not decided.",
    ],
)
def test_verbs_that_only_look_like_it(parse, text):
    assert not list(undertakings(parse(text)))
