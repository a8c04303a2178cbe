"""One base pipeline for all tests of this room."""

from __future__ import annotations

import pytest
from spacy.language import Language

from onrecord.language.pipeline import load


@pytest.fixture(scope="session")
def base() -> Language:
    return load()
