import pytest

from onrecord.extract.undertakings import undertakings

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "strength", "holder", "act"),
    [
        ("Oslo is prepared to open the port.", "ready", "Oslo", "open"),
        ("Oslo is not ready to open the port.", "refuses", "Oslo", "open"),
        ("Oslo expressed its willingness to open the port.", "ready", "its", "open"),
        ("Oslo has no intention of opening the port.", "refuses", "Oslo", "opening"),
        ("Oslo's plan to open the port is new.", "intends", "Oslo", "open"),
    ],
)
def test_adjectives_and_nouns_that_take_an_act_on(parse, text, strength, holder, act):
    found = next(iter(undertakings(parse(text))))
    assert found.holder is not None
    assert (found.strength, found.holder.text, found.act.text) == (strength, holder, act)


def test_a_promise_that_was_kept_or_broken_is_none(parse):
    assert not list(undertakings(parse("Oslo kept its promise to open the port.")))
