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
    (one,) = items(RSS, "https://courier.example/rss.xml")
    assert (one.url, one.title) == ("https://courier.example/a.html", "Talks go on")
    assert (one.outlet, one.published) == ("The Example Courier", date(2025, 2, 17))
    (other,) = items(ATOM, "https://wire.example/feed")
    assert (other.url, other.published) == ("https://wire.example/b", None)


def test_what_is_no_feed_is_refused():
    with pytest.raises(SourceUnreadable, match="feed"):
        items(b"<html><body>Hello</body></html>", "https://courier.example/")


def test_opml():
    opml = b"""<opml><body><outline text="News"><outline xmlUrl="https://a.example/rss"/>
    <outline xmlUrl="https://b.example/rss"/></outline></body></opml>"""
    assert list(feeds_of_opml(opml, "x.opml")) == ["https://a.example/rss", "https://b.example/rss"]
    with pytest.raises(SourceUnreadable, match=r"x\.opml"):
        list(feeds_of_opml(b"no xml", "x.opml"))
