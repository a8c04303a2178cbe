import json

import pytest

from onrecord.record import Record
from tests.publish.samples import FULL
from tests.web.conftest import FIRST, SECOND, short


def test_status_counts(client):
    assert client.get("/api/status").json()["reports"] == 5


def test_reports_come_in_pages_with_links(client):
    first = client.get("/api/reports?limit=2")
    assert len(first.json()) == 2
    assert first.headers["link"] == '</api/reports?limit=2&offset=2>; rel="next"'
    seen, path = [], "/api/reports?limit=2"
    while path:
        answer = client.get(path)
        seen += [one["short"] for one in answer.json()]
        links = {
            part.partition("; rel=")[2].strip('"'): part.partition(";")[0].strip("<> ")
            for part in answer.headers.get("link", "").split(", ")
        }
        path = links.get("next")
    assert len(seen) == len(set(seen)) == 5
    assert seen[:2] == [one["short"] for one in first.json()]


def test_a_record_is_the_one_that_was_added(client):
    answer = client.get(f"/api/reports/{short(FULL)}")
    assert Record.from_json(answer.content) == FULL
    assert client.get(f"/api/reports/{FULL.report.id}").content == answer.content


def test_search(client):
    found = client.get("/api/search", params={"q": "winter", "outlet": "Sample Herald"}).json()
    assert [one["id"] for one in found] == [f"{short(SECOND)}/statement/s1"]
    assert "**winter**" in found[0]["snippet"]
    assert client.get("/api/search?q=zzz").json() == []


def test_timeline_who_brief_and_conflicts(client):
    days = [one["date"] for one in client.get("/api/timeline").json()]
    assert days == sorted(days) and "2025-03-07" in days
    assert [one["id"] for one in client.get("/api/who?name=Marrow").json()] == ["ilse-marrow"]
    assert client.get("/api/who/ilse-marrow").json()["offices"][0]["title"] == "Prime Minister"
    assert client.get("/api/brief?from=2025-03-01").json()["sections"]
    assert client.get("/api/conflicts").json()[0]["kind"] == "wording-differs"


def test_single_entries(client):
    entry = f"{short(FIRST)}/statement/s1"
    assert client.get(f"/api/entries/{entry}").json()["id"] == entry
    assert len(client.get(f"/api/sayings/{entry}").json()["variants"]) == 2
    meeting = client.get(f"/api/happenings/{short(FULL)}/meeting/m1").json()
    assert meeting["status"] == "planned"


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/api/reports/none", 404),
        ("/api/entries/none/statement/s1", 404),
        ("/api/who/nobody", 404),
        ("/api/nowhere", 404),
        ("/api/search?kind=nonsense", 400),
        ("/api/search?limit=201", 422),
        ("/api/reports?from=never", 422),
        ("/api/timeline?country=Finland", 422),
    ],
)
def test_faults_are_json_that_says_why(client, path, status):
    answer = client.get(path)
    assert answer.status_code == status
    assert answer.json()["error"]


def test_the_description_names_every_path(client):
    document = json.loads(client.get("/api/openapi.json").content)
    assert {"/api/reports", "/api/search", "/api/timeline", "/api/who/{actor}"} <= set(
        document["paths"]
    )
    assert not [path for path in document["paths"] if not path.startswith("/api/")]
    page = client.get("/api").text
    assert all(path in page for path in document["paths"])
