"""Corrections that find again what they name, and actors merged so that it can be taken back."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Add the columns; what was said before names actors and entries by their ids alone."""
    op.add_column("corrections", sa.Column("known", sa.Text(), nullable=True))
    op.add_column("identities", sa.Column("into", sa.Integer(), nullable=True))
    op.create_index("ix_identities_into", "identities", ["into"])
