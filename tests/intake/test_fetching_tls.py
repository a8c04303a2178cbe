"""Fetching over HTTPS: an authority of our own, a site on this machine under a public name."""

import ssl
from datetime import UTC, datetime
from types import SimpleNamespace

import pytest
import trustme

from onrecord.errors import FetchFailed
from onrecord.intake.fetching import Fetcher
from tests.intake.sites import site

NAME = "news.example"


@pytest.fixture(scope="module")
def authority():
    return trustme.CA()


@pytest.fixture
def trusted(authority, monkeypatch, tmp_path):
    """Our authority is one this machine trusts."""
    authority.cert_pem.write_to_path(tmp_path / "authority.pem")
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "authority.pem"))


def context(authority, *names, **facts):
    """Return a server's context with a certificate for the names, and the names it is asked by."""
    made = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert(*names, **facts).configure_cert(made)
    asked = []
    made.sni_callback = lambda _, name, __: asked.append(name)
    return SimpleNamespace(tls=made, names=asked)


def fetcher(found=("127.0.0.1",), **changes):
    resolve = lambda *_: list(found)  # noqa: E731
    given = {"max_bytes": 10_000, "pause_s": 0.0, "allowed": {"127.0.0.1"}, "resolve": resolve}
    return Fetcher(**(given | changes))


@pytest.mark.usefixtures("trusted")
def test_the_name_is_asked_for_and_the_checked_address_connected_to(authority):
    server = context(authority, NAME)
    with site(server.tls) as served:
        served.page("/a", "words", ETag='"1"')
        url = f"https://{NAME}:{served.port}/a"
        page = fetcher().fetch(url)
        assert (page.body, page.url, page.sign.etag) == (b"words", url, '"1"')
        assert fetcher().fetch(url, page.sign).body is None
        assert set(server.names) == {NAME}
        assert served.asked[-1][1]["Host"] == f"{NAME}:{served.port}"


@pytest.mark.usefixtures("trusted")
def test_a_name_that_leads_inside_at_the_second_look_is_not_followed(authority):
    answers = iter([["127.0.0.1"], ["127.0.0.1"], ["10.0.0.1"]])
    server = context(authority, NAME)
    with site(server.tls) as served:
        served.page("/a", "words")
        one = fetcher(resolve=lambda *_: next(answers))
        assert one.fetch(f"https://{NAME}:{served.port}/a").body == b"words"
        with pytest.raises(FetchFailed, match="public"):
            one.fetch(f"https://{NAME}:{served.port}/a")


@pytest.mark.usefixtures("trusted")
def test_a_redirect_to_the_inside_is_refused(authority):
    addresses = {NAME: ["127.0.0.1"], "inside.example": ["10.0.0.1"]}
    server = context(authority, NAME)
    with site(server.tls) as served:
        served.page("/a", "", status=302, Location="https://inside.example/secret")
        one = fetcher(resolve=lambda host, _: addresses[host])
        with pytest.raises(
            FetchFailed, match=r"inside\.example/secret: its host is not a public one"
        ):
            one.fetch(f"https://{NAME}:{served.port}/a")


@pytest.mark.usefixtures("trusted")
@pytest.mark.parametrize(
    ("names", "facts", "fault"),
    [
        (["other.example"], {}, "Hostname mismatch, certificate is not valid for 'news.example'"),
        # The address connected to is no name of the site's.
        (["127.0.0.1"], {}, "Hostname mismatch"),
        ([NAME], {"not_after": datetime(2020, 1, 1, tzinfo=UTC)}, "certificate has expired"),
    ],
)
def test_a_certificate_that_is_wrong_is_told_once(authority, names, facts, fault):
    server = context(authority, *names, **facts)
    with site(server.tls) as served:
        url = f"https://{NAME}:{served.port}/a"
        with pytest.raises(FetchFailed) as told:
            fetcher().fetch(url)
        assert str(told.value).startswith(f"{url}: ")
        assert fault in str(told.value)
        assert "SSL_CERT_FILE" in str(told.value)
        assert "\n" not in str(told.value)
        assert served.asked == []


def test_an_authority_no_one_knows_is_not_trusted(authority):
    server = context(authority, NAME)
    with site(server.tls) as served:
        with pytest.raises(FetchFailed, match="its certificate is not to be trusted"):
            fetcher().fetch(f"https://{NAME}:{served.port}/a")
        assert served.asked == []


def test_a_host_that_speaks_no_tls_is_told(authority):
    with site() as served, pytest.raises(FetchFailed, match="cannot be fetched"):
        fetcher().fetch(f"https://{NAME}:{served.port}/a")
