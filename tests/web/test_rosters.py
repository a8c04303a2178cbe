"""Lists in a form: shown field by field, read back as the contract has them."""

import pytest

from onrecord.errors import SettingsError
from onrecord.record import Channel
from onrecord.web.held import Held
from onrecord.web.rosters import channel, offices, participants
from tests.publish.samples import FULL, spans

HELD = Held(FULL, short="x")
MEETING = FULL.meetings[0]
MARROW = FULL.actor("ilse-marrow")
KINDS = ("speech", "interview", "statement")


def shown(part):
    """Return the form as a browser sends it where nothing was changed."""
    return {field.name: field.value for field in part.fields}


def test_participants_are_shown_by_name_and_read_back_as_they_were(shelf):
    part = participants(HELD, MEETING.participants)
    assert [field.label for field in part.fields[:2]] == ["Ilse Marrow", "reporters"]
    assert part.now == [
        {"actor": "ilse-marrow", "role": "attends"},
        {"actor": "kestrel-press", "role": "excluded"},
    ]
    assert part.read(shelf, shown(part)) == part.now
    assert part.read(shelf, {}) == part.now  # a form that says nothing of it


def test_a_participant_changes_his_part_or_is_left_out(shelf):
    part = participants(HELD, MEETING.participants)
    form = shown(part) | {"participants:0": "", "participants:1": "attends"}
    assert part.read(shelf, form) == [{"actor": "kestrel-press", "role": "attends"}]


def test_participants_are_added_once_with_the_part_chosen(shelf):
    part = participants(HELD, MEETING.participants)
    named = "Tomas Brandt; ilse-marrow ;; Tomas Brandt"
    form = shown(part) | {"participants_named": named, "participants_role": "excluded"}
    added = [{"actor": "tomas-brandt", "role": "excluded"}]
    assert part.read(shelf, form) == part.now + added
    with pytest.raises(SettingsError, match="Nobody"):
        part.read(shelf, shown(part) | {"participants_named": "Nobody"})


def test_an_office_keeps_the_words_it_rests_on_whatever_is_changed(shelf):
    part = offices(MARROW.offices)
    assert part.read(shelf, shown(part)) == part.now
    form = shown(part) | {"offices:0:title": "Premier", "offices:0:claimed": "former"}
    (office,) = part.read(shelf, form)
    assert (office["title"], office["claimed"], office["of"]) == ("Premier", "former", "VES")
    assert office["as_written"] == "Prime Minister … of Vessland"
    assert office["evidence"] == [list(span) for span in MARROW.offices[0].evidence]


def test_an_office_without_a_title_is_left_out_and_a_further_one_rests_on_no_words(shelf):
    part = offices(MARROW.offices)
    form = shown(part) | {"offices:0:title": " ", "offices:more:title": "Mayor"}
    assert part.read(shelf, form) == [
        {"as_written": "Mayor", "evidence": [], "title": "Mayor", "of": None, "claimed": "current"}
    ]


def test_a_channel_keeps_its_outlet_and_words_where_its_kind_is_changed(shelf):
    said = Channel(kind="statement", outlet="kestrel-press", evidence=spans("a statement"))
    part = channel(said, KINDS)
    assert [value for value, _ in part.fields[0].choices] == ["", *KINDS]
    assert part.read(shelf, {"channel": "statement"}) == part.now
    assert part.now["evidence"] == [list(span) for span in said.evidence]
    assert part.read(shelf, {"channel": "speech"}) == part.now | {"kind": "speech"}
    assert part.read(shelf, {"channel": ""}) is None


def test_an_unknown_channel_becomes_known_by_its_kind(shelf):
    part = channel(None, KINDS)
    assert part.fields[0].value == ""
    assert part.read(shelf, {"channel": ""}) is None
    assert part.read(shelf, {"channel": "speech"}) == {"kind": "speech"}
