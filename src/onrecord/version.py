"""The package's version, read by the record and the commands."""

from __future__ import annotations

from importlib.metadata import version

__version__ = version("onrecord")
