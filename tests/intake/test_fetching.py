import gzip
import time

import pytest

from onrecord.errors import FetchFailed
from onrecord.intake.fetching import AGENT, Fetcher
from tests.intake.sites import site


def fetcher(**changes):
    return Fetcher(**({"max_bytes": 10_000, "pause_s": 0.0, "internal": True} | changes))


def test_a_page_is_fetched_once_unless_it_changes():
    with site() as served:
        served.page("/a", "words", ETag='"1"', Last_Modified="Mon, 17 Feb 2025 10:00:00 GMT")
        page = fetcher().fetch(f"{served.address}/a")
        assert (page.body, page.etag) == (b"words", '"1"')
        assert fetcher().fetch(f"{served.address}/a", etag=page.etag).body is None
        assert [path for path, _ in served.asked] == ["/robots.txt", "/a"] * 2
        assert served.asked[1][1]["User-Agent"] == AGENT


def test_robots_txt_is_obeyed_and_asked_for_once():
    with site() as served:
        served.page("/robots.txt", "User-agent: *\nDisallow: /private\n")
        served.page("/open", "words")
        served.page("/private/a", "secret")
        one = fetcher()
        assert one.fetch(f"{served.address}/open").body == b"words"
        with pytest.raises(FetchFailed, match=r"robots\.txt"):
            one.fetch(f"{served.address}/private/a")
        assert [path for path, _ in served.asked] == ["/robots.txt", "/open"]


def test_a_site_whose_rules_cannot_be_had_is_left_alone():
    with site() as served:
        served.page("/robots.txt", "down", status=500)
        served.page("/a", "words")
        with pytest.raises(FetchFailed, match=r"robots\.txt"):
            fetcher().fetch(f"{served.address}/a")


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1/",
        "http://[::1]/",
        "http://10.1.2.3/",
        "http://169.254.169.254/latest/meta-data/",
        "http://[::ffff:127.0.0.1]/",
        "http://0.0.0.0/",
        "http://localhost/",
        "http://100.64.0.1/",
    ],
)
def test_internal_hosts_are_refused(url):
    with pytest.raises(FetchFailed, match="public"):
        fetcher(internal=False).fetch(url)


@pytest.mark.parametrize(
    "url", ["file:///etc/passwd", "ftp://host/a", "http://", "nonsense", "http://a:b@host/"]
)
def test_other_addresses_are_refused(url):
    with pytest.raises(FetchFailed):
        fetcher().fetch(url)


def test_a_name_that_leads_inside_and_a_redirect_there_are_refused():
    one = fetcher(internal=False, resolve=lambda *_: ["93.184.216.34", "10.0.0.1"])
    with pytest.raises(FetchFailed, match="public"):
        one.fetch("http://news.example/")
    with site() as served:
        served.page("/a", "", status=302, Location="http://10.0.0.1/secret")
        inner = fetcher()
        address = inner._address
        inner._address = lambda url, host, port: (
            address(url, host, port)
            if host == "127.0.0.1"
            else fetcher(internal=False)._address(url, host, port)
        )
        with pytest.raises(FetchFailed, match="public"):
            inner.fetch(f"{served.address}/a")


def test_redirects_are_followed_but_not_for_ever():
    with site() as served:
        served.page("/a", "", status=301, Location="/b")
        served.page("/b", "words")
        served.page("/round", "", status=302, Location="/round")
        page = fetcher().fetch(f"{served.address}/a")
        assert (page.body, page.url) == (b"words", f"{served.address}/b")
        with pytest.raises(FetchFailed, match="redirects"):
            fetcher().fetch(f"{served.address}/round")


def test_too_much_is_refused_packed_or_not():
    with site() as served:
        served.page("/big", b"x" * 10_001)
        served.page("/bomb", gzip.compress(b"x" * 5_000_000), Content_Encoding="gzip")
        for path in ("/big", "/bomb"):
            with pytest.raises(FetchFailed, match="10,000 bytes"):
                fetcher().fetch(f"{served.address}{path}")


def test_who_asks_for_patience_or_has_nothing_is_named():
    with site() as served:
        served.page("/busy", "", status=429, Retry_After="120")
        with pytest.raises(FetchFailed, match="120"):
            fetcher().fetch(f"{served.address}/busy")
        with pytest.raises(FetchFailed, match="404"):
            fetcher().fetch(f"{served.address}/gone")


def test_a_host_is_given_a_pause(monkeypatch):
    slept = []
    monkeypatch.setattr(time, "sleep", slept.append)
    with site() as served:
        served.page("/robots.txt", "User-agent: *\nCrawl-delay: 7\n")
        served.page("/a", "words")
        fetcher(pause_s=2.0).fetch(f"{served.address}/a")
    assert len(slept) == 1
    assert 6 < slept[0] <= 7
