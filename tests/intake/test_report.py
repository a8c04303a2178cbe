import pickle
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import BadDate, IntakeError, SourceEmpty, SourceUnreadable
from onrecord.intake import Limits, report_from_text
from onrecord.intake.known import Known
from onrecord.intake.report import make_report
from onrecord.record import report_id

TEXT = "“We will go,” the minister said on Monday."


def test_what_is_given_says_so_and_what_is_not_is_none() -> None:
    report = report_from_text(
        TEXT, published="17 February 2025", outlet="Gazette", authors="Ana Lima", given_id="a1"
    )
    assert (report.published, report.published_from) == (date(2025, 2, 17), "given")
    assert (report.outlet, report.outlet_from) == ("Gazette", "given")
    assert (report.authors, report.authors_from) == (("Ana Lima",), "given")
    assert (report.title, report.title_from, report.url, report.url_from) == (None,) * 4
    assert (report.id, report.given_id) == (report_id(TEXT), "a1")


def test_given_before_metadata_before_text() -> None:
    text = f"PARIS, March 3, 2025 (AFP) — {TEXT}"
    days = [date(2025, 1, 1), date(2025, 2, 2), date(2025, 3, 3)]
    given_, metadata = Known(published=days[0]), Known(published=days[1])
    limits = Limits()
    first = make_report(text, "x", given=given_, metadata=metadata, limits=limits)
    second = make_report(text, "x", metadata=metadata, limits=limits)
    third = make_report(text, "x", limits=limits)
    assert [r.published for r in (first, second, third)] == days
    assert [r.published_from for r in (first, second, third)] == ["given", "metadata", "text"]


def test_no_date_is_no_date() -> None:
    report = report_from_text(TEXT)
    assert (report.published, report.published_from) == (None, None)


def test_refusals_of_a_text_at_hand() -> None:
    with pytest.raises(SourceEmpty, match="white space"):
        report_from_text(" \n\t ")
    with pytest.raises(SourceEmpty, match="it is empty"):
        report_from_text("")
    with pytest.raises(BadDate):
        report_from_text(TEXT, published="soon")
    with pytest.raises(SourceUnreadable, match=r"41 characters, more than the 40.*max-characters"):
        report_from_text("a" * 41, limits=Limits(max_characters=40))


@given(st.text(max_size=300))
def test_any_text_stays_as_it_is_or_is_refused(text: str) -> None:
    try:
        report = report_from_text(text, source="s")
    except IntakeError as error:
        assert pickle.loads(pickle.dumps(error)).args == error.args
    else:
        assert report.text == text
        assert report_from_text(text) == report
        assert pickle.loads(pickle.dumps(report)) == report
