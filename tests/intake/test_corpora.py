"""The intake on real reports, where the gold data lies beside the repository."""

from pathlib import Path

import pytest

from onrecord.errors import BadDate
from onrecord.intake import read_source
from onrecord.record import Report

pytestmark = pytest.mark.gold


def reports(path: Path) -> list[Report]:
    return [item for item in read_source(path) if isinstance(item, Report)]


def test_news_articles_are_all_read_but_for_dates_with_two_readings(shared: Path) -> None:
    found = list(read_source(shared / "corpus" / "news-2000.jsonl"))
    failed = [item for item in found if not isinstance(item, Report)]
    assert len(found) == 2000
    assert [type(error) for error in failed] == [BadDate] * 4


def test_markdown_documents_lose_their_markup_and_keep_their_metadata(shared: Path) -> None:
    found = reports(shared / "corpus" / "white-house-2025-q1.jsonl")
    assert len(found) == 590
    assert all(r.title and r.url and r.outlet and r.published for r in found)
    assert not any(mark in r.text for r in found for mark in ("](", "<!--", "<span", "\xa0"))
    assert not any(
        line.startswith(("- ", "> ", "* ")) for r in found for line in r.text.split("\n")
    )


def test_daily_summaries(shared: Path) -> None:
    found = reports(shared / "corpus" / "current-events-2025-q1.jsonl")
    assert len(found) == 90
    assert not any("](" in r.text or "wikipedia.org" in r.text for r in found)


def test_diplomatic_reports_and_the_seed(shared: Path) -> None:
    for folder, count in (("koreas-summit-2018", 5), ("tillerson-moscow-2017", 8)):
        assert len(reports(shared / "gold" / "reports" / folder)) == count
    (seed,) = reports(shared / "seed" / "text" / "seed.txt")
    assert seed.text.encode() == (shared / "seed" / "text" / "seed.txt").read_bytes()
    assert (seed.published, seed.published_from) == (None, None)
