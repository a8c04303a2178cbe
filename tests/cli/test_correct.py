import json

import pytest
from typer.testing import CliRunner

from onrecord import Archive, cli
from onrecord.record import Record
from tests.record.samples import sample

SHORT = sample().report.id.removeprefix("sha256:")[:16]


@pytest.fixture
def run(monkeypatch, tmp_path):
    """Run a command on an archive of one record, made by hand."""
    file = str(tmp_path / "archive.db")
    monkeypatch.setenv("ONRECORD_ARCHIVE", file)
    with Archive(file) as archive:
        archive.add(sample())
    return lambda *arguments, given=None: CliRunner().invoke(cli.app, list(arguments), input=given)


def line(**fields):
    return json.dumps({"entry": f"{SHORT}/statement/s1", "verdict": "reject"} | fields) + "\n"


def test_corrections_go_in_and_corrected_records_come_out(run, tmp_path):
    assert run("export").stdout == ""
    done = run("correct", "-", "--by", "Eva", given=line(why="no statement"))
    assert done.exit_code == 0, done.output
    assert "1 noted." in done.stderr
    record = Record.from_json(run("export").stdout)
    assert [statement.id for statement in record.statements] == ["s2"]
    noted = json.loads(run("export", "--format", "corrections").stdout)
    assert (noted["by"], noted["why"]) == ("Eva", "no statement")
    run("export", "--format", "brat", "--out", str(tmp_path / "gold"))
    assert "E1\tAttribution" in (tmp_path / "gold" / f"{SHORT}.ann").read_text("utf-8")


def test_records_are_exported_as_tables(run, tmp_path):
    assert run("export", "-f", "csv").stdout.count("\n") == 1  # the header: nothing is corrected
    assert run("export", "-f", "csv", "--all", "--table", "statements").stdout.count(SHORT) == 2
    parquet = pytest.importorskip("pyarrow.parquet")
    path = tmp_path / "actors.parquet"
    run("export", "-f", "parquet", "--all", "--table", "actors", "-o", str(path))
    assert parquet.read_table(path).num_rows == len(sample().actors)


def test_an_exported_correction_can_be_read_back(run, tmp_path):
    run("correct", "-", "--by", "Eva", given=line())
    file = tmp_path / "corrections.jsonl"
    run("export", "-f", "corrections", "-o", str(file))
    again = run("correct", str(file))
    assert again.exit_code == 0
    assert "0 noted, 1 known already." in again.stderr


def test_corrections_go_from_one_archive_to_another(run, tmp_path):
    run("correct", "-", "--by", "Eva", given=line(why="no statement"))
    file, other = tmp_path / "corrections.jsonl", str(tmp_path / "other.db")
    run("export", "-f", "corrections", "-o", str(file))
    Archive(other).close()
    refused = run("correct", str(file), "--archive", other)
    assert refused.exit_code == 1 and "no entry" in refused.stderr
    with Archive(other) as archive:
        archive.add(sample())
    assert "1 noted." in run("correct", str(file), "--archive", other).stderr
    sent = run("export", "-f", "corrections", "--archive", other).stdout
    assert json.loads(sent) == json.loads(file.read_text("utf-8"))


def test_bad_lines_are_named_and_the_rest_is_noted(run):
    given = "no json\n" + line(by="Eva") + line(verdict="doubt", by="Eva") + line(colour="red")
    result = run("correct", "-", given=given)
    assert result.exit_code == 1
    assert "1 noted, 3 refused" in result.stderr
    for number in (1, 3, 4):
        assert f"line {number}" in result.stderr


def test_brat_needs_a_folder_and_a_missing_file_is_named(run):
    assert "--out" in str(run("export", "-f", "brat").exception)
    assert "gone.jsonl: No such file" in str(run("correct", "gone.jsonl").exception)


def test_a_file_that_is_no_text_is_named_in_plain_words(run, tmp_path):
    file = tmp_path / "picture.jsonl"
    file.write_bytes(b"\x89PNG\xf0\x28")
    assert "picture.jsonl: it is no text in UTF-8" in str(run("correct", str(file)).exception)


def test_an_export_without_corrections_says_what_would_be_exported(run):
    assert "--all" in run("export").stderr
    assert "--all" not in run("export", "--all").stderr
