"""Fetching pages politely and safely.

Safe: only http and https, only public addresses, checked after the name is resolved and held for
the connection itself, so that a name cannot lead to an internal host at the second look (DNS
rebinding); redirects are checked alike; sizes and times are bounded. Polite: robots.txt is obeyed
(RFC 9309), a host is asked one thing at a time with a pause between, what has not changed is not
sent again (RFC 9110, conditional requests), and who asks for patience (429, 503) is given it.
"""

from __future__ import annotations

import ipaddress
import socket
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final
from urllib.parse import SplitResult, urljoin, urlsplit
from urllib.robotparser import RobotFileParser

import urllib3

from onrecord.errors import FetchFailed
from onrecord.version import __version__

AGENT: Final = f"onrecord/{__version__}"
PAUSE: Final = 1.0
"""Seconds between two requests to one host, where its robots.txt asks for no longer one."""
_LONGEST_PAUSE: Final = 60.0
_REDIRECTS: Final = 5
_PATIENCE: Final = frozenset({429, 503})
_OPEN_WHEN: Final = frozenset(range(400, 500)) - _PATIENCE  # no robots.txt: all is allowed

Resolve = Callable[[str, int], list[str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What came back; ``body`` is ``None`` where it has not changed since it was last asked for."""

    url: str
    body: bytes | None
    etag: str | None
    modified: str | None
    charset: str | None = None


def resolve(host: str, port: int) -> list[str]:
    """Return the addresses of a host name."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


class Fetcher:
    """Fetches pages for one run; remembers each host's robots.txt and when it was last asked.

    ``internal`` allows addresses that are not public: for tests against this machine only.
    """

    def __init__(
        self,
        *,
        max_bytes: int,
        timeout_s: float = 20.0,
        pause_s: float = PAUSE,
        internal: bool = False,
        resolve: Resolve = resolve,
    ) -> None:
        self._max_bytes = max_bytes
        self._timeout = urllib3.Timeout(total=timeout_s)
        self._pause = pause_s
        self._internal = internal
        self._resolve = resolve
        self._robots: dict[str, RobotFileParser] = {}
        self._asked: dict[str, float] = {}

    def fetch(self, url: str, *, etag: str | None = None, modified: str | None = None) -> Page:
        """Return the page at ``url``; raises ``FetchFailed`` saying why there is none."""
        held = {"If-None-Match": etag, "If-Modified-Since": modified}
        headers = {name: value for name, value in held.items() if value}
        for _ in range(_REDIRECTS + 1):
            parts = _checked(url)
            robots = self._robots_of(parts)
            if not robots.can_fetch(AGENT, url):
                raise _failed(url, "its robots.txt asks not to fetch it", "Read it by hand.")
            answer, body = self._ask(parts, url, headers, pause=_pause_of(robots, self._pause))
            if answer.status in {301, 302, 303, 307, 308} and "Location" in answer.headers:
                url = urljoin(url, answer.headers["Location"])
                continue
            return _page(url, answer, body)
        raise _failed(url, f"more than {_REDIRECTS} redirects", "Give the address they end at.")

    def _robots_of(self, parts: SplitResult) -> RobotFileParser:
        site = f"{parts.scheme}://{parts.netloc}"
        if site not in self._robots:
            robots = RobotFileParser()
            address = f"{site}/robots.txt"
            answer, body = self._ask(_checked(address), address, {}, pause=self._pause)
            if answer.status == 200:
                robots.parse(body.decode("utf-8", "replace").splitlines())
            elif answer.status in _OPEN_WHEN or 300 <= answer.status < 400:
                robots.parse([])
            else:
                # RFC 9309: a site whose rules cannot be had is to be left alone.
                robots.parse(["User-agent: *", "Disallow: /"])
            self._robots[site] = robots
        return self._robots[site]

    def _ask(
        self, parts: SplitResult, url: str, headers: Mapping[str, str], *, pause: float
    ) -> tuple[urllib3.BaseHTTPResponse, bytes]:
        host, port = str(parts.hostname), parts.port or (443 if parts.scheme == "https" else 80)
        wait = self._asked.get(host, -pause) + pause - time.monotonic()
        if wait > 0:
            time.sleep(wait)
        address = self._address(url, host, port)
        path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        told = {"Host": parts.netloc, "User-Agent": AGENT, "Accept-Encoding": "gzip", **headers}
        try:
            with self._pool(parts.scheme, host, address, port) as pool:
                answer = pool.urlopen(
                    "GET",
                    path,
                    headers=told,
                    redirect=False,
                    retries=False,
                    preload_content=False,
                    timeout=self._timeout,
                    assert_same_host=False,
                )
                # Unpacked bytes count: a small answer may unpack to a flood.
                body = answer.read(self._max_bytes + 1, decode_content=True)
                answer.close()
        except (urllib3.exceptions.HTTPError, OSError) as error:
            raise _failed(url, f"it cannot be fetched ({error})", "Try again later.") from error
        finally:
            self._asked[host] = time.monotonic()
        if len(body) > self._max_bytes:
            raise _failed(url, f"it has more than {self._max_bytes:,} bytes", "Read it by hand.")
        return answer, body

    def _address(self, url: str, host: str, port: int) -> str:
        """Return an address of the host that may be connected to, the first of all allowed."""
        try:
            found = self._resolve(host, port)
        except OSError as error:
            raise _failed(url, f"no such host ({error})", "Check the address.") from error
        for address in found:
            if not self._internal and not _is_public(address):
                raise _failed(url, "its host is not a public one", "Internal hosts are not read.")
        if not found:
            raise _failed(url, "its host has no address", "Check the address.")
        return found[0]

    def _pool(self, scheme: str, host: str, address: str, port: int) -> urllib3.HTTPConnectionPool:
        if scheme == "https":
            return urllib3.HTTPSConnectionPool(
                address, port, server_hostname=host, assert_hostname=host, cert_reqs="REQUIRED"
            )
        return urllib3.HTTPConnectionPool(address, port)


def _checked(url: str) -> SplitResult:
    try:
        parts = urlsplit(url)
        port_fits = parts.port is None or parts.port > 0
    except ValueError as error:
        raise _failed(url, "it is no address", "Check it.") from error
    if parts.scheme not in {"http", "https"} or not parts.hostname or not port_fits:
        raise _failed(url, "it is no http or https address", "Give one that is.")
    if parts.username is not None:
        raise _failed(url, "it has a user's name in it", "Give it without.")
    return parts


def _is_public(address: str) -> bool:
    found = ipaddress.ip_address(address.partition("%")[0])
    mapped = getattr(found, "ipv4_mapped", None)
    return bool((mapped or found).is_global and not (mapped or found).is_multicast)


def _pause_of(robots: RobotFileParser, pause: float) -> float:
    asked = robots.crawl_delay(AGENT)
    return min(max(pause, float(asked)) if asked is not None else pause, _LONGEST_PAUSE)


def _page(url: str, answer: urllib3.BaseHTTPResponse, body: bytes) -> Page:
    if answer.status in _PATIENCE:
        patience = answer.headers.get("Retry-After", "a while")
        raise _failed(url, f"its host asks to wait (Retry-After: {patience})", "Come back later.")
    if answer.status not in {200, 304}:
        raise _failed(url, f"its host answers {answer.status}", "Check the address.")
    return Page(
        url=url,
        body=body if answer.status == 200 else None,
        etag=answer.headers.get("ETag"),
        modified=answer.headers.get("Last-Modified"),
    )


def _failed(url: str, fault: str, remedy: str) -> FetchFailed:
    return FetchFailed(url, fault=fault, remedy=remedy)
