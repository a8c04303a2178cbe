"""What an encounter is about."""

import pytest

from onrecord.extract.meetings.agenda import agenda_of, discussed, items
from onrecord.language.layers import layers_of
from tests.extract.meetings.conftest import word


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("They held talks on fishing rights.", "talks", ["fishing rights"]),
        ("They met to discuss trade and migration.", "met", ["trade", "migration"]),
        ("They held talks on Monday.", "talks", []),
    ],
)
def test_agenda(read, text, trigger, expected):
    doc = read(text)
    found = agenda_of(word(doc, trigger), layers_of(doc).times)
    assert [span.of(text) for span in found] == expected


def test_what_a_talk_focused_on(read):
    text = "The talks focused on gas prices, officials said."
    assert [s.of(text) for s in discussed(word(read(text), "focused"))] == ["gas prices"]
    assert list(discussed(word(read("They ate fish."), "ate"))) == []


def test_items_are_told_apart(read):
    text = "They discussed the war in Sudan and grain."
    found = [s.of(text) for s in items(word(read(text), "war"))]
    assert found[0].startswith("the war")
