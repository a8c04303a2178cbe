import io
import json
import os
import pickle
import sys
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.errors import (
    BadDate,
    IntakeError,
    SourceEmpty,
    SourceMissing,
    SourceUnreadable,
)
from onrecord.intake import Limits, read_source
from onrecord.intake.formats import SUFFIXES
from onrecord.record import Report

TEXT = "“We will go,” the minister said on Monday."
DAY = date(2025, 2, 17)


def write(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def only(found: list[Report | IntakeError]) -> Report | IntakeError:
    (item,) = found
    return item


@pytest.mark.parametrize(
    "text", ["Mac\rlines.", "Windows\r\n\r\nlines.\r\n", "  Unix\n\x0clines. \n"]
)
def test_plain_text_stays_as_it_is(tmp_path: Path, text: str) -> None:
    for suffix in (".txt", ".log", ""):
        report = only(list(read_source(write(tmp_path, f"r{suffix}", text))))
        assert isinstance(report, Report)
        assert report.text == text


def test_a_byte_order_mark_is_no_text(tmp_path: Path) -> None:
    report = only(list(read_source(write(tmp_path, "r.txt", b"\xef\xbb\xbf" + TEXT.encode()))))
    assert isinstance(report, Report) and report.text == TEXT


def test_what_the_caller_gives_holds_for_every_report(tmp_path: Path) -> None:
    rows = [{"text": TEXT + str(n), "published": "2000-01-01", "outlet": "Row"} for n in range(3)]
    write(tmp_path, "a.json", json.dumps(rows))
    write(tmp_path, "b.txt", TEXT)
    found = list(read_source(tmp_path, published="17 Feb 2025", outlet=" Gazette "))
    assert [(r.published, r.published_from, r.outlet) for r in found if isinstance(r, Report)] == [
        (DAY, "given", "Gazette")
    ] * 4


def test_a_date_of_the_caller_that_is_none_is_said_at_once() -> None:
    with pytest.raises(BadDate):
        read_source("whatever.txt", published="03/04/2025")


def test_one_bad_line_loses_no_neighbour(tmp_path: Path) -> None:
    lines = [json.dumps({"id": n, "text": f"{TEXT} {n}"}) for n in range(1, 6)]
    lines[2] = lines[2][:-5]
    path = write(tmp_path, "five.jsonl", "\n".join(lines))
    found = list(read_source(path))
    assert [r.given_id for r in found if isinstance(r, Report)] == ["1", "2", "4", "5"]
    error = found[2]
    assert isinstance(error, SourceUnreadable)
    assert str(error).startswith(f"{path}, line 3: not valid JSON")


def test_one_bad_entry_of_an_array_loses_no_neighbour(tmp_path: Path) -> None:
    rows = [{"text": TEXT}, {"text": TEXT, "published": "soon"}, {"headline": "x"}, {"text": " "}]
    found = list(read_source(write(tmp_path, "f.json", json.dumps(rows))))
    assert [type(item) for item in found] == [Report, BadDate, SourceUnreadable, SourceEmpty]
    assert [e.source[-7:] for e in found if isinstance(e, IntakeError)] == [
        "entry 2",
        "entry 3",
        "entry 4",
    ]


def test_one_bad_file_loses_no_neighbour(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", TEXT)
    write(tmp_path, "b.txt", b"%PDF-1.4")
    write(tmp_path, "c.txt", "")
    write(tmp_path, "d.md", f"# Head\n\n{TEXT}")
    kinds = [type(item) for item in read_source(tmp_path)]
    assert kinds == [Report, SourceUnreadable, SourceEmpty, Report]


@pytest.mark.parametrize(
    ("name", "content", "kind", "word"),
    [
        ("e.txt", b"", SourceEmpty, "empty"),
        ("e.html", b" \n", SourceEmpty, "empty"),
        ("e.json", b" ", SourceEmpty, "empty"),
        ("e.jsonl", b"\n\n", SourceEmpty, "white space"),
        ("e.md", b"\n \n", SourceEmpty, "white space"),
        ("w.txt", b" \r\n\t", SourceEmpty, "white space"),
        ("b.txt", b"\x00\x01\x02\x03", SourceUnreadable, "NUL"),
        ("b.html", b"\x89PNG\r\n", SourceUnreadable, "PNG"),
        ("l.html", b'{"text": "x"}', SourceUnreadable, "content is JSON"),
        ("l.json", b"<html><body>x</body></html>", SourceUnreadable, "content is HTML"),
        ("m.json", b"[1, 2", SourceUnreadable, "not valid JSON"),
        ("d.md", b"---\ndate: soon\n---\nText.", BadDate, "'soon'"),
    ],
)
def test_bad_input_is_one_clear_word(
    tmp_path: Path, name: str, content: bytes, kind: type[IntakeError], word: str
) -> None:
    path = write(tmp_path, name, content)
    error = only(list(read_source(path)))
    assert type(error) is kind
    assert error.source == str(path)
    assert word in error.fault
    assert error.remedy.endswith(".")
    assert "\n" not in str(error)
    assert str(pickle.loads(pickle.dumps(error))) == str(error)


@pytest.mark.parametrize("suffix", ["", *SUFFIXES])
def test_a_single_line_of_ten_megabytes(tmp_path: Path, suffix: str) -> None:
    error = only(list(read_source(write(tmp_path, f"line{suffix}", b"a " * 5_000_000))))
    assert isinstance(error, IntakeError)
    assert len(str(error)) < 600


def test_the_limit_can_be_raised(tmp_path: Path) -> None:
    path = write(tmp_path, "long.txt", "The talks went on. " * 100)
    tight, wide = Limits(max_characters=1_000), Limits(max_characters=10_000)
    assert isinstance(only(list(read_source(path, limits=tight))), SourceUnreadable)
    assert isinstance(only(list(read_source(path, limits=wide))), Report)


def test_what_is_missing_or_closed(tmp_path: Path) -> None:
    assert isinstance(only(list(read_source(tmp_path / "absent.txt"))), SourceMissing)
    assert isinstance(only(list(read_source(tmp_path))), SourceMissing)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read every file")
def test_a_closed_file(tmp_path: Path) -> None:
    path = write(tmp_path, "closed.txt", TEXT)
    path.chmod(0)
    error = only(list(read_source(path)))
    assert isinstance(error, SourceUnreadable) and "permission denied" in error.fault


def test_a_device_that_cannot_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write(tmp_path, "r.txt", TEXT)
    faults = iter(
        [
            PermissionError(13, "Permission denied"),
            FileNotFoundError(2, "gone"),
            OSError(5, "I/O error"),
        ]
    )

    def refuse(*_: object, **__: object) -> None:
        raise next(faults)

    monkeypatch.setattr(Path, "open", refuse)
    words = [str(only(list(read_source(path)))) for _ in range(3)]
    assert ["permission denied" in words[0], "gone" in words[1], "I/O error" in words[2]] == [
        True
    ] * 3


@pytest.mark.parametrize(
    ("content", "texts"),
    [
        (TEXT, [TEXT]),
        (json.dumps({"text": TEXT}), [TEXT]),
        (json.dumps([{"text": TEXT}, {"text": TEXT + "!"}]), [TEXT, TEXT + "!"]),
        ('{"text": "One."}\n{"text": "Two."}\n', ["One.", "Two."]),
        (f"---\ntitle: Head\n---\n*{TEXT}*", [TEXT]),
    ],
)
def test_standard_input_is_told_by_its_content(
    monkeypatch: pytest.MonkeyPatch, content: str, texts: list[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content.encode())))
    assert [r.text for r in read_source("-") if isinstance(r, Report)] == texts


def test_standard_input_is_named_in_errors(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"")))
    error = only(list(read_source("-")))
    assert isinstance(error, SourceEmpty) and error.source == "standard input"


@given(
    content=st.binary(max_size=300)
    | st.text(max_size=200).map(str.encode)
    | st.text(max_size=80).map(lambda text: b'{"text": "' + text.encode() + b'"}\n{"raw": "x"}'),
    suffix=st.sampled_from(["", *SUFFIXES]),
)
@settings(
    deadline=None,
    max_examples=200,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_any_bytes_are_reports_or_errors(tmp_path: Path, content: bytes, suffix: str) -> None:
    path = write(tmp_path, f"any{suffix}", content)
    found = list(read_source(path))
    assert found
    for item in found:
        assert isinstance(item, Report | IntakeError)
    assert [str(item) for item in read_source(path)] == [str(item) for item in found]
