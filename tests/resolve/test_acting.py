import pytest

from onrecord.resolve.acting import acts
from onrecord.resolve.reading import read

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "place", "expected"),
    [
        ("Ankara accused the rebels of lying.", "Ankara", True),
        ("According to Ankara, the talks failed.", "Ankara", True),
        ("Pressure from Ankara grew.", "Ankara", True),
        ("They sold weapons to Ankara.", "Ankara", True),
        ("She travelled to Ankara.", "Ankara", False),
        ("Ankara is the capital.", "Ankara", False),
        ("Ankara's streets were empty.", "Ankara", False),
        ("Troops attacked Ankara.", "Ankara", False),
    ],
)
def test_who_acts(nlp, text, place, expected):
    reading = read(nlp(text))
    at = reading.words.index(place)
    assert acts(reading, at, at + 1, place=True) is expected
