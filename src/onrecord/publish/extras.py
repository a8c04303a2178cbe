"""Libraries that come with an extra: imported when they are wanted, and named where absent."""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec
from typing import Any

from onrecord.errors import ExtraMissing


def needed(module: str, *, extra: str, what: str) -> Any:
    """Return a library's module; ``ExtraMissing`` names the extra that brings it."""
    library = module.partition(".")[0]
    if find_spec(library) is None:
        raise ExtraMissing(library, extra=extra, what=what)
    return import_module(module)
