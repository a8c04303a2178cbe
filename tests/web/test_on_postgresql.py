"""Every page and path over an archive in PostgreSQL; skipped where its package is absent."""

import pytest
from fastapi.testclient import TestClient

from onrecord import Archive
from onrecord.web import Rules, make_app
from tests.archive.conftest import postgresql  # noqa: F401 - a fixture
from tests.publish.samples import FULL
from tests.record.samples import sample
from tests.web.conftest import FIRST, SECOND, short

GAZETTE = short(FULL)
RULES = Rules()


@pytest.fixture(scope="module")
def client(postgresql):  # noqa: F811 - the fixture
    postgresql.psql("CREATE DATABASE pages;")
    with Archive(postgresql.get_uri("pages")) as archive:
        for one in (FULL, sample(), FIRST, SECOND):
            archive.add(one)
        archive.merge()
        app = make_app(archive, RULES)
        with TestClient(app, base_url="http://localhost", follow_redirects=False) as client:
            yield client  # entered, so that the application closes its connections


@pytest.mark.parametrize(
    "path",
    [
        *("/", "/timeline?actor=Brandt&country=VES", "/search?q=winter", "/reports", "/who"),
        *("/who/ilse-marrow?q=boats", "/calendar?month=2025-03", "/to-query", "/network", "/brief"),
        *(f"/report/{GAZETTE}", f"/meeting/{GAZETTE}/m1", f"/saying/{short(FIRST)}/s1"),
        *(f"/entry/{GAZETTE}/statement/s1", "/corrections", "/api/status", "/api/reports"),
        *("/api/search?q=winter", "/api/timeline", "/api/who?name=Marrow", "/api/who/ilse-marrow"),
        *("/api/brief?from=2025-03-01", "/api/conflicts", f"/api/reports/{GAZETTE}"),
    ],
)
def test_pages_and_paths_answer(client, path):
    answer = client.get(path)
    assert answer.status_code == 200
    assert len(answer.content) > 2


def test_a_correction_is_carried_out(client):
    form = {"seal": RULES.seal("form"), "verdict": "reject", "by": "x"}
    entry = f"/entry/{GAZETTE}/statement/s7"
    assert client.post(entry, data=form).status_code == 303
    assert entry not in client.get(f"/report/{GAZETTE}").text
    assert "1 correction" in client.get("/corrections").text


def test_sayings_and_actors_are_merged_and_parted(client):
    first, second = (f"{short(one)}/statement/s1" for one in (FIRST, SECOND))
    form = {"seal": RULES.seal("form"), "by": "x"}
    for verdict, more in (("split", {}), ("merge", {"into": second}), ("withdraw", {})):
        said = client.post(f"/entry/{first}", data=form | {"verdict": verdict} | more)
        assert said.status_code == 303, verdict
    apart = {"verdict": "split", f"report:{short(SECOND)}": "on"}
    assert client.post("/who/orla-fenn", data=form | apart).status_code == 303
    assert "orla-fenn-2" in client.get("/who/orla-fenn").text
    back = {"verdict": "withdraw", "of": "orla-fenn-2"}
    assert client.post("/who/orla-fenn", data=form | back).status_code == 303
    assert "taken back since" in client.get("/corrections").text
