import pytest

from onrecord.errors import FetchFailed
from onrecord.intake.hosts import address_of, checked, is_public


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "10.1.2.3",
        "100.64.0.1",
        "169.254.169.254",
        "0.0.0.0",
        "224.0.0.1",
        "::1",
        "fe80::1%eth0",
        "fc00::1",
        "::ffff:127.0.0.1",
        "2002:7f00:1::",  # 6to4
        "64:ff9b::a00:1",  # NAT64
        "2001:0:7f00:1::f7f7:f7f7",  # Teredo
    ],
)
def test_addresses_inside(address):
    assert not is_public(address)


@pytest.mark.parametrize(
    "address", ["93.184.216.34", "2606:2800:220::1", "::ffff:8.8.8.8", "64:ff9b::808:808"]
)
def test_addresses_of_the_public_internet(address):
    assert is_public(address)


@pytest.mark.parametrize(
    "url",
    [
        "file:///etc/passwd",
        "ftp://host/a",
        "javascript:alert(1)",
        "http://",
        "nonsense",
        "http://a:b@host/",
        "http://host:99999/",
        "http://host:0/",
        "http://[::1",
        "http://a..b/",
        f"http://{'a' * 64}.example/",
    ],
)
def test_addresses_that_are_none_to_be_asked(url):
    with pytest.raises(FetchFailed):
        checked(url)


def test_a_name_with_one_address_inside_has_none():
    def found(*addresses, allowed=()):
        given = lambda *_: list(addresses)  # noqa: E731
        return address_of("http://a/", "a", 80, resolve=given, allowed=allowed)

    assert found("93.184.216.34", "2606:2800:220::1") == "93.184.216.34"
    assert found("127.0.0.1", allowed={"127.0.0.1"}) == "127.0.0.1"
    with pytest.raises(FetchFailed, match="public"):
        found("93.184.216.34", "10.0.0.1")
    with pytest.raises(FetchFailed, match="no address"):
        found()


def test_a_name_that_is_none():
    def none(*_):
        raise OSError(-2, "Name or service not known")

    with pytest.raises(FetchFailed, match="Name or service not known"):
        address_of("http://a/", "a", 80, resolve=none, allowed=())
