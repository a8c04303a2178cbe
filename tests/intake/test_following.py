from datetime import date, timedelta

import pytest

from onrecord.errors import (
    FetchFailed,
    IntakeError,
    NeverFetched,
    NoArticle,
    NotYet,
    SourceUnreadable,
)
from onrecord.intake.fetching import Fetcher
from onrecord.intake.following import follow
from onrecord.intake.patience import Patience, ShortMemory, now
from onrecord.record import Report
from tests.intake.sites import site


class World:
    """A site with a feed, a memory and a clock; ``look`` follows the feed once."""

    def __init__(self, served):
        self.served = served
        self.memory = ShortMemory()
        self.moment = now()
        self.patience = Patience(self.memory, now=lambda: self.moment, draw=lambda: 1.0)
        self.feed = f"{served.address}/rss"

    def entries(self, *paths, etag='"1"'):
        listed = "".join(
            f"<item><link>{path}</link><pubDate>Tue, 18 Feb 2025 10:00:00 GMT</pubDate></item>"
            for path in paths
        )
        body = f'<rss version="2.0"><channel>{listed}</channel></rss>'
        self.served.page("/rss", body, ETag=etag)

    def look(self, *feeds):
        fetcher = Fetcher(
            max_bytes=1_000_000,
            pause_s=0.0,
            allowed={"127.0.0.1"},
            memory=self.memory,
            patience=self.patience,
        )
        asked = len(self.served.asked)
        found = list(follow(feeds or (self.feed,), fetcher, self.memory))
        paths = [path for path, _ in self.served.asked[asked:] if path != "/robots.txt"]
        return found, paths

    def later(self, **passed):
        self.moment += timedelta(**passed)


@pytest.fixture
def world(examples):
    with site() as served:
        page = (examples / "paris-summit.html").read_bytes()
        for path in ("/a", "/b", "/c"):
            served.page(path, page)
        yield World(served)


def test_each_page_is_fetched_once(world):
    world.entries("/a", "/b")
    found, paths = world.look()
    assert [type(one) for one in found] == [Report, Report]
    assert found[0].url == f"{world.served.address}/a"
    assert paths == ["/rss", "/a", "/b"]
    assert world.look() == ([], ["/rss"])
    assert "If-None-Match" in world.served.asked[-1][1]
    world.entries("/a", "/b", "/c", etag='"2"')
    assert world.look()[1] == ["/rss", "/c"]


def test_the_feeds_date_stands_where_the_page_has_none(world):
    sentence = "The minister said on Tuesday that the talks would go on for another week. "
    article = f"<html><body><article><p>{sentence * 8}</p></article></body></html>"
    world.served.page("/plain", article)
    world.entries("/plain")
    ((report,), _) = world.look()
    assert report.published == date(2025, 2, 18)


def test_a_page_is_noted_only_when_the_next_is_asked_for(world):
    world.entries("/a", "/b")
    fetcher = Fetcher(max_bytes=1_000_000, pause_s=0.0, allowed={"127.0.0.1"})
    reports = follow([world.feed], fetcher, world.memory)
    next(reports)
    assert world.memory.sign(f"{world.served.address}/a") is None
    next(reports)
    assert world.memory.sign(f"{world.served.address}/a") is not None
    assert world.memory.sign(world.feed) is None


def test_what_is_broken_is_named_and_the_rest_goes_on(world):
    world.served.page("/empty", "<html><body><nav>Home</nav></body></html>")
    world.served.page("/html", "<html><body>Hello</body></html>")
    world.entries("/gone", "/empty", "javascript:alert(1)", "", "/a")
    html = f"{world.served.address}/html"
    found, _ = world.look(html, "http://10.0.0.1/rss", world.feed)
    kinds = [SourceUnreadable, NeverFetched, FetchFailed, NoArticle]
    assert [type(one) for one in found] == [*kinds, NeverFetched, SourceUnreadable, Report]
    for error, named in zip(
        found, (html, "10.0.0.1", "/gone", "/empty", "javascript"), strict=False
    ):
        assert isinstance(error, IntakeError)
        assert named in str(error)


def test_a_page_that_fails_is_tried_again_and_at_last_given_up(world):
    world.entries("/a", "/gone")
    assert world.look()[1] == ["/rss", "/a", "/gone"]
    found, paths = world.look()
    assert paths == ["/rss"]
    assert isinstance(found[0], NotYet)
    assert "pages left for later: 1, the first" in str(found[0])
    asked = 1
    for _ in range(200):
        world.later(hours=1)
        found, paths = world.look()
        asked += "/gone" in paths
    assert asked == 10
    # Then the feed is whole: asked for only where it has changed.
    assert (found, paths) == ([], ["/rss"])
    assert "If-None-Match" in world.served.asked[-1][1]


def test_a_host_that_asks_for_patience_is_asked_for_nothing_else(world):
    world.entries("/busy", "/a", "/b")
    world.served.page("/busy", "", status=503, Retry_After="600")
    found, paths = world.look()
    assert paths == ["/rss", "/busy"]
    assert "asks to wait 600 seconds" in str(found[0])
    assert "pages left for later: 2, the first" in str(found[1])
    world.later(seconds=599)
    assert world.look()[1] == []
    # The page that failed waits for itself, the others do not wait for it.
    world.later(seconds=2)
    world.served.page("/busy", "", status=503)
    world.look()
    world.later(seconds=61)
    found, paths = world.look()
    assert paths == ["/rss", "/a", "/b"]
    assert [type(one) for one in found] == [Report, Report, NotYet]


def test_what_is_no_feed_is_asked_for_less_and_less(world):
    html = f"{world.served.address}/html"
    world.served.page("/html", "<html><body>Hello</body></html>")
    assert isinstance(world.look(html)[0][0], SourceUnreadable)
    found, paths = world.look(html)
    assert isinstance(found[0], NotYet)
    assert paths == []
