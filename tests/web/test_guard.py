import pytest

from onrecord.web.guard import COOKIE, LOOPBACK, Rules, policy
from tests.publish.samples import FULL
from tests.web.conftest import short

TOKEN = "a-token-of-some-length"
SHUT = Rules(hosts=None, token=TOKEN)
PATHS = ("/", f"/report/{short(FULL)}", "/api/status", "/static/onrecord.css", "/nowhere", "/api/x")


@pytest.mark.parametrize("path", PATHS)
def test_every_answer_carries_the_headers(client, path):
    headers = client.get(path).headers
    rules = headers["content-security-policy"].split("; ")
    assert "default-src 'none'" in rules and "frame-ancestors 'none'" in rules
    assert "script-src 'self'" in rules and "connect-src 'none'" in rules
    assert "unsafe" not in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"
    assert headers["cross-origin-opener-policy"] == "same-origin"
    assert headers["cross-origin-resource-policy"] == "same-origin"
    assert "access-control-allow-origin" not in headers


def test_a_pages_own_style_is_allowed_by_its_hash_alone():
    assert "style-src 'self' 'sha256-x';" in policy(["'sha256-x'"])


@pytest.mark.parametrize("host", ["evil.example", "localhost.evil.example:8080", "10.0.0.1", ""])
def test_names_the_server_does_not_go_by_are_refused(client, host):
    assert client.get("/", headers={"host": host}).status_code == 421


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST:8080", "127.0.0.1:99", "[::1]:8080"])
def test_loopback_names_are_answered(client, host):
    assert client.get("/", headers={"host": host}).status_code == 200


def test_addresses_and_bodies_have_a_limit(visitor):
    client = visitor(Rules(hosts=LOOPBACK, token=TOKEN, max_body=100, max_address=200))
    assert client.get(f"/search?q={'x' * 300}").status_code == 414
    assert client.post("/sign-in", content=b"x" * 101).status_code == 413
    assert client.post("/sign-in", content=(b"x" * 20 for _ in range(9))).status_code == 413
    assert client.post("/sign-in", content=b"token=x").status_code == 401


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"origin": "http://evil.example"}, 403),
        ({"origin": "null"}, 403),
        ({"origin": "http://localhost:9"}, 403),
        ({"sec-fetch-site": "cross-site"}, 403),
        ({"sec-fetch-site": "same-site"}, 403),
        ({"origin": "http://localhost:8080", "sec-fetch-site": "same-origin"}, 401),
        ({}, 401),
    ],
)
def test_writing_from_another_site_is_refused(visitor, headers, status):
    client = visitor(Rules(token=TOKEN))
    assert client.post("/sign-in", data={"token": "wrong"}, headers=headers).status_code == status


def test_without_the_token_pages_ask_for_it_and_the_interface_refuses(visitor):
    client = visitor(SHUT, base="http://press.example")
    answer = client.get("/who/x?q=a%20b")
    assert (answer.status_code, answer.headers["location"]) == (
        303,
        "/sign-in?next=%2Fwho%2Fx%3Fq%3Da%2Bb",
    )
    refused = client.get("/api/status")
    assert refused.status_code == 401
    assert refused.headers["www-authenticate"].startswith("Bearer")
    assert client.get("/api/openapi.json").status_code == 401
    assert client.get("/sign-in").status_code == 200
    assert client.get("/static/onrecord.css").status_code == 200


def test_the_token_opens_by_header_address_and_form(visitor):
    client = visitor(SHUT, base="http://press.example")
    assert (
        client.get("/api/status", headers={"authorization": f"Bearer {TOKEN}"}).status_code == 200
    )
    assert client.get("/api/status", headers={"authorization": "Bearer no"}).status_code == 401
    assert client.get("/?token=no").headers["location"].startswith("/sign-in")
    opened = client.get(f"/search?q=x&token={TOKEN}")
    assert opened.headers["location"] == "/search?q=x"
    cookie = opened.headers["set-cookie"]
    assert "HttpOnly" in cookie and "SameSite=lax" in cookie and TOKEN not in cookie
    assert client.get("/").status_code == 200
    client.cookies.clear()
    client.cookies.set(COOKIE, "wrong")
    assert client.get("/").status_code == 303
    client.cookies.clear()
    wrong = client.post("/sign-in", data={"token": "wrong", "next": "/who"})
    assert wrong.status_code == 401 and "set-cookie" not in wrong.headers
    right = client.post("/sign-in", data={"token": TOKEN, "next": "/who"})
    assert (right.status_code, right.headers["location"]) == (303, "/who")
    assert client.get("/who").status_code == 200


@pytest.mark.parametrize("back", ["//evil.example", "https://evil.example", "/\\evil.example", ""])
def test_signing_in_leads_nowhere_else(visitor, back):
    client = visitor(SHUT, base="http://press.example")
    answer = client.post("/sign-in", data={"token": TOKEN, "next": back})
    assert answer.headers["location"] == "/"


def test_a_path_of_two_slashes_is_no_way_out(visitor):
    client = visitor(SHUT, base="http://press.example")
    answer = client.get(f"http://press.example//evil.example/?token={TOKEN}")
    assert answer.headers["location"].startswith("/evil.example")


def test_the_cookie_of_an_encrypted_page_is_never_sent_in_the_clear(visitor):
    client = visitor(SHUT, base="https://press.example")
    assert "Secure" in client.get(f"/?token={TOKEN}").headers["set-cookie"]
