from datetime import date

import pytest

from tests.publish.samples import FULL
from tests.record.samples import sample


@pytest.fixture
def filled(archive):
    archive.add(sample())
    return archive


def test_meetings_and_events_stand_on_their_day_with_parts_and_versions(filled):
    found = filled.timeline()
    assert {one.kind for one in found} == {"meeting", "event"}
    meeting = next(one for one in found if one.kind == "meeting")
    assert (meeting.day, meeting.place, meeting.country) == (
        date(2025, 2, 18),
        "helsinki-fin",
        "FIN",
    )
    assert {(part.name, part.role) for part in meeting.parts} == {
        ("Government of Finland", "attends"),
        ("Government of Finland", "host"),
    }
    assert (meeting.outlets, meeting.reports, len(meeting.versions)) == (1, 1, 1)
    assert meeting.text.startswith("Foreign Minister Elina Valtonen said")
    event = next(one for one in found if one.kind == "event")
    assert event.inside


@pytest.mark.parametrize(
    ("asked", "kinds"),
    [
        ({"actor": "Government of Finland"}, {"meeting", "event"}),
        ({"actor": "Elina Valtonen"}, set()),
        ({"country": "fin"}, {"meeting", "event"}),
        ({"country": "FRA"}, set()),
        ({"type": "cooperate"}, {"event"}),
        ({"type": "talks"}, {"meeting"}),
        ({"status": "proposed"}, {"meeting"}),
        ({"since": date(2025, 2, 19)}, set()),
        ({"until": date(2025, 2, 18)}, {"meeting", "event"}),
        ({"min_confidence": 1.0}, {"meeting", "event"}),
    ],
)
def test_filters(filled, asked, kinds):
    assert {one.kind for one in filled.timeline(**asked)} == kinds


def test_whom_nobody_can_identify_keeps_the_name_of_its_report(archive):
    archive.add(FULL)
    parts = {part.name: part for one in archive.timeline() for part in one.parts}
    assert (parts["reporters"].id, parts["reporters"].kind) == (None, "group")
    assert parts["Ilse Marrow"].id == "ilse-marrow"
    assert not any(name == "kestrel press" for name in parts)


def test_a_line_says_which_day_is_only_the_reports(filled):
    lines = [one.line() for one in filled.timeline()]
    assert any(line.startswith("reported 20") for line in lines)
    dated = [one for one in filled.timeline() if one.last_day is not None]
    assert all(one.line().startswith(one.day.isoformat()) for one in dated)
