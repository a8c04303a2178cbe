from datetime import UTC, datetime, timedelta

from onrecord.archive import Archive
from onrecord.intake.patience import Sign, Wait

UNTIL = datetime(2025, 2, 17, 22, 40, 30, tzinfo=UTC)


def test_signs_of_change_outlive_the_run(archive):
    assert archive.fetched.sign("https://news.example/rss") is None
    archive.fetched.note("https://news.example/rss", Sign(etag='"1"'))
    archive.fetched.note("https://news.example/a", Sign())
    with Archive(archive.url) as opened:
        again = opened.fetched
        assert again.sign("https://news.example/rss") == Sign(etag='"1"')
        assert again.sign("https://news.example/a") == Sign()
        again.note("https://news.example/rss", Sign(etag='"2"', modified="today"))
    assert archive.fetched.sign("https://news.example/rss") == Sign(etag='"2"', modified="today")


def test_waits_outlive_the_run(archive):
    wait = Wait(until=UNTIL, failures=2, fault="its host answers 503")
    assert archive.fetched.wait("news.example") is None
    archive.fetched.note_wait("news.example", wait)
    with Archive(archive.url) as again:
        assert again.fetched.wait("news.example") == wait
    longer = Wait(until=UNTIL + timedelta(hours=1), failures=3, fault="odd\0 words")
    archive.fetched.note_wait("news.example", longer)
    assert archive.fetched.wait("news.example").failures == 3
    archive.fetched.note_wait("news.example", None)
    assert archive.fetched.wait("news.example") is None
