"""Who can meet."""

import pytest

from onrecord.extract.meetings.people import people
from tests.extract.meetings.conftest import word


@pytest.mark.parametrize(
    ("text", "noun", "found"),
    [
        ("Olaf Scholz met Emmanuel Macron.", "Macron", ["Emmanuel Macron"]),
        ("Olaf Scholz met reporters.", "reporters", []),
        ("Olaf Scholz met criticism.", "criticism", []),
    ],
)
def test_people(scene, text, noun, found):
    made = scene(text)
    assert [draft.name for draft, _ in people(word(made.doc, noun), made)] == found
