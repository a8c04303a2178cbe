from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from onrecord.archive import tables


def test_the_migrations_make_just_the_tables_the_code_declares(archive):
    with archive._engine.connect() as connection:
        context = MigrationContext.configure(connection)
        changes = compare_metadata(context, tables.metadata)
    beside = ("entry_words", "'words'", "entries_words")  # the index over words, of either kind
    assert [c for c in changes if not any(name in str(c) for name in beside)] == []
