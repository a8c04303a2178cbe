"""Many reports as one record: stored, merged, searched, followed and corrected."""

from onrecord.archive.store import Archive

__all__ = ["Archive"]
