"""Fetching pages politely and safely.

Safe: only http and https, only public addresses, checked after the name is resolved and held for
the connection itself, so that a name cannot lead to an internal host at the second look (DNS
rebinding); certificates are checked against the name; redirects are checked alike; sizes and times
are bounded. Polite: robots.txt is obeyed (RFC 9309), a host is asked one thing at a time with a
pause between, what has not changed is not sent again (RFC 9110, conditional requests), and who
fails or asks for patience (429, 503) is left alone for longer and longer (``patience.py``).
"""

from __future__ import annotations

import ssl
import time
from collections.abc import Container, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta
from typing import Final
from urllib.parse import SplitResult, urljoin

import urllib3
from protego import Protego

from onrecord.errors import FetchFailed, HostFailed, NeverFetched, NotYet
from onrecord.intake.hosts import Resolve, address_of, checked, resolve
from onrecord.intake.patience import LONGEST_ASKED, Memory, Patience, ShortMemory, Sign
from onrecord.version import __version__

AGENT: Final = f"onrecord/{__version__}"
PAUSE: Final = 1.0
"""Seconds between two requests to one host, where its robots.txt asks for no longer one."""
_LONGEST_PAUSE: Final = 60.0
_REDIRECTS: Final = 5
_MOVED: Final = frozenset({301, 302, 303, 307, 308})
_PIECE: Final = 65_536
_ROBOTS_BYTES: Final = 512_000  # RFC 9309, section 2.5: at least 500 kibibytes are read
_ROBOTS_KEPT_S: Final = 86_400.0  # section 2.4: for no longer than a day


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What came back; ``body`` is ``None`` where it has not changed since it was last asked for.

    ``url`` is where it was found in the end, after redirects.
    """

    url: str
    body: bytes | None
    sign: Sign


@dataclass(frozen=True, slots=True, kw_only=True)
class _Answer:
    url: str
    status: int
    headers: Mapping[str, str]
    body: bytes
    whole: bool


class Fetcher:
    """Fetches pages; remembers each host's robots.txt and when it was last asked.

    ``memory`` keeps whom to leave alone; without one that lasts as long as the fetcher.
    ``patience`` overrules how long. ``timeout_s`` bounds each wait for the other side,
    ``longest_s`` the whole of one answer's body. ``allowed`` are addresses that may be connected to
    though they are not public: for tests on this machine.
    """

    def __init__(
        self,
        *,
        max_bytes: int,
        memory: Memory | None = None,
        patience: Patience | None = None,
        timeout_s: float = 20.0,
        longest_s: float = 120.0,
        pause_s: float = PAUSE,
        allowed: Container[str] = frozenset(),
        resolve: Resolve = resolve,
    ) -> None:
        self.patience = patience or Patience(memory or ShortMemory())
        self._max_bytes = max_bytes
        self._timeout = urllib3.Timeout(total=timeout_s)
        self._longest = longest_s
        self._pause = pause_s
        self._allowed = allowed
        self._resolve = resolve
        self._robots: dict[str, tuple[Protego, float]] = {}
        self._asked: dict[str, float] = {}

    def fetch(self, url: str, sign: Sign | None = None) -> Page:
        """Return the page at ``url``, without its body where ``sign`` is still its sign.

        Raises ``FetchFailed`` saying why there is none, ``NotYet`` where it was not asked for
        because it, or its host, has failed before and is left alone for a while.
        """
        self.patience.check(url, of=url)
        known = sign or Sign()
        held = {"If-None-Match": known.etag, "If-Modified-Since": known.modified}
        headers = {name: value for name, value in held.items() if value}
        try:
            page = _page(self._walk(url, headers), url, conditional=bool(headers))
        except NotYet:
            raise
        except FetchFailed as error:
            # Nobody was asked for what is never fetched, unless a host has led there.
            if not isinstance(error, NeverFetched) or error.source != url:
                self.patience.failed(url, error.fault)
            raise
        self.patience.over(url)
        return page

    def _walk(self, url: str, headers: Mapping[str, str], *, rules: bool = False) -> _Answer:
        """Follow redirects, each as careful as the first; ``rules``: for a robots.txt itself."""
        for _ in range(_REDIRECTS + 1):
            parts = checked(url)
            pause = self._pause
            if not rules:
                robots = self._robots_of(f"{parts.scheme}://{parts.netloc}", url)
                if not robots.can_fetch(url, AGENT):
                    raise _failed(url, "its robots.txt asks not to fetch it", "Read it by hand.")
                pause = min(max(pause, robots.crawl_delay(AGENT) or 0), _LONGEST_PAUSE)
            answer = self._ask(parts, url, headers, pause=pause)
            if answer.status not in _MOVED or "Location" not in answer.headers:
                if not answer.whole and not rules:
                    fault = f"it has more than {self._max_bytes:,} bytes"
                    raise _failed(url, fault, "Read it by hand.")
                return answer
            try:
                url = urljoin(url, answer.headers["Location"])
            except ValueError as error:
                raise _failed(url, "it leads to no address", "Check it.") from error
        raise _failed(url, f"more than {_REDIRECTS} redirects", "Give the address they end at.")

    def _robots_of(self, site: str, url: str) -> Protego:
        """Return a site's rules, asked for once a day.

        Where there are none, or they lead in a circle or to where nobody may ask, all is allowed; a
        site whose rules cannot be had is to be left alone (RFC 9309, section 2.3.1), which
        ``FetchFailed`` tells.
        """
        robots, since = self._robots.get(site, (None, 0.0))
        if robots is not None and time.monotonic() - since < _ROBOTS_KEPT_S:
            return robots
        try:
            answer = self._walk(f"{site}/robots.txt", {}, rules=True)
            told = answer.body[:_ROBOTS_BYTES] if answer.status == 200 else b""
        except NotYet as error:
            raise NotYet(url, fault=error.fault, remedy=error.remedy) from error
        except HostFailed as error:
            fault = f"its host's robots.txt cannot be had: {error.fault}"
            raise HostFailed(url, fault=fault, remedy=error.remedy) from error
        except FetchFailed:
            told = b""
        robots = Protego.parse(told.decode("utf-8", "replace"))
        self._robots[site] = robots, time.monotonic()
        return robots

    def _ask(
        self, parts: SplitResult, url: str, headers: Mapping[str, str], *, pause: float
    ) -> _Answer:
        """Ask a host for one thing; where it fails, or asks for patience, it is left alone."""
        host, port = str(parts.hostname), parts.port or (443 if parts.scheme == "https" else 80)
        self.patience.check(url, of=host)
        wait = self._asked.get(host, -pause) + pause - time.monotonic()
        if wait > 0:
            time.sleep(wait)
        address = address_of(url, host, port, resolve=self._resolve, allowed=self._allowed)
        try:
            answer = self._answer(parts, url, headers, host=host, address=address, port=port)
        except (urllib3.exceptions.HTTPError, OSError) as error:
            fault, remedy = _told(error)
            self.patience.failed(host, fault)
            raise HostFailed(url, fault=fault, remedy=remedy) from error
        finally:
            self._asked[host] = time.monotonic()
        if answer.status == 429 or answer.status >= 500:
            asked = _asked_for(answer.headers.get("Retry-After"))
            fault = f"its host answers {answer.status}"
            if asked is not None:
                fault += f" and asks to wait {asked.total_seconds():.0f} seconds"
            self.patience.failed(host, fault, asked=asked)
            raise HostFailed(url, fault=fault, remedy="Come back later.")
        self.patience.over(host)
        return answer

    def _answer(
        self,
        parts: SplitResult,
        url: str,
        headers: Mapping[str, str],
        *,
        host: str,
        address: str,
        port: int,
    ) -> _Answer:
        path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        named = parts.netloc.encode("idna").decode()
        told = {"Host": named, "User-Agent": AGENT, "Accept-Encoding": "gzip", **headers}
        deadline = time.monotonic() + self._longest
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
            try:
                body = bytearray()
                # Unpacked bytes count: a small answer may unpack to a flood. Piece by piece as they
                # come: a host that sends a byte now and then keeps no one for ever.
                while len(body) <= self._max_bytes:
                    piece = answer.read1(_PIECE, decode_content=True)
                    if not piece:
                        break
                    body += piece
                    if time.monotonic() > deadline:
                        raise TimeoutError(f"not all came in {self._longest:.0f} seconds")
            finally:
                answer.close()
        return _Answer(
            url=url,
            status=answer.status,
            headers=answer.headers,
            body=bytes(body),
            whole=len(body) <= self._max_bytes,
        )

    def _pool(self, scheme: str, host: str, address: str, port: int) -> urllib3.HTTPConnectionPool:
        """Connect to the address that was checked; the certificate must be the name's."""
        if scheme == "https":
            return urllib3.HTTPSConnectionPool(
                address, port, server_hostname=host, cert_reqs="REQUIRED"
            )
        return urllib3.HTTPConnectionPool(address, port)


def _told(error: Exception) -> tuple[str, str]:
    """Return what a failed connection is told as, and the remedy."""
    inner = error.args[0] if error.args else error
    if isinstance(inner, ssl.SSLCertVerificationError):
        why = inner.verify_message.rstrip(".")
        remedy = "Check the address; authorities of your own are named in SSL_CERT_FILE."
        return f"its certificate is not to be trusted ({why})", remedy
    return f"it cannot be fetched ({error})", "Try again later."


def _asked_for(header: str | None) -> timedelta | None:
    """Return what ``Retry-After`` asks for, in seconds or until a date; ``None`` for neither."""
    if header is None:
        return None
    most = int(LONGEST_ASKED.total_seconds())
    with suppress(urllib3.exceptions.InvalidHeader, ValueError, OverflowError):
        return timedelta(seconds=urllib3.Retry(retry_after_max=most).parse_retry_after(header))
    return None


def _page(answer: _Answer, url: str, *, conditional: bool) -> Page:
    unchanged = answer.status == 304 and conditional
    if answer.status != 200 and not unchanged:
        raise _failed(url, f"its host answers {answer.status}", "Check the address.")
    sign = Sign(etag=answer.headers.get("ETag"), modified=answer.headers.get("Last-Modified"))
    return Page(url=answer.url, body=None if unchanged else answer.body, sign=sign)


def _failed(url: str, fault: str, remedy: str) -> FetchFailed:
    return FetchFailed(url, fault=fault, remedy=remedy)
