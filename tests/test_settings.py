import pytest

from onrecord.errors import SettingsError
from onrecord.settings import Settings


def test_an_empty_environment_gives_the_defaults():
    assert Settings.from_environment({}) == Settings()


def test_the_environment_is_read():
    environment = {
        "ONRECORD_PROCESSES": "3",
        "ONRECORD_MIN_CONFIDENCE": "0.5",
        "ONRECORD_ATTRIBUTOR": "rules",
    }
    assert Settings.from_environment(environment) == Settings(
        processes=3, min_confidence=0.5, attributor="rules"
    )


@pytest.mark.parametrize(
    ("name", "value", "message"),
    [
        ("ONRECORD_PROCESSES", "many", "ONRECORD_PROCESSES is 'many', which is no int"),
        ("ONRECORD_PROCESSES", "0", "must be 1 or more"),
        ("ONRECORD_MIN_CONFIDENCE", "2", "must lie in 0..1"),
        ("ONRECORD_ATTRIBUTOR", "magic", "the choices are auto, model, rules"),
    ],
)
def test_a_senseless_setting_is_named_with_its_choices(name, value, message):
    with pytest.raises(SettingsError, match=message):
        Settings.from_environment({name: value})
