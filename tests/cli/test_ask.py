import json

import pytest
from typer.testing import CliRunner

from onrecord import Archive, cli
from onrecord.errors import ArchiveError, ExtraMissing, SettingsError
from onrecord.publish import ANSWERS
from tests.record.samples import sample


@pytest.fixture
def run(monkeypatch, tmp_path):
    """Run a command on an archive of one record, made by hand."""
    file = str(tmp_path / "archive.db")
    monkeypatch.setenv("ONRECORD_ARCHIVE", file)
    with Archive(file) as archive:
        archive.add(sample())
    return lambda *asked, **options: CliRunner().invoke(cli.app, list(asked), **options)


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
    assert run("who", "Valtonen", "-f", "csv").stdout.count('"elina-valtonen"') == 4
    promises = run("who", "Government of Finland", "-f", "csv", "--table", "promises").stdout
    assert promises.startswith("who,strength,act")
    assert run("brief", "-f", "csv").stdout.startswith("section,text,outlets")
    assert run("search", "nothing of that kind", "-f", "csv").stdout.startswith("id,kind,entry")


def test_the_same_as_parquet(run, tmp_path):
    parquet = pytest.importorskip("pyarrow.parquet")
    for asked, table in (
        (("search", "talks", "--kind", "all"), "hits"),
        (("timeline",), "happenings"),
        (("who", "Valtonen", "--table", "said"), "said"),
        (("brief",), "brief"),
    ):
        path = tmp_path / f"{table}.parquet"
        assert run(*asked, "-f", "parquet", "--out", str(path)).exit_code == 0
        read = parquet.read_table(path)
        assert read.column_names == list(ANSWERS[table].columns)
        assert read.num_rows > 0


def test_parquet_goes_to_a_file_and_needs_its_library(run, tmp_path, monkeypatch):
    pytest.importorskip("pyarrow")
    with pytest.raises(SettingsError, match="--out"):
        run("timeline", "-f", "parquet", catch_exceptions=False)
    monkeypatch.setattr("onrecord.publish.extras.find_spec", lambda name: None)
    with pytest.raises(ExtraMissing, match=r"onrecord\[parquet\]"):
        run("brief", "-f", "parquet", "-o", str(tmp_path / "b"), catch_exceptions=False)


def test_filters_of_the_timeline(run):
    def kinds(*asked):
        return {one["kind"] for one in json.loads(run("timeline", *asked, "-f", "json").stdout)}

    assert kinds("--kind", "meeting") == {"meeting"}
    assert kinds("--status", "proposed", "--country", "FIN") == {"meeting"}
    assert kinds("--offset", "100") == set()
    assert kinds("--min-confidence", "1") == kinds("--certainty", "1")


def test_the_archive_can_be_named(run, tmp_path):
    other = str(tmp_path / "other.db")
    Archive(other).close()
    assert json.loads(run("status", "--archive", other, "-f", "json").stdout)["reports"] == 0


@pytest.mark.parametrize(
    "asked",
    [["status"], ["search", "x"], ["timeline"], ["who", "x"], ["brief"], ["export"]],
)
def test_asking_makes_no_archive_where_there_is_none(run, tmp_path, asked):
    absent = tmp_path / "folder" / "misspelt.db"
    error = run(*asked, "--archive", str(absent)).exception
    assert isinstance(error, ArchiveError) and "misspelt.db" in str(error)
    assert not absent.parent.exists()


def test_what_can_never_be_found_is_refused(run):
    days = ("--from", "2025-03-02", "--to", "2025-03-01")
    for asked in (
        ("search", *days),
        ("timeline", *days),
        ("brief", *days),
        ("timeline", "--country", "FR"),
        ("timeline", "--status", "cancelled"),
    ):
        with pytest.raises(SettingsError, match=r"2025-03-02|FR|cancelled"):
            run(*asked, catch_exceptions=False)


def test_an_empty_brief_says_so(run):
    assert run("brief", "--from", "2030-01-01").stdout == (
        "Nothing of 2030-01-01 to … is in the archive.\n"
    )


def test_the_help_says_where_the_archive_is(run):
    assert "ONRECORD_ARCHIVE" in run("status", "--help").stdout
