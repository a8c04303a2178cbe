import gzip

import pytest

from onrecord.errors import IntakeError
from onrecord.intake import Limits, read_source
from onrecord.intake.warc import is_warc
from onrecord.record import Report


def answer(address, page, *, status=200, kind="text/html; charset=utf-8", packed=False):
    body = gzip.compress(page) if packed else page
    how = "Content-Encoding: gzip\r\n" if packed else ""
    http = f"HTTP/1.1 {status} OK\r\nContent-Type: {kind}\r\n{how}\r\n".encode() + body
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Date: 2025-02-17T10:00:00Z\r\n"
        f"WARC-Target-URI: {address}\r\nWARC-Record-ID: <urn:uuid:1>\r\n"
        "Content-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(http)}\r\n\r\n"
    )
    return head.encode() + http + b"\r\n\r\n"


@pytest.fixture
def page(examples):
    return (examples / "paris-summit.html").read_bytes()


@pytest.mark.parametrize("packed", [False, True])
def test_pages_of_a_web_archive_are_reports(page, tmp_path, packed):
    records = [
        answer("https://news.example/a", page, packed=True),
        answer("https://news.example/gone", b"<html>gone</html>", status=404),
        answer("https://news.example/style.css", b"body {}", kind="text/css"),
        answer("https://news.example/empty", b"<html><body><nav>Home</nav></body></html>"),
    ]
    file = tmp_path / ("crawl.warc.gz" if packed else "crawl.warc")
    file.write_bytes(b"".join(map(gzip.compress, records) if packed else records))
    report, error = read_source(file)
    assert isinstance(report, Report)
    assert report.url is not None
    assert isinstance(error, IntakeError)
    assert "news.example/empty" in str(error)


def test_a_broken_file_and_a_page_too_large_are_named(page, tmp_path):
    (tmp_path / "broken.warc").write_bytes(b"no archive at all\r\n" * 50)
    (error,) = read_source(tmp_path / "broken.warc")
    assert "broken.warc" in str(error)
    (tmp_path / "big.warc").write_bytes(answer("https://news.example/a", page))
    (error,) = read_source(tmp_path / "big.warc", limits=Limits(max_page_bytes=50))
    assert "50 bytes" in str(error)


def test_names():
    assert is_warc("a/CRAWL.WARC.gz")
    assert is_warc("crawl.warc")
    assert not is_warc("warc.html")
