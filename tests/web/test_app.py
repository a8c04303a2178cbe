import pytest


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("onrecord.css", "text/css"),
        ("onrecord.js", "text/javascript"),
        ("icon.svg", "image/svg+xml"),
    ],
)
def test_style_and_script_are_kept_by_browsers(client, name, kind):
    answer = client.get(f"/static/{name}")
    assert answer.headers["content-type"].startswith(kind)
    assert "immutable" in answer.headers["cache-control"]
    assert client.get("/static/../pyproject.toml").status_code == 404


def test_pages_are_not_kept_without_asking(client):
    assert client.get("/").headers["cache-control"] == "private, no-cache"


@pytest.mark.parametrize("method", ["post", "put", "delete", "patch"])
def test_pages_are_only_read(client, method):
    assert getattr(client, method)("/").status_code == 405
