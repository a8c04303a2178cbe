import pytest

from onrecord.errors import ExtraMissing
from onrecord.publish.extras import needed


def test_what_is_installed_is_imported():
    assert needed("json.decoder", extra="x", what="Reading").JSONDecoder


def test_what_is_not_names_the_extra():
    with pytest.raises(ExtraMissing, match=r"Reading needs nowhere_at_all.*onrecord\[x\]"):
        needed("nowhere_at_all", extra="x", what="Reading")
    assert issubclass(ExtraMissing, ModuleNotFoundError)
