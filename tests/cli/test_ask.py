import json

import pytest
from typer.testing import CliRunner

from onrecord import Archive, cli
from tests.record.samples import sample


@pytest.fixture
def run(monkeypatch, tmp_path):
    """Run a command on an archive of one record, made by hand."""
    file = str(tmp_path / "archive.db")
    monkeypatch.setenv("ONRECORD_ARCHIVE", file)
    with Archive(file) as archive:
        archive.add(sample())
    return lambda *arguments: CliRunner().invoke(cli.app, list(arguments))


def test_timeline_who_and_brief_as_json(run):
    assert {one["kind"] for one in json.loads(run("timeline", "-f", "json").stdout)} == {
        "event",
        "meeting",
    }
    assert json.loads(run("who", "Valtonen", "-f", "json").stdout)["id"] == "elina-valtonen"
    page = json.loads(run("brief", "--from", "2025-02-01", "-f", "json").stdout)
    assert page["sections"][0]["lines"][0]["sources"]


def test_the_same_for_people(run):
    assert "2025-02-18 · talks · proposed" in run("timeline", "--type", "talks").stdout
    assert "Foreign Minister (current" in run("who", "Elina Valtonen").stdout
    assert "WHO SAID WHAT" in run("brief").stdout
    assert run("timeline", "--actor", "Nobody").stdout == "Nothing found.\n"


def test_the_same_as_tables(run):
    assert run("timeline", "-f", "csv").stdout.startswith("id,kind,type")
    assert run("who", "Valtonen", "-f", "csv").stdout.count("elina-valtonen") == 2
    assert run("brief", "-f", "csv").stdout.startswith("text,outlets,sources")


def test_the_archive_can_be_named(run, tmp_path):
    other = run("status", "--archive", str(tmp_path / "other.db"), "-f", "json")
    assert json.loads(other.stdout)["reports"] == 0
