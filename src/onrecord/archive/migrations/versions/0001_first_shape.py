"""The first shape: reports, entries, identities, corrections, and the full-text index."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Create the tables and the index over words."""
    _tables()
    if op.get_bind().dialect.name == "sqlite":
        for statement in _FTS5:
            op.execute(statement)
    else:
        for statement in _TSVECTOR:
            op.execute(statement)


# The index holds no words itself; the triggers keep it true to ``entries``. Rows without tags are
# of kinds that nobody searches by words.
_OLD = "('delete', old.key, old.text, old.tags)"
_FTS5 = (
    """CREATE VIRTUAL TABLE entry_words USING fts5(
        text, tags, content='entries', content_rowid='key', tokenize='porter unicode61')""",
    """CREATE TRIGGER entry_words_added AFTER INSERT ON entries WHEN new.tags <> '' BEGIN
        INSERT INTO entry_words(rowid, text, tags) VALUES (new.key, new.text, new.tags); END""",
    f"""CREATE TRIGGER entry_words_removed AFTER DELETE ON entries WHEN old.tags <> '' BEGIN
        INSERT INTO entry_words(entry_words, rowid, text, tags) VALUES {_OLD}; END""",
    f"""CREATE TRIGGER entry_words_changed AFTER UPDATE OF text, tags ON entries
        WHEN old.tags <> '' BEGIN
        INSERT INTO entry_words(entry_words, rowid, text, tags) VALUES {_OLD};
        INSERT INTO entry_words(rowid, text, tags) VALUES (new.key, new.text, new.tags); END""",
)
_TSVECTOR = (
    """ALTER TABLE entries ADD COLUMN words tsvector GENERATED ALWAYS AS (
        CASE WHEN tags = '' THEN NULL
        ELSE to_tsvector('english', left(text, 400000))
            || array_to_tsvector(string_to_array(tags, ' ')) END
    ) STORED""",
    "CREATE INDEX entries_words ON entries USING gin (words)",
)


def _tables() -> None:
    op.create_table(
        "corrections",
        sa.Column("key", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("why", sa.Text(), nullable=True),
        sa.Column("verdict", sa.String(length=10), nullable=False),
        sa.Column("entry", sa.Text(), nullable=False),
        sa.Column("report", sa.String(length=80), nullable=True),
        sa.Column("changes", sa.Text(), nullable=False),
        sa.Column("machine", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("key"),
    )
    op.create_index(op.f("ix_corrections_entry"), "corrections", ["entry"], unique=False)
    op.create_index(op.f("ix_corrections_report"), "corrections", ["report"], unique=False)
    op.create_table(
        "counters",
        sa.Column("name", sa.String(length=16), nullable=False),
        sa.Column("last", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("name"),
    )
    op.create_table(
        "identities",
        sa.Column("key", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("id", sa.String(length=200), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("folded", sa.Text(), nullable=False),
        sa.Column("country", sa.String(length=3), nullable=True),
        sa.Column("known_as", sa.String(length=32), nullable=True),
        sa.Column("local", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("key"),
        sa.UniqueConstraint("id"),
    )
    op.create_index(op.f("ix_identities_folded"), "identities", ["folded"], unique=False)
    op.create_table(
        "reports",
        sa.Column("key", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("id", sa.String(length=80), nullable=False),
        sa.Column("short", sa.String(length=24), nullable=False),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("outlet", sa.Text(), nullable=True),
        sa.Column("url", sa.Text(), nullable=True),
        sa.Column("published", sa.Date(), nullable=True),
        sa.Column("given_id", sa.Text(), nullable=True),
        sa.Column("characters", sa.Integer(), nullable=False),
        sa.Column("version", sa.Text(), nullable=False),
        sa.Column("model", sa.Text(), nullable=False),
        sa.Column("added", sa.DateTime(), nullable=False),
        sa.Column("record", sa.LargeBinary(), nullable=False),
        sa.Column("copy_of", sa.Integer(), nullable=True),
        sa.Column("merged", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("key"),
        sa.UniqueConstraint("id"),
        sa.UniqueConstraint("short"),
    )
    op.create_index(op.f("ix_reports_copy_of"), "reports", ["copy_of"], unique=False)
    op.create_index(op.f("ix_reports_merged"), "reports", ["merged"], unique=False)
    op.create_index(op.f("ix_reports_outlet"), "reports", ["outlet"], unique=False)
    op.create_index(op.f("ix_reports_published"), "reports", ["published"], unique=False)
    op.create_table(
        "aliases",
        sa.Column("alias", sa.String(length=400), nullable=False),
        sa.Column("identity", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["identity"],
            ["identities.key"],
        ),
        sa.PrimaryKeyConstraint("alias"),
    )
    op.create_index(op.f("ix_aliases_identity"), "aliases", ["identity"], unique=False)
    op.create_table(
        "entries",
        sa.Column("key", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("report", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=12), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("who", sa.Integer(), nullable=True),
        sa.Column("day", sa.Date(), nullable=True),
        sa.Column("last_day", sa.Date(), nullable=True),
        sa.Column("start", sa.Integer(), nullable=True),
        sa.Column("end", sa.Integer(), nullable=True),
        sa.Column("spans", sa.Text(), nullable=False),
        sa.Column("confidence", sa.Float(), nullable=False),
        sa.Column("verdict", sa.String(length=10), nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("tags", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["report"],
            ["reports.key"],
        ),
        sa.PrimaryKeyConstraint("key"),
    )
    op.create_index("entries_of_identity", "entries", ["who", "kind", "day"], unique=False)
    op.create_index("entries_of_kind", "entries", ["kind", "day"], unique=False)
    op.create_index("entries_of_report", "entries", ["report", "kind"], unique=False)
    op.create_table(
        "printings",
        sa.Column("report", sa.Integer(), nullable=False),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("outlet", sa.Text(), nullable=True),
        sa.Column("url", sa.Text(), nullable=True),
        sa.Column("published", sa.Date(), nullable=True),
        sa.Column("given_id", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["report"],
            ["reports.key"],
        ),
    )
    op.create_index(op.f("ix_printings_report"), "printings", ["report"], unique=False)
    op.create_table(
        "shingles",
        sa.Column("report", sa.Integer(), nullable=False),
        sa.Column("shingle", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["report"],
            ["reports.key"],
        ),
    )
    op.create_index(op.f("ix_shingles_report"), "shingles", ["report"], unique=False)
    op.create_index(op.f("ix_shingles_shingle"), "shingles", ["shingle"], unique=False)
    op.create_table(
        "actors",
        sa.Column("key", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=True),
        sa.Column("country", sa.Text(), nullable=True),
        sa.Column("known_as", sa.Text(), nullable=True),
        sa.Column("represents", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["key"],
            ["entries.key"],
        ),
        sa.PrimaryKeyConstraint("key"),
    )
    op.create_table(
        "commitments",
        sa.Column("key", sa.Integer(), nullable=False),
        sa.Column("strength", sa.Text(), nullable=True),
        sa.Column("act", sa.Text(), nullable=True),
        sa.Column("beneficiary", sa.Text(), nullable=True),
        sa.Column("condition", sa.Text(), nullable=True),
        sa.Column("statement", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["key"],
            ["entries.key"],
        ),
        sa.PrimaryKeyConstraint("key"),
    )
    op.create_table(
        "conflicts",
        sa.Column("kind", sa.String(length=24), nullable=False),
        sa.Column("severity", sa.String(length=8), nullable=False),
        sa.Column("message", sa.Text(), nullable=False),
        sa.Column("day", sa.Date(), nullable=True),
        sa.Column("first", sa.Integer(), nullable=False),
        sa.Column("second", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["first"],
            ["entries.key"],
        ),
        sa.ForeignKeyConstraint(
            ["second"],
            ["entries.key"],
        ),
    )
    op.create_index(op.f("ix_conflicts_first"), "conflicts", ["first"], unique=False)
    op.create_index(op.f("ix_conflicts_kind"), "conflicts", ["kind"], unique=False)
    op.create_index(op.f("ix_conflicts_second"), "conflicts", ["second"], unique=False)
    op.create_table(
        "events",
        sa.Column("key", sa.Integer(), nullable=False),
        sa.Column("type", sa.Text(), nullable=True),
        sa.Column("mode", sa.Text(), nullable=True),
        sa.Column("contexts", sa.Text(), nullable=True),
        sa.Column("place", sa.Text(), nullable=True),
        sa.Column("country", sa.Text(), nullable=True),
        sa.Column("status", sa.Text(), nullable=True),
        sa.Column("inside", sa.Text(), nullable=True),
        sa.Column("happening", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["key"],
            ["entries.key"],
        ),
        sa.PrimaryKeyConstraint("key"),
    )
    op.create_index(op.f("ix_events_happening"), "events", ["happening"], unique=False)
    op.create_table(
        "findings",
        sa.Column("key", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=True),
        sa.Column("severity", sa.Text(), nullable=True),
        sa.Column("message", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["key"],
            ["entries.key"],
        ),
        sa.PrimaryKeyConstraint("key"),
    )
    op.create_table(
        "meetings",
        sa.Column("key", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=True),
        sa.Column("form", sa.Text(), nullable=True),
        sa.Column("place", sa.Text(), nullable=True),
        sa.Column("country", sa.Text(), nullable=True),
        sa.Column("status", sa.Text(), nullable=True),
        sa.Column("host", sa.Text(), nullable=True),
        sa.Column("agenda", sa.Text(), nullable=True),
        sa.Column("happening", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["key"],
            ["entries.key"],
        ),
        sa.PrimaryKeyConstraint("key"),
    )
    op.create_index(op.f("ix_meetings_happening"), "meetings", ["happening"], unique=False)
    op.create_table(
        "offices",
        sa.Column("entry", sa.Integer(), nullable=False),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("of", sa.Text(), nullable=True),
        sa.Column("as_written", sa.Text(), nullable=True),
        sa.Column("claimed", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["entry"],
            ["entries.key"],
        ),
    )
    op.create_index(op.f("ix_offices_entry"), "offices", ["entry"], unique=False)
    op.create_table(
        "parts",
        sa.Column("entry", sa.Integer(), nullable=False),
        sa.Column("actor", sa.Text(), nullable=False),
        sa.Column("who", sa.Integer(), nullable=True),
        sa.Column("role", sa.String(length=12), nullable=False),
        sa.ForeignKeyConstraint(
            ["entry"],
            ["entries.key"],
        ),
    )
    op.create_index(op.f("ix_parts_entry"), "parts", ["entry"], unique=False)
    op.create_index("parts_of_identity", "parts", ["who", "role"], unique=False)
    op.create_table(
        "places",
        sa.Column("key", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=True),
        sa.Column("country", sa.Text(), nullable=True),
        sa.Column("lat", sa.Float(), nullable=True),
        sa.Column("lon", sa.Float(), nullable=True),
        sa.ForeignKeyConstraint(
            ["key"],
            ["entries.key"],
        ),
        sa.PrimaryKeyConstraint("key"),
    )
    op.create_table(
        "positions",
        sa.Column("key", sa.Integer(), nullable=False),
        sa.Column("question", sa.Text(), nullable=True),
        sa.Column("stance", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["key"],
            ["entries.key"],
        ),
        sa.PrimaryKeyConstraint("key"),
    )
    op.create_table(
        "statements",
        sa.Column("key", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=True),
        sa.Column("speaker", sa.Text(), nullable=True),
        sa.Column("source", sa.Text(), nullable=True),
        sa.Column("cue", sa.Text(), nullable=True),
        sa.Column("channel", sa.Text(), nullable=True),
        sa.Column("certainty", sa.Text(), nullable=True),
        sa.Column("inside", sa.Text(), nullable=True),
        sa.Column("said_from", sa.Date(), nullable=True),
        sa.Column("said_to", sa.Date(), nullable=True),
        sa.Column("saying", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["key"],
            ["entries.key"],
        ),
        sa.PrimaryKeyConstraint("key"),
    )
    op.create_index(op.f("ix_statements_saying"), "statements", ["saying"], unique=False)
    op.create_table(
        "times",
        sa.Column("key", sa.Integer(), nullable=False),
        sa.Column("type", sa.Text(), nullable=True),
        sa.Column("value", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["key"],
            ["entries.key"],
        ),
        sa.PrimaryKeyConstraint("key"),
    )
