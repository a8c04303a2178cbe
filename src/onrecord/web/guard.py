"""What every request must pass and every answer carries, whatever page is asked for.

A request is refused whose address or body is too long, that names a host the server does not go
by (DNS rebinding: Jackson et al., "Protecting Browsers from DNS Rebinding Attacks", CCS 2007),
that lacks the token where one is demanded, or that would write and comes from another site.
Pages may load nothing but our own style and script.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
from collections.abc import Iterable
from dataclasses import dataclass, field
from http.cookies import CookieError, SimpleCookie
from typing import Final
from urllib.parse import parse_qsl, urlencode, urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import JSONResponse, PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

COOKIE: Final = "onrecord"
SIGN_IN: Final = "/sign-in"
LOOPBACK: Final = frozenset({"localhost", "127.0.0.1", "[::1]"})
_SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
_MONTH = 30 * 24 * 3600

_POLICY = (
    "default-src 'none'; style-src 'self'{styles}; script-src 'self'; img-src 'self'; "
    "connect-src 'none'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
_HEADERS = (
    ("x-content-type-options", "nosniff"),
    ("x-frame-options", "DENY"),
    # Not no-referrer: under it browsers send "Origin: null" with our own forms (Fetch Standard,
    # "append a request Origin header"), and the check of origins would refuse them.
    ("referrer-policy", "same-origin"),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
    ("permissions-policy", "camera=(), geolocation=(), microphone=(), payment=()"),
    ("cache-control", "private, no-cache"),
)


def policy(styles: Iterable[str] = ()) -> str:
    """Return the Content Security Policy; ``styles`` are hashes of a page's own inline styles."""
    return _POLICY.format(styles="".join(f" {digest}" for digest in styles))


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """Whom the server answers.

    ``hosts`` are the names it goes by (without port); ``None`` is any. ``token`` is what a caller
    must know; ``None`` demands none. ``secret`` signs the forms; sizes are in bytes.
    """

    hosts: frozenset[str] | None = LOOPBACK
    token: str | None = None
    max_body: int = 65_536
    max_address: int = 4_096
    secret: str = field(default_factory=lambda: secrets.token_urlsafe(32))

    def seal(self, purpose: str) -> str:
        """Return a word for ``purpose`` that only who knows the secret or token can make."""
        key = (self.token or self.secret).encode("utf-8")
        return hmac.new(key, purpose.encode("utf-8"), hashlib.sha256).hexdigest()

    def is_token(self, given: str) -> bool:
        """Return whether ``given`` is the token, in a time that does not tell how much is right."""
        wanted = (self.token or "").encode("utf-8")
        return self.token is not None and hmac.compare_digest(given.encode("utf-8"), wanted)


class Guard:
    """ASGI middleware around the whole application."""

    def __init__(self, app: ASGIApp, rules: Rules) -> None:
        self._app = app
        self._rules = rules

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Refuse the request, or pass it on and give its answer the headers."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        if scope["type"] != "http":  # no page of ours opens a web socket
            await send({"type": "websocket.close", "code": 1008})
            return

        async def headed(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers.setdefault("content-security-policy", policy())
                for name, value in _HEADERS:
                    headers.setdefault(name, value)
            await send(message)

        refusal = self._refusal(scope)
        if refusal is not None:
            await refusal(scope, receive, headed)
            return
        if scope["method"] in _SAFE:
            await self._app(scope, receive, headed)
            return
        body = await self._body(receive)
        if body is None:
            await _refuse(scope, 413, f"more than {self._rules.max_body:,} bytes were sent")(
                scope, receive, headed
            )
            return
        await self._app(scope, _replay(body, receive), headed)

    def _refusal(self, scope: Scope) -> Response | None:
        headers = Headers(scope=scope)
        if len(scope["path"]) + len(scope["query_string"]) > self._rules.max_address:
            return _refuse(scope, 414, "the address is too long")
        host = headers.get("host", "")
        if self._rules.hosts is not None and _name(host) not in self._rules.hosts:
            return _refuse(scope, 421, "this server does not go by that name")
        if scope["method"] not in _SAFE and not _same_origin(headers, host):
            return _refuse(scope, 403, "this came from another site; nothing was written")
        if scope["method"] not in _SAFE and scope["path"].startswith("/api"):
            # No form can send JSON, and a script of another site must ask first, in vain.
            kind = headers.get("content-type", "").partition(";")[0].strip().lower()
            if kind != "application/json":
                return _refuse(scope, 415, "send application/json")
        return self._unknown(scope, headers)

    def _unknown(self, scope: Scope, headers: Headers) -> Response | None:
        """Return how a caller without the token is answered; ``None`` for one who has it."""
        rules = self._rules
        path = scope["path"]
        if rules.token is None or path == SIGN_IN or path.startswith("/static/"):
            return None
        scheme, _, given = headers.get("authorization", "").partition(" ")
        if scheme.lower() == "bearer" and rules.is_token(given.strip()):
            return None
        if hmac.compare_digest(_cookie(headers), rules.seal("cookie")):
            return None
        asked = parse_qsl(scope["query_string"].decode("latin-1"), keep_blank_values=True)
        rest = [(name, value) for name, value in asked if name != "token"]
        if scope["method"] == "GET" and any(rules.is_token(v) for n, v in asked if n == "token"):
            address = path + (f"?{urlencode(rest)}" if rest else "")
            return let_in(RedirectResponse(_local(address), 303), rules, scope["scheme"])
        if path.startswith("/api"):
            refusal = _refuse(scope, 401, "send the token: Authorization: Bearer TOKEN")
            refusal.headers["www-authenticate"] = 'Bearer realm="onrecord"'
            return refusal
        back = urlencode({"next": path + (f"?{urlencode(rest)}" if rest else "")})
        return RedirectResponse(f"{SIGN_IN}?{back}", 303)

    async def _body(self, receive: Receive) -> bytes | None:
        """Return the request's body, ``None`` where it is longer than allowed."""
        body = b""
        more = True
        while more:
            message = await receive()
            if message["type"] != "http.request":
                break
            body += message.get("body", b"")
            if len(body) > self._rules.max_body:
                return None
            more = message.get("more_body", False)
        return body


def let_in(response: Response, rules: Rules, scheme: str) -> Response:
    """Return ``response`` with the cookie of one who knows the token."""
    response.set_cookie(
        COOKIE,
        rules.seal("cookie"),
        max_age=_MONTH,
        httponly=True,
        secure=scheme == "https",
        samesite="lax",  # strict would ask a colleague who follows a link in a mail to sign in
    )
    return response


def _same_origin(headers: Headers, host: str) -> bool:
    """Return whether a request that writes comes from a page of ours, or from no browser at all.

    Every browser of today sends ``Origin`` with a POST, and most ``Sec-Fetch-Site``.
    """
    if headers.get("sec-fetch-site", "same-origin") not in {"same-origin", "none"}:
        return False
    origin = headers.get("origin")
    return origin is None or (host != "" and urlsplit(origin).netloc == host)


def _local(address: str) -> str:
    """Return an address on this server alone: ``//host`` would lead to another."""
    return f"/{address.lstrip('/').replace(chr(92), '/').lstrip('/')}"


def _name(host: str) -> str:
    name, _, port = host.rpartition(":")
    return (name if name and port.isdigit() else host).lower()


def _cookie(headers: Headers) -> str:
    try:
        found = SimpleCookie(headers.get("cookie", "")).get(COOKIE)
    except CookieError:
        return ""
    # compare_digest takes ASCII alone.
    return found.value if found is not None and found.value.isascii() else ""


def _replay(body: bytes, receive: Receive) -> Receive:
    read = False

    async def again() -> Message:
        nonlocal read
        if read:
            return await receive()
        read = True
        return {"type": "http.request", "body": body, "more_body": False}

    return again


def _refuse(scope: Scope, status: int, why: str) -> Response:
    if scope["path"].startswith("/api"):
        return JSONResponse({"error": why}, status)
    return PlainTextResponse(f"{why}\n", status)
