import pytest

from onrecord.errors import SettingsError
from onrecord.web.serving import is_loopback, rules_for


@pytest.mark.parametrize(
    ("host", "loopback"),
    [
        *(("127.0.0.1", True), ("127.9.9.9", True), ("::1", True), ("localhost", True)),
        *(("0.0.0.0", False), ("::", False), ("192.168.1.2", False), ("press.example", False)),
    ],
)
def test_off_loopback_a_token_is_demanded(host, loopback):
    assert is_loopback(host) is loopback
    rules = rules_for(host, None)
    assert (rules.token is None) is loopback
    assert (rules.hosts is not None) is loopback


def test_a_token_that_was_given_is_demanded_anywhere():
    assert rules_for("127.0.0.1", "long-enough-a-token").token == "long-enough-a-token"
    with pytest.raises(SettingsError, match="at least 16"):
        rules_for("0.0.0.0", "short")


def test_each_start_makes_another_token():
    assert rules_for("0.0.0.0", None).token != rules_for("0.0.0.0", None).token
