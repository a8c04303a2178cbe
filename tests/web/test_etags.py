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


@pytest.mark.parametrize("path", ["/", "/search?q=winter", "/api/search?q=winter", "/nowhere"])
def test_head_answers_as_get_does_without_a_body(client, path):
    asked, headed = client.get(path), client.head(path)
    assert (headed.status_code, headed.content) == (asked.status_code, b"")
    assert dict(headed.headers) == dict(asked.headers)
