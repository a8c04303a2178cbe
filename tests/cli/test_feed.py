import json

import pytest
from typer.testing import CliRunner

import onrecord
from onrecord import cli
from onrecord.archive import Archive
from onrecord.cli import feed
from onrecord.errors import ArchiveError
from onrecord.intake.fetching import Fetcher
from tests.intake.sites import site

pytestmark = pytest.mark.model

RSS = """<?xml version="1.0"?><rss version="2.0"><channel><title>Courier</title>
<item><link>/a.html</link><pubDate>Tue, 18 Feb 2025 10:00:00 GMT</pubDate></item>
<item><link>/empty.html</link></item></channel></rss>"""


@pytest.fixture
def run(coder, monkeypatch, tmp_path):
    """Run a command on an archive of its own; addresses of this machine may be fetched."""
    monkeypatch.setattr(onrecord, "load", lambda **_: coder)
    monkeypatch.setenv("ONRECORD_ARCHIVE", str(tmp_path / "archive.db"))
    facts = {"max_bytes": 1_000_000, "pause_s": 0.0, "allowed": {"127.0.0.1"}}
    monkeypatch.setattr(feed, "_fetcher", lambda store: Fetcher(memory=store.fetched, **facts))
    return lambda *arguments: CliRunner().invoke(cli.app, [str(a) for a in arguments])


@pytest.fixture
def served(examples):
    with site() as one:
        one.page("/rss", RSS, ETag='"1"')
        one.page("/a.html", (examples / "paris-summit.html").read_bytes())
        one.page("/empty.html", "<html><body><nav>Home</nav></body></html>")
        yield one


def test_a_feeds_reports_are_added_once(run, served):
    first = run("feed", f"{served.address}/rss")
    assert "1 added" in first.stderr
    assert "empty.html" in first.stderr
    assert json.loads(run("status", "-f", "json").stdout)["reports"] == 1
    asked = len(served.paths)
    again = run("feed", f"{served.address}/rss")
    assert again.exit_code == 0
    assert served.paths[asked:] == ["/rss"]


def test_opml_lists_feeds_and_what_fails_is_named(run, served, tmp_path):
    opml = tmp_path / "feeds.opml"
    opml.write_text(
        f'<opml><body><outline xmlUrl="{served.address}/rss"/>'
        f'<outline xmlUrl="{served.address}/gone"/></body></opml>'
    )
    result = run("feed", opml, tmp_path / "none.opml")
    assert result.exit_code == 1
    assert "1 added" in result.stderr
    for name in ("/gone", "none.opml"):
        assert name in result.stderr


def test_a_host_that_asks_for_patience_is_left_alone_by_the_next_run_too(run, served):
    served.page("/rss", "", status=503, Retry_After="3600")
    first = run("feed", f"{served.address}/rss")
    assert "asks to wait 3600 seconds" in first.stderr
    asked = len(served.asked)
    again = run("feed", f"{served.address}/rss")
    assert again.exit_code == 1
    assert "left alone until" in again.stderr
    assert len(served.asked) == asked


def test_watch_goes_on_where_an_archive_fails_and_asks_no_one_for_patience_again(
    run, served, examples, monkeypatch
):
    served.page("/other", "", status=503)
    merge, looks = Archive.merge, []

    def merged(store):
        looks.append(store)
        if len(looks) == 1:
            raise ArchiveError("archive: database or disk is full")
        return merge(store)

    monkeypatch.setattr(Archive, "merge", merged)
    twice = ("--every", "0", "--times", "2")
    result = run("watch", f"{served.address}/other", examples / "undated.txt", *twice)
    assert result.exit_code == 0
    assert "disk is full" in result.stderr
    assert "left alone until" in result.stderr
    assert served.paths == ["/other"]
    assert len(looks) == 2


def test_watch_tells_once_what_fails_again_in_the_same_way(run, tmp_path):
    (tmp_path / "binary.txt").write_bytes(b"%PDF-1.7")
    result = run("watch", tmp_path / "binary.txt", "--every", "0", "--times", "3")
    assert result.stderr.count("PDF") == 1
    assert result.stderr.count("0 added.") == 3


def test_watch_looks_at_feeds_and_folders(run, served, examples):
    looks = ("--every", "0", "--times", "2")
    result = run("watch", f"{served.address}/rss", examples / "undated.txt", *looks)
    assert "2 added." in result.stderr
    assert "0 added." in result.stderr
