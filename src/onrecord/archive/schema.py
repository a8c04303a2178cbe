"""Bringing a database to the present shape of the tables, by Alembic's numbered steps."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine

from onrecord.archive.engine import reading, writing
from onrecord.errors import ArchiveError

_STEPS = Path(__file__).parent / "migrations"


def upgrade(engine: Engine) -> None:
    """Create the tables, or change those of an older version; each step is one transaction.

    Raises ``ArchiveError`` where a newer onrecord has written the database.
    """
    steps = ScriptDirectory(str(_STEPS))
    with reading(engine) as connection:
        present = MigrationContext.configure(connection).get_current_revision()
    if present == steps.get_current_head():
        return
    if present is not None and present not in {step.revision for step in steps.walk_revisions()}:
        raise ArchiveError(
            f"archive {engine.url.render_as_string(hide_password=True)}: written by a newer "
            f"onrecord (schema {present}); install that version, or use another archive"
        )
    config = Config()
    config.set_main_option("script_location", str(_STEPS))
    with writing(engine) as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
