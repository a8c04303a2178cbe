"""Shared by all tests: one loaded coder, the examples, the gold data where it is at hand."""

from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"


@pytest.fixture(scope="session")
def coder():
    """One coder for the whole run: loading takes seconds."""
    import onrecord

    return onrecord.load()


@pytest.fixture(scope="session")
def examples() -> Path:
    return ROOT / "examples"


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of gold data beside the repository; skips where it is absent."""
    if not SHARED.is_dir():
        pytest.skip("no ../shared beside the repository: gold data not at hand")
    return SHARED
