import gzip
import time

import pytest

from onrecord.errors import FetchFailed, NeverFetched, NotYet
from onrecord.intake.fetching import AGENT, Fetcher
from onrecord.intake.patience import LONGEST_ASKED, Patience, ShortMemory, Sign, now
from tests.intake.sites import site


def fetcher(**changes):
    return Fetcher(**({"max_bytes": 10_000, "pause_s": 0.0, "allowed": {"127.0.0.1"}} | changes))


def test_a_page_is_fetched_once_unless_it_changes():
    with site() as served:
        served.page("/a", "words", ETag='"1"', Last_Modified="Mon, 17 Feb 2025 10:00:00 GMT")
        page = fetcher().fetch(f"{served.address}/a")
        assert (page.body, page.sign.etag) == (b"words", '"1"')
        assert fetcher().fetch(f"{served.address}/a", page.sign).body is None
        assert [path for path, _ in served.asked] == ["/robots.txt", "/a"] * 2
        assert served.asked[1][1]["User-Agent"] == AGENT
        assert served.asked[3][1]["If-Modified-Since"] == "Mon, 17 Feb 2025 10:00:00 GMT"


def test_robots_txt_is_obeyed_and_asked_for_once():
    with site() as served:
        rules = "User-agent: *\nDisallow: /private\nAllow: /private/press\nDisallow: /*.pdf$\n"
        served.page("/robots.txt", rules)
        for path in ("/open", "/private/a", "/private/press", "/b.pdf"):
            served.page(path, "words")
        one = fetcher()
        assert one.fetch(f"{served.address}/open").body == b"words"
        assert one.fetch(f"{served.address}/private/press").body == b"words"
        for path in ("/private/a", "/b.pdf"):
            with pytest.raises(FetchFailed, match=r"robots\.txt"):
                one.fetch(f"{served.address}{path}")
        assert [path for path, _ in served.asked] == ["/robots.txt", "/open", "/private/press"]


def test_robots_txt_may_stand_elsewhere_or_nowhere():
    with site() as served:
        served.page("/robots.txt", "", status=301, Location="/rules")
        served.page("/rules", "User-agent: onrecord\nDisallow: /a\n")
        served.page("/a", "words")
        with pytest.raises(FetchFailed, match=r"robots\.txt"):
            fetcher().fetch(f"{served.address}/a")
        served.page("/robots.txt", "", status=301, Location="/robots.txt")
        assert fetcher().fetch(f"{served.address}/a").body == b"words"


@pytest.mark.parametrize("status", [429, 500, 503])
def test_a_site_whose_rules_cannot_be_had_is_left_alone(status):
    with site() as served:
        served.page("/robots.txt", "down", status=status)
        served.page("/a", "words")
        one = fetcher()
        with pytest.raises(FetchFailed, match=rf"robots\.txt cannot be had.*{status}"):
            one.fetch(f"{served.address}/a")
        with pytest.raises(NotYet, match="left alone until"):
            one.fetch(f"{served.address}/b")
        assert [path for path, _ in served.asked] == ["/robots.txt"]


@pytest.mark.parametrize("host", ["127.0.0.1", "[::1]", "10.1.2.3", "169.254.169.254", "localhost"])
def test_internal_hosts_are_refused(host):
    with pytest.raises(FetchFailed, match="public"):
        fetcher(allowed=()).fetch(f"http://{host}/latest/meta-data/")


@pytest.mark.parametrize("url", ["http://127.0.0.1/rss", "file:///rss.xml"])
def test_what_is_never_fetched_is_refused_alike_each_time_and_not_put_off(url):
    one = fetcher(allowed=())
    for _ in range(2):
        with pytest.raises(NeverFetched):
            one.fetch(url)


def test_a_page_that_leads_inside_is_put_off():
    with site() as served:
        served.page("/a", "", status=302, Location="http://10.0.0.1/secret")
        one = fetcher(resolve=lambda host, _: [host])
        with pytest.raises(NeverFetched):
            one.fetch(f"{served.address}/a")
        with pytest.raises(NotYet):
            one.fetch(f"{served.address}/a")


def test_a_redirect_to_the_inside_is_refused():
    with site() as served:
        for path, to in (("/a", "http://10.0.0.1/secret"), ("/b", "http://inside.example/secret")):
            served.page(path, "", status=302, Location=to)
            addresses = {"127.0.0.1": ["127.0.0.1"], "10.0.0.1": ["10.0.0.1"]}
            one = fetcher(resolve=lambda host, _: addresses.get(host, ["192.168.0.1"]))  # noqa: B023
            with pytest.raises(FetchFailed, match="public"):
                one.fetch(f"{served.address}{path}")


def test_the_address_that_was_checked_is_the_one_connected_to():
    # Asked again the name leads inside (DNS rebinding): every request resolves it once.
    answers = iter([["127.0.0.1"], ["127.0.0.1"], ["10.0.0.1"]])
    with site() as served:
        served.page("/a", "words")
        one = fetcher(resolve=lambda *_: next(answers))
        url = f"http://news.example:{served.port}/a"
        assert one.fetch(url).body == b"words"
        assert served.asked[-1][1]["Host"] == f"news.example:{served.port}"
        with pytest.raises(FetchFailed, match="public"):
            one.fetch(url)


def test_redirects_are_followed_but_not_for_ever():
    with site() as served:
        served.page("/a", "", status=301, Location="/b")
        served.page("/b", "words")
        served.page("/round", "", status=302, Location="/round")
        served.page("/odd", "", status=302, Location="http://[")
        page = fetcher().fetch(f"{served.address}/a")
        assert (page.body, page.url) == (b"words", f"{served.address}/b")
        for path, fault in (("/round", "redirects"), ("/odd", "no address")):
            with pytest.raises(FetchFailed, match=fault):
                fetcher().fetch(f"{served.address}{path}")


def test_too_much_is_refused_packed_or_not():
    with site() as served:
        served.page("/big", b"x" * 10_001)
        served.page("/bomb", gzip.compress(b"x" * 5_000_000), Content_Encoding="gzip")
        served.page("/packed", gzip.compress(b"x" * 10_000), Content_Encoding="gzip")
        for path in ("/big", "/bomb"):
            with pytest.raises(FetchFailed, match="10,000 bytes"):
                fetcher().fetch(f"{served.address}{path}")
        assert fetcher().fetch(f"{served.address}/packed").body == b"x" * 10_000


def test_an_answer_that_takes_too_long_or_breaks_off_is_none():
    with site() as served:
        served.page("/a", "words")
        served.page("/robots.txt", "")
        with pytest.raises(FetchFailed, match="not all came"):
            fetcher(longest_s=-1.0).fetch(f"{served.address}/a")
        served.page("/short", "words", Content_Length="100")
        with pytest.raises(FetchFailed, match="5 bytes read, 95 more expected"):
            fetcher().fetch(f"{served.address}/short")


def test_a_page_that_is_not_there_is_asked_for_less_and_less():
    moment = [now()]
    memory = ShortMemory()
    with site() as served:
        served.page("/b", "words")
        patience = Patience(memory, now=lambda: moment[0], draw=lambda: 1.0)
        one = fetcher(patience=patience)
        url = f"{served.address}/a"
        with pytest.raises(FetchFailed, match="404"):
            one.fetch(url)
        with pytest.raises(NotYet, match=r"it is left alone.*404"):
            one.fetch(url)
        assert one.fetch(f"{served.address}/b").body == b"words"
        moment[0] = memory.wait(url).until
        served.page("/a", "words")
        assert one.fetch(url).body == b"words"
        assert served.paths == ["/a", "/b", "/a"]
        assert memory.wait(url) is None


@pytest.mark.parametrize(
    ("header", "least"),
    [
        ("7200", 7200),
        ("Fri, 01 Jan 2100 00:00:00 GMT", LONGEST_ASKED.total_seconds()),
        ("soon", 30),
        (None, 30),
    ],
)
def test_who_asks_for_patience_is_given_it(header, least):
    memory = ShortMemory()
    with site() as served:
        served.page("/a", "", status=429, **({"Retry_After": header} if header else {}))
        served.page("/b", "words")
        one = fetcher(memory=memory)
        before = now()
        with pytest.raises(FetchFailed, match="429"):
            one.fetch(f"{served.address}/a")
        wait = memory.wait("127.0.0.1")
        assert (wait.until - before).total_seconds() >= least
        # Another fetcher, another run: the same memory.
        with pytest.raises(NotYet, match=r"127\.0\.0\.1 is left alone until"):
            fetcher(memory=memory).fetch(f"{served.address}/b")
        assert served.paths == ["/a"]


def test_an_answer_no_one_asked_for_is_no_page():
    with site() as served:
        served.page("/a", "", status=304)
        with pytest.raises(FetchFailed, match="304"):
            fetcher().fetch(f"{served.address}/a")
        assert fetcher().fetch(f"{served.address}/a", Sign(etag='"1"')).body is None


@pytest.mark.parametrize(
    ("asked", "least", "most"), [("7", 6, 7), ("2.5", 1.5, 2.5), ("900", 59, 60)]
)
def test_a_host_is_given_the_pause_it_asks_for(monkeypatch, asked, least, most):
    slept = []
    monkeypatch.setattr(time, "sleep", slept.append)
    with site() as served:
        served.page("/robots.txt", f"User-agent: *\nCrawl-delay: {asked}\n")
        served.page("/a", "words")
        fetcher(pause_s=1.0).fetch(f"{served.address}/a")
    assert len(slept) == 1
    assert least < slept[0] <= most
