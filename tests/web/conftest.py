"""An archive of records written by hand, one of them hostile, and a client that asks its pages."""

import pytest

from onrecord import Archive
from onrecord.web import Rules, make_app
from tests.archive.reports import record
from tests.publish.samples import FULL
from tests.publish.test_page import hostile_record
from tests.record.samples import sample

WORDS = "Orla Fenn: “We must meet the coming winter in a {} way, with every town at one table.”"
FIRST = record(WORDS.format("coherent"), outlet="The Example Courier")
SECOND = record(WORDS.format("coordinated"), outlet="The Sample Herald")
"""Two reports that quote one saying, in words that differ by one."""

testclient = pytest.importorskip("fastapi.testclient")


@pytest.fixture(scope="session")
def file(tmp_path_factory):
    """A SQLite file that the tests only read."""
    path = tmp_path_factory.mktemp("web") / "archive.db"
    with Archive(str(path)) as archive:
        for one in (FULL, sample(), hostile_record(), FIRST, SECOND):
            archive.add(one)
        archive.merge()
    return str(path)


@pytest.fixture
def archive(file):
    with Archive(file) as opened:
        yield opened


@pytest.fixture
def visitor(archive):
    """Make a client of an application with some rules."""

    def made(rules=None, base="http://localhost:8080"):
        app = make_app(archive, rules or Rules())
        return testclient.TestClient(app, base_url=base, follow_redirects=False)

    return made


@pytest.fixture
def client(visitor):
    return visitor()


@pytest.fixture
def shelf(archive):
    from onrecord.web.shelf import Shelf

    opened = Shelf(archive)
    yield opened
    opened.close()


def short(one):
    """Return the short id of a record's report."""
    return one.report.id.removeprefix("sha256:")[:16]
