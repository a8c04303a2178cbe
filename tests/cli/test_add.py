import json

import pytest
from typer.testing import CliRunner

import onrecord
from onrecord import cli

pytestmark = pytest.mark.model


@pytest.fixture
def run(coder, monkeypatch, tmp_path):
    """Run a command in this process with the shared coder and an archive of its own."""
    monkeypatch.setattr(onrecord, "load", lambda **_: coder)
    monkeypatch.setenv("ONRECORD_ARCHIVE", str(tmp_path / "archive.db"))

    def runner(*arguments: object):
        return CliRunner().invoke(cli.app, [str(a) for a in arguments])

    return runner


def test_what_was_added_is_counted_and_not_read_again(run, examples):
    first = run("add", examples / "riyadh-talks.txt", examples / "undated.txt")
    assert first.exit_code == 0, first.output
    assert "2 added." in first.stderr
    counts = json.loads(run("status", "--format", "json").stdout)
    assert counts["reports"] == 2
    assert counts["statements"] > 0
    again = run("add", examples / "riyadh-talks.txt")
    assert "0 added, 1 were there already" in again.stderr
    assert f"{counts['statements']:,}  statements" in run("status").stdout


def test_failures_are_listed_and_the_rest_is_added(run, examples, tmp_path):
    (tmp_path / "empty.txt").write_text(" ")
    result = run("add", tmp_path / "empty.txt", examples / "undated.txt")
    assert result.exit_code == 1
    assert "empty.txt" in result.stderr
    assert "1 read, 1 source failed" in result.stderr


def test_search_lists_results_as_json_and_csv(run, examples):
    run("add", examples / "riyadh-talks.txt")
    rows = json.loads(run("search", "--speaker", "Rubio", "-f", "json").stdout)
    assert rows
    assert {"id", "speaker", "outlet", "date", "text", "report", "start", "snippet"} <= set(rows[0])
    table = run("search", "--speaker", "Rubio", "-f", "csv", "--limit", "1").stdout.splitlines()
    assert table[0].startswith("id,kind,entry,speaker")
    assert rows[0]["text"].split()[0] in run("search", "--speaker", "Rubio").stdout
    assert json.loads(run("search", "zebra", "-f", "json").stdout) == []


def test_wrong_dates_and_kinds_are_named(run, tmp_path):
    onrecord.Archive(str(tmp_path / "archive.db")).close()
    assert "yesterday" in str(run("search", "x", "--from", "yesterday").exception)
    assert "poem" in str(run("search", "x", "--kind", "poem").exception)
