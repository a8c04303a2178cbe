import pytest

from onrecord.errors import SettingsError
from onrecord.web.fields import changed, fields
from onrecord.web.held import Held
from tests.publish.samples import FULL

HELD = Held(FULL, short="x")


def test_every_entry_has_fields_with_its_values():
    for name in HELD.entries:
        for field in fields(HELD, name):
            assert not field.choices or field.value in {value for value, _ in field.choices}


def test_only_what_differs_is_a_change(shelf):
    name = ("meeting", "m1")
    same = {field.name: field.value for field in fields(HELD, name)}
    assert changed(shelf, HELD, name, same) == {}
    assert changed(shelf, HELD, name, same | {"status": "denied", "host": ""}) == {
        "status": "denied",
        "host": None,
    }


def test_a_name_must_mean_one_actor(shelf):
    name = ("statement", "s8")
    assert changed(shelf, HELD, name, {"speaker_named": "Orla Fenn"}) == {"speaker": "orla-fenn"}
    with pytest.raises(SettingsError, match="0 actors"):
        changed(shelf, HELD, name, {"speaker_named": "Nobody"})
    with pytest.raises(SettingsError, match="longer"):
        changed(shelf, HELD, ("meeting", "m1"), {"name": "x" * 2001})
