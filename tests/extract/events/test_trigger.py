import pytest

from onrecord.extract.events.trigger import chain

pytestmark = pytest.mark.model


def test_what_is_agreed_demanded_or_refused(triggered):
    (trigger,) = triggered("Oslo refused to stop trying to sell Riga its boats.")
    assert [token.text for token in chain(trigger)] == ["stop", "trying", "sell"]
