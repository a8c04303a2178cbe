import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import BadDate, IntakeError, SourceEmpty, SourceUnreadable
from onrecord.intake.known import Known
from onrecord.intake.limits import Limits
from onrecord.intake.rows import entries, report_of_row
from onrecord.record import Report

TEXT = "“We will go,” the minister said on Monday."


def read(row: Any, caller: Known | None = None) -> Report:
    data = row if isinstance(row, bytes) else json.dumps(row).encode()
    return report_of_row(data, "f.json", given=caller or Known(), limits=Limits())


def test_all_fields_come_from_metadata() -> None:
    report = read(
        {
            "id": 7,
            "title": " Talks\nresume ",
            "outlet": "Gazette",
            "published": "2025-02-17T01:00:00Z",
            "url": "https://x.example/1",
            "authors": ["Ana Lima", "Tom Adeyemi"],
            "text": TEXT,
            "mood": {"unknown": [1, 2]},
        }
    )
    assert (report.given_id, report.title, report.outlet) == ("7", "Talks resume", "Gazette")
    assert (report.published, report.published_from) == (date(2025, 2, 17), "metadata")
    assert (report.url, report.authors) == ("https://x.example/1", ("Ana Lima", "Tom Adeyemi"))
    assert report.text == TEXT


def test_what_is_empty_or_null_is_unknown() -> None:
    report = read({"title": "", "outlet": None, "published": "", "authors": "", "text": TEXT})
    assert (report.title, report.outlet, report.published, report.authors) == (None, None, None, ())
    assert (report.title_from, report.published_from, report.authors_from) == (None, None, None)


def test_the_caller_goes_before_the_row_even_where_its_date_is_broken() -> None:
    report = read(
        {"published": "soon", "outlet": "Row", "text": TEXT}, Known(published=date(2025, 2, 17))
    )
    assert (report.published, report.published_from) == (date(2025, 2, 17), "given")
    assert (report.outlet, report.outlet_from) == ("Row", "metadata")


def test_raw_markdown_and_raw_html() -> None:
    markdown = read({"raw": "---\ntitle: One\n---\n\n**We** [go](x).", "title": "Row"})
    assert (markdown.title, markdown.text) == ("Row", "We go.")
    page = (
        "<html><body><article>" + f"<p>{TEXT} {TEXT} {TEXT} {TEXT}</p>" + "</article></body></html>"
    )
    assert read({"raw": page}).text.startswith(TEXT)


def test_a_record_of_ours_is_read_again() -> None:
    record = {"schema": "onrecord/1", "report": {"text": TEXT, "published": "2025-02-17"}}
    assert read(record).published == date(2025, 2, 17)


@pytest.mark.parametrize(
    ("row", "word"),
    [
        ({"body": TEXT, "title": "x"}, "fields found are: body, title"),
        ({"text": None}, "no text"),
        ({"text": ["a"]}, "wrong type: Expected `str"),
        ({"text": TEXT, "published": 20250217}, "wrong type"),
        ([TEXT], "must be a JSON object"),
        (b'{"text": "a"', "not valid JSON"),
        (b'{"text": "\xff"}', "not valid JSON"),
        (b'{"text": "\\ud83d"}', "not valid JSON"),
        (b'{"a":' * 100_000, "nested too deeply"),
    ],
)
def test_refusals_name_the_fault(row: Any, word: str) -> None:
    with pytest.raises(SourceUnreadable) as caught:
        read(row)
    assert word in caught.value.fault
    assert caught.value.remedy


def test_a_date_that_is_none() -> None:
    with pytest.raises(BadDate, match=r"f\.json: '4/21/18'"):
        read({"published": "4/21/18", "text": TEXT})


def test_an_array_is_its_entries() -> None:
    assert entries(b' [{"a": 1},\n [2] ]', "f") == [b'{"a": 1}', b"[2]"]
    assert entries(b'{"a": 1}', "f") == [b'{"a": 1}']
    with pytest.raises(SourceEmpty):
        entries(b" \n", "f")
    with pytest.raises(SourceUnreadable, match="not valid JSON"):
        entries(b'[{"a": 1}, {', "f")


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=8,
)
FIELDS = st.sampled_from(["id", "title", "published", "authors", "text", "raw", "report", "schema"])


@given(st.dictionaries(FIELDS, JSON))
def test_any_json_is_a_report_or_a_refusal(row: dict[str, Any]) -> None:
    try:
        assert read(row).text
    except IntakeError as error:
        assert error.source.startswith("f.json") and error.remedy
