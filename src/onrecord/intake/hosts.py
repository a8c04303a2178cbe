"""Which addresses on the web may be asked at all: http and https, on public hosts."""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Callable, Container
from typing import Final
from urllib.parse import SplitResult, urlsplit

from onrecord.errors import FetchFailed, NeverFetched

Resolve = Callable[[str, int], list[str]]
_NAT64: Final = ipaddress.ip_network("64:ff9b::/96")
"""Addresses of the old protocol as a translating network prints them (RFC 6052)."""


def resolve(host: str, port: int) -> list[str]:
    """Return the addresses of a host name."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


def checked(url: str) -> SplitResult:
    """Return the parts of an address; raises ``FetchFailed`` where it is none to be asked."""
    try:
        parts = urlsplit(url)
        named = bool(parts.hostname) and (parts.port is None or parts.port > 0)
        if parts.hostname:
            parts.hostname.encode("idna")
    except ValueError as error:
        raise NeverFetched(url, fault="it is no address", remedy="Check it.") from error
    if parts.scheme not in {"http", "https"} or not named:
        fault = "it is no http or https address"
        raise NeverFetched(url, fault=fault, remedy="Give one that is.")
    if parts.username is not None:
        raise NeverFetched(url, fault="it has a user's name in it", remedy="Give it without.")
    return parts


def address_of(url: str, host: str, port: int, *, resolve: Resolve, allowed: Container[str]) -> str:
    """Return the address of ``host`` to connect to.

    Where any of its addresses is neither public nor ``allowed``, none is: a name that leads
    inside at one look in two is up to no good. Raises ``FetchFailed``.
    """
    try:
        found = resolve(host, port)
    except OSError as error:
        fault = f"no such host ({error.strerror or error})"
        raise FetchFailed(url, fault=fault, remedy="Check the address.") from error
    if not found:
        raise FetchFailed(url, fault="its host has no address", remedy="Check the address.")
    if any(address not in allowed and not is_public(address) for address in found):
        fault = "its host is not a public one, and internal hosts are not read"
        remedy = "Save its reports and give the files to onrecord add."
        raise NeverFetched(url, fault=fault, remedy=remedy)
    return found[0]


def is_public(address: str) -> bool:
    """Whether an address, and each one packed into it, is of the public Internet."""
    found = ipaddress.ip_address(address.partition("%")[0])
    packed: list[ipaddress.IPv4Address | None] = []
    if isinstance(found, ipaddress.IPv6Address):
        packed = [found.ipv4_mapped, found.sixtofour, *(found.teredo or ())]
        if found in _NAT64:
            packed.append(ipaddress.IPv4Address(int(found) & 0xFFFFFFFF))
    inner = [one for one in packed if one is not None]
    return all(one.is_global and not one.is_multicast for one in (inner or (found,)))
