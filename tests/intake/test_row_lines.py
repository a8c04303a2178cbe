import io

import pytest

from onrecord.errors import IntakeError, SourceEmpty, SourceUnreadable
from onrecord.intake.limits import Limits
from onrecord.intake.row_lines import read_lines

SMALL = Limits(max_characters=10, max_page_bytes=40)  # 100 bytes a line


def lines(data: bytes) -> list[tuple[int, bytes | IntakeError]]:
    return list(read_lines(io.BytesIO(data), "f.jsonl", limits=SMALL))


def test_lines_keep_their_numbers_and_blank_ones_are_none() -> None:
    assert lines(b"\xef\xbb\xbf{}\n\n \r\n{}\r\n{}") == [(1, b"{}\n"), (4, b"{}\r\n"), (5, b"{}")]


def test_a_line_too_long_costs_only_itself() -> None:
    first, second, third = lines(b"{}\n{" + b"x" * 1000 + b"}\n{}\n")
    assert first == (1, b"{}\n") and third == (3, b"{}\n")
    assert isinstance(second[1], SourceUnreadable)
    assert second[1].source == "f.jsonl, line 2"
    assert "100 bytes" in second[1].fault


def test_utf16_lines() -> None:
    text = '{"text": "“Ċ”"}\n{}\n'
    assert [line for _, line in lines(text.encode("utf-16"))] == [
        '{"text": "“Ċ”"}\n'.encode(),
        b"{}\n",
    ]


@pytest.mark.parametrize(
    "data", [b"<!DOCTYPE html>\n<html>", b"[\n {},\n {}]", b'{\n "text": "One"\n}', b"plain\nwords"]
)
def test_a_file_of_something_else_is_one_error(data: bytes) -> None:
    with pytest.raises(SourceUnreadable, match="no line is a JSON object"):
        lines(data)


@pytest.mark.parametrize("data", [b"", b"\n \n"])
def test_nothing(data: bytes) -> None:
    with pytest.raises(SourceEmpty):
        lines(data)
