import io
import json
import subprocess
import sys

import pytest
from typer.testing import CliRunner

import onrecord
from onrecord import cli
from onrecord.cli import read, root
from onrecord.record import Record

pytestmark = pytest.mark.model


@pytest.fixture
def run(coder, monkeypatch):
    """Run a command in this process with the shared coder."""
    monkeypatch.setattr(onrecord, "load", lambda **_: coder)

    def runner(*arguments: object, given: str | bytes | None = None):
        return CliRunner().invoke(cli.app, [str(a) for a in arguments], input=given)

    return runner


def test_read_shows_a_report(run, examples):
    result = run("read", examples / "riyadh-talks.txt")
    assert result.exit_code == 0
    assert "Marco Rubio" in result.stdout
    assert "18 February 2025" in result.stdout


def test_jsonl_prints_a_record_a_line_in_the_order_of_the_sources(run, examples):
    names = ["undated.txt", "riyadh-talks.txt"]
    result = run("read", "-f", "jsonl", *(examples / n for n in names))
    records = [Record.from_json(line) for line in result.stdout.splitlines()]
    assert [r.report.published is None for r in records] == [True, False]


def test_json_prints_one_object_for_one_report(run, examples):
    result = run("read", "--format", "json", examples / "readout.md")
    assert json.loads(result.stdout)["report"]["published"] == "2025-03-05"


def test_a_broken_row_is_listed_at_the_end_and_the_rest_is_read(run, examples):
    result = run("read", "-f", "jsonl", examples / "batch.jsonl")
    assert result.exit_code == 1
    rows = [json.loads(line)["report"]["given_id"] for line in result.stdout.splitlines()]
    assert rows == ["row-1", "row-2", "row-4", "row-5"]
    assert "batch.jsonl, line 3" in result.stderr
    assert "4 read, 1 source failed" in result.stderr


def test_html_goes_to_a_file(run, examples, tmp_path):
    page = tmp_path / "page.html"
    assert run("read", "-f", "html", "-o", page, examples / "undated.txt").exit_code == 0
    assert page.read_text(encoding="utf8").lower().startswith("<!doctype html>")


def test_tables_go_to_csv_and_parquet(run, examples, tmp_path):
    asked = ("read", "--table", "actors", examples / "undated.txt")
    lines = run(*asked, "-f", "csv").stdout.splitlines()
    assert lines[0].startswith("report,id,kind,name")
    parquet = pytest.importorskip("pyarrow.parquet")
    assert run(*asked, "-f", "parquet", "-o", tmp_path / "a.parquet").exit_code == 0
    assert parquet.read_table(tmp_path / "a.parquet").num_rows == len(lines) - 1


def test_standard_input_and_options_for_date_and_outlet(run):
    options = ["--published", "2025-02-17", "--outlet", "The Example Courier"]
    result = run("read", "-", "-f", "json", *options, given="Talks go on, the minister said.")
    report = json.loads(result.stdout)["report"]
    assert (report["published"], report["published_from"]) == ("2025-02-17", "given")
    assert (report["outlet"], report["outlet_from"]) == ("The Example Courier", "given")


def test_when_nothing_can_be_read_the_model_is_not_loaded(monkeypatch, tmp_path):
    def refuse(**_):
        raise AssertionError("the model was loaded for nothing")

    monkeypatch.setattr(onrecord, "load", refuse)
    empty = tmp_path / "empty.txt"
    empty.write_text(" \n")
    result = CliRunner().invoke(cli.app, ["read", str(empty)])
    assert result.exit_code == 1
    assert "empty.txt" in result.stderr


BAD = {
    "empty.txt": b"",
    "blank.txt": b" \n\t\n",
    "binary.txt": bytes(range(256)) * 20,
    "picture.png": b"\x89PNG\r\n\x1a\n" + bytes(200),
    "list.json": b'{"text": "cut off',
    "number.json": b"17",
    "textless.jsonl": b'{"title": "no text here"}\n',
    "nothing.html": b"<html><body><nav><a href='/'>Home</a></nav></body></html>",
    "fremd.txt": (
        "Der Außenminister erklärte am Montag in Berlin, dass die Gespräche über die Ukraine in "
        "der kommenden Woche fortgesetzt werden. Zuvor hatte er mit seinem Amtskollegen "
        "telefoniert und ihn gebeten, die Delegation zu empfangen. Eine Einigung sei nicht in "
        "Sicht, sagte er vor der Presse."
    ).encode(),
    "line.txt": b"word " * 2_000_000,
}


@pytest.mark.parametrize("name", BAD)
def test_bad_input_is_one_clear_line_and_costs_no_neighbour(run, examples, tmp_path, name):
    bad = tmp_path / name
    bad.write_bytes(BAD[name])
    result = run("read", "-f", "jsonl", bad, examples / "undated.txt")
    assert result.exit_code == 1
    assert len(result.stdout.splitlines()) == 1
    complaint, summary = result.stderr.strip().splitlines()
    assert name in complaint
    assert complaint.rstrip().endswith(".")
    assert "1 read, 1 source failed" in summary
    assert "Traceback" not in result.stderr


def test_a_folder_without_reports_and_a_missing_file_are_named(run, tmp_path):
    (tmp_path / "void").mkdir()
    result = run("read", tmp_path / "void", tmp_path / "gone.txt")
    assert result.exit_code == 1
    assert "void" in result.stderr
    assert "gone.txt" in result.stderr


def command(*arguments: object, given: bytes = b"") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "onrecord.cli", *map(str, arguments)],
        capture_output=True,
        text=True,
        check=False,
        input=given.decode(),
    )


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["read"], "Missing argument"),
        (["read", "x.txt", "--published", "yesterday"], "yesterday"),
        (["read", "x.txt", "--format", "pdf"], "pdf"),
        (["read", "x.txt", "--table", "hits"], "statements"),
        (["read", "x.txt", "--processes", "0"], "greater than"),
        (["read", "x.txt", "--attributor", "magic"], "magic"),
        (["unheard-of"], "unheard-of"),
    ],
)
def test_wrong_use_exits_with_2_and_no_traceback(arguments, message):
    result = command(*arguments)
    assert result.returncode == 2
    assert message in result.stderr
    assert "Traceback" not in result.stderr


def test_a_terminal_that_knows_no_unicode_gets_question_marks(examples):
    result = subprocess.run(
        [sys.executable, "-m", "onrecord.cli", "read", examples / "undated.txt"],
        capture_output=True,
        check=False,
        env={"PYTHONIOENCODING": "ascii", "PATH": ""},
    )
    assert result.returncode == 0, result.stderr
    assert result.stdout.isascii()


def test_version_and_help():
    assert command("--version").stdout.startswith("onrecord 0.")
    assert "read" in command("--help").stdout


def test_a_reader_that_hangs_up_is_no_error_of_ours(run, examples, monkeypatch):
    class Closed(io.StringIO):
        def write(self, _text):
            raise BrokenPipeError

    monkeypatch.setattr(root.sys, "stdout", Closed())
    monkeypatch.setattr(
        root, "app", lambda: read._write([], Closed(), read.Format.json, "statements")
    )
    monkeypatch.setattr(root.os, "dup2", lambda *_: 0)
    monkeypatch.setattr(root.sys.stdout, "fileno", lambda: 1, raising=False)
    with pytest.raises(SystemExit) as stop:
        root.main()
    assert stop.value.code == 1
