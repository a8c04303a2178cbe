import json

import pytest

from onrecord.errors import NotInArchive
from tests.archive.reports import record
from tests.record.samples import sample


def test_offices_words_promises_and_topics(archive):
    archive.add(sample())
    found = archive.who("Elina Valtonen")
    assert [office.title for office in found.offices] == ["Foreign Minister"]
    assert len(found.statements) == 2
    assert [topic.about.name for topic in found.topics] == ["Government of Finland"]
    state = archive.who("Government of Finland")
    assert [(p.strength, p.condition) for p in state.promises] == [
        ("ready", "if both sides agreed")
    ]
    assert json.loads(json.dumps(state.row()))["promises"][0]["act"] == "host talks in Helsinki"
    assert any("ready" in line for line in state.lines())


def test_a_surname_names_all_its_bearers_and_nobody_is_an_error(archive):
    archive.add(record("Ann Lee: Yes.", "Ann Lee: Yes, yes.", "Bo Lee: No."))
    found = archive.who("Lee")
    assert (found.identity.name, [one.name for one in found.others]) == ("Ann Lee", ["Bo Lee"])
    with pytest.raises(NotInArchive, match="Zed"):
        archive.who("Zed")
