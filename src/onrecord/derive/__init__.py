"""What follows from a record and the knowledge tables: findings, later positions and merging."""

from onrecord.derive.findings import findings

__all__ = ["findings"]
