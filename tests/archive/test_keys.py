"""Rows under keys that are never given twice, in texts that every database keeps."""

import pytest

from onrecord.archive import tables
from onrecord.archive.engine import writing
from onrecord.archive.keys import insert_rows, next_key, plain, storable


def identity(key, name="Ann Lee"):
    return {
        "key": key,
        "id": f"i{key}",
        "kind": "person",
        "name": name,
        "folded": name.lower(),
        "local": False,
        "country": None,
        "known_as": None,
    }


@pytest.fixture
def connection(archive):
    with writing(archive._engine) as opened:
        yield opened


def test_keys_go_up_from_one_and_each_table_counts_its_own(connection):
    table = tables.identities
    assert next_key(connection, table) == next_key(connection, table) == 1
    insert_rows(connection, table, [identity(1), identity(2)])
    assert next_key(connection, table) == 3
    assert next_key(connection, tables.entries) == 1
    insert_rows(connection, table, [])
    assert next_key(connection, table) == 3


def test_the_key_of_a_row_that_is_gone_is_not_given_again(connection):
    table = tables.identities
    insert_rows(connection, table, [identity(1), identity(2)])
    connection.execute(table.delete())
    assert next_key(connection, table) == 3


def test_a_text_with_nul_is_kept_on_every_database(connection):
    table = tables.identities
    insert_rows(connection, table, [identity(1, name="Ann\0Lee")])
    assert connection.execute(table.select()).one().name == "Ann\ufffdLee"


def test_only_texts_are_made_plain():
    blob = b"\0"
    row = {"text": "a\0b", "blob": blob, "none": None, "number": 0}
    assert storable(row) == {"text": "a\ufffdb", "blob": blob, "none": None, "number": 0}
    assert row["text"] == "a\0b"
    assert plain("née “Lee”\n") == "née “Lee”\n"
