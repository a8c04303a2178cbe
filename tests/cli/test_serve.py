import pytest
import uvicorn
from typer.testing import CliRunner

from onrecord import cli
from onrecord.errors import SettingsError


@pytest.fixture
def started(monkeypatch, tmp_path):
    """Run ``onrecord serve``; return the result and what the server would have been run with."""
    monkeypatch.setenv("ONRECORD_ARCHIVE", str(tmp_path / "archive.db"))
    monkeypatch.delenv("ONRECORD_TOKEN", raising=False)
    given = {}
    monkeypatch.setattr(uvicorn, "run", lambda app, **options: given.update(options, app=app))
    return lambda *arguments: (CliRunner().invoke(cli.app, ["serve", *arguments]), given)


def test_on_loopback_the_address_is_printed(started):
    result, given = started("--port", "9000")
    assert result.stdout == "http://127.0.0.1:9000/\n"
    assert (given["host"], given["port"], given["server_header"]) == ("127.0.0.1", 9000, False)


def test_elsewhere_the_address_carries_a_token(started):
    result, _ = started("--host", "0.0.0.0")
    assert result.stdout.startswith("http://0.0.0.0:8080/?token=")


def test_a_token_that_can_be_guessed_is_refused(started):
    result, given = started("--token", "guess")
    assert isinstance(result.exception, SettingsError)
    assert given == {}
