import csv
import io
import json
from urllib.parse import parse_qsl, urlsplit

import pytest

from onrecord.publish import ANSWERS
from onrecord.record import Record
from tests.publish.samples import FULL
from tests.web.conftest import FIRST, SECOND, short


def next_page(answer):
    links = {
        part.partition("; rel=")[2].strip('"'): part.partition(";")[0].strip("<> ")
        for part in answer.headers.get("link", "").split(", ")
    }
    return links.get("next")


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
        path = next_page(answer)
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
        ("/api/timeline?status=cancelled", 400),
        ("/api/search?from=2025-03-02&to=2025-03-01", 400),
        ("/api/reports?from=2025-03-02&to=2025-03-01", 400),
        ("/api/conflicts?from=2025-03-02&to=2025-03-01", 400),
        (f"/api/sayings/{short(FULL)}/meeting/m1", 404),
        (f"/api/happenings/{short(FIRST)}/statement/s1", 404),
    ],
)
def test_faults_are_json_that_says_why(client, path, status):
    answer = client.get(path)
    assert answer.status_code == status
    assert answer.json()["error"]


def test_wrong_days_and_bodies_are_named_in_plain_words(client):
    answer = client.get("/api/search?from=never").json()
    assert answer == {"error": "from: 'never' is no day; write it as 2025-02-17"}
    json_only = {"content-type": "application/json"}
    answer = client.post("/api/corrections", content="x", headers=json_only).json()
    assert answer["error"].startswith("the body is no JSON")


def test_a_method_there_is_not_names_those_there_are(client):
    answer = client.put("/api/search", json={})
    assert (answer.status_code, answer.headers["allow"]) == (405, "GET")


def test_the_description_names_every_path(client):
    document = json.loads(client.get("/api/openapi.json").content)
    assert {"/api/reports", "/api/search", "/api/timeline", "/api/who/{actor}"} <= set(
        document["paths"]
    )
    assert not [path for path in document["paths"] if not path.startswith("/api/")]
    page = client.get("/api").text
    assert all(path in page for path in document["paths"])


def test_lists_come_as_csv_and_parquet(client):
    parquet = pytest.importorskip("pyarrow.parquet")
    for path, table in (
        ("/api/reports", "held_reports"),
        ("/api/search?q=winter", "hits"),
        ("/api/tally?q=winter", "tally"),
        ("/api/timeline", "happenings"),
        ("/api/who?name=Marrow", "identities"),
        ("/api/who/ilse-marrow", "said"),
        ("/api/who/ilse-marrow?table=promises", "promises"),
        (f"/api/sayings/{short(FIRST)}/statement/s1", "variants"),
        ("/api/conflicts", "conflicts"),
        ("/api/brief?from=2025-03-01", "brief"),
        ("/api/corrections", "corrections"),
    ):
        sheet = client.get(path, headers={"accept": "text/csv"})
        assert sheet.headers["content-type"].startswith("text/csv; charset=utf-8")
        rows = list(csv.reader(io.StringIO(sheet.text, newline="")))
        assert rows[0] == list(ANSWERS[table].columns)
        answer = client.get(path, params=[*parse_qsl(urlsplit(path).query), ("format", "parquet")])
        assert answer.headers["content-type"] == "application/vnd.apache.parquet"
        assert parquet.read_table(io.BytesIO(answer.content)).num_rows == len(rows) - 1


def test_a_record_comes_as_one_of_its_tables(client):
    path = f"/api/reports/{short(FULL)}?format=csv"
    assert client.get(path).text.count("\r\n") == 1 + len(FULL.statements)
    assert client.get(f"{path}&table=actors").text.startswith("report,id,kind,name")
    refused = client.get(f"{path}&table=hits")
    assert refused.status_code == 400 and "statements" in refused.json()["error"]


def test_timeline_and_conflicts_come_in_pages(client):
    seen, path = [], "/api/timeline?limit=2"
    while path:
        answer = client.get(path)
        assert len(answer.json()) <= 2
        seen += [one["id"] for one in answer.json()]
        path = next_page(answer)
    every = client.get("/api/timeline").json()
    assert len(seen) == len(set(seen)) == len(every)
    assert "link" not in client.get("/api/conflicts").headers


def test_a_tally_says_how_results_divide(client):
    found = client.get("/api/tally?q=winter").json()
    assert (found["number"], found["whole"]) == (2, True)
    assert [one["value"] for one in found["outlets"]] == [
        "The Example Courier",
        "The Sample Herald",
    ]


def test_without_its_library_parquet_is_refused_with_what_to_do(client, monkeypatch):
    monkeypatch.setattr("onrecord.publish.extras.find_spec", lambda name: None)
    answer = client.get("/api/search?format=parquet")
    assert answer.status_code == 501
    assert "onrecord[parquet]" in answer.json()["error"]


def test_the_description_tells_of_the_formats(client):
    paths = client.get("/api/openapi.json").json()["paths"]
    search = paths["/api/search"]["get"]
    assert set(search["responses"]["200"]["content"]) == {
        "application/json",
        "text/csv",
        "application/vnd.apache.parquet",
    }
    names = {one["name"] for one in search["parameters"]}
    assert names == {
        *("q", "speaker", "about", "from", "to", "outlet", "kind"),
        *("limit", "offset", "format"),
    }


@pytest.mark.parametrize("path", ["/api/search?since=2025-01-01", "/api/status?format=csv"])
def test_a_parameter_there_is_not_is_refused(client, path):
    answer = client.get(path)
    assert answer.status_code == 422
    assert path.partition("?")[2].partition("=")[0] in answer.json()["error"]
    assert client.head(path).status_code == 422
