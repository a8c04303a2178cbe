"""What HTTP asks of every page: ETags, so that what has not changed is not sent again, and HEAD.

RFC 9110, sections 8.8.3 and 13 (ETags and conditions) and 9.3.2 (HEAD).
"""

from __future__ import annotations

import hashlib

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send


class Etags:
    """ASGI middleware that tags what GET answers by its bytes, and answers HEAD as GET's head.

    Every answer of this application is made whole before it is sent, so holding it costs nothing.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on; answer 304 where the caller has these very bytes."""
        if scope["type"] != "http" or scope["method"] not in {"GET", "HEAD"}:
            await self._app(scope, receive, send)
            return
        head = scope["method"] == "HEAD"
        start: Message = {}
        body = b""

        async def tagged(message: Message) -> None:
            nonlocal start, body
            if message["type"] == "http.response.start":
                start = message
                return
            body += message.get("body", b"")
            if message.get("more_body", False):
                return
            if start["status"] == 200:
                tag = f'"{hashlib.sha256(body).hexdigest()[:32]}"'
                headers = MutableHeaders(scope=start)
                headers["etag"] = tag
                if _holds(Headers(scope=scope).get("if-none-match", ""), tag):
                    start["status"] = 304
                    body = b""
                    for name in ("content-length", "content-type"):
                        del headers[name]
            await send(start)
            await send({"type": "http.response.body", "body": b"" if head else body})

        # The routes know GET alone; the length told is that of GET's answer, as the RFC allows.
        await self._app({**scope, "method": "GET"}, receive, tagged)


def _holds(given: str, tag: str) -> bool:
    return given.strip() == "*" or tag in {
        one.strip().removeprefix("W/") for one in given.split(",")
    }
