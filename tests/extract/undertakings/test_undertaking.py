import pytest

from onrecord.extract.undertakings import undertakings

pytestmark = pytest.mark.model


def test_each_of_several_acts_is_taken_on(parse):
    found = list(undertakings(parse("Oslo vowed to open the port and send doctors.")))
    assert [u.act.text for u in found] == ["open", "send"]


def test_an_act_with_a_modal_of_its_own_speaks_for_itself(parse):
    found = list(undertakings(parse("Oslo will open the port and may send doctors.")))
    assert [(u.act.text, u.strength) for u in found] == [("open", "intends"), ("send", "considers")]


def test_what_was_not_thought_of_rules_nothing_out(parse):
    assert not list(undertakings(parse("Oslo had never refused to open the port.")))
