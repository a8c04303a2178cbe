import pytest


@pytest.mark.parametrize("path", ["/", "/api/status", "/static/onrecord.css"])
def test_what_has_not_changed_is_not_sent_again(client, path):
    first = client.get(path)
    tag = first.headers["etag"]
    again = client.get(path, headers={"if-none-match": f'"other", W/{tag}'})
    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["etag"] == tag
    assert "content-security-policy" in again.headers
    assert client.get(path, headers={"if-none-match": '"other"'}).content == first.content


def test_faults_have_no_tag(client):
    assert "etag" not in client.get("/nowhere").headers
