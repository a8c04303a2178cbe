"""Running the application: on loopback freely, elsewhere with a token."""

from __future__ import annotations

import ipaddress
import secrets
from collections.abc import Callable

import uvicorn

from onrecord.archive import Archive
from onrecord.errors import SettingsError
from onrecord.web.app import make_app
from onrecord.web.guard import LOOPBACK, Rules

SHORTEST_TOKEN = 16


def rules_for(host: str, token: str | None) -> Rules:
    """Return whom a server on ``host`` answers.

    Off loopback a token is demanded, and made where none is given. ``SettingsError`` for a token
    short enough to be guessed.
    """
    if token is not None and len(token) < SHORTEST_TOKEN:
        raise SettingsError(
            f"--token has {len(token)} characters; give at least {SHORTEST_TOKEN}, or none and one "
            "is made"
        )
    if is_loopback(host):
        return Rules(hosts=LOOPBACK | {host.lower(), f"[{host.lower()}]"}, token=token)
    # Who knows the token may come by any name: a cookie never leaves the name it was set for.
    return Rules(hosts=None, token=token or secrets.token_urlsafe(24))


def is_loopback(host: str) -> bool:
    """Whether ``host`` can only be reached from this machine."""
    if host.lower() == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def serve(
    archive: Archive,
    *,
    host: str = "127.0.0.1",
    port: int = 8080,
    token: str | None = None,
    announce: Callable[[str], object] = print,
) -> None:
    """Serve an archive's pages until interrupted; ``announce`` gets the address to open."""
    rules = rules_for(host, token)
    shown = f"[{host}]" if ":" in host else host
    asked = f"/?token={rules.token}" if rules.token else "/"
    announce(f"http://{shown}:{port}{asked}")
    uvicorn.run(
        make_app(archive, rules),
        host=host,
        port=port,
        log_level="warning",
        server_header=False,
        # Who stands between (a proxy) may be believed only where its operator says so.
        proxy_headers=False,
        limit_concurrency=200,
        timeout_keep_alive=10,
        h11_max_incomplete_event_size=32_768,
    )
