from datetime import date

import pytest

from onrecord.errors import SourceUnreadable
from onrecord.intake.feeds import feeds_of_opml, items

RSS = b"""<?xml version="1.0"?><rss version="2.0"><channel><title>The Example Courier</title>
<item><title>Talks  go on</title><link>/a.html</link>
<pubDate>Mon, 17 Feb 2025 10:00:00 GMT</pubDate></item>
<item><title>No link</title></item></channel></rss>"""
ATOM = b"""<feed xmlns="http://www.w3.org/2005/Atom"><title>Wire</title><entry>
<title>Talks</title><link href="https://wire.example/b"/></entry></feed>"""


def test_rss_and_atom():
    one, nameless = items(RSS, "https://courier.example/rss.xml")
    assert (one.url, one.title) == ("https://courier.example/a.html", "Talks go on")
    assert (one.outlet, one.published) == ("The Example Courier", date(2025, 2, 17))
    assert isinstance(nameless, SourceUnreadable)
    (other,) = items(ATOM, "https://wire.example/feed")
    assert (other.url, other.published) == ("https://wire.example/b", None)


def test_a_broken_entry_is_named_and_the_rest_read():
    entries = (
        "<item><title>No link</title></item>",
        "<item><link>http://[::1</link></item>",
        "<item><title>Only a fragment</title><link>#top</link></item>",
        f"<item><link>/{'a' * 3000}</link></item>",
        "<item><link>/d.html</link><pubDate>yesterday, or so</pubDate></item>",
        "<item><link>/e.html</link></item>",
    )
    body = f'<rss version="2.0"><channel>{"".join(entries)}</channel></rss>'
    found = list(items(body.encode(), "https://courier.example/rss"))
    for number, (fault, title) in enumerate(
        zip(found[:4], (" (No link)", "", " (Only a fragment)", ""), strict=True), 1
    ):
        assert f"entry {number}{title} has no address of its own" in str(fault)
        assert str(fault).startswith("https://courier.example/rss: ")
    assert [item.url[-7:] for item in found[4:]] == ["/d.html", "/e.html"]
    assert [item.published for item in found[4:]] == [None, None]


def test_a_feed_that_breaks_off_gives_what_it_has():
    *whole, fault = items(RSS[:-60], "https://courier.example/rss")
    assert [item.url for item in whole] == ["https://courier.example/a.html"]
    assert "ill-formed" in str(fault)


def test_a_feed_without_entries_is_one():
    assert not list(items(b'<rss version="2.0"><channel/></rss>', "https://courier.example/rss"))


def test_what_is_no_feed_is_refused():
    with pytest.raises(SourceUnreadable, match="feed"):
        list(items(b"<html><body>Hello</body></html>", "https://courier.example/"))


def test_opml():
    opml = b"""<opml><body><outline text="News"><outline xmlUrl="https://a.example/rss"/>
    <outline xmlUrl="https://b.example/rss"/></outline></body></opml>"""
    assert list(feeds_of_opml(opml, "x.opml")) == ["https://a.example/rss", "https://b.example/rss"]
    with pytest.raises(SourceUnreadable, match=r"x\.opml"):
        list(feeds_of_opml(b"no xml", "x.opml"))
    with pytest.raises(SourceUnreadable, match=r"rss\.xml: no feed is listed"):
        list(feeds_of_opml(RSS, "rss.xml"))
