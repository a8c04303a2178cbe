"""Who is invited, absent, shut out, host."""

import pytest

from tests.extract.meetings.conftest import parts


@pytest.mark.parametrize(
    ("text", "actor", "role"),
    [
        (
            "Emmanuel Macron will host a summit in Paris on Friday. Ukraine was not invited to "
            "the talks.",
            "government-of-ukr",
            "excluded",
        ),
        (
            "Ukraine was excluded from the talks between Russia and the United States.",
            "government-of-ukr",
            "excluded",
        ),
        (
            "Brazil invited the leaders of Chile and Peru to a conference in Brasilia.",
            "government-of-per",
            "invited",
        ),
        (
            "The foreign ministers of Japan and India met in Tokyo. US Secretary of State Marco "
            "Rubio skipped the meeting.",
            "marco-rubio",
            "absent",
        ),
        (
            "The Kremlin said President Vladimir Putin would not attend the summit in Istanbul.",
            "vladimir-putin",
            "absent",
        ),
    ],
)
def test_roles(meetings, text, actor, role):
    (meeting,) = meetings(text)
    assert parts(meeting)[actor] == role


@pytest.mark.parametrize(
    ("text", "host"),
    [
        ("Emmanuel Macron will host a summit of bankers in Paris on Friday.", "emmanuel-macron"),
        (
            "Alexander Lukashenko arrived in Beijing on Monday for a visit at the invitation of "
            "Xi Jinping.",
            "xi-jinping",
        ),
    ],
)
def test_host(meetings, text, host):
    (meeting,) = meetings(text)
    assert meeting.host == host
