import logging
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.errors import IntakeError, NoArticle, NotEnglish, SourceUnreadable
from onrecord.intake.known import Known
from onrecord.intake.limits import Limits
from onrecord.intake.page import report_of_html
from onrecord.record import Report

PAGES = Path(__file__).parent / "pages"


def read(page: str, limits: Limits | None = None) -> Report:
    return report_of_html(
        page, "p.html", given=Known(), metadata=Known(), limits=limits or Limits()
    )


def page(name: str) -> str:
    return (PAGES / name).read_text(encoding="utf-8")


def test_a_newspapers_page() -> None:
    report = read(page("newspaper.html"))
    assert report.title == "Lisbon offers to host grain talks as harvest nears"
    assert report.outlet == "The Harbour Gazette"
    assert report.authors == ("Inês Carvalho", "Tom Adeyemi")
    assert (report.published, report.published_from) == (date(2024, 6, 11), "metadata")
    assert report.url is not None and report.url.endswith("/lisbon-offers-to-host-grain-talks")
    assert {report.title_from, report.outlet_from, report.authors_from, report.url_from} == {
        "metadata"
    }
    paragraphs = report.text.split("\n\n")
    assert paragraphs[3] == (
        "“We have a room, we have coffee and we have patience,” Paulo Rangel told reporters in"
        " Lisbon. “What we lack is time.”"
    )
    assert "A deadline in July" in paragraphs
    assert paragraphs[-1].endswith("his office said.")


@pytest.mark.parametrize(
    "noise",
    [
        "cookies",
        "Advertisement",
        "Most viewed",
        "Wheat prices",
        "First Tide",
        "salty",
        "©",
        "Sport",
    ],
)
def test_what_surrounds_the_article_is_left_out(noise: str) -> None:
    assert noise not in read(page("newspaper.html")).text


def test_a_blog_without_structured_data() -> None:
    report = read(page("blog.html"))
    assert report.title == "Notes from the Assembly: who walked out"
    assert report.authors == ("Miriam Oyelaran",)
    assert report.published == date(2023, 9, 21)
    assert "\n\nThe first delegation left at 10:04.\n\n" in report.text
    assert "Recent Posts" not in report.text and "Share this" not in report.text


def test_an_old_page_laid_out_by_a_table() -> None:
    report = read(page("bare.html"))
    assert (report.published, report.published_from) == (date(2004, 3, 3), "text")
    assert "Home" not in report.text
    assert len(report.text.split("\n\n")) == 4


@pytest.mark.parametrize(
    ("name", "kind", "word"),
    [
        ("paywall.html", NoArticle, "paywall"),
        ("front_page.html", NoArticle, "list without sentences"),
        ("robot_check.html", NoArticle, "notice in an article's place"),
        ("french.html", NotEnglish, "'fr'"),
    ],
)
def test_pages_without_an_english_article(name: str, kind: type[IntakeError], word: str) -> None:
    with pytest.raises(kind, match=word):
        read(page(name))


@pytest.mark.parametrize(
    "markup",
    [
        "<html></html>",
        "<html><body><p>Short.</p></body></html>",
        "<html><body>" + "<div>" * 5_000 + "deep",
        "<!--" * 1_000,
        "<html><body><script>" + "x" * 10_000 + "</script></body></html>",
    ],
)
def test_pages_without_an_article(markup: str) -> None:
    with pytest.raises(NoArticle, match="the page holds no article"):
        read(markup)


def test_pages_beyond_the_limits() -> None:
    with pytest.raises(SourceUnreadable, match="more than the 20 that are read"):
        read("<html><body>" + "<p>One</p>" * 30, Limits(max_page_elements=20))
    with pytest.raises(SourceUnreadable, match="max_page_bytes"):
        read("<html>" + " " * 100, Limits(max_page_bytes=100))


def test_an_undated_page_stays_undated() -> None:
    undated = "<html><body><article>" + "".join(
        f"<p>The ministers met for the {n}th time, and agreed on little of what had been asked.</p>"
        for n in range(4, 9)
    )
    assert read(undated).published is None


def test_the_library_keeps_quiet(
    capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.CRITICAL), pytest.raises(NoArticle):
        read("<html><body><p>Short.</p></body></html>")
    assert capfd.readouterr() == ("", "")


SENTENCE = "The minister said that the talks would go on for a while. "
TAGS = st.sampled_from(
    ["<p>", "</p>", "<div>", "<table>", "<tr>", "<td>", "<q>", "</q>", "<br>", "<!--", "\ue000"]
).flatmap(lambda tag: st.sampled_from([tag, tag + SENTENCE]))


@given(st.lists(TAGS, max_size=30).map("".join))
@settings(max_examples=60, deadline=None)
def test_any_markup_is_a_report_or_a_refusal(markup: str) -> None:
    try:
        assert read(f"<html><body>{markup}").text.strip()
    except IntakeError as error:
        assert error.remedy
